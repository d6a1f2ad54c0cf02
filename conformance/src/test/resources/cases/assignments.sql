-- Assignments to parts of PL/pgSQL variables: elements, slices, fields, keys of jsonb.

DO $$
DECLARE a int[]; b int[] := '{1,2,3,4,5}'; m int[] := '{{1,2},{3,4}}';
BEGIN
  a[3] := 7; a[1] := 5;
  b[2:3] := array[20, 30];
  b[:1] := '{10}';
  b[7:8] := '{70,80}';
  m[1:2][2:2] := array[[8],[9]];
  RAISE NOTICE '% % %', a, b, m;
  b[2:3] := null;
  RAISE NOTICE '%', b;
  b[1:4] := array[1];
END $$;

DO $$
DECLARE j jsonb := '{"a": {"b": [1, 2]}}'; k jsonb;
BEGIN
  j['a']['b'][0] := '10';
  j['c'] := to_jsonb('x'::text);
  RAISE NOTICE '%', j;
  j['c'] := 1;
END $$;

DO $$
DECLARE r record; p point := '(1,2)';
BEGIN
  SELECT array[1,2,3] AS v, 'x' AS w INTO r;
  r.v[2] := 20;
  r.v[2:3] := array[r.v[2] + 1, 5];
  p[0] := 7;
  RAISE NOTICE '% %', r, p;
  r.w[1] := 'a';
END $$;

CREATE DOMAIN small_list AS int[] CHECK (cardinality(value) < 4);
DO $$
DECLARE d small_list := '{1}';
BEGIN
  d[2] := 2; d[3] := 3;
  RAISE NOTICE '%', d;
  d[4] := 4;
END $$;

CREATE TYPE parts AS (n int, list text[]);
DO $$
DECLARE x parts; y parts[];
BEGIN
  x.list[2] := 'b';
  x.n := 4;
  y[2] := x;
  y[2].list[1] := 'a';
  y[1].n := 9;
  RAISE NOTICE '% %', x, y;
  y[1].zz := 1;
END $$;

CREATE FUNCTION counted() RETURNS int[] LANGUAGE plpgsql AS $$
DECLARE c int[] := '{0,0,0}';
BEGIN
  FOR i IN 1..3 LOOP c[i:i] := array[(SELECT count(*)::int FROM customers WHERE id > i)]; END LOOP;
  RETURN c;
END $$;
SELECT counted() = array(SELECT (SELECT count(*)::int FROM customers WHERE id > i) FROM generate_series(1, 3) i);

DO $$ DECLARE a int[]; BEGIN a['x'] := 1; END $$;
DO $$ DECLARE a int[]; BEGIN a[null] := 1; END $$;
DO $$ DECLARE a int[]; BEGIN a[1:] := '{1,2}'; END $$;
DO $$ DECLARE a int; BEGIN a[1] := 1; END $$;
DO $$ DECLARE a int[]; BEGIN a[1:2] := 'x'; END $$;
DO $$ DECLARE a int[]; BEGIN a[1:2] := 5; END $$;

DO $$
DECLARE j jsonb; k jsonb := '[1]'; s jsonb := '5'; t jsonb := '{}';
BEGIN
  j['a'][2]['b'] := '1'; k[3] := '4'; k[-1] := '9'; t['x'] := null;
  RAISE NOTICE '% % %', j, k, t;
  j := null; j[1] := '7';
  RAISE NOTICE '%', j;
  s['a'] := '1';
END $$;
DO $$ DECLARE k jsonb := '[1]'; BEGIN k[-3] := '1'; END $$;
DO $$ DECLARE k jsonb := '[1]'; BEGIN k['a'] := '1'; END $$;
DO $$ DECLARE k jsonb := '[1]'; BEGIN k[null] := '1'; END $$;

