// Find people, states, offices and places by any name, in either script or in English
CALL db.index.fulltext.queryNodes('names', '泽连斯基') YIELD node, score
RETURN labels(node)[0] AS label, node.name AS name, node.aliases AS aliases, node.country AS country, node.id AS id
ORDER BY score DESC, name
LIMIT 25;
