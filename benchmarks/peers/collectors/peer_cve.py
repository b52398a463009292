"""peer_cve.py URL PREVIOUS CURRENT: what upstream's cve collector does for one component: full clone, git log, expression."""
import json
import re
import subprocess
import sys
import tempfile

url, previous, current = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    subprocess.run(["git", "clone", "--quiet", url, folder], check=True)
    log = subprocess.run(["git", "-C", folder, "log", previous + ".." + current], check=True, stdout=subprocess.PIPE)
    found = re.findall(r"CVE-\d+-\d+|CVE-\d+", log.stdout.decode())
print(json.dumps({"releaseNotes": {"cves": [{"key": key, "component": "app"} for key in found]}}))
