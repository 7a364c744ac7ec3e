// The shortest chain of contacts between two people
MATCH path = shortestPath((a:Person {name: '习近平'})-[:MET_WITH|CALLED|WROTE_TO*..6]-(b:Person {name: '默克尔'}))
RETURN [person IN nodes(path) | person.name] AS chain, [contact IN relationships(path) | contact.date] AS dates, path;
