-- SEARCH and CYCLE, and what else recursion does with rows of several shards.
CREATE TABLE arcs (id int PRIMARY KEY, f int, t int, label text);
--@herd SELECT create_distributed_table('arcs', 'id');
INSERT INTO arcs VALUES (1, 1, 2, '1 -> 2'), (2, 1, 3, '1 -> 3'), (3, 2, 3, '2 -> 3'), (4, 1, 4, '1 -> 4'), (5, 4, 5, '4 -> 5'), (6, 5, 1, '5 -> 1');
WITH RECURSIVE g(f, t) AS (SELECT f, t FROM arcs WHERE t > 1 UNION ALL SELECT a.f, a.t FROM arcs a, g WHERE a.f = g.t AND a.t > 1) SEARCH DEPTH FIRST BY f, t SET s SELECT f, t, s FROM g ORDER BY s;
WITH RECURSIVE g(f, t) AS (SELECT f, t FROM arcs WHERE t > 1 UNION ALL SELECT a.f, a.t FROM arcs a, g WHERE a.f = g.t AND a.t > 1) SEARCH BREADTH FIRST BY f, t SET s SELECT * FROM g ORDER BY s;
WITH RECURSIVE g(f, t) AS (SELECT f, t FROM arcs WHERE t > 1 UNION SELECT a.f, a.t FROM arcs a, g WHERE a.f = g.t AND a.t > 1) SEARCH BREADTH FIRST BY f, t SET s SELECT * FROM g ORDER BY s;
WITH RECURSIVE g(f, t) AS (SELECT f, t FROM arcs WHERE t > 1 UNION SELECT a.f, a.t FROM arcs a, g WHERE a.f = g.t AND a.t > 1) SEARCH DEPTH FIRST BY t SET s SELECT f, t FROM g ORDER BY s, f;
WITH RECURSIVE g(f, t) AS (SELECT f, t FROM arcs UNION ALL SELECT a.f, a.t FROM arcs a, g WHERE a.f = g.t) CYCLE f, t SET done USING path SELECT f, t, done, path FROM g ORDER BY path;
WITH RECURSIVE g(f, t) AS (SELECT f, t FROM arcs UNION SELECT a.f, a.t FROM arcs a, g WHERE a.f = g.t) CYCLE f, t SET done TO 'Y' DEFAULT 'N' USING path SELECT f, t, done FROM g ORDER BY path, done;
WITH RECURSIVE g(f, t) AS (SELECT f, t FROM arcs UNION ALL SELECT a.f, a.t FROM arcs a, g WHERE a.f = g.t) SEARCH DEPTH FIRST BY f, t SET s CYCLE f, t SET done USING path SELECT * FROM g ORDER BY s;
WITH RECURSIVE g(f, t) AS (SELECT f, t FROM arcs UNION ALL SELECT a.f, a.t FROM arcs a, g WHERE a.f = g.t) SEARCH BREADTH FIRST BY f, t SET s CYCLE f, t SET done TO 1 DEFAULT 0 USING path SELECT s, done, count(*) OVER (PARTITION BY done) FROM g ORDER BY s, path;
WITH RECURSIVE g AS (SELECT 0 AS x UNION ALL SELECT (x + 1) % 10 FROM g) CYCLE x SET done USING path SELECT g.*, (SELECT min(id) FROM arcs WHERE f = x) FROM g;
WITH RECURSIVE g(f, t, done, path) AS (SELECT f, t, false, ARRAY[ROW(f, t)] FROM arcs UNION ALL SELECT a.f, a.t, ROW(a.f, a.t) = ANY (path), path || ROW(a.f, a.t) FROM arcs a, g WHERE a.f = g.t AND NOT done) SELECT f, t, done, path FROM g ORDER BY path;
SELECT c.id, (WITH RECURSIVE g(t) AS (SELECT c.id UNION ALL SELECT a.t FROM arcs a, g WHERE a.f = g.t) CYCLE t SET done USING path SELECT count(*) FROM g) FROM customers c WHERE c.id < 7 ORDER BY 1;
CREATE VIEW reach AS WITH RECURSIVE g(f, t) AS (SELECT f, t FROM arcs UNION ALL SELECT a.f, a.t FROM arcs a, g WHERE a.f = g.t) CYCLE f, t SET done TO true DEFAULT false USING path SELECT f, t, done FROM g;
SELECT f, t, done, count(*) FROM reach GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;
WITH RECURSIVE g(f, t) AS (SELECT f, t FROM arcs UNION ALL SELECT a.f, a.t FROM arcs a, (SELECT * FROM g OFFSET 0) g WHERE a.f = g.t) CYCLE f, t SET done USING path SELECT f, t FROM g;
WITH RECURSIVE up(n) AS (SELECT min(id) FROM customers UNION ALL SELECT n + 7 FROM up WHERE n < 50) SELECT n, name FROM up LEFT JOIN customers ON id = n ORDER BY n;
WITH RECURSIVE tree(id, depth) AS (SELECT id, 0 FROM arcs WHERE f = 1 UNION SELECT a.id, depth + 1 FROM arcs a JOIN tree ON a.id = tree.id + 1 WHERE depth < 3) SELECT depth, count(*), array_agg(DISTINCT id ORDER BY id) FROM tree GROUP BY depth ORDER BY depth;
create table rec_g0(f int, t int, label text);
with recursive s(f,t,label) as ((select * from rec_g0 union all select * from rec_g0) union all select g.* from rec_g0 g, s where g.f = s.t) search depth first by f, t set seq select * from s;
with recursive s(f,t,label) as (select * from rec_g0 union all (select * from rec_g0 union all select g.* from rec_g0 g, s where g.f = s.t)) search depth first by f, t set seq select * from s;
with recursive s(f,t,label) as (select * from rec_g0 union all (values (1,2,'x'))) search depth first by f, t set seq select * from s;
with recursive s(f,t,label) as (select * from rec_g0) cycle f set c using p select * from s;
with recursive x(col) as (select 1 union (with x as (select * from x) select * from x)) search depth first by col set seq select * from x;
with recursive x(col) as (select 1 union (with x as (select * from x) select * from x)) select * from x;
with recursive x(col) as (select 1 union (with recursive x as (select * from x) select * from x)) select * from x;
with recursive x(col) as (select 1 union (with y as (select * from x), x as (select 1) select * from y)) select * from x;
with recursive x(col) as (select 1 union (with x as (select 1), y as (select * from x) select * from y)) select * from x;
with recursive x(col) as (select 1 union select col + 1 from (select * from x) q where col < 4) search depth first by col set seq select * from x;
with recursive x(col) as (select 1 union select col + 1 from x where col < 4) search depth first by col set seq select * from x;
-- An alias of a WITH query can't name the columns that SEARCH and CYCLE add.
SELECT code, (WITH RECURSIVE w(a) AS (VALUES (1) UNION ALL SELECT a + 1 FROM w WHERE a < 3) CYCLE a SET c USING p SELECT max(a) FROM w) AS x FROM regions ORDER BY code;
SELECT code, (WITH RECURSIVE w(a) AS (VALUES (1) UNION ALL SELECT a + 1 FROM w WHERE a < 3) SEARCH DEPTH FIRST BY a SET c SELECT max(c) FROM w) AS x FROM regions ORDER BY code;
SELECT id, x FROM customers, LATERAL (WITH RECURSIVE w(a) AS (VALUES (id) UNION ALL SELECT a + 1 FROM w WHERE a < 3) SEARCH DEPTH FIRST BY a SET s CYCLE a SET c USING p SELECT max(s) FROM w) AS x WHERE id < 4 ORDER BY id;
-- the step sees the columns of its own SEARCH and CYCLE; within other queries * leaves them out
WITH RECURSIVE t AS (SELECT 0 AS x UNION ALL SELECT (x + 1) % 10 FROM t WHERE NOT is_cycle) CYCLE x SET is_cycle USING path SELECT * FROM t;
WITH RECURSIVE s(f) AS (SELECT 1 UNION ALL SELECT f + 1 FROM s WHERE f < 4 AND s.o IS NOT NULL) SEARCH DEPTH FIRST BY f SET o SELECT * FROM s ORDER BY o;
WITH RECURSIVE s(f) AS (SELECT 1 UNION ALL SELECT f + 1 FROM s WHERE f < 3) CYCLE f SET c USING p SELECT * FROM (SELECT * FROM s) x;
WITH RECURSIVE s(f) AS (SELECT 1 UNION ALL SELECT f + 1 FROM s WHERE f < 3) CYCLE f SET c USING p SELECT x.c FROM (SELECT s.*, c FROM s) x;
WITH RECURSIVE s(f, p) AS (SELECT id, ARRAY[ROW(id, 1)] FROM customers WHERE id < 3 UNION SELECT f + 10, p || ROW(f + 10, 1) FROM s WHERE f < 20) SELECT * FROM s ORDER BY f;
-- the server shows the marks of a view's CYCLE with casts, which it would not read itself
CREATE VIEW cycled AS WITH RECURSIVE w (id, next, d) AS (SELECT id, id % 4 + 1, 1.5 FROM customers WHERE id = 1 UNION ALL SELECT next, next % 4 + 1, d FROM w) CYCLE id SET looped TO 'it''s' DEFAULT 'no' USING path SELECT id, looped, path FROM w;
SELECT * FROM cycled ORDER BY 1, 2;
DROP VIEW cycled;
CREATE VIEW cycled AS WITH RECURSIVE w (id, next) AS (SELECT id, id % 4 + 1 FROM customers WHERE id = 1 UNION ALL SELECT next, next % 4 + 1 FROM w) CYCLE id SET "Set To" TO date '2024-01-01' DEFAULT date '2023-01-01' USING "my path" SELECT * FROM w;
SELECT * FROM cycled ORDER BY 1, 3;
DROP VIEW cycled;
