// One meeting as a picture: people, offices, place, states and what was agreed
MATCH (e:Event {kind: 'meeting', date: '2023-03-16'})<-[took:PARTICIPATED_IN]-(person:Person)
WHERE person.name IN ['岸田文雄', '尹錫悅']
OPTIONAL MATCH (person)-[holds:HOLDS]->(office:Office)-[of:OFFICE_OF]->(state)
OPTIONAL MATCH (e)-[at:HELD_AT]->(place)
OPTIONAL MATCH (agreement:Agreement)-[reached:REACHED_AT]->(e)
RETURN e, took, person, holds, office, of, state, at, place, reached, agreement;
