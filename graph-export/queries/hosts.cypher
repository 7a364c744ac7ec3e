// Where people meet: places by number of held meetings
MATCH (e:Event {status: 'held'})-[:HELD_AT]->(where)
WHERE e.kind IN ['meeting', 'conference']
OPTIONAL MATCH (where)-[:LOCATED_IN]->(country:Country)
RETURN coalesce(country.name, where.name) AS country, collect(DISTINCT CASE WHEN where:Place THEN where.name END) AS places, count(DISTINCT e) AS events
ORDER BY events DESC, country;
