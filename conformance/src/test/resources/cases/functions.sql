CREATE FUNCTION add_order(c int, o int, amount numeric) RETURNS int LANGUAGE plpgsql AS $$ BEGIN INSERT INTO orders VALUES (c, o, 'fn', amount, NULL); UPDATE customers SET credit = credit - amount WHERE id = c; RETURN o; END $$;
SELECT add_order(7, 9001, 2.5);
SELECT total FROM orders WHERE customer_id = 7 AND order_id = 9001;
CREATE FUNCTION transfer(a int, b int, amount numeric) RETURNS text LANGUAGE plpgsql AS $$
DECLARE left_over numeric;
BEGIN
  UPDATE customers SET credit = credit - amount WHERE id = a;
  UPDATE customers SET credit = credit + amount WHERE id = b;
  SELECT credit INTO left_over FROM customers WHERE id = a;
  IF left_over < 0 THEN
    RAISE EXCEPTION 'customer % has only %', a, left_over + amount USING ERRCODE = '22003';
  END IF;
  RETURN 'moved ' || amount;
END $$;
SELECT id, credit FROM customers WHERE id IN (10, 11) ORDER BY id;
SELECT transfer(10, 11, 1.5);
SELECT id, credit FROM customers WHERE id IN (10, 11) ORDER BY id;
SELECT transfer(10, 11, 100000);
SELECT id, credit FROM customers WHERE id IN (10, 11) ORDER BY id;
CREATE FUNCTION sum_to(n int) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE s bigint := 0; i int;
BEGIN
  FOR i IN 1..n LOOP
    CONTINUE WHEN i % 2 = 0;
    s := s + i;
  END LOOP;
  WHILE s > 1000 LOOP
    s := s - 7;
    EXIT WHEN s < 1005;
  END LOOP;
  RETURN s;
