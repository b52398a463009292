"""peer_jira.py URL NUMBER: one query, one process, as upstream runs it; urllib stands in for requests, which starts slower."""
import base64
import json
import sys
import urllib.parse
import urllib.request

url, number = sys.argv[1:]
query = urllib.parse.urlencode({"jql": "project = P" + number, "fields": "summary,status,assignee,customfield_10667"})
login = base64.b64encode(b"me@example.com:token").decode()
request = urllib.request.Request(url + "/rest/api/3/search/jql?" + query, headers={"Authorization": "Basic " + login})
with urllib.request.urlopen(request) as answer:
    issues = json.load(answer)["issues"]
fixed = [{"id": i["key"], "source": url, "summary": i["fields"]["summary"], "cveid": None} for i in issues]
print(json.dumps({"releaseNotes": {"issues": {"fixed": fixed}}}))
