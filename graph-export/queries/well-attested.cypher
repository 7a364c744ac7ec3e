// How well events are attested: reports, and how many texts they go back to
MATCH (e:Event {status: 'held'})-[:REPORTED_IN]->(article:Article)
WITH e, collect(DISTINCT article.publisher) AS publishers
RETURN e.date AS date, e.name AS event, e.articles AS articles, e.origins AS origins, publishers
ORDER BY origins DESC, articles DESC, coalesce(e.dateFrom, e.dateTo) DESC, event
LIMIT 100;
