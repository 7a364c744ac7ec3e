// Who met whom, when and where
MATCH (a:Person)-[r:MET_WITH|CALLED|WROTE_TO]-(b:Person)
WHERE a.id < b.id
RETURN r.date AS date, a.name AS who, b.name AS whom, r.kind AS how, coalesce(r.place, r.country) AS where, r.articles AS articles, r.evidence AS sentence
ORDER BY coalesce(r.dateFrom, r.dateTo) DESC, who, whom
LIMIT 200;
