// Planned or called off, and never reported as held
MATCH (e:Event)-[told:REPORTED_IN]->(article:Article)
WHERE e.status IN ['planned', 'cancelled']
RETURN e.status AS status, coalesce(e.date, 'after ' + toString(e.dateFrom)) AS date, e.name AS event, told.text AS sentence, article.title AS article
ORDER BY e.dateFrom, event;
