-- == Cross-shard join: listens live by listener, creators by their own key
SELECT c.name, count(*) AS listens, sum(s.seconds) AS seconds
FROM listens s JOIN creators c ON c.id = s.creator_id
GROUP BY c.id, c.name
ORDER BY listens DESC, c.name, seconds
LIMIT 8;

-- == Cross-shard outer join: whom has nobody heard?
SELECT c.id, c.name
FROM creators c LEFT JOIN listens s ON s.creator_id = c.id
WHERE s.creator_id IS NULL
ORDER BY c.id;

-- == Window functions over all shards
SELECT country, name, rating,
       rank() OVER (PARTITION BY country ORDER BY rating DESC NULLS LAST) AS place,
       rating - lag(rating) OVER (PARTITION BY country ORDER BY rating DESC NULLS LAST, id) AS behind
FROM creators
WHERE country IN ('BR', 'NG')
ORDER BY country, place, id
LIMIT 12;

-- == Correlated subquery across shards
SELECT c.id, c.name, c.rating
FROM creators c
WHERE c.rating > (SELECT avg(d.rating) + 1.6 FROM creators d WHERE d.genre_id = c.genre_id)
ORDER BY c.id;

-- == IN (subquery) over another shard key
SELECT count(*) AS listeners, count(*) FILTER (WHERE premium) AS premium
FROM listeners
WHERE id IN (SELECT s.listener_id FROM listens s JOIN creators c ON c.id = s.creator_id WHERE c.country = 'FR');

-- == Common table expression, UNION ALL
WITH heard AS (SELECT creator_id, sum(seconds) AS seconds FROM listens GROUP BY creator_id)
SELECT 'most' AS what, max(seconds) FROM heard
UNION ALL
SELECT 'least', min(seconds) FROM heard
UNION ALL
SELECT 'none', count(*) FROM creators WHERE id NOT IN (SELECT creator_id FROM heard)
ORDER BY 1;

-- == The same aggregate with push-down capped: the shards give rows only, all else runs here
SET pgherd.max_pushdown = 'pull';
SELECT device, count(*), sum(seconds), round(avg(seconds), 3) AS average, min(at), max(at)
FROM listens
GROUP BY device
ORDER BY device;
RESET pgherd.max_pushdown;