-- The same in SQL.
CREATE TABLE places (id int PRIMARY KEY, a int[], j jsonb, p point, b box, n name);
--@herd SELECT create_distributed_table('places', 'id');
INSERT INTO places (id, a[2:3], j['x'][1], p[0], n) VALUES (1, '{5,6}', '7', 3, 'abc');
INSERT INTO places VALUES (2, '{1,2,3}', '{"a": 1}', '(1,2)', '(3,4),(1,2)', 'name');
SELECT * FROM places ORDER BY id;
UPDATE places SET a[5] = 9, j['b']['c'] = '[1]', p[1] = 8, b[0] = point(9, 9), n[0] = 'N' RETURNING *;
UPDATE places SET a[2:4] = '{7,7,7}', p[0] = NULL WHERE id = 2 RETURNING a, p;
UPDATE places SET p[2] = 1;
UPDATE places SET a[2147483647] = 1;
UPDATE places SET a[1:2147483647] = '{1}';
UPDATE places SET a[3:2] = '{1}';
SELECT id, p[0], p[1], b[0], b[1], n[0], n[3], n[63], p[2], a[2:3] FROM places ORDER BY id;
SELECT b[0:1] FROM places;
SELECT null::int >= ALL ('{}'::int[]), null::int >= ANY ('{}'::int[]), null::int = ANY (null::int[]), null::int <> ALL (ARRAY[]::int[]) FROM places;
-- several parts of one part of a column
CREATE TYPE part_inner AS (n int, list text[]);
CREATE DOMAIN part_checked AS part_inner CHECK ((VALUE).list[1] IS NOT NULL);
CREATE TABLE part_rows (id int, p part_inner, ps part_inner[], d part_checked, ds part_checked[]);
--@herd SELECT create_distributed_table('part_rows', 'id');
INSERT INTO part_rows (id, p.list[1], p.list[2]) VALUES (1, 'foo', 'bar');
INSERT INTO part_rows (id, p.list[1], p.list[2]) VALUES (2, 'foo', 'bar'), (3, 'baz', 'quux');
INSERT INTO part_rows (id, ps[1].list[1], ps[1].list[2], ps[2].n) SELECT 4, 'bear', 'beer', 7;
INSERT INTO part_rows (id, d.list[1], d.n, d.list[2]) VALUES (5, 'x', 1, 'y');
INSERT INTO part_rows (id, d.list[2]) VALUES (6, 'x');
INSERT INTO part_rows (id, ds[1].list[1], ds[1].list[2], ds[2].list[1]) VALUES (7, 'a', 'b', 'c');
UPDATE part_rows SET p.list[1] = upper(p.list[2]), p.list[3] = (p).list[1], p.n = id WHERE id < 4;
UPDATE part_rows SET ps[1].list[2] = ps[1].list[1], ps[1].n = coalesce((ps[2]).n, 0) + 1 WHERE id IN (1, 4);
UPDATE part_rows SET ds[1].list[1] = NULL, ds[1].n = 1 WHERE id = 7;
SELECT * FROM part_rows ORDER BY id;
CREATE TABLE part_multi (id int PRIMARY KEY, name varchar(5), p part_inner);
--@herd SELECT create_distributed_table('part_multi', 'id');
INSERT INTO part_multi SELECT g, g, ROW(g, NULL) FROM generate_series(1, 6) g;
UPDATE part_multi SET (name, p) = (SELECT 'u' || id, ROW(v.n, ARRAY[v.t])::part_inner FROM (VALUES (1, 'one'), (2, 'two')) v(n, t) WHERE v.n = id) WHERE id < 3;
INSERT INTO part_multi AS m VALUES (2), (3), (9) ON CONFLICT (id) DO UPDATE SET (name, id) = (SELECT m.name || '+', m.id);
SELECT * FROM part_multi ORDER BY id;
-- identity columns: the values that OVERRIDING USER VALUE passes over draw no number
CREATE TABLE drawn (a int GENERATED ALWAYS AS IDENTITY, b text);
--@herd SELECT create_distributed_table('drawn', 'b');
INSERT INTO drawn OVERRIDING USER VALUE VALUES (-5, 'x'), (DEFAULT, 'y'), (DEFAULT, 'z');
INSERT INTO drawn VALUES (DEFAULT, 'w');
SELECT * FROM drawn ORDER BY a;
CREATE TABLE vectors (id int, o oidvector, i int2vector);
--@herd SELECT create_distributed_table('vectors', 'id');
INSERT INTO vectors VALUES (1, '1 2 3', '4 5'), (2, '', NULL);
INSERT INTO vectors SELECT 3, '7', '8';
SELECT o, i, o <> '', o = '1 2 3' FROM vectors ORDER BY id;
-- the last column of a table takes no rows along
CREATE TABLE bare (b int);
--@herd SELECT create_distributed_table('bare', 'b');
INSERT INTO bare SELECT generate_series(1, 7);
ALTER TABLE bare DROP COLUMN b;
SELECT count(*) FROM bare;
SELECT * FROM bare LIMIT 2;
