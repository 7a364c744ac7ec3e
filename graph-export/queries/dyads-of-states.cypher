// All pairs of states by year, with their codes (ISO 3166, Correlates of War)
MATCH (a:Country)<-[:INVOLVES]-(e:Event {status: 'held'})-[:INVOLVES]->(b:Country)
WHERE a.name < b.name AND e.year IS NOT NULL AND e.kind IN ['meeting', 'video-meeting', 'phone-call', 'visit']
RETURN e.year AS year, a.iso3 AS first, a.cow AS first_cow, b.iso3 AS second, b.cow AS second_cow, count(DISTINCT e) AS events
ORDER BY year DESC, events DESC, first, second;
