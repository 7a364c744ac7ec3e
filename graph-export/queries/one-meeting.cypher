// One meeting as a picture: people in their offices, place, states and what was agreed
MATCH (e:Event {name: '王毅–尹炳世 2015-03-21 首尔'})<-[took:PARTICIPATED_IN]-(person:Person)
OPTIONAL MATCH (person)-[holds:HOLDS]->(office:Office {title: took.title})-[of:OFFICE_OF]->(state)
OPTIONAL MATCH (e)-[at:HELD_AT]->(place)
OPTIONAL MATCH (agreement:Agreement)-[reached:REACHED_AT]->(e)
RETURN e, took, person, holds, office, of, state, at, place, reached, agreement;
