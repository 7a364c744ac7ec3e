// Meetings in a country that none of those who met stands for
MATCH (e:Event {status: 'held'})-[:INVOLVES]->(state:Country)
WHERE e.kind = 'meeting' AND e.country IS NOT NULL
WITH e, collect(DISTINCT state.name) AS states
WHERE size(states) > 1 AND NOT e.country IN states
RETURN e.date AS date, e.name AS meeting, states, e.country AS country, e.place AS place
ORDER BY coalesce(e.dateFrom, e.dateTo) DESC, meeting;
