CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE pair AS (a int, b text);
CREATE DOMAIN small AS int CHECK (VALUE < 100);
CREATE TABLE "Odd Name" ("select" int PRIMARY KEY, "A" text, arr int[], p pair, m mood, d date, n numeric(8,2), c char(4), v varchar(5), s small);
INSERT INTO "Odd Name" SELECT g, 'x' || g, ARRAY[g, g + 1], ROW(g, 'p')::pair, 'ok', DATE '2024-01-01' + g, g / 3.0, 'ab', 'cd', g FROM generate_series(1, 9) g;
CREATE TABLE t (id int PRIMARY KEY, grp int, val float8, txt text, j jsonb, ts timestamptz);
INSERT INTO t SELECT g, g % 3, g * 1.5, repeat('y', g % 4), jsonb_build_object('k', g), TIMESTAMPTZ '2024-02-03 04:05:06+00' + g * INTERVAL '1 hour' FROM generate_series(1, 20) g;
CREATE TABLE u (id int PRIMARY KEY, t_id int, note text DEFAULT 'none', at date DEFAULT DATE '2020-01-01');
INSERT INTO u SELECT g, g % 7, CASE WHEN g % 2 = 0 THEN 'even' END FROM generate_series(1, 15) g;
CREATE VIEW evens AS SELECT id, txt FROM t WHERE id % 2 = 0;
CREATE FUNCTION pure_add(a int, b int DEFAULT 5) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
====
SELECT "select", "A", arr, p, m, d, n, c, v, s FROM "Odd Name" WHERE m = 'ok' AND "select" > 3
SELECT arr[1], arr[1:2], (p).b, (p).a + 1, c || v, n::int, s + 1 FROM "Odd Name" o ORDER BY "select" DESC
SELECT o.p, o FROM "Odd Name" o WHERE o.d BETWEEN DATE '2024-01-03' AND DATE '2024-01-05'
SELECT CASE WHEN id < 5 THEN 'low' WHEN id < 9 THEN 'mid' ELSE NULL END, CASE grp WHEN 0 THEN 'z' WHEN 1 THEN 'o' END FROM t
SELECT coalesce(note, 'x'), nullif(t_id, 3), greatest(id, t_id, 4), least(id, t_id), id IS DISTINCT FROM t_id FROM u
SELECT count(*), count(note), count(DISTINCT t_id), sum(id) FILTER (WHERE id > 3), string_agg(note, ',' ORDER BY id DESC) FROM u
SELECT grp, avg(val), percentile_cont(0.5) WITHIN GROUP (ORDER BY val) FROM t GROUP BY grp HAVING count(*) > 1 ORDER BY 1
SELECT grp, id % 2, grouping(grp, id % 2), count(*) FROM t GROUP BY CUBE (grp, id % 2)
SELECT grp, id % 2, count(*) FROM t GROUP BY GROUPING SETS ((grp), (id % 2), ())
SELECT id, rank() OVER w, sum(val) OVER (PARTITION BY grp ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW), lag(id, 2, -1) OVER (ORDER BY id) FROM t WINDOW w AS (PARTITION BY grp ORDER BY val DESC)
SELECT id, count(*) OVER (ORDER BY grp GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING EXCLUDE TIES) FROM t
SELECT DISTINCT grp, txt FROM t ORDER BY txt, grp
SELECT DISTINCT ON (grp) grp, id FROM t ORDER BY grp, id DESC
SELECT id FROM t ORDER BY val DESC NULLS LAST LIMIT 3 OFFSET 2
SELECT grp FROM t ORDER BY grp FETCH FIRST 2 ROWS WITH TIES
SELECT t.id, u.id FROM t LEFT JOIN u ON u.t_id = t.id AND u.id > 4
SELECT * FROM t JOIN u USING (id) WHERE t.grp = 1
SELECT a.id, b.id, c.id FROM t a FULL JOIN u b ON a.id = b.t_id CROSS JOIN (SELECT 1 AS id) c
SELECT * FROM t NATURAL JOIN u
SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.t_id = t.id) AND id NOT IN (SELECT t_id FROM u WHERE t_id IS NOT NULL AND t_id > 4)
SELECT id, (SELECT max(u.id) FROM u WHERE u.t_id = t.id), ARRAY(SELECT u.id FROM u WHERE u.t_id = t.id ORDER BY 1) FROM t
SELECT id FROM t WHERE (id, grp) IN (SELECT id, t_id % 3 FROM u) OR ROW(id, grp) < ROW(3, 1)
SELECT id FROM t WHERE val > ALL (SELECT id FROM u WHERE id < 5) AND id = ANY (ARRAY[5, 6, 7])
SELECT x.*, y.n FROM t x, LATERAL (SELECT count(*) AS n FROM u WHERE u.t_id = x.id) y WHERE y.n > 1
SELECT g, o FROM generate_series(2, 4) WITH ORDINALITY AS s(g, o)
SELECT * FROM ROWS FROM (generate_series(1, 3), unnest(ARRAY['a', 'b'])) AS r(n, s)
SELECT * FROM json_to_recordset('[{"a":1,"b":"x"}]') AS r(a int, b text)
SELECT * FROM (VALUES (1, 'one'), (2, 'two')) AS v(n, s) WHERE n > 1
VALUES (1, 'a'), (2, 'b')
SELECT id FROM t UNION SELECT t_id FROM u EXCEPT SELECT 3 ORDER BY 1 DESC LIMIT 4
(SELECT id FROM t ORDER BY id LIMIT 2) UNION ALL (SELECT id FROM u ORDER BY id DESC LIMIT 2)
WITH a AS (SELECT grp, count(*) AS n FROM t GROUP BY grp), b AS MATERIALIZED (SELECT * FROM a WHERE n > 2) SELECT * FROM b JOIN a USING (grp)
WITH RECURSIVE r(n, path) AS (SELECT 1, ARRAY[1] UNION ALL SELECT n + 1, path || (n + 1) FROM r WHERE n < 5) SELECT * FROM r
SELECT j -> 'k', j ->> 'k', (j -> 'k')::int + 1, j @> '{"k": 3}', txt LIKE 'y%', txt ~ '^y+$' FROM t
SELECT extract(year FROM ts), ts AT TIME ZONE 'UTC', date_trunc('day', ts), ts + INTERVAL '1 day 2 hours', ts::date FROM t
SELECT substring('abcdef' FROM 2 FOR 3), position('c' IN 'abc'), trim(both 'x' FROM 'xax'), overlay('abc' PLACING 'Z' FROM 2), upper('q') COLLATE "C"
SELECT 'it''s', E'back\\slash', U&'\0041', B'101', X'1F', '\xDEADBEEF'::bytea, -5, 1.50, 1e10, true, NULL, NULL::int[], '{1,2}'::int[]
SELECT pure_add(1), pure_add(1, 2), pure_add(b => 3, a => 4)
SELECT * FROM evens WHERE id > 10
SELECT id IS NULL, grp IS NOT NULL, (id > 3) IS TRUE, (grp > 1) IS NOT UNKNOWN, NOT (id = 4) FROM t
SELECT '2024-01-01'::date - 3, INTERVAL '1 year' * 2, '5'::varchar(3)::int, 7::numeric(5, 2), 3.7::int, 'abc'::char(2)
SELECT t.id FROM t WHERE t.id IN (1, 2, 3) FOR UPDATE OF t SKIP LOCKED
SELECT t FROM t WHERE id = 2
SELECT count(t.*), row_to_json(x) FROM t, (SELECT 1 AS a, 'b' AS b) x GROUP BY x
INSERT INTO u VALUES (100, 1, 'n', DATE '2021-02-03'), (101, 2, NULL, NULL) RETURNING id, note || '!' AS n
INSERT INTO u (id) VALUES (102) RETURNING *
INSERT INTO u (id, t_id) SELECT id + 200, grp FROM t WHERE id < 4 RETURNING *
INSERT INTO u (id, note) VALUES (1, 'again') ON CONFLICT (id) DO UPDATE SET note = excluded.note || u.note, t_id = 9 WHERE u.id > 0 RETURNING *
INSERT INTO u (id, note) VALUES (1, 'again'), (300, 'new') ON CONFLICT DO NOTHING RETURNING id
UPDATE u SET note = upper(note), t_id = t_id + 1 WHERE id < 4 RETURNING *
UPDATE u AS w SET note = t.txt FROM t WHERE t.id = w.t_id AND t.grp = 1 RETURNING w.id, t.id
UPDATE u SET (note, t_id) = (SELECT txt, id FROM t WHERE t.id = u.t_id) WHERE id = 3 RETURNING *
UPDATE "Odd Name" SET arr[1] = 77, p.b = 'changed' WHERE "select" = 2 RETURNING arr, p
DELETE FROM u WHERE id IN (SELECT id FROM t WHERE grp = 0) RETURNING id
DELETE FROM u USING t WHERE t.id = u.t_id AND t.val > 5 RETURNING u.*
MERGE INTO u USING t ON u.id = t.id WHEN MATCHED AND t.grp = 0 THEN DELETE WHEN MATCHED THEN UPDATE SET note = t.txt WHEN NOT MATCHED THEN INSERT (id, note) VALUES (t.id, 'merged')
WITH gone AS (DELETE FROM u WHERE id < 3 RETURNING *) SELECT count(*), max(note) FROM gone
