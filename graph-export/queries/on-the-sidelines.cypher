// Meetings on the sidelines of a conference or ceremony
MATCH (e:Event)-[:PART_OF]->(occasion:Event)
RETURN occasion.name AS occasion, collect(e.name) AS meetings
ORDER BY size(meetings) DESC, occasion;
