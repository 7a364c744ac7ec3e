// Whom two people have both met
MATCH (a:Person {name: '习近平'})-[r:MET_WITH|CALLED|WROTE_TO]-(common:Person)-[s:MET_WITH|CALLED|WROTE_TO]-(b:Person {name: '普京'})
WHERE a <> b
RETURN common.name AS common, collect(DISTINCT r.date) AS with_the_first, collect(DISTINCT s.date) AS with_the_second
ORDER BY common;
