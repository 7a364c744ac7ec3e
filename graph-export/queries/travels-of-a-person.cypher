// Where one person travelled
MATCH (person:Person {name: '李强'})-[v:VISITED]->(where)
RETURN v.date AS date, where.name AS country, v.place AS place, v.occasion AS occasion, v.evidence AS sentence
ORDER BY coalesce(v.dateFrom, v.dateTo), place;
