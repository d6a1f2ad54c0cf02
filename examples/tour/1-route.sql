-- == A point select goes to the one shard that owns the key
SELECT * FROM creators WHERE id = 42;

-- == A join and its aggregate, whole, to one shard: both tables live by the listener
SELECT l.name, count(*) AS listens, sum(s.seconds) AS seconds, max(s.at) AS latest
FROM listeners l JOIN listens s ON s.listener_id = l.id
WHERE l.id = 7
GROUP BY l.name;

-- == A reference table is on every shard, so any one answers
SELECT id, name FROM genres WHERE name LIKE '%o%' ORDER BY name;
