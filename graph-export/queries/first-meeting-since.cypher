// First meeting in years: two people who met again after a long time
MATCH (a:Person)-[r:MET_WITH]-(b:Person)
WHERE a.id < b.id AND r.date IS NOT NULL
WITH a, b, r ORDER BY r.dateFrom
WITH a, b, collect(r) AS meetings
UNWIND range(1, size(meetings) - 1) AS i
WITH a, b, meetings[i - 1] AS before, meetings[i] AS again
WITH a, b, before, again, duration.inMonths(before.dateTo, again.dateFrom).months AS months
WHERE months >= 36
RETURN a.name AS who, b.name AS whom, again.date AS met_again, before.date AS met_before, months, again.evidence AS sentence
ORDER BY months DESC, who;
