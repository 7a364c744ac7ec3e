// The sentences and links behind an edge
MATCH (a:Person {name: '习近平'})-[r:MET_WITH|CALLED|WROTE_TO]-(b:Person {name: '泽连斯基'})
MATCH (e:Event {id: r.event})-[told:REPORTED_IN]->(article:Article)
RETURN r.date AS date, r.kind AS how, told.text AS sentence, told.rule AS rule, article.title AS title, article.publisher AS publisher, article.published AS published, coalesce(article.url, article.file) AS link
ORDER BY coalesce(r.dateFrom, r.dateTo), published;
