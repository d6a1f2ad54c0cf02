select json_object('a' : 1, 'b' value 2 null on null with unique keys returning jsonb)
select json_object(key 'a' value 1)
select json_object('a', 1)
select json_object(returning text)
select json_array(1, 2, null absent on null returning json)
select json_array(select 1 union select 2)
select json_array(select x from t format json returning jsonb)
select json_array()
select json_arrayagg(x order by y null on null returning jsonb) filter (where x > 1) over (partition by z)
select json_objectagg(k : v absent on null with unique keys)
select json('{"a":1}' with unique keys)
select json('{}' format json encoding utf8)
select json_scalar(1), json_serialize('{}' returning bytea format json encoding utf8)
select json_exists(jsonb '{}', '$.a' passing 1 as x, 2 as "Y" true on error)
select json_query(js, '$' returning text with conditional wrapper keep quotes on scalar string null on empty error on error) from t
select json_query(js, '$' with unconditional array wrapper omit quotes empty object on empty default '1' on error)
select json_value(js, 'strict $.a' returning int default 1 + 1 on empty error on error)
select a is json, a is not json object with unique keys, a is json scalar, a is json array without unique, a is json value from t
select * from json_table(jsonb '[]', '$[*]' as p passing 1 as x columns (id for ordinality, a int path '$.a' default 1 on empty error on error, b text exists path '$.b' error on error, c jsonb format json path '$' with wrapper omit quotes, nested path '$.c' as q columns (d int, nested '$[*]' columns (e int))) error on error) as jt
select * from t, lateral json_table(t.js, '$' columns (a int)) x
merge into t using s on t.a = s.a when matched and s.x > 1 then update set (a,b) = (1,2) when matched then delete when not matched by source then delete when not matched by target then insert (a) overriding system value values (s.a) when not matched then do nothing returning merge_action(), old.a, new.*
with x as (merge into t using s on true when matched then delete returning *) select * from x
merge into t as a using (select 1) s on true when matched then do nothing
insert into t default values returning with (old as o, new as n) o.a, n.b
update t set a = 1 returning old.*, new.a + 1 as x
delete from t using s where t.a = s.a returning old.a
create table t (a int generated always as (b * 2), b int generated always as (a) virtual, c int generated always as (a) stored)
create table t (a int4range, b int, primary key (b, a without overlaps), foreign key (b, period a) references u (b, period a))
create table t (a int not null not enforced)
create table t (a int check (a > 0) not enforced, constraint c check (a < 3) not enforced, foreign key (a) references x not enforced)
create table t (a int constraint nn not null no inherit, constraint x not null a no inherit)
alter table t add constraint x not null a not valid
alter table t alter constraint c not enforced
alter table t alter constraint c inherit
alter table t alter constraint c no inherit
alter table t alter column a set expression as (b + 1)
alter table t alter column a drop expression if exists
alter table t set access method default
alter table t alter a set storage default
create table t (like x including compression excluding all)
create table t (a text storage external compression lz4 collate "C")
create table p partition of t for values from (minvalue) to (maxvalue) partition by hash (a)
create table p partition of t for values with (modulus 4, remainder 0)
create table p partition of t default
alter table t attach partition p for values in (1, null)
alter table t detach partition p concurrently
alter table t detach partition p finalize
create unique index concurrently if not exists i on only t using btree (a text_pattern_ops (x=1) desc nulls last, (lower(b)) collate "C", f(c)) include (d) nulls not distinct with (fillfactor = 70) tablespace x where a > 0
explain (analyze, buffers off, serialize text, memory, settings on, wal, generic_plan, sharded, format json) select 1
explain analyze verbose update t set a = 1
explain (sharded) execute p(1)
copy t (a,b) from stdin with (format csv, header match, on_error ignore, reject_limit 10, log_verbosity verbose, force_null (a), force_not_null *, default 'x') where a > 0
copy binary t from '/tmp/x' using delimiters '|' with null as 'x'
copy (select 1) to program 'cat' csv header force quote *
copy (insert into t values (1) returning *) to stdout
vacuum (full, verbose off, buffer_usage_limit '1MB', only_database_stats) t (a, b), only u
vacuum full freeze verbose analyze t
analyze (skip_locked) only t(a)
grant select (a, b), update on t to public with grant option granted by current_user
grant a, b to c with admin option, inherit false, set true granted by d
revoke inherit option for a from b cascade
grant set, alter system on parameter work_mem, a.b to x
grant all privileges on all tables in schema a, b to group x
grant maintain on t to x
alter default privileges for role a in schema b grant select on tables to c
alter default privileges revoke all on large objects from public
create publication p for all tables with (publish = 'insert')
create publication p for table a, b (x, y) where (x > 1), tables in schema c, current_schema
alter publication p set (publish_generated_columns = stored)
alter publication p add table only (a)
create subscription s connection 'x' publication a, b with (slot_name = none, streaming = parallel)
alter subscription s refresh publication with (copy_data = false)
alter subscription s skip (lsn = none)
create statistics (ndistinct, mcv) on a, (b + 1), f(c) from t
create statistics if not exists s.x on a, b from t
alter statistics s set statistics default
create policy p on t as restrictive for update to public, current_user using (a > 1) with check (true)
create event trigger e on ddl_command_start when tag in ('a', 'b') and x in ('c') execute function f()
alter event trigger e enable always
create function f(a int default 1, inout b text, variadic c int[] = '{}') returns setof t language sql immutable strict parallel safe cost 10 rows 5 set search_path to a, b begin atomic select 1; select a; end
create procedure p(out a int) language plpgsql as $$ begin end $$
create or replace function f() returns table (a int, b text) begin atomic select 1, 'x'; end
create function f(int, x.y%type) returns int as 'a', 'b' language c security definer leakproof support s transform for type x, for type y window
create function f() returns int return 1 + 2
alter function f(int, out text) strict set x from current reset all
alter function f depends on extension e
drop function if exists f(int), g, h(a int, out b text) cascade
create aggregate a (int, variadic "any" order by variadic "any") (sfunc = x, stype = internal, hypothetical)
create aggregate a (*) (sfunc = x, stype = int, initcond = '0')
create or replace aggregate a (basetype = int, sfunc = x, stype = int)
create operator s.@@ (leftarg = int, rightarg = setof x, function = f, commutator = operator(a.=), merges)
alter operator @ (none, int) set (restrict = none, join = f, merges)
create operator class c default for type int using btree family f as operator 1 <, operator 2 < (int, int) for order by x, function 1 (int, int) f(int, int), storage text
alter operator family f using btree add operator 1 < (int, int), function 1 f(int)
alter operator family f using btree drop function 1 (int, int)
create type t as enum ('a', 'b')
create type t as range (subtype = float8, multirange_type_name = x)
create type t as (a int collate "C", b text)
create type t (input = f, output = g, internallength = variable, passedbyvalue)
alter type t add value if not exists 'x' before 'y'
alter type t rename value 'a' to 'b'
alter type t add attribute a int cascade, drop attribute if exists b, alter attribute c set data type text collate "C" restrict
create domain d as text default 'x' not null check (value > 'a') collate "C" constraint c null
alter domain d add constraint c check (value > 1) not valid
create collation if not exists c (provider = icu, locale = 'x', rules = '&a < b')
create collation c from "C"
create text search dictionary d (template = x, stopwords = 'y')
alter text search configuration c alter mapping for a, b replace x with y
create rule r as on update to t where old.a > 1 do instead (select 1; notify x; delete from y)
create or replace rule r as on select to t do instead nothing
create constraint trigger t after insert or update of a, b on x from y deferrable initially deferred for each row when (new.a > 1) execute procedure f(1, 'a', b)
create trigger t instead of delete on x referencing old table as o new table n for statement execute function f()
create foreign table f (a int options (x 'y') not null) inherits (z) server s options (a 'b')
create foreign table f partition of t for values in (1) server s
import foreign schema a limit to (b, c) from server s into d options (x 'y')
create user mapping if not exists for current_user server s options (user 'x')
alter server s version '1' options (set a 'x', drop b, add c 'd')
create access method m type table handler h
create cast (int as text) with function f(int) as assignment
create cast (a as b) with inout as implicit
create transform for int language plpython (from sql with function f(internal), to sql with function g(internal))
create schema if not exists authorization x
create schema s create table t (a int) create view v as select 1 grant select on t to x create index i on t (a)
create database d with owner = x encoding 'utf8' connection limit -1 strategy file_copy
drop database if exists d with (force)
create tablespace t owner x location '/tmp' with (random_page_cost = 1)
alter system set x.y to 'a', 'b'
alter role all in database d set a = 1
alter role r with superuser nologin connection limit 5 valid until 'x' password null
create role r in role a, b admin c sysid 5
reindex (verbose, tablespace x) index concurrently i
reindex system
cluster verbose t using i
comment on column a.b.c is null
comment on constraint c on domain d is 'x'
comment on function f(int, out text) is 'x'
comment on operator class c using btree is 'x'
comment on large object 5 is 'x'
comment on cast (int as text) is 'x'
security label for p on table t is 'x'
lock table only a, b in share row exclusive mode nowait
prepare p (int, text) as select $1
execute p (1, 'a')
declare c binary insensitive no scroll cursor with hold for select 1
fetch backward all from c
fetch -5 c
move absolute 3 in c
close all
deallocate prepare all
discard sequences
listen x
notify x, 'y'
load 'x'
checkpoint
begin isolation level serializable, read only, deferrable
start transaction read write not deferrable
commit and chain
rollback to savepoint x
prepare transaction 'x'
set session characteristics as transaction isolation level read committed
set local time zone interval '1' hour to minute
set time zone -5
set xml option document
set names 'x'
set constraints all deferred
show transaction isolation level
reset session authorization
refresh materialized view concurrently v with no data
create materialized view if not exists v (a) using heap with (fillfactor=1) tablespace t as select 1 with no data
create recursive view v (a) as select 1
create or replace temp view v with (security_barrier) as select 1 with local check option
create table t as table x with no data
create temp table t on commit drop as execute p(1)
create unlogged table if not exists t (a serial primary key using index tablespace x, exclude using gist (a with &&, (b + 1) with operator(pg_catalog.=)) where (a > 1) deferrable)
create table t of x (a with options primary key, b default 1)
create table t (a int generated by default as identity (start with 1 increment by 2 no maxvalue), b int references x (y) match full on delete set null (b) on update cascade initially deferred)
create table t (a int) inherits (b, c) partition by list (lower(a) collate "C" x) using heap with (a.b = 1, pgherd.shard_by = 'hash(a)') on commit delete rows tablespace y
create sequence s as bigint increment by -1 minvalue 5 no cycle owned by none restart
alter sequence s restart with 5
alter table t alter a set generated always set increment by 2 restart
alter table t alter column a type text collate "C" using a::text, drop column if exists b cascade, add column if not exists c int, validate constraint x
alter table if exists t * rename column a to b
alter table all in tablespace a owned by b set tablespace c nowait
alter index i attach partition j
alter index i alter column 1 set statistics 100
alter table t replica identity using index i, enable row level security, no force row level security, disable trigger user, enable replica rule r
alter extension e add function f(int)
alter extension e update to '2'
create extension if not exists e with schema s version '1' cascade
create language plpgsql
create or replace trusted procedural language l handler h inline i validator v
drop operator class if exists c using btree cascade
drop cast if exists (int as text)
drop owned by current_user cascade
reassign owned by a, b to session_user
drop trigger if exists t on a.b cascade
do language plpgsql $$ begin end $$
call p(1, a => 2)
truncate only a, b restart identity cascade
select distinct on (a, b) a from t as x(y) tablesample bernoulli (10) repeatable (5) where a between symmetric 1 and 2 group by distinct rollup (a, (b, c)), cube (d), grouping sets ((), (e), cube(f)) having true window w as (partition by a order by b desc nulls first range between unbounded preceding and 1 following exclude ties) order by a using <, b limit all offset 5 rows
select * from a natural left join b cross join c join d using (x) as y full outer join e on true
select * from rows from (f(1), g(2) as (a int, b text)) with ordinality as x(a, b)
select * from f(1) as (a int, b text), lateral g(x) with ordinality, unnest(a, b) as u(c, d)
select * from xmltable(xmlnamespaces('x' as a, default 'y'), '/r' passing by ref d by value columns a int path 'x' default 1 not null, b for ordinality)
select xmlelement(name foo, xmlattributes(a as b, c), d), xmlforest(a as b), xmlparse(document 'x' preserve whitespace), xmlpi(name a, 'b'), xmlroot(x, version no value, standalone yes), xmlserialize(content x as text indent), xmlexists('/a' passing d), x is document, xmlconcat(a,b)
select a at time zone 'x', a at local, a collate "C", a::int[][3], a::x.y(1)[], cast(a as interval day to second(3)), array[[1,2],[3]], array(select 1), row(1,2), (a).b.c[1:2].*, a[:], $1.x[1]
select extract(year from x), position('a' in 'b'), substring(a from 1 for 2), substring(a similar 'x' escape '#'), trim(both 'x' from y), trim(y), overlay(a placing b from 1), normalize(a, nfc), treat(a as b), coalesce(a), nullif(a, b), greatest(1,2), collation for (a), current_time(3), localtimestamp, system_user
select a is distinct from b, a is not normalized, a is nfkc normalized, a similar to b escape 'c', a not ilike b, a = any(array[1]), a like all (select 1), a operator(x.+) b, not a, (a,b) overlaps (c,d), a is unknown, b isnull
select date '2024-01-01', interval '1' year, interval(3) '1', timestamp with time zone 'x', double precision '1', bit varying(3) '1', national character varying(3) 'x', n'abc', x'1F', b'01', e'\n\u0041\x41', u&'d\0061t\+000061' uescape '\', $a$x$a$, 0x1F, 0o17, 0b11, 1_000, .5, 1e10
select f(variadic a), f(a, variadic b), f(all a), f(distinct a order by b), f(*), f(a := 1, b => 2), percentile_cont(0.5) within group (order by x) filter (where y) over w from t
with recursive a (x) as not materialized (select 1 union all select x from a) search depth first by x set y cycle x set c to true default false using p select * from a
with a as materialized (insert into t values (1) returning *) update u set b = 1 from a where current of c
(select 1 union all (select 2 order by 1) except distinct select 3) intersect select 4 order by 1 fetch first row with ties for no key update of a nowait
values (1, default), (2, 3) order by 1 limit 1
table only t
select 1 as select, 2 year_, 3 "Table"
select from t
select for update
select * from only (t) as x
select a.b.c.d from a.b.c
insert into t as x (a.b, c[1]) overriding user value select 1 on conflict (a collate "C" text_ops, (b)) where a > 1 do update set a = excluded.a, (b, c) = (select 1, 2) where x.a > 1 returning *
insert into t values (1) on conflict on constraint c do nothing
update only (t) as x set a[1] = 1, b.c = default, (d, e) = row (1, default) from y where x.a = y.a
delete from only t as x using a, b where current of c returning *
select * into temp table x from t
select a into unlogged y from t
select count(*) over (), rank() over (w rows 1 preceding) from t
select (((1))), ((select 1)), (select 1) + 1, ((select 1) union select 2), (((select 1)) limit 1)
select * from ((select 1) a join b on true) x, ((select 1)) y, (((select 2))) z, ((select 1) union (select 2)) u
select exists ((select 1)), a in ((select 1)), a in (((select 1)), 2)
select * from t where (a, b) in ((1, 2), (3, 4)) and (a, b) = (select 1, 2)
select json '{}', json, coalesce, int, interval, time, values, row from t
select a.json, b.values, c.between
select between from t
select x as between, t.coalesce from json t, time u
select grouping(a, b) from t group by 1
alter table t add primary key (a), add constraint c unique using index i deferrable, add unique nulls not distinct (b) include (c)
create index on t (a)
create table json (json json, time time, value text)
create table t (exclude int, period int, check_ int)
create table t (value int, path text, keys int, object text, scalar int, absent int, conditional int)
select value, path, keys, object, scalar, absent, format, error, empty, nested, plan, source, target, action from t
select a is, b between from t
deallocate prepare
create trigger t after insert on x for each row execute procedure f(, 'a')
