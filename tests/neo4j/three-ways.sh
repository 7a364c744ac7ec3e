#!/usr/bin/env bash
# kg load, the Cypher script and the neo4j-csv files give one graph: loads each into a real server of its own and compares
# node by node and relation by relation, types of values with it, leaving out kgStore.
#   tests/neo4j/three-ways.sh TOOLS/neo4j/neo4j STORE.db
set -euo pipefail
cd "$(dirname "$0")/../.."
server=$(realpath "$1") store=$(realpath "$2")
export KG_NEO4J_HOME=${KG_NEO4J_HOME:-$(mktemp -d)} KG_NEO4J_HTTP_PORT=${KG_NEO4J_HTTP_PORT:-27474} KG_NEO4J_BOLT_PORT=${KG_NEO4J_BOLT_PORT:-27687}
export NEO4J_PASSWORD=kg-test-password
work=$(mktemp -d)
trap '"$server" stop >/dev/null; rm -rf "$work" "$KG_NEO4J_HOME"' EXIT
kg() { dotnet src/KnowledgeGraph.Cli/bin/Release/net10.0/kg.dll "$@"; }

anew() { "$server" stop >/dev/null; "$server" wipe >/dev/null; }
start() { "$server" start >/dev/null; }
dump() { python3 tests/neo4j/dump.py "http://localhost:$KG_NEO4J_HTTP_PORT" > "$work/$1.dump"; wc -l < "$work/$1.dump"; }

anew; start
kg load --db "$store" --uri "http://localhost:$KG_NEO4J_HTTP_PORT" --quiet
echo "kg load: $(dump load) lines"

kg export --format cypher --db "$store" --out "$work/graph.cypher" > /dev/null
anew; start
"$server" shell -f "$work/graph.cypher" > /dev/null
echo "Cypher script: $(dump cypher) lines"

kg export --format neo4j-csv --db "$store" --out "$work/csv" > /dev/null
anew
# The command stands in the export's own README.
command=$(sed -n '/^```/,/^```/p' "$work/csv/README.md" | sed '/^```/d; s/^neo4j-admin/"$server" admin/')
(cd "$work/csv" && eval "$command") > "$work/import.log" 2>&1 || { tail -20 "$work/import.log"; exit 1; }
start
echo "neo4j-csv: $(dump csv) lines"

diff "$work/load.dump" "$work/cypher.dump" | head -20
diff "$work/load.dump" "$work/csv.dump" | head -20
cmp "$work/load.dump" "$work/cypher.dump" && cmp "$work/load.dump" "$work/csv.dump" && echo "the three are the same"
