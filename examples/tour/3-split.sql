-- == Aggregates: partial ones on the shards, finished here
SELECT device, count(*), sum(seconds), round(avg(seconds), 3) AS average, min(at), max(at)
FROM listens
GROUP BY device
ORDER BY device;

-- == HAVING and ORDER BY over an aggregate
SELECT country, count(*) AS listeners, count(born) AS with_year, min(born) AS oldest
FROM listeners
GROUP BY country
HAVING count(*) > 95
ORDER BY listeners DESC, country;

-- == Top-N: each shard sends its first seven, five of all are taken
SELECT id, name, founded FROM creators ORDER BY founded DESC, id LIMIT 5 OFFSET 2;

-- == Distinct counts cannot be added up
SELECT count(DISTINCT creator_id) AS creators, count(DISTINCT listener_id) AS listeners, count(*) FROM listens;
