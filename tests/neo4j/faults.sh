#!/usr/bin/env bash
# Tries on a real server what can go wrong with kg load, and prints what the user saw (docs/neo4j.md has it as a table).
#   tests/neo4j/faults.sh TOOLS/neo4j/neo4j STORE.db
# The server gets a home of its own under the temporary folder and ports that are free by default.
set -uo pipefail
cd "$(dirname "$0")/../.."
server=$(realpath "$1") store=$(realpath "$2")
export KG_NEO4J_HOME=${KG_NEO4J_HOME:-$(mktemp -d)} KG_NEO4J_HTTP_PORT=${KG_NEO4J_HTTP_PORT:-27474} KG_NEO4J_BOLT_PORT=${KG_NEO4J_BOLT_PORT:-27687}
export NEO4J_PASSWORD=kg-test-password
uri=http://localhost:$KG_NEO4J_HTTP_PORT
work=$(mktemp -d)
children=()
trap '"$server" stop >/dev/null; for pid in "${children[@]}"; do kill "$pid" 2>/dev/null; done; rm -rf "$work" "$KG_NEO4J_HOME"' EXIT
failed=0
load=(dotnet src/KnowledgeGraph.Cli/bin/Release/net10.0/kg.dll load --db "$store")

# fault NAME EXIT-CODE WORDS COMMAND...: what it printed must hold the words.
fault() {
  local name=$1 code=$2 words=$3
  shift 3
  echo "== $name"
  "$@" > "$work/saw" 2>&1
  local got=$?
  sed 's/^/   /' "$work/saw"
  if [ "$got" -eq "$code" ] && grep -qF -- "$words" "$work/saw"; then echo "ok"; else
    echo "FAILED: exit code $got, expected $code and '$words'"
    failed=$((failed + 1))
  fi
}

ask() {
  curl -s -u "neo4j:$NEO4J_PASSWORD" -H 'Content-Type: application/json' -H 'Accept: application/json' -d "{\"statement\": \"$1\"}" "$uri/db/neo4j/query/v2"
}
ready() { until ask 'RETURN 1' | grep -q '"data"'; do sleep 0.5; done; }
restart() { "$server" stop >/dev/null; KG_NEO4J_CONF_EXTRA=${1:-} "$server" start >/dev/null; }
wipe() { ask 'MATCH (n) DETACH DELETE n' >/dev/null; }
# Waits until the load has written something.
writing() { until ask 'MATCH (l:KgLoad) WHERE l.done > 50 RETURN l.done' | grep -q '"values":\[\[[0-9]'; do sleep 0.1; done; }

fault "server down" 1 "no server answers at $uri" "${load[@]}" --uri "$uri"
restart; ready
fault "wrong password" 1 "refuses user 'neo4j' with this password" env NEO4J_PASSWORD=wrong-password "${load[@]}" --uri "$uri"
fault "unknown database" 1 "has no database 'news'" "${load[@]}" --uri "$uri" --database news
fault "the Bolt port" 1 "$KG_NEO4J_BOLT_PORT" "${load[@]}" --uri "http://localhost:$KG_NEO4J_BOLT_PORT"
fault "https on the port of http" 1 "does not speak TLS" "${load[@]}" --uri "https://localhost:$KG_NEO4J_HTTP_PORT"
fault "a bolt:// address" 2 "use http://localhost:7474" "${load[@]}" --uri bolt://localhost:7687

python3 - "$work/old" <<'PY' & children+=($!)
import http.server, sys
class Old(http.server.BaseHTTPRequestHandler):
    "Answers as Neo4j 4.4 does."
    def do_GET(self): self.reply(200, b'{"bolt_routing":"neo4j://localhost:7687","transaction":"http://localhost:7474/db/{databaseName}/tx","bolt_direct":"bolt://localhost:7687","neo4j_version":"4.4.38","neo4j_edition":"community"}')
    def do_POST(self): self.rfile.read(int(self.headers["Content-Length"])); self.reply(404, b"")
    def reply(self, status, body):
        self.send_response(status); self.send_header("Content-Length", str(len(body))); self.end_headers(); self.wfile.write(body)
    def log_message(self, *_): pass
server = http.server.HTTPServer(("127.0.0.1", 0), Old)
open(sys.argv[1], "w").write(str(server.server_port))
server.serve_forever()
PY
until [ -s "$work/old" ]; do sleep 0.1; done
fault "old server (replayed)" 1 "is Neo4j 4.4.38, which has no Query API" "${load[@]}" --uri "http://localhost:$(cat "$work/old")"

# A proxy that closes the connection in the middle of the tenth to twelfth request, and of every answer from the fifteenth to the seventeenth.
python3 - "$KG_NEO4J_HTTP_PORT" "$work/cut" <<'PY' & children+=($!)
import http.client, http.server, sys
class Cut(http.server.BaseHTTPRequestHandler):
    requests = 0
    def do_POST(self):
        Cut.requests += 1
        length = int(self.headers["Content-Length"])
        if 10 <= Cut.requests <= 12:
            self.rfile.read(length // 2); self.close_connection = True; return
        inner = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
        inner.request("POST", self.path, self.rfile.read(length), {name: self.headers[name] for name in ("Content-Type", "Accept", "Authorization")})
        answer = inner.getresponse(); body = answer.read()
        self.send_response(answer.status); self.send_header("Content-Type", "application/json"); self.send_header("Content-Length", str(len(body))); self.end_headers()
        self.wfile.write(body[:len(body) // 2] if 15 <= Cut.requests <= 17 else body); self.close_connection = True
    def log_message(self, *_): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Cut)
open(sys.argv[2], "w").write(str(server.server_port))
server.serve_forever()
PY
until [ -s "$work/cut" ]; do sleep 0.1; done
wipe
fault "connection cut in the middle of a batch" 0 "trying again" "${load[@]}" --uri "http://localhost:$(cat "$work/cut")" --batch 50

killed() {
  wipe
  "${load[@]}" --uri "$uri" --batch 5 & local running=$!
  writing
  "$server" kill >/dev/null; sleep 2; "$server" start >/dev/null
  wait "$running"
}
fault "server killed and restarted during the load" 0 "all there" killed

cut_off() {
  wipe
  "${load[@]}" --uri "$uri" --batch 5 & local running=$!
  writing
  kill -9 "$running"; wait "$running" 2>/dev/null
  "${load[@]}" --uri "$uri"
}
fault "kg itself killed, then run again" 0 "going on behind" cut_off
fault "run once more" 0 "(0 created)" "${load[@]}" --uri "$uri"

restart server.http_enabled_modules=TRANSACTIONAL_ENDPOINTS,UNMANAGED_EXTENSIONS,BROWSER
fault "Query API switched off" 1 "add QUERY_API_ENDPOINTS to server.http_enabled_modules" "${load[@]}" --uri "$uri"
restart server.databases.default_to_read_only=true; ready
fault "read-only database" 1 "can only be read" "${load[@]}" --uri "$uri"
[ "$failed" -eq 0 ]
