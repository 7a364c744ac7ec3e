// Contacts of one person, the latest first
MATCH (a:Person {name: '王毅'})-[r:MET_WITH|CALLED|WROTE_TO]-(b:Person)
RETURN r.date AS date, b.name AS whom, b.country AS of, r.kind AS how, r.place AS place, r.occasion AS occasion, r.evidence AS sentence, r.url AS link
ORDER BY coalesce(r.dateFrom, r.dateTo) DESC, whom;
