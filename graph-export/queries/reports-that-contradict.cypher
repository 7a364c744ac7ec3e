// Events whose reports contradict each other on date or place
MATCH (e:Event)-[told:REPORTED_IN]->(article:Article)
WHERE e.otherDates IS NOT NULL OR e.otherPlaces IS NOT NULL
WITH e, collect({date: told.date, place: told.place, sentence: told.text, article: article.title}) AS reports
RETURN e.name AS event, e.date AS date, e.otherDates AS other_dates, e.place AS place, e.otherPlaces AS other_places, reports
ORDER BY coalesce(e.dateFrom, e.dateTo) DESC, event;
