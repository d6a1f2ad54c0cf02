-- values and functions over sharded rows: what the coordinator computes is what PostgreSQL computes

create table docs (id int primary key, doc tsvector, q tsquery, words text);
insert into docs values
    (1, 'a:1A b:2 c:3C', 'a & b', 'x'),
    (2, 'b:1,3 c:2', '!a', 'y'),
    (3, '', '', null),
    (4, null, 'a:* <-> b', 'x'),
    (5, 'it''s:4B abc:1 ab:2', '(a | ab) <2> abc', 'y'),
    (6, 'a b c', 'a <-> b', 'x');
select id, doc, q from docs order by id;
select d.id, e.id, d.doc @@ e.q, ts_rank(d.doc, e.q), ts_rank_cd(d.doc, e.q, 1|4) from docs d, docs e order by 1, 2;
select doc, count(*) from docs group by doc order by doc;
select distinct q from docs order by q;
select max(id), array_agg(strip(doc) order by doc desc) from docs;
select id, u.* from docs, unnest(doc) u order by id, lexeme;
select id, q && 'z', q || 'z', q <-> 'z', !!q, numnode(q), querytree(q) from docs order by id;
select id, setweight(doc, 'B'), ts_delete(doc, 'a'), ts_filter(doc, '{a,c}'), doc || 'n:2', length(doc) from docs order by id;
select setweight(doc, 'x') from docs where id = 1;
select id, to_tsvector('simple', words) @@ q from docs order by id;
select ts_rewrite(q, 'a', '') from docs where id in (1, 3) order by id;
select 'a & '::tsquery;
select 'a:0'::tsvector;
select tsquerysend(q), tsvectorsend(doc) from docs order by id;

create type pair as (x int, y text);
create domain positive as int check (value > 0);
create type checked as (n positive, p pair[]);
create table payloads (id int primary key, j json, b jsonb);
insert into payloads values
    (1, '{"x": 1, "y": "one"}', '{"x": 1, "y": "one"}'),
    (2, '{"x": "2", "y": null, "z": 0}', '{"x": "2", "y": [1, 2]}'),
    (3, '[{"x": 3}, {"y": {"k": 1.50}}]', '[{"x": 3}, {"y": {"k": 1.50}}]'),
    (4, null, null),
    (5, '{}', '{}');
select id, json_populate_record(null::pair, j), jsonb_populate_record((7, 'seven')::pair, b) from payloads where id <> 3 order by id;
select id, r.* from payloads, json_to_record(j) as r(x int, y text) where id in (1, 2, 5) order by id;
select id, r.* from payloads, jsonb_to_record(b) as r(x numeric(4, 2), y jsonb) where id in (1, 2, 5) order by id;
select id, r.* from payloads, json_populate_recordset((9, 'nine')::pair, j) r where id in (3, 4) order by id, 2, 3;
select id, r.* from payloads, jsonb_to_recordset(b) as r(x int, y json) where id in (3, 4) order by id, 2;
select id, json_populate_recordset(row(id, 'z'), '[{"f1": "5"}, {"f2": 6}]') from payloads order by 1, 2::text;
select id, jsonb_populate_recordset(null::pair, b) from payloads where id = 1;
select json_to_recordset(j) from payloads where id = 3;
select id, json_populate_record(null::checked, '{"n": 1, "p": [{"x": 1}, null, "(2,b)"]}') from payloads order by id;
select json_populate_record(null::checked, '{"n": -1}') from payloads where id = 1;
select json_populate_record(null::checked, '{"p": [[{"x": 1}], 2]}') from payloads where id = 1;
select id, jsonb_populate_record_valid(null::pair, b) from payloads where id in (1, 4) order by id;

-- fields of anonymous rows keep their names
select row_to_json(q) from (select id, b as payload from payloads) q order by q.id;
select json_agg(q order by q.n) from (select id as n, id * 2 as twice from payloads) q;
select to_jsonb(q) from (select id as n, row(1, 'a') as r from payloads) q order by q.n;

-- ranges over users' types
create type textrange as range (subtype = text, collation = "C");
create type positives as range (subtype = positive);
create table spans (id int primary key, t textrange, p positives);
insert into spans values (1, '[a,f)', '[1,5]'), (2, '(f,z]', '(5,9)'), (3, 'empty', null);
select id, t @> 'b'::text, t && textrange('e', 'g'), t + textrange('a', 'f') = t, upper(t), p @> 7::positive from spans order by id;
select range_agg(t) from spans;
select id from spans order by t, id;

