// Who stood in for whom: deputies and acting holders at an event, and those who hold the office itself
MATCH (deputy:Person)-[took:PARTICIPATED_IN]->(e:Event {status: 'held'})
WHERE took.title CONTAINS '副' OR took.title STARTS WITH '代理'
WITH deputy, took, e, reduce(title = took.title, part IN ['常务副', '第一副', '代理', '副'] | replace(title, part, '')) AS title
OPTIONAL MATCH (holder:Person)-[:HOLDS]->(office:Office {title: title, country: took.country})
WITH deputy, took, e, title, collect(DISTINCT holder.name) AS seen_in_it
RETURN e.date AS date, e.name AS event, deputy.name AS stood_in, took.title AS as_what, took.country + title AS for_office, seen_in_it
ORDER BY coalesce(e.dateFrom, e.dateTo) DESC, event;
