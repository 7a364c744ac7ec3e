// Who was seen in an office, from when to when
MATCH (person:Person)-[h:HOLDS]->(office:Office {name: '中国外交部长'})
RETURN person.name AS holder, h.firstSeen AS first_seen, h.lastSeen AS last_seen, person.articles AS articles
ORDER BY first_seen;
