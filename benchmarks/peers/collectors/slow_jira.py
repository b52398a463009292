"""slow_jira.py: a Jira on the loopback address whose every answer, 50 issues, takes 50 ms. Prints its address."""
import http.server
import json
import time

ISSUES = [{"key": "P-%d" % i, "fields": {"summary": "Summary %d" % i, "customfield_10667": None}} for i in range(50)]
BODY = json.dumps({"issues": ISSUES, "isLast": True}).encode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        time.sleep(0.05)
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)

    def log_message(self, *line):
        pass


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 200


server = Server(("127.0.0.1", 0), Handler)
print("http://127.0.0.1:%d" % server.server_port, flush=True)
server.serve_forever()