END $$;
SELECT sum_to(10), sum_to(100), sum_to(0);
CREATE FUNCTION grade(n numeric) RETURNS text LANGUAGE plpgsql AS $$ BEGIN IF n > 70 THEN RETURN 'high'; ELSIF n > 30 THEN RETURN 'mid'; ELSE RETURN 'low'; END IF; END $$;
SELECT grade(credit), count(*) FROM customers GROUP BY 1 ORDER BY 1;
SELECT id FROM customers WHERE grade(credit) = 'high' ORDER BY id LIMIT 5;
CREATE FUNCTION tell(x int) RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'x is %', x; END $$;
SELECT tell(5);
CREATE FUNCTION customer_total(c int) RETURNS numeric LANGUAGE sql STABLE AS 'SELECT sum(total) FROM orders WHERE customer_id = $1';
SELECT customer_total(5);
SELECT id, customer_total(id) FROM customers WHERE id < 6 ORDER BY id;
CREATE FUNCTION all_total() RETURNS numeric LANGUAGE sql STABLE AS 'SELECT sum(total) FROM orders';
SELECT all_total();
SELECT id FROM customers WHERE credit * 100 > all_total() ORDER BY id LIMIT 3;
CREATE FUNCTION twice(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x * 2';
SELECT twice(id) FROM customers WHERE id < 4 ORDER BY 1;
CREATE FUNCTION add_settings(prefix text, n int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE k int;
BEGIN
  FOR k IN 1..n LOOP INSERT INTO settings VALUES (prefix || k, k::text); END LOOP;
  RETURN (SELECT count(*) FROM settings WHERE name LIKE prefix || '%');
END $$;
SELECT add_settings('zz', 4);
SELECT * FROM settings WHERE name LIKE 'zz%' ORDER BY name;
CREATE FUNCTION loop_rows() RETURNS text LANGUAGE plpgsql AS $$
DECLARE r record; acc text := '';
BEGIN
  FOR r IN SELECT id, name FROM customers WHERE id < 5 ORDER BY id LOOP acc := acc || r.id || ':' || r.name || ','; END LOOP;
  RETURN acc;
END $$;
SELECT loop_rows();
CREATE FUNCTION safe_div(a int, b int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN a / b; EXCEPTION WHEN division_by_zero THEN RETURN -1; END $$;
SELECT safe_div(7, 2), safe_div(1, 0);
CREATE FUNCTION first_names(n int) RETURNS SETOF text LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT name FROM customers ORDER BY id LIMIT n; RETURN NEXT 'end'; END $$;
SELECT * FROM first_names(2);
CREATE FUNCTION bad() RETURNS int LANGUAGE plpgsql AS $$ BEGIN INSERT INTO customers (id) VALUES (501); INSERT INTO customers (id) VALUES (1); RETURN 1; END $$;
SELECT bad();
SELECT count(*) FROM customers WHERE id = 501;
DO $$ BEGIN INSERT INTO customers (id, name) VALUES (601, 'do'); UPDATE customers SET name = 'done' WHERE id = 601; END $$;
SELECT name FROM customers WHERE id = 601;
CREATE PROCEDURE close_customer(c int) LANGUAGE plpgsql AS $$ BEGIN DELETE FROM orders WHERE customer_id = c; DELETE FROM customers WHERE id = c; END $$;
CALL close_customer(601);
SELECT count(*) FROM customers WHERE id = 601;
SELECT sum_to('x');
SELECT nosuch(1);
DROP FUNCTION twice(int);
SELECT twice(1);
CREATE FUNCTION rename_zone(c int) RETURNS int LANGUAGE sql AS 'UPDATE regions SET zone = zone + 1; SELECT id FROM customers WHERE id = c';
SELECT rename_zone(3);
SELECT code, zone FROM regions ORDER BY code;
SELECT r.zone, count(*) FROM regions r JOIN customers c ON c.region = r.code GROUP BY 1 ORDER BY 1;
CREATE FUNCTION rekey(c int) RETURNS void LANGUAGE sql AS 'UPDATE customers SET id = id + 1000 WHERE id = c';
SELECT rekey(60);
SELECT id FROM customers WHERE id = 1060;
-- definitions by dynamic commands
DO $$ DECLARE n bigint; BEGIN EXECUTE 'CREATE TABLE made_by_do (id int, v text)'; GET DIAGNOSTICS n = ROW_COUNT; EXECUTE 'INSERT INTO made_by_do VALUES (1, ' || quote_literal(n) || ')'; EXECUTE 'CREATE INDEX ON made_by_do (v)'; END $$;
SELECT * FROM made_by_do;
-- A field of an argument by its name.
CREATE FUNCTION credit_of(c customers) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT c.credit';
CREATE FUNCTION credits_of(c customers) RETURNS TABLE (r numeric) LANGUAGE sql IMMUTABLE AS 'SELECT credit_of(c) OFFSET 0';
CREATE FUNCTION named_of(c customers) RETURNS text LANGUAGE sql AS 'SELECT named_of.c.name';
SELECT id, credit_of(customers) FROM customers WHERE id < 4 ORDER BY id;
SELECT id, x FROM customers, credits_of(customers) f(x) WHERE id < 4 ORDER BY id;
SELECT named_of(c) FROM customers c WHERE id = 2;
CREATE FUNCTION nothing_of(c customers) RETURNS text LANGUAGE sql AS 'SELECT c.nothing';
DROP FUNCTION credit_of(customers), credits_of(customers), named_of(customers);
-- rows of composite elements, of VALUES with sets, and of records that do not fit their columns
create table rf_parted(a int) partition by hash (a);
create table rf_parted0 partition of rf_parted for values with (modulus 2, remainder 0);
create table rf_parted1 partition of rf_parted for values with (modulus 2, remainder 1);
insert into rf_parted values(generate_series(1,10));
select count(*) from rf_parted;
create type rf_input as (id integer, price numeric);
create table rf_price (id serial primary key, active boolean not null, price numeric);
create type rf_key as (id integer);
create function rf_key_from_table(rf_price) returns rf_key as $$ select $1.id $$ language sql;
create function rf_key_from_input(rf_input) returns rf_key as $$ select $1.id $$ language sql;
insert into rf_price values (1,false,42), (10,false,100), (11,true,17.99);
UPDATE rf_price SET active = true, price = input_prices.price FROM unnest(ARRAY[(10, 123.00), (11, 99.99)]::rf_input[]) input_prices WHERE rf_key_from_table(rf_price.*) = rf_key_from_input(input_prices.*);
select * from rf_price order by id;
create table rf_inhpar(f1 int primary key, f2 text);
insert into rf_inhpar values (3, 'x');
insert into rf_inhpar as i values (3), (7) on conflict (f1) do update set (f1, f2) = (select i.f1, i.f2 || '+');
select * from rf_inhpar order by 1;
create type rngfunc2 as (a integer, b text);
select *, row_to_json(u) from unnest(array[(1,'foo')::rngfunc2, null::rngfunc2]) u;
select u is null, u from unnest(array[(1,'foo')::rngfunc2, null::rngfunc2]) u;
create function rf_duplic(in i anyelement, out j anyelement, out k anyarray) as $$select $1, array[$1,$1]$$ language sql;
select * from rf_duplic('foo'::text);
with a(b) as (values (row(1,2,3))) select * from a, coalesce(b) as c(d int, e int, f int);
with a(b) as (values (row(1,2,3))) select * from a, coalesce(b) as c(d int, e int, f int, g int);
with a(b) as (values (row(1,2,3))) select * from a, coalesce(b) as c(d int, e int, f float);
create table rf_xd(data xml); insert into rf_xd values ('<ROWS><ROW id="1"><A>x</A></ROW></ROWS>');
select xmltable.* from rf_xd, lateral xmltable('/ROWS/ROW' passing data columns id int path '@id', a text path 'A');
create type rf_complex as (r float8, i float8);
create table rf_dcomp (d1 rf_complex, id int);
insert into rf_dcomp values (row(1,2), 1);
update rf_dcomp set d1.r = (d1).r - 1, d1.i = (d1).i + 1 where (d1).i > 0;
select * from rf_dcomp;
select * from unnest(array[(1,'foo')::rf2, null::rf2]) u;
select * from unnest(array[(1,'foo')::rf2, (2,'x')]) u;
select u from unnest(array[(1,'foo')::rf2, (2,'x')]) u;
select u.a, u.b, ordinality from unnest(array[(1,'foo')::rf2, null]) with ordinality u;
select u.a from generate_series(1,2) g, unnest(array[(g,'foo')::rf2, null]) u;
select unnest(array[(1,'foo')::rf2, null]);
select (unnest(array[(1,'foo')::rf2, null])).*;
create table rf_single(a int, b text);
insert into rf_single values (generate_series(1, 3), 'x') returning a;
insert into rf_single select generate_series(4, 5), unnest(array['y', 'z', 'w']);
select * from rf_single order by a, b;
insert into rf_parted values (generate_series(11, 13)) returning a > 10;
-- a volatile function of FROM is called once as long as its arguments stay
CREATE SEQUENCE kept_calls;
CREATE FUNCTION kept(a int, b int) RETURNS TABLE (i int, s bigint) LANGUAGE plpgsql VOLATILE AS $$
BEGIN FOR g IN a..b LOOP i := g; s := nextval('kept_calls'); RETURN NEXT; END LOOP; END $$;
SELECT * FROM (VALUES (1), (2), (3)) v(r), ROWS FROM (kept(11, 11), kept(10 + r, 13)) WITH ORDINALITY;
SELECT * FROM (VALUES (1), (2), (3)) v(r), ROWS FROM (kept(10 + r, 13), kept(11, 12));
SELECT r, (SELECT max(s) FROM kept(1, 3) k WHERE k.i >= v.r) FROM (VALUES (1), (2), (3)) v(r);
SELECT nextval('kept_calls');
SELECT i FROM kept(1, 5) LIMIT 2;
SELECT nextval('kept_calls');
-- rows as a domain over a composite type; the column of a function under an alias
CREATE TYPE span AS (r float8, i float8);
CREATE DOMAIN checked_span AS span CHECK ((VALUE).r <= (VALUE).i);
CREATE FUNCTION make_span(r float8, i float8) RETURNS checked_span LANGUAGE sql AS 'SELECT row(r, i)';
SELECT make_span(1, 2);
SELECT make_span(2, 1);
SELECT * FROM make_span(1, 2) m;
SELECT m, m IS NOT NULL FROM make_span(1, 2) m;
SELECT row_to_json(s.*) FROM generate_series(11, 12) WITH ORDINALITY s;
SELECT s, ordinality FROM generate_series(11, 12) WITH ORDINALITY s;
-- ts_stat runs a query over all shards
CREATE TABLE indexed (id int, v tsvector);
--@herd SELECT create_distributed_table('indexed', 'id');
INSERT INTO indexed SELECT g, ('w' || g % 3 || ':1A,2 x' || g % 2)::tsvector FROM generate_series(1, 10) g;
INSERT INTO indexed VALUES (11, NULL), (12, ''), (13, 'x0:3B,4B w0');
SELECT * FROM ts_stat('SELECT v FROM indexed');
SELECT * FROM ts_stat('SELECT v FROM indexed;', 'bA') ORDER BY nentry DESC, word;
SELECT word, nentry FROM ts_stat('SELECT v FROM indexed WHERE id > 8', 'x') WHERE ndoc > 1;
SELECT * FROM ts_stat('SELECT id FROM indexed');
SELECT * FROM ts_stat(NULL);
-- functions of the server in FROM, over columns of what stands to their left
SELECT n, flags FROM (VALUES ('work_mem'), ('enable_seqscan'), ('none_such')) AS t(n), pg_settings_get_flags(n) AS flags ORDER BY n;
SELECT n, flags FROM (VALUES ('work_mem'), ('enable_seqscan'), ('none_such')) AS t(n) LEFT JOIN LATERAL pg_settings_get_flags(n) WITH ORDINALITY AS f(flags, o) ON o = 1 ORDER BY n;
