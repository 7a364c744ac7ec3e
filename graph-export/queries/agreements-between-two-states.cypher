// What two states agreed, and at which event
MATCH (a:Country {name: '法国'})-[:AGREED_TO]->(agreement:Agreement)<-[:AGREED_TO]-(b:Country {name: '德国'})
OPTIONAL MATCH (agreement)-[:REACHED_AT]->(e:Event)
MATCH (agreement)-[told:REPORTED_IN]->(article:Article)
RETURN agreement.form AS form, agreement.name AS agreement, e.date AS date, e.name AS event, told.text AS sentence, article.title AS article
ORDER BY e.dateFrom, agreement;
