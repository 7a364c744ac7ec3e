// The best-connected people of each year
MATCH (person:Person)-[r:MET_WITH|CALLED|WROTE_TO]-(other:Person)
WHERE r.year IS NOT NULL
WITH r.year AS year, person, count(DISTINCT other) AS people, count(r) AS contacts
ORDER BY year DESC, people DESC, contacts DESC, person.name
WITH year, collect({name: person.name, people: people, contacts: contacts})[..5] AS top
UNWIND top AS row
RETURN year, row.name AS person, row.people AS people, row.contacts AS contacts;
