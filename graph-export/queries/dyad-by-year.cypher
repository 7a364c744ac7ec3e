// Contacts of two states by year and kind
MATCH (a:Country {name: '中国'})<-[:INVOLVES]-(e:Event {status: 'held'})-[:INVOLVES]->(b:Country {name: '美国'})
RETURN e.year AS year, e.kind AS kind, count(DISTINCT e) AS events
ORDER BY year, kind;
