-- == The same statement on each shard, the sorted answers merged
SELECT id, name, rating FROM creators WHERE rating >= 4.6 ORDER BY rating DESC, id;

-- == Co-located join: each shard joins what it has
SELECT l.id, l.name, s.id AS listen, s.seconds
FROM listeners l JOIN listens s ON s.listener_id = l.id
WHERE l.premium AND s.seconds > 410
ORDER BY s.seconds DESC, s.id;

-- == Join with a reference table
SELECT c.name, g.name AS genre, c.founded
FROM creators c JOIN genres g ON g.id = c.genre_id
WHERE c.country = 'JP'
ORDER BY c.founded, c.id;

-- == Co-located outer join: who never listened to anything?
SELECT l.id, l.name, l.country
FROM listeners l LEFT JOIN listens s ON s.listener_id = l.id
WHERE s.id IS NULL AND l.country IN ('SE', 'VN')
ORDER BY l.id;
