"""Prints a database, a line for each node and each relation, in a fixed order; values with their types, kgStore left out."""
import base64, json, os, sys, time, urllib.error, urllib.request

ENDPOINT = sys.argv[1] + "/db/neo4j/query/v2"
HEADERS = {
    "Content-Type": "application/json",
    "Accept": "application/vnd.neo4j.query",
    "Authorization": "Basic " + base64.b64encode(b"neo4j:" + os.environ["NEO4J_PASSWORD"].encode()).decode(),
}


def ask(statement):
    for _ in range(120):
        try:
            request = urllib.request.Request(ENDPOINT, json.dumps({"statement": statement}).encode(), HEADERS)
            answer = json.load(urllib.request.urlopen(request))
            if "errors" not in answer:
                return answer["data"]["values"]
        except urllib.error.URLError:
            pass
        time.sleep(0.5)
    sys.exit("no answer")


def properties(value):
    kept = {name: inner for name, inner in value["_value"].items() if name != "kgStore"}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


lines = []
for labels, values in ask("MATCH (n) WHERE NOT n:KgLoad RETURN labels(n), properties(n)"):
    lines.append("node " + " ".join(sorted(label["_value"] for label in labels["_value"])) + " " + properties(values))
for start, kind, end, values in ask("MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r)"):
    lines.append("relation " + " ".join(part["_value"] for part in (start, kind, end)) + " " + properties(values))
sys.stdout.write("".join(line + "\n" for line in sorted(lines)))