-- intervals, zones and variances at their edges
create table moments (id int primary key, t timestamp, n numeric);
insert into moments values (1, '2011-03-27 02:30:00', 9e131071), (2, '2011-03-27 01:59:59', 9e131071 + 1), (3, '2014-10-26 01:30:00', 9e131071 + 2);
select id, t at time zone 'MSK', t at time zone 'Europe/Moscow' from moments order by id;
select variance(n + id) - variance(n) from moments;
select id, (id || ':20:05 5 microseconds')::interval from moments where id = 1;
select id, ('P' || id || '.5e1Y')::interval from moments order by id;
select id, make_timestamptz(2010, 2, 27, 3, 45, 0, '+' || id || ':') at time zone 'UTC' from moments order by id;
select count(*) from moments, generate_series(8 * 10::numeric ^ 131071, 9 * 10::numeric ^ 131071, 10::numeric ^ 131071);

drop table docs, payloads, spans, moments;
drop type checked, pair, textrange, positives;
drop domain positive;

-- what a collation takes for equal lies on one shard
create collation caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create table people (name text collate caseless primary key, n int);
insert into people values ('Ada', 1), ('Grace', 2), ('Edith', 3);
insert into people values ('ADA', 4);
select n from people where name = 'ADA';
update people set n = 5 where name = 'grace' returning n;
drop table people;
drop collation caseless;
select 'a<5> b'::tsquery;
select 'a<b'::tsquery;
select 'a<->b'::tsquery;
select '<a'::tsquery;
select 'a< b'::tsquery;
select 'a:b<->c'::tsquery;
select '''a''<->b'::tsquery;
select 'a <-> <b'::tsquery;
select 'a\<b'::tsquery;
select 'a>b'::tsquery;
select 'a<5>b'::tsquery;

-- domains within arrays and rows check what is read; groups that match nothing; the last place of a back reference
create domain posint as int check (value > 0);
create domain nn as text not null;
create table pi_table (f1 posint[]);
insert into pi_table values('{42}');
insert into pi_table values('{-1}');
insert into pi_table values('{0}');
select '{1,0}'::posint[];
select '{1,NULL}'::nn[];
select cast('{1,-4}'::text as posint[]);
create type comp as (a posint, b nn);
select '(1,x)'::comp;
select '(0,x)'::comp;
select '(1,)'::comp;
select row(1,'x')::text::comp;
select '[1,2]'::text::int4range;
select 'x' ~ repeat('x*y*z*', 1000);
select 'x' ~ repeat('x*y*z*', 200);
select 'a' ~ '$()|^\1';
select 'a' ~ '.. ()|\1';
select 'a' ~ '()*\1';
select 'a' ~ '()+\1';
select regexp_matches('abcabc', '(^a|b)(c)?\1*');
select regexp_match('xyz', '($|z)\1');
select regexp_match('aXaX', '(\ma|X)\1?.*');
drop table pi_table;
drop type comp;
drop domain posint, nn;
-- volatile targets are called in the order of the rows, and not for rows that do not come out
CREATE SEQUENCE numbers;
SELECT nextval('numbers'), id, name FROM customers ORDER BY credit, id LIMIT 4;
SELECT nextval('numbers');
SELECT nextval('numbers') AS n, id FROM customers ORDER BY credit DESC, id;
SELECT nextval('numbers') + id AS n, id FROM customers ORDER BY credit DESC, id LIMIT 3 OFFSET 2;
SELECT nextval('numbers');
SELECT region, count(*), nextval('numbers') FROM customers GROUP BY region ORDER BY count(*) DESC, region LIMIT 2;
SELECT id, row_number() OVER (ORDER BY credit, id) AS r, nextval('numbers') FROM customers ORDER BY r DESC LIMIT 3;
SELECT nextval('numbers');
DROP SEQUENCE numbers;
SELECT 10 / (id - 8) AS q FROM customers ORDER BY id LIMIT 3;
SELECT 5 AS five FROM customers WHERE false HAVING true;
SELECT FROM customers HAVING true;
SELECT 5 AS five FROM customers HAVING 1 > 2;
SELECT 1 AS one FROM customers GROUP BY ();
PREPARE twice AS SELECT 1;
PREPARE twice AS SELECT nowhere;
PREPARE twice AS SELECT 2;
DEALLOCATE twice;
-- Parameters of types that have another number on each shard.
CREATE TYPE temper AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN positive AS int CHECK (value > 0);
PREPARE of_temper (temper) AS SELECT percentile_disc(0.25) WITHIN GROUP (ORDER BY $1), mode() WITHIN GROUP (ORDER BY $1);
EXECUTE of_temper ('sad');
PREPARE shown (temper, tsquery) AS SELECT $1, pg_typeof($1), $2;
EXECUTE shown ('sad', 'a & b');
EXECUTE shown (NULL, '');
PREPARE listed (temper[]) AS SELECT $1, array_length($1, 1), unnest($1) ORDER BY 3 DESC;
EXECUTE listed ('{sad,ok}');
PREPARE checked (positive, regions) AS SELECT $1, pg_typeof($1), $2, ($2).zone;
EXECUTE checked (3, ROW('Q', 'title', 5));
EXECUTE checked (-3, NULL);
PREPARE unknown (temper) AS SELECT nosuch($1);
DEALLOCATE ALL;
DROP TYPE temper;
DROP DOMAIN positive;
-- A whole row as an item of a row.
CREATE TABLE wr_i8 (q1 int8, q2 int8);
INSERT INTO wr_i8 VALUES (123,456),(123,4567890123456789),(4567890123456789,123);
CREATE TYPE wr_nested AS (x wr_i8);
SELECT row(i.*::wr_i8)::wr_nested FROM wr_i8 i ORDER BY i;
SELECT * FROM wr_i8 i, LATERAL (VALUES (i.*::wr_i8)) ss ORDER BY i;
SELECT * FROM wr_i8 i WHERE i.* IN (VALUES (i.*::wr_i8)) ORDER BY i;
CREATE VIEW wr_v AS SELECT * FROM wr_i8 i, LATERAL (VALUES (i.*::wr_i8)) ss;
SELECT * FROM wr_v ORDER BY 1, 2;
SELECT i FROM wr_i8 i WHERE row(i, 1) = row(i, i.q1 / i.q1) ORDER BY 1;
SELECT count(DISTINCT row(i, i.q1)), array_agg(row(i) ORDER BY i) FROM wr_i8 i;

-- domains are ordered as what they are over
create domain positive as int check (value > 0);
create domain more_positive as positive check (value > 1);
create domain label as text;
create table domains (k positive, m more_positive, l label, n int);
--@herd SELECT create_distributed_table('domains', 'n');
insert into domains select i, i % 4 + 2, 'l' || i % 3, nullif(i % 5, 0) from generate_series(1, 12) i;
select k, m, l from domains order by m desc, l, k;
select m, row_number() over (order by m, k), lag(k) over (order by l, k) from domains order by 2;
select a.k, b.n from domains a full join domains b on a.k = b.n order by 1, 2;
select m, count(*), array_agg(k order by k desc), max(l) from domains group by m order by m;
select distinct on (m) m, k from domains order by m, k desc;
select m from domains union select n from domains order by 1;
select k, 5::positive as five from domains order by 1 fetch first 3 rows with ties;
select percentile_disc(0.5) within group (order by m), mode() within group (order by l) from domains;
select a from (select array[k, m] as a from domains) s order by a limit 4;
drop table domains;
drop domain more_positive, positive, label;

-- rows of VALUES that a shard is asked to compute
create table bytes (a int, b bytea, t text);
--@herd SELECT create_distributed_table('bytes', 'a');
values (convert_to('é', 'LATIN1')), ('b');
insert into bytes values (1, convert_to('é', 'LATIN1'), 'é');
insert into bytes values (2, convert_to('é', 'UTF8'), 'é'), (3, 'a', 'b');
select * from bytes b, lateral (values (convert_to(b.t, 'UTF8'), 1), (b.b, 2)) v(x, y) order by a, y;
select (values (convert_to('é', 'LATIN1')));
select count(*) from bytes where convert_to(t, 'UTF8') in (values (convert_to('é', 'UTF8')), ('a'));
drop table bytes;
