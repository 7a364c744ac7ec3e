// Who met whom, when and where
MATCH (a:Person)-[r:MET_WITH]-(b:Person)
WHERE a.name < b.name
RETURN a.name, b.name, r.kind, r.date, r.place, r.evidence
ORDER BY r.dateFrom DESC;
