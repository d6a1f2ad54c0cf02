-- Subqueries that run again and again: what may be remembered of a run, and when it runs.
CREATE TABLE a (id int PRIMARY KEY, g bool, n int);
CREATE TABLE b (id int PRIMARY KEY, x int, t text);
CREATE TABLE c (k int, y int);
--@herd SELECT create_distributed_table('a', 'id');
--@herd SELECT create_distributed_table('b', 'id', colocate_with => 'none');
--@herd SELECT create_distributed_table('c', 'k', colocate_with => 'none');
INSERT INTO a SELECT i, i % 2 = 0, i % 3 FROM generate_series(1, 12) i;
INSERT INTO b SELECT i, i % 5, 'b' || i FROM generate_series(1, 15) i;
INSERT INTO c SELECT i % 4, i FROM generate_series(1, 10) i;
CREATE SEQUENCE s;
CREATE FUNCTION next(int) RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN nextval('s') + $1; END $$;
-- volatile: equal values give other rows
SELECT count(DISTINCT x) FROM (SELECT (SELECT random() WHERE a.g IS NOT NULL) AS x FROM a) q;
SELECT count(DISTINCT x) FROM (SELECT (SELECT nextval('s') WHERE a.g) AS x FROM a) q;
SELECT count(DISTINCT x) FROM (SELECT (SELECT next(0) WHERE a.n >= 0) AS x FROM a) q;
SELECT count(DISTINCT x) FROM (SELECT ARRAY(SELECT next(0) FROM b WHERE b.x = a.n) AS x FROM a) q;
SELECT count(DISTINCT x) FROM (SELECT (SELECT min(next(0)) FROM b WHERE b.x = a.n) AS x FROM a) q;
SELECT count(DISTINCT x) FROM (SELECT (SELECT count(*) + min(random()) FROM b WHERE b.x > a.n) AS x FROM a) q;
SELECT count(DISTINCT x) FROM a, LATERAL (SELECT random() AS x WHERE a.g IS NOT NULL) y;
SELECT count(DISTINCT x), count(*) FROM a, LATERAL (SELECT nextval('s') AS x FROM b WHERE b.x = a.n) y;
SELECT count(DISTINCT x), count(*) FROM a LEFT JOIN LATERAL (SELECT next(0) AS x FROM b WHERE b.x = a.n LIMIT 2) y ON true;
SELECT setval('s', 100);
SELECT count(*) FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.x = a.n AND next(0) > 0 AND b.id < 6);
SELECT count(*) FROM a WHERE a.n IN (SELECT x FROM b WHERE next(0) > 0 AND a.g);
SELECT count(*) FROM a WHERE (SELECT next(a.n) > 0 WHERE a.g IS NOT NULL);
SELECT nextval('s') > 112;
SELECT count(DISTINCT x) FROM (SELECT (SELECT (SELECT random() WHERE a.g = a2.g) FROM a a2 WHERE a2.id = a.n) AS x FROM a) q WHERE x IS NOT NULL;
-- an uncorrelated one runs once
SELECT count(DISTINCT x) FROM (SELECT (SELECT random() FROM b LIMIT 1) AS x FROM a) q;
SELECT count(DISTINCT x) FROM (SELECT (SELECT next(0)) AS x FROM a) q;
-- the same rows for the same values
SELECT a.id, (SELECT count(*) FROM b WHERE b.x > a.n) FROM a ORDER BY 1;
SELECT a.id, (SELECT string_agg(b.t, ',' ORDER BY b.id) FROM b WHERE b.x > a.n AND b.id > 9) FROM a ORDER BY 1;
SELECT a.id, q.* FROM a, LATERAL (SELECT b.t, b.x + a.n AS s FROM b WHERE b.x > a.n ORDER BY b.id LIMIT 2) q ORDER BY 1, 2;
SELECT a.id, q.* FROM a LEFT JOIN LATERAL (SELECT b.t FROM b WHERE b.x = a.n AND a.g ORDER BY b.id DESC LIMIT 2) q ON q.t <> 'b5' ORDER BY 1, 2;
SELECT a.id, q.id, q.m FROM a, LATERAL (SELECT b.id, r.m FROM b, LATERAL (SELECT max(c.y) AS m FROM c WHERE c.k = b.x AND c.y > a.n) r WHERE b.x = a.n) q ORDER BY 1, 2;
SELECT a.id, (SELECT max(q.m) FROM b, LATERAL (SELECT count(*) AS m FROM c WHERE c.k = b.x AND c.y <> a.id) q WHERE b.x = a.n) FROM a ORDER BY 1;
SELECT count(*), sum(q.y) FROM a a1, a a2, LATERAL (SELECT c.y FROM c WHERE c.k = a1.n AND c.y > 2) q;
-- where LATERAL items are joined
SELECT a.id, g, b.id FROM a LEFT JOIN (generate_series(1, a.id) g JOIN b ON b.x = g) ON true ORDER BY 1, 2, 3;
SELECT a.id, q.c, b.id FROM a, b, LATERAL (SELECT count(*) AS c FROM b b2 WHERE b2.x = a.n) q WHERE b.x = q.c ORDER BY 1, 2, 3;
SELECT a.id, q.c, z.s FROM a, LATERAL (SELECT count(*) AS c FROM b b2 WHERE b2.x = a.n) q, LATERAL (SELECT sum(x) AS s FROM b WHERE b.x < q.c) z, b WHERE z.s = b.id ORDER BY 1, 2, 3;
SELECT a.id, g, h, b.t FROM a, b, generate_series(a.n, b.x) g, LATERAL (VALUES (g + 1), (g * 2)) v(h), c WHERE c.k = h AND c.y = b.id AND a.id < 4 ORDER BY 1, 2, 3, 4;
SELECT a.id, u, b.id FROM a CROSS JOIN LATERAL unnest(ARRAY[a.n, a.id]) u JOIN b ON b.id = u JOIN c ON c.y = b.id AND c.k = a.n ORDER BY 1, 2, 3;
SELECT a.id, q.x, c.y FROM c, a, LATERAL (SELECT b.x FROM b WHERE b.id = a.id + c.k) q WHERE q.x = c.y ORDER BY 1, 2, 3;
-- where subqueries of conditions are tried
SELECT count(*) FROM a, b WHERE EXISTS (SELECT 1 FROM b b2 WHERE b2.x = a.n AND b2.id > a.id) AND (SELECT count(*) FROM b b3 WHERE b3.id > a.id AND b3.x < b.x) > 2;
SELECT count(*) FROM a, b WHERE a.id IN (SELECT x FROM b WHERE b.id > 3) AND a.n = b.x AND b.x NOT IN (SELECT n FROM a WHERE id > 11);
SELECT a.id, b.id, c.y FROM a JOIN b ON b.x > a.n JOIN c ON c.k = b.x WHERE (SELECT sum(x) FROM b b2 WHERE b2.id < a.id) > 10 AND c.y IN (SELECT id FROM b WHERE t > 'b2') AND NOT EXISTS (SELECT 1 FROM a a2 WHERE a2.n = c.k AND a2.g = a.g) ORDER BY 1, 2, 3;
SELECT a.id, b.id FROM a JOIN b ON b.id = a.id WHERE (a.n, b.x) = (SELECT c.k, max(c.y) - 8 FROM c WHERE c.k = a.n GROUP BY 1) OR a.id = (SELECT min(y) FROM c WHERE c.k = b.x) ORDER BY 1;
SELECT a.id, q.n FROM a, LATERAL (SELECT count(*) AS n FROM c WHERE c.k = a.n) q WHERE q.n > (SELECT min(x) FROM b WHERE b.id = a.id) AND a.id NOT IN (SELECT y FROM c WHERE c.k = q.n) ORDER BY 1;
SELECT count(*) FROM a, b WHERE a.n = b.x AND 1 / (SELECT count(*) FROM c WHERE c.y > a.id + 100) > 0;
-- functions that only read: equal arguments need no second run
CREATE FUNCTION st(int) RETURNS text LANGUAGE sql STABLE AS 'SELECT max(t) FROM b WHERE x = $1';
CREATE FUNCTION stp(k int) RETURNS bigint LANGUAGE plpgsql STABLE AS $$ DECLARE s bigint := 0; r record; BEGIN FOR r IN SELECT id FROM b WHERE x = k LOOP s := s + r.id; END LOOP; RETURN s; END $$;
CREATE FUNCTION noisy(k int) RETURNS bigint LANGUAGE plpgsql STABLE AS $$ BEGIN RAISE NOTICE 'k %', k; RETURN (SELECT count(*) FROM b WHERE x = k); END $$;
CREATE FUNCTION calls_noisy(k int) RETURNS bigint LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN noisy(k) + (SELECT count(*) FROM b); END $$;
CREATE FUNCTION wrongly(k int) RETURNS float8 LANGUAGE sql STABLE AS 'SELECT random() + count(*) FROM b WHERE x = $1';
CREATE FUNCTION counts(k int) RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$ BEGIN RETURN (SELECT count(*) FROM b WHERE x = k); END $$;
CREATE FUNCTION fails(k int) RETURNS int LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN 1 / (SELECT (count(*) - 2)::int FROM b WHERE x = k AND id < 7); END $$;
SELECT id, st(n), stp(n) FROM a ORDER BY id;
SELECT noisy(n) FROM a WHERE n = 1;
SELECT calls_noisy(n) FROM a WHERE n = 1;
SELECT count(DISTINCT wrongly(n)) FROM a;
SELECT id, counts(n), stp(NULL), st(NULL) FROM a ORDER BY id;
SELECT id, fails(n) FROM a ORDER BY id;
SELECT sum(stp(a1.n)), max(st(a2.n)) FROM a a1, a a2;
UPDATE a SET n = stp(n) WHERE id < 5;
SELECT * FROM a ORDER BY 1;
DO $$ BEGIN UPDATE b SET x = x + 1; PERFORM stp(1); UPDATE b SET x = x + 1; IF stp(2) IS NULL THEN RAISE EXCEPTION 'x'; END IF; END $$;
SELECT id, stp(n) FROM a ORDER BY 1;
BEGIN;
UPDATE b SET x = 0;
SELECT stp(0), st(0);
UPDATE b SET x = 1 WHERE id > 3;
SELECT stp(0), st(0);
ROLLBACK;
-- functions that Java does not have, of what only the coordinator has
SELECT encode(convert_to(st(n), 'UTF8'), 'hex'), convert_from(convert_to(st(n), 'LATIN1'), 'LATIN1') FROM a ORDER BY id;
SELECT id FROM a WHERE (SELECT convert_to(t, 'UTF8') FROM b WHERE b.id = a.id) = 'b3';
SELECT id, convert_to(st(n), 'nowhere') FROM a ORDER BY id;
DELETE FROM a WHERE convert_to(st(n), 'UTF8') = 'b9';
CREATE SEQUENCE drawn;
SELECT count(*), count(g) FROM customers c LEFT JOIN (generate_series(1, length(c.region)) g JOIN settings s ON nextval('drawn') > 0) ON c.id > 0;
SELECT last_value > 100 FROM drawn;
