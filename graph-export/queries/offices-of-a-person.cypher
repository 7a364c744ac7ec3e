// The offices of one person over time
MATCH (person:Person {name: '王毅'})-[h:HOLDS]->(office:Office)
OPTIONAL MATCH (office)-[:OFFICE_OF]->(body)
RETURN office.title AS office, body.name AS of, h.firstSeen AS first_seen, h.lastSeen AS last_seen, h.evidence AS sentence
ORDER BY first_seen;
