-- ABORT, BEGIN, COMMIT, END, ROLLBACK, SAVEPOINT, RELEASE, START, two phases
abort
abort work and no chain
abort transaction and chain
begin
begin work
begin transaction isolation level read uncommitted read write not deferrable
begin isolation level repeatable read, read only, deferrable
begin read only isolation level read committed
commit
commit work
commit transaction and no chain
commit work and chain
commit prepared 'x''y'
end
end work
end transaction and chain
rollback
rollback work and chain
rollback transaction and no chain
rollback to s
rollback work to savepoint s
rollback transaction to s
rollback prepared 'g'
savepoint s
release s
release savepoint "S"
start transaction
start transaction isolation level serializable, deferrable
prepare transaction 'it'
-- ALTER AGGREGATE
alter aggregate a (int) rename to b
alter aggregate s.a (*) owner to r
alter aggregate a (variadic x "any") set schema s
alter aggregate a (float8, int order by anyelement) owner to current_role
alter aggregate a (order by int, variadic text[]) rename to b
-- ALTER COLLATION, CONVERSION
alter collation "de_DE" rename to d
alter collation c owner to session_user
alter collation s.c set schema t
alter collation "en-x-icu" refresh version
alter conversion c rename to d
alter conversion c owner to r
alter conversion s.c set schema t
-- ALTER DATABASE
alter database d
alter database d with allow_connections false connection limit 5 is_template true
alter database d allow_connections = off connection_limit = -1
alter database d rename to e
alter database d owner to current_user
alter database d set tablespace t
alter database d set search_path to a, b
alter database d set x.y = default
alter database d set x from current
alter database d set time zone local
alter database d reset x
alter database d reset all
alter database d refresh collation version
-- ALTER DEFAULT PRIVILEGES
alter default privileges grant select, insert, update, delete, truncate, references, trigger, maintain on tables to r
alter default privileges in schema a, b grant all privileges on sequences to group r with grant option
alter default privileges for user a, b grant execute on functions to public
alter default privileges for role current_user in schema s revoke grant option for execute on routines from r cascade
alter default privileges grant usage on types to r, s
alter default privileges grant create, usage on schemas to r
alter default privileges grant select, update on large objects to r
alter default privileges revoke all on tables from r restrict
-- ALTER DOMAIN
alter domain d set default 1 + 2
alter domain d drop default
alter domain d set not null
alter domain s.d drop not null
alter domain d add constraint c check (value > 0)
alter domain d add check (value <> '') not valid
alter domain d add constraint n not null
alter domain d drop constraint c
alter domain d drop constraint if exists c cascade
alter domain d rename constraint c to e
alter domain d validate constraint c
alter domain d owner to r
alter domain d rename to e
alter domain d set schema s
-- ALTER EVENT TRIGGER
alter event trigger e disable
alter event trigger e enable
alter event trigger e enable replica
alter event trigger e enable always
alter event trigger e owner to r
alter event trigger e rename to f
-- ALTER EXTENSION
alter extension e update
alter extension e update to v2
alter extension e set schema s
alter extension e add access method m
alter extension e add aggregate a (int, text)
alter extension e add aggregate a (*)
alter extension e add cast (int as text)
alter extension e add collation c
alter extension e add conversion c
alter extension e add domain d
alter extension e add event trigger t
alter extension e add foreign data wrapper f
alter extension e add foreign table t
alter extension e add function f (int)
alter extension e add materialized view v
alter extension e add operator s.+ (int, int)
alter extension e add operator class c using btree
alter extension e add operator family c using hash
alter extension e add language l
alter extension e add procedural language l
alter extension e add procedure p ()
alter extension e add routine r
alter extension e add schema s
alter extension e add sequence s
alter extension e add server s
alter extension e drop table t
alter extension e drop text search configuration c
alter extension e drop text search dictionary c
alter extension e drop text search parser c
alter extension e drop text search template c
alter extension e drop transform for int language l
alter extension e drop type t
alter extension e drop view v
-- ALTER FOREIGN DATA WRAPPER, FOREIGN TABLE
alter foreign data wrapper f handler h validator s.v
alter foreign data wrapper f no handler no validator options (add a '1', set b '2', drop c, d '3')
alter foreign data wrapper f options (set b '2')
alter foreign data wrapper f owner to r
alter foreign data wrapper f rename to g
alter foreign table if exists only t add column c int options (a 'b') not null, drop c cascade
alter foreign table t alter c type int, alter c set default 1, alter c drop default, alter c set not null, alter c drop not null
alter foreign table t alter column c set statistics 100, alter c set (n_distinct = 5), alter c reset (n_distinct), alter c set storage plain
alter foreign table t alter column c options (add a 'x', drop b)
alter foreign table t add constraint c check (a > 0) no inherit, validate constraint c, drop constraint if exists c restrict
alter foreign table t disable trigger x, enable trigger all, inherit u, no inherit v, owner to r, options (set a '1')
alter foreign table t rename column a to b
alter foreign table if exists t rename to u
alter foreign table t set schema s
-- ALTER FUNCTION, PROCEDURE, ROUTINE
alter function f(int, out text) called on null input immutable
alter function f(a int) returns null on null input volatile not leakproof
alter function f strict stable leakproof external security invoker
alter function s.f(variadic int[]) security definer parallel restricted cost 100 rows 10.5 support s.g
alter function f() set x = 1 set y to a, 'b' reset z reset all restrict
alter function f() external security definer
alter function f(int) rename to g
alter function f owner to r
alter function f() set schema s
alter function f(int) no depends on extension e
alter procedure p(inout int) security definer set x to 1
alter procedure p rename to q
alter procedure p() owner to current_role
alter procedure p() set schema s
alter procedure p(int) depends on extension e
alter routine r(int) stable
alter routine r(int) rename to q
alter routine r(int) owner to q
alter routine r set schema s
alter routine r no depends on extension e
-- ALTER GROUP
alter group g add user a, b
alter group g drop user current_user
alter group g rename to h
-- ALTER INDEX
alter index if exists i rename to j
alter index i set tablespace t
alter index i attach partition s.j
alter index i no depends on extension e
alter index i depends on extension e
alter index if exists i set (fillfactor = 70, fastupdate)
alter index i reset (fillfactor)
alter index i alter column 2 set statistics -1
alter index all in tablespace t set tablespace u
alter index all in tablespace t owned by a, current_user set tablespace u nowait
-- ALTER LANGUAGE, LARGE OBJECT
alter language l rename to m
alter procedural language l owner to r
alter large object 12 owner to r
-- ALTER MATERIALIZED VIEW
alter materialized view v alter a set statistics 5, alter a set (x = 1), alter a reset (x), alter a set storage main, alter a set compression pglz
alter materialized view if exists v cluster on i, set without cluster, set access method heap, set tablespace t, set (a = 1), reset (a), owner to r
alter materialized view v depends on extension e
alter materialized view v no depends on extension e
alter materialized view v rename column a to b
alter materialized view v rename a to b
alter materialized view v rename to w
alter materialized view if exists v set schema s
alter materialized view all in tablespace t owned by r set tablespace u nowait
-- ALTER OPERATOR, CLASS, FAMILY
alter operator + (int, int) owner to r
alter operator s.@@ (none, text) set schema t
alter operator = (int, int) set (restrict = eqsel, join = none, commutator = =, negator = <>, hashes, merges)
alter operator = (int, int) set (commutator = operator(s.=), merges = true)
alter operator class c using btree rename to d
alter operator class s.c using btree owner to r
alter operator class c using btree set schema s
alter operator family f using btree add operator 1 < (int, text) for search, operator 3 = (int, text) for order by s.f, function 1 (int, text) c(int, text)
alter operator family f using btree drop operator 1 (int, text), function 1 (int)
alter operator family f using gist rename to g
alter operator family f using gist owner to r
alter operator family f using gist set schema s
-- ALTER POLICY
alter policy p on t rename to q
alter policy if exists p on t rename to q
alter policy p on s.t to public, r, current_user, session_user, current_role using (a = 1) with check (b = 2)
alter policy p on t to r
alter policy p on t using (true)
alter policy p on t with check (false)
alter policy p on t
-- ALTER PUBLICATION
alter publication p add table t, only u, s.v (a, b) where (a > 1), table w, tables in schema x, current_schema
alter publication p add table t*
alter publication p set table t where (a is null)
alter publication p set tables in schema current_schema, s
alter publication p drop table t, tables in schema s
alter publication p set (publish = 'insert, update', publish_via_partition_root)
alter publication p owner to r
alter publication p rename to q
-- ALTER ROLE, USER
alter role r with superuser createdb createrole inherit login replication bypassrls connection limit 10 encrypted password 'p' valid until 'infinity'
alter role r nosuperuser nocreatedb nocreaterole noinherit nologin noreplication nobypassrls
alter user current_user password null
alter role session_user
alter role r rename to s
alter user r rename to s
alter role r in database d set a to b
alter user all set a = 'b'
alter role r set a from current
alter role r in database d reset a
alter role current_role reset all
alter role all in database d reset all
alter role r user a, b
-- ALTER RULE, SCHEMA
alter rule r on s.t rename to q
alter schema s rename to t
alter schema s owner to r
-- ALTER SEQUENCE
alter sequence if exists s as smallint increment 2 minvalue -5 maxvalue 10 start 1 restart cache 5 cycle owned by t.c
alter sequence s no minvalue no maxvalue no cycle owned by none restart with 7 start with 3 increment by -1
alter sequence s set logged
alter sequence s set unlogged
alter sequence s owner to r
alter sequence if exists s rename to t
alter sequence s set schema u
-- ALTER SERVER
alter server s version 'v'
alter server s version null
alter server s options (a 'b')
alter server s owner to r
alter server s rename to t
-- ALTER STATISTICS
alter statistics s owner to r
alter statistics s rename to t
alter statistics s set schema u
alter statistics if exists x.s set statistics 10
-- ALTER SUBSCRIPTION
alter subscription s connection 'host=x'
alter subscription s set publication a, b with (refresh = false)
alter subscription s add publication a
alter subscription s drop publication a with (refresh)
alter subscription s refresh publication
alter subscription s enable
alter subscription s disable
alter subscription s set (failover = true, two_phase, synchronous_commit = off, slot_name = 'x')
alter subscription s skip (lsn = '0/12345')
alter subscription s owner to r
alter subscription s rename to t
-- ALTER SYSTEM
alter system set a = 1
alter system set a.b to default
alter system set a to 'x', 'y', z
alter system set a = on
alter system reset a.b
alter system reset all
-- ALTER TABLE
alter table t add a int
alter table if exists only t add column if not exists a text storage main compression lz4 collate "C" default 'x' not null
alter table t add a int primary key, add b int unique nulls not distinct, add c int references u (x) on delete cascade
alter table t add g int generated always as (a + 1) stored, add h int generated always as (a), add i int generated by default as identity
alter table t drop a, drop column b restrict, drop if exists c cascade
alter table t alter a type int, alter column b set data type varchar(5) collate "C" using b::varchar
alter table t alter a set default 1, alter a drop default, alter a set not null, alter a drop not null
alter table t alter a set expression as (b * 2), alter a drop expression, alter a drop expression if exists
alter table t alter a add generated always as identity, alter a add generated by default as identity (start 5 cache 2)
alter table t alter a set generated by default, alter a set start with 3 set cycle restart with 2, alter a set generated always restart
alter table t alter a drop identity, alter a drop identity if exists
alter table t alter a set statistics 10, alter a set statistics default, alter a set statistics -1
alter table t alter a set (n_distinct = -0.5, n_distinct_inherited = 3), alter a reset (n_distinct)
alter table t alter a set storage default, alter a set storage external, alter a set compression default, alter a set compression lz4
alter table t add check (a > 0), add constraint c check (b) no inherit not valid, add constraint d check (c) not enforced
alter table t add constraint n not null a, add not null b no inherit, add constraint n2 not null c not valid
alter table t add unique (a), add constraint u unique nulls distinct (a, b) include (c) with (fillfactor = 5) using index tablespace x deferrable initially deferred
alter table t add primary key (a), add constraint p primary key (a, b without overlaps), add unique (a, p without overlaps)
alter table t add exclude using gist (a with =, b with &&) where (c), add exclude (a with operator(s.=)), add constraint e exclude using gist (a desc nulls last with =) include (d)
alter table t add foreign key (a) references u, add foreign key (a, b) references u (c, d) match simple on update set default on delete no action not enforced
alter table t add constraint f foreign key (a, period p) references u (b, period q) match full deferrable not valid
alter table t add constraint f foreign key (a, b) references u on delete set null (a), add constraint g foreign key (a) references u on delete set default (a) on update restrict
alter table t add constraint c unique using index i, add primary key using index j not deferrable initially immediate
alter table t alter constraint c deferrable, alter constraint c not deferrable, alter constraint c deferrable initially deferred
alter table t alter constraint c enforced, alter constraint d not enforced, alter constraint e inherit, alter constraint f no inherit
alter table t validate constraint c, drop constraint c, drop constraint if exists d cascade
alter table t disable trigger a, disable trigger all, disable trigger user, enable trigger b, enable replica trigger c, enable always trigger d
alter table t disable rule a, enable rule b, enable replica rule c, enable always rule d
alter table t disable row level security, enable row level security, force row level security, no force row level security
alter table t cluster on i, set without cluster, set without oids
alter table t set access method heap, set access method default, set tablespace s, set logged, set unlogged
alter table t set (fillfactor = 70, toast.autovacuum_enabled = off, autovacuum_enabled), reset (fillfactor, toast.x)
alter table t inherit s.p, no inherit q, of s.y, not of, owner to r
alter table t replica identity default, replica identity full, replica identity nothing, replica identity using index i
alter table t rename a to b
alter table if exists only t rename column a to b
alter table t rename constraint a to b
alter table t rename to u
alter table if exists t set schema s
alter table all in tablespace t set tablespace u
alter table all in tablespace t owned by r, s set tablespace u nowait
alter table if exists t attach partition p for values from (1, minvalue) to (2, maxvalue)
alter table t attach partition p for values in ('a', null, 1 + 2)
alter table t attach partition p for values with (modulus 3, remainder 1)
alter table t attach partition s.p default
alter table t detach partition p
alter table t detach partition p concurrently
alter table t detach partition p finalize
alter table t options (set a 'x', drop b)
alter table t alter a options (add b 'c')
-- ALTER TABLESPACE
alter tablespace t rename to u
alter tablespace t owner to r
alter tablespace t set (seq_page_cost = 1.5, x = y)
alter tablespace t reset (seq_page_cost)
-- ALTER TEXT SEARCH
alter text search configuration c add mapping for a, b with x, s.y
alter text search configuration c alter mapping for a with x
alter text search configuration c alter mapping replace x with s.y
alter text search configuration c alter mapping for a, b replace x with y
alter text search configuration c drop mapping for a
alter text search configuration c drop mapping if exists for a, b
alter text search configuration c rename to d
alter text search configuration c owner to r
alter text search configuration s.c set schema t
alter text search dictionary d (stopwords = russian, x, y = 'z')
alter text search dictionary d rename to e
alter text search dictionary d owner to r
alter text search dictionary d set schema s
alter text search parser p rename to q
alter text search parser p set schema s
alter text search template p rename to q
alter text search template p set schema s
-- ALTER TRIGGER
alter trigger t on s.u rename to v
alter trigger t on u depends on extension e
alter trigger t on u no depends on extension e
-- ALTER TYPE
alter type t owner to current_user
alter type t rename to u
alter type t set schema s
alter type t rename attribute a to b
alter type t rename attribute a to b cascade
alter type t rename attribute a to b restrict
alter type t add attribute a int, drop attribute b, alter attribute c type text
alter type t add attribute a text collate "C" cascade, drop attribute if exists b restrict, alter attribute c set data type int cascade
alter type t add value 'x'
alter type t add value if not exists 'x' before 'y'
alter type t add value 'x' after 'y'
alter type t rename value 'x' to 'y'
alter type t set (receive = r, send = none, typmod_in = x, storage = extended)
-- ALTER USER MAPPING
alter user mapping for current_user server s options (set a 'b')
alter user mapping for user server s options (drop a)
alter user mapping for public server s options (add password 'x')
-- ALTER VIEW
alter view if exists v alter a set default 1
alter view v alter column a drop default
alter view v owner to r
alter view v rename column a to b
alter view v rename a to b
alter view v rename to w
alter view if exists v set schema s
alter view v set (security_barrier, check_option = local)
alter view v reset (security_barrier)
-- ANALYZE, VACUUM
analyze
analyse verbose
analyze verbose t
analyze (verbose, skip_locked false, buffer_usage_limit '16MB') t (a, b), only u, s.v*
vacuum
vacuum full
vacuum freeze t
vacuum verbose analyze t (a)
vacuum (full true, freeze on, verbose 1, analyze, disable_page_skipping, skip_locked, index_cleanup auto, process_main false, process_toast, truncate, parallel 2, skip_database_stats, only_database_stats, buffer_usage_limit 256) t, only u (x)
-- CALL, CHECKPOINT, CLOSE, CLUSTER
call p()
call s.p(1, b => 2, c := default_value, variadic array[1])
checkpoint
close c
close all
cluster
cluster verbose
cluster t
cluster t using i
cluster verbose s.t using i
cluster (verbose) t using i
cluster (verbose off)
cluster i on t
-- COMMENT
comment on access method m is 'x'
comment on aggregate a (int, text) is 'x'
comment on aggregate a (*) is null
comment on aggregate a (int order by text) is 'x'
comment on cast (int as s.t) is E'a\nb'
comment on collation c is 'x'
comment on column s.t.c is 'x'
comment on constraint c on t is 'x'
comment on constraint c on s.t is 'x'
comment on constraint c on domain s.d is 'x'
comment on conversion c is 'x'
comment on database d is 'x'
comment on domain d is 'x'
comment on extension e is 'x'
comment on event trigger e is 'x'
comment on foreign data wrapper f is 'x'
comment on foreign table f is 'x'
comment on function f(in a int, out b text, inout c int, variadic d int[]) is 'x'
comment on function f is 'x'
comment on index i is 'x'
comment on large object 123 is 'x'
comment on materialized view v is 'x'
comment on operator ^ (text, none) is 'x'
comment on operator s.- (none, int) is 'x'
comment on operator class c using btree is 'x'
comment on operator family s.c using btree is 'x'
comment on policy p on t is 'x'
comment on procedural language l is 'x'
comment on language l is 'x'
comment on procedure p (int) is 'x'
comment on publication p is 'x'
comment on role r is 'x'
comment on routine r is 'x'
comment on rule r on t is 'x'
comment on schema s is 'x'
comment on sequence s is 'x'
comment on server s is 'x'
comment on statistics s.s is 'x'
comment on subscription s is 'x'
comment on table s.t is 'x'
comment on tablespace t is 'x'
comment on text search configuration c is 'x'
comment on text search dictionary c is 'x'
comment on text search parser c is 'x'
comment on text search template c is 'x'
comment on transform for hstore language plpython3u is 'x'
comment on trigger t on u is 'x'
comment on type complex is 'x'
comment on view v is $$x$$
-- COPY
copy t from '/f'
copy t (a, b) from stdin
copy t from program 'cat x' with (format 'text', delimiter '|', null '', header true, freeze)
copy t from stdin with (format csv, on_error stop, reject_limit 5, log_verbosity silent, encoding 'utf8', default '\D', force_not_null (a, b), force_null *, quote '"', escape E'\\')
copy t from stdin (format binary) where a > 1
copy t from stdin where a is not null and b
copy t to stdout
copy t (a) to '/f' with (header match, force_quote *)
copy (select 1) to stdout with (format csv, force_quote (a, b))
copy (values (1), (2)) to stdout
copy (update t set a = 1 returning a) to stdout
copy (with x as (select 1) select * from x) to '/f'
copy t to stdout csv
copy t from stdin binary
copy binary t to stdout
copy t from stdin using delimiters ','
copy t from stdin with delimiter as ',' null as 'x' csv header quote as '"' escape as '\' force not null a, b force null c encoding 'utf8' freeze
copy t to stdout with csv force quote *
copy t to stdout csv force quote a, b
-- CREATE ACCESS METHOD, AGGREGATE, CAST, COLLATION, CONVERSION
create access method m type index handler s.h
create access method m type table handler h
create aggregate a (int) (sfunc = f, stype = int)
create or replace aggregate s.a (in x int, y text) (sfunc = f, stype = internal, sspace = 5, finalfunc = g, finalfunc_extra, finalfunc_modify = read_write, combinefunc = c, serialfunc = d, deserialfunc = e, initcond = '{}', msfunc = h, minvfunc = i, mstype = j, mfinalfunc_modify = shareable, sortop = >, parallel = safe)
create aggregate a (float8 order by anyelement) (sfunc = f, stype = internal, finalfunc = g, hypothetical)
create aggregate a (variadic "any" order by variadic "any") (sfunc = f, stype = internal)
create aggregate a (order by x int) (sfunc = f, stype = internal, sortop = operator(s.<))
create aggregate a (*) (sfunc = f, stype = int8, initcond = '0', minitcond = '1')
create aggregate a (basetype = int, sfunc = f, stype = int[], initcond1 = '{}')
create cast (int as text) with function f(int)
create cast (int as text) with function f(int, int, bool) as assignment
create cast (int as text) with function f as implicit
create cast (a as b) without function
create cast (a as b) without function as implicit
create cast (a as b) with inout as assignment
create collation c (locale = 'de_DE.utf8')
create collation if not exists s.c (provider = icu, locale = 'und', deterministic = false, lc_collate = 'C', lc_ctype = 'C', rules = '&a', version = '1')
create collation c from "POSIX"
create collation if not exists c from pg_catalog."C"
create conversion c for 'UTF8' to 'LATIN1' from f
create default conversion s.c for 'UTF8' to 'LATIN1' from s.f
-- CREATE DATABASE, DOMAIN, EVENT TRIGGER, EXTENSION
create database d
create database d with owner = r template = template0 encoding = 'UTF8' strategy = wal_log locale = 'C' lc_collate = 'C' lc_ctype = 'C' builtin_locale = 'C.UTF-8' icu_locale 'und' icu_rules '' locale_provider = builtin collation_version = '1' tablespace = pg_default allow_connections = true connection limit = 5 is_template = false oid = 20000
create database d owner default tablespace default encoding default
create database d encoding 6 connection limit 1
create domain d int
create domain s.d as varchar(5) collate "C" default 'x' constraint a not null constraint b check (value ~ 'x') null
create domain d as int[] check (array_length(value, 1) = 2)
create event trigger e on ddl_command_start execute function f()
create event trigger e on login execute procedure s.f()
create event trigger e on sql_drop when tag in ('DROP TABLE', 'DROP VIEW') execute function f()
create extension e
create extension if not exists e with schema s version 'v1' cascade
create extension e schema s version v1
create extension e cascade version '2'
-- CREATE FOREIGN DATA WRAPPER, FOREIGN TABLE, SERVER, USER MAPPING, IMPORT
create foreign data wrapper f
create foreign data wrapper f handler h validator v options (a 'b', c '')
create foreign data wrapper f no handler no validator
create foreign table t () server s
create foreign table if not exists s.t (a int options (x 'y') collate "C" constraint n not null default 5, b text check (b <> '') no inherit, c int generated always as (a + 1) stored, constraint k check (a > 0), like u) inherits (v, w) server s options (a 'b')
create foreign table if not exists t partition of p (a not null, constraint c check (b > 0), d with options default 3) for values from (1) to (2) server s options (x 'y')
create foreign table t partition of p default server s
create server s foreign data wrapper f
create server if not exists s type 't' version 'v' foreign data wrapper f options (a 'b')
create server s version null foreign data wrapper f
create user mapping for r server s
create user mapping if not exists for public server s options (user 'a', password 'b')
create user mapping for current_role server s
create user mapping for user server s
import foreign schema r from server s into l
import foreign schema r limit to (a, b) from server s into l
import foreign schema r except (a) from server s into l options (import_default 'true')
-- CREATE FUNCTION, PROCEDURE
create function f() returns void language sql as ''
create or replace function s.f(in a int, out b text, inout c int = 5, variadic d int[] default '{}') returns record language plpgsql as $f$ begin end $f$
create function f(a int, b in text, int, out text) returns setof int as 'x' language sql
create function f(a s.t%type, setof u.v.w%type) returns s.t%type as 'o', 'l' language c strict
create function f() returns table (a int, b text) as 'x' language sql
create function f(int) returns int transform for type hstore, for type ltree immutable leakproof called on null input external security invoker parallel unsafe cost 0.5 rows 100 support s.f set a to 1 set b = 'x', y set c from current set time zone 'UTC' window language c as 'a'
create function f(int) returns int not leakproof stable returns null on null input security definer parallel restricted return $1 + 1
create function f(a int) returns int begin atomic select a; insert into t values (a); update t set b = 1; delete from t; return a; end
create function f() returns int language sql begin atomic ; ; select 1;; end
create function f() returns trigger language 'plpgsql' as 'begin return new; end'
create function f(double precision, timestamp with time zone, interval day to second (3), bit varying (5), national character varying (3), char, "char", int array, int array[3], int[][5]) returns int language c as 'x'
create procedure p() language sql as $$ select 1 $$
create or replace procedure p(a int, inout b int) security definer set x = 1 language plpgsql as ''
create procedure p(a int default 1) begin atomic insert into t values (a); end
create procedure p(out a int) language sql return 1
-- CREATE GROUP, ROLE, USER
create group g
create group g with user a, b
create role r
create role r with superuser createdb createrole inherit login replication bypassrls connection limit -1 encrypted password 'x' valid until '2030-01-01' in role a, b in group c role d, e admin f user g sysid 4
create role r nosuperuser nocreatedb nocreaterole noinherit nologin noreplication nobypassrls password null
create user u password 'x' in role a
create user "U" with login
-- CREATE INDEX
create index on t (a)
create unique index i on t (a)
create index concurrently if not exists i on only s.t using gist (a collate "C" s.ops (siglen = 32, x) asc nulls first, (b + 1) desc, lower(c) text_pattern_ops nulls last)
create index concurrently on t (a)
create index i on t using brin (a) include (b, c) nulls distinct with (pages_per_range = 5, autosummarize) tablespace x where a > 0
create unique index i on t (a, b) nulls not distinct
create index i on t (coalesce(a, b), (a::text), current_date)
-- CREATE LANGUAGE
create language l
create or replace trusted procedural language l handler h inline s.i validator v
create trusted language l handler h no validator
create procedural language l
-- CREATE MATERIALIZED VIEW
create materialized view v as select 1
create materialized view if not exists s.v (a, b) using heap with (fillfactor = 5) tablespace t as table x with no data
create unlogged materialized view v as values (1) with data
-- CREATE OPERATOR, CLASS, FAMILY
create operator === (leftarg = box, rightarg = box, function = f, commutator = ===, negator = !==, restrict = r, join = j, hashes, merges)
create operator s.! (rightarg = numeric, procedure = f)
create operator <-> (leftarg = setof int, rightarg = int array, function = s.f, commutator = operator(pg_catalog.=))
create operator class c for type int using hash as operator 1 =
create operator class s.c default for type int[] using gist family s.f as operator 1 s.= (int, int), operator 2 <-> (point, point) for order by float_ops, operator 3 && for search, function 1 f(int, int), function 2 (int, text) s.g(internal), function 3 (int) h(int), storage text
create operator family f using btree
create operator family s.f using btree
-- CREATE POLICY
create policy p on t
create policy p on s.t as permissive for all to public using (a = current_user) with check (true)
create policy p on t as restrictive for select to r, current_user, session_user, current_role using (false)
create policy p on t for insert with check (a > 1)
create policy p on t for update using (a > 1)
create policy p on t for delete using (a > 1)
-- CREATE PUBLICATION, SUBSCRIPTION
create publication p
create publication p for all tables
create publication p for table t, only u, v*, s.w (a, b) where (a > 1 and b < 2)
create publication p for table a, b, tables in schema s, t, table c where (x)
create publication p for tables in schema s, current_schema with (publish = 'insert', publish_via_partition_root = true, publish_generated_columns = none)
create publication p with (publish = '')
create subscription s connection 'host=x' publication a
create subscription s connection 'x' publication a, b with (connect = false, slot_name = none, enabled = false, create_slot, origin = any, password_required = true, run_as_owner, failover, binary = true, streaming = parallel)
-- CREATE RULE
create rule r as on insert to t do nothing
create or replace rule "_RETURN" as on select to s.v do instead select 1 as a
create rule r as on update to t where old.a <> new.a do also insert into log values (new.a, old.a)
create rule r as on delete to t do instead (update t set a = 1; notify x; delete from t)
create rule r as on insert to t do also (select 1;)
create rule r as on insert to t do (;select 1;;)
create rule r as on insert to t do instead nothing
-- CREATE SCHEMA
create schema s
create schema if not exists s
create schema s authorization r
create schema authorization current_user
create schema if not exists authorization session_user
create schema if not exists s authorization current_role
create schema s create table t (a int) create view v as select 1 create sequence q create trigger g after insert on t execute function f() create index i on t (a) grant all on t to r
-- CREATE SEQUENCE
create sequence s
create temp sequence if not exists s as bigint increment by 2 minvalue 1 maxvalue 100 start with 5 cache 10 no cycle owned by t.c
create temporary sequence s no minvalue no maxvalue cycle owned by none
create unlogged sequence s increment -1 minvalue -10 start -1
create sequence s maxvalue 9223372036854775807
create sequence s sequence name x
-- CREATE STATISTICS
create statistics on a, b from t
create statistics s on (a + b) from t
create statistics if not exists x.s (ndistinct, dependencies, mcv) on a, (b % 2), lower(c) from s.t
-- CREATE TABLE
create table t ()
create table if not exists s.t (a int)
create temp table t (a int) on commit preserve rows
create temporary table t (a int) on commit delete rows
create local temp table t (a int) on commit drop
create global temporary table t (a int)
create unlogged table t (a int)
create table t (a int not null, b int null, c int check (c > 0), d int default 5 + 1, e int unique, f int primary key, g int references u)
create table t (a int constraint x not null constraint y check (a > 0) no inherit constraint z unique)
create table t (a int not null no inherit, b int unique nulls not distinct with (fillfactor = 5) using index tablespace x, c int primary key with (a = b))
create table t (a int references u (b) match full on delete cascade on update restrict deferrable initially immediate, b int references u on delete set null, c int references v on delete set default on update no action not deferrable)
create table t (a int references u enforced, b int check (b > 0) not enforced, c int references v not enforced)
create table t (a int generated always as identity, b int generated by default as identity (start with 10 increment by 5 minvalue 1 sequence name s.q), c int generated always as identity (cycle))
create table t (a int, b int generated always as (a * 2) stored, c int generated always as (a * 3) virtual, d int generated always as (a))
create table t (a text storage extended compression pglz collate "C", b text storage default compression default, c text collate s.x not null)
create table t (a int, like u including all excluding defaults including comments, like s.v including generated including identity including indexes including statistics including storage including constraints including compression)
create table t (a int, b int, constraint p primary key (a) include (b), unique (a, b), unique nulls not distinct (b), check (a < b), constraint f foreign key (a) references u (b))
create table t (a int, p tsrange, primary key (a, p without overlaps), unique (a, p without overlaps), foreign key (a, period p) references u (a, period p))
create table t (a int, exclude using gist (a with =, (a + 1) with <>, a collate "C" ops desc nulls first with operator(pg_catalog.=)) include (a) with (fillfactor = 70) using index tablespace x where (a > 0) deferrable initially deferred, exclude (a with =))
create table t (not null a, constraint c not null b no inherit, a int, b int)
create table t (a int) inherits (u, s.v)
create table t (a int) partition by range (a)
create table t (a int, b text) partition by list ((lower(b)) collate "C" text_ops)
create table t (a int, b text) partition by hash (a, f(b), (a + 1) int4_ops)
create table t (a int) using heap with (fillfactor = 70, toast.autovacuum_enabled = false, user_catalog_table) tablespace x
create table t (a int) without oids
create table t (a int) with (oids = false)
create table t of s.y
create table if not exists t of y (primary key (a), b with options not null default 5, c check (c > 0), unique (a)) partition by range (a)
create table t partition of p for values in (1, 'a', null)
create table if not exists t partition of s.p (a not null, b with options default 5, constraint c check (a > 0), primary key (a)) for values from (1, minvalue, 'x') to (2, maxvalue, current_date) partition by hash (a) using heap with (x = 1) on commit drop tablespace y
create table t partition of p for values with (modulus 10, remainder 9)
create table t partition of p default
create table t partition of p for values in (1) partition by list (b)
create table t (a serial, b bigserial, c smallserial, d "char", e numeric(10, -2), f decimal, g dec(5), h float(53), i float, j real, k double precision, l bit(5), m bit varying, n character(3), o character varying(5), p varchar, q text, r bytea)
create table t (a timestamp(3), b timestamp with time zone, c timestamp(0) without time zone, d time(6) with time zone, e time, f interval, g interval(3), h interval year to month, i interval second(2), j interval day to hour, k date, l json, m jsonb, n xml, o int[], p int array, q int array[5], r text[][3], s setof_t, u boolean, v bool, w nchar(3), x national char varying(2), y "s"."t"(1, 2)[])
-- CREATE TABLE AS
create table t as select 1
create table if not exists t (a, b) using heap with (x = 1) on commit drop tablespace y as values (1, 2) with no data
create temp table t as table u
create unlogged table t as execute p(1, 'x') with data
create table t (a) as with x as (select 1) select * from x
-- CREATE TABLESPACE, TEXT SEARCH, TRANSFORM
create tablespace t location '/d'
create tablespace t owner current_user location '/d' with (seq_page_cost = 1)
create text search configuration c (parser = "default")
create text search configuration s.c (copy = pg_catalog.english)
create text search dictionary d (template = snowball, language = russian, stopwords = 'x')
create text search parser p (start = a, gettoken = b, end = c, lextypes = d, headline = e)
create text search template t (init = a, lexize = b)
create transform for hstore language plpython3u (from sql with function f(internal), to sql with function g(internal))
create or replace transform for s.t language l (to sql with function g(internal), from sql with function f)
create transform for int language l (from sql with function f(internal))
create transform for int language l (to sql with function f(internal))
-- CREATE TRIGGER
create trigger t before insert on u for each row execute function f()
create or replace trigger t after update of a, b or delete or truncate or insert on s.u for statement execute procedure s.f('a', 1, 2.5, b, true)
create trigger t instead of insert or update on v for each row when (old.a is distinct from new.a) execute function f(a)
create constraint trigger t after delete on u from s.r not deferrable initially immediate for each row execute function f()
create constraint trigger t after update on u deferrable initially deferred for each row when (new.a > 1) execute function f()
create trigger t after update on u referencing old table as o new table as n for each statement execute function f()
create trigger t after insert on u referencing new table n execute function f()
-- CREATE TYPE
create type t as (a int, b text collate "C", c s.d[])
create type t as ()
create type t as enum ()
create type s.t as enum ('a', 'b''c', E'd\n')
create type t as range (subtype = float8, subtype_opclass = float8_ops, collation = "C", canonical = c, subtype_diff = float8mi, multirange_type_name = s.m)
create type t (input = i, output = o, receive = r, send = s, typmod_in = ti, typmod_out = tou, analyze = a, subscript = s.x, internallength = 16, passedbyvalue, alignment = double, storage = main, like = box, category = 'X', preferred = true, default = 'x', element = float4, delimiter = ';', collatable = true)
create type t (internallength = variable, input = i, output = o, alignment = int4, storage = plain, default = 0, element = int, like = s.u)
create type t
-- CREATE VIEW
create view v as select 1
create or replace temporary view v (a, b) with (security_barrier = true, security_invoker) as select 1, 2 with check option
create temp recursive view v (n) as values (1) union all select n + 1 from v where n < 10
create or replace recursive view s.v (a) as select 1
create view v with (check_option = local) as table t with local check option
create unlogged view v as select 1
-- DEALLOCATE, DECLARE, DISCARD, DO
deallocate p
deallocate prepare p
deallocate all
deallocate prepare all
declare c cursor for select 1
declare c binary asensitive scroll cursor with hold for with x as (select 1) select * from x
declare c insensitive no scroll cursor without hold for values (1)
declare c scroll cursor for select * from t for update of t nowait
discard all
discard plans
discard sequences
discard temp
discard temporary
do $$ begin end $$
do language plpgsql $x$ begin end $x$
do 'x' language 'plperl'
-- DROP
drop access method if exists m cascade
drop access method m, n
drop aggregate a (int), b (*), c (int, text) cascade
drop aggregate if exists a (int order by text)
drop cast if exists (int as text) cascade
drop cast (int as text) restrict
drop collation if exists a, s.b
drop conversion c
drop database d
drop database if exists d with (force)
drop database d (force, force)
drop domain if exists a, s.b cascade
drop event trigger e
drop extension if exists a, b cascade
drop foreign data wrapper a, b
drop foreign table if exists t
drop function f
drop function if exists f(int), s.g(a int, out b text, variadic c int[]), h() cascade
drop group if exists a, current_user
drop index concurrently if exists a, s.b
drop index i restrict
drop language if exists l
drop procedural language l cascade
drop materialized view v
drop operator + (int, int), s.- (none, int) cascade
drop operator if exists ^ (int, none)
drop operator class if exists s.c using btree
drop operator family c using btree cascade
drop owned by a, current_user, session_user cascade
drop owned by public restrict
drop policy if exists p on s.t cascade
drop policy p on t
drop procedure p(), q
drop publication a, b
drop role a, b
drop routine if exists r(int)
drop rule r on t
drop rule if exists r on s.t cascade
drop schema a, b cascade
drop sequence if exists s
drop server s
drop statistics a, s.b
drop subscription s
drop subscription if exists s cascade
drop table t
drop table if exists a, s.b, c.d.e cascade
drop tablespace t
drop tablespace if exists t
drop text search configuration c
drop text search dictionary if exists c
drop text search parser c
drop text search template c cascade
drop transform if exists for s.t language l cascade
drop transform for int language l
drop trigger t on u
drop trigger if exists t on s.u cascade
drop type a, s.b[], int
drop user if exists a, session_user
drop user mapping for r server s
drop user mapping if exists for user server s
drop user mapping for public server s
drop view v restrict
-- EXECUTE, EXPLAIN, FETCH, MOVE
execute p
execute p ('x', 1 + 2, null)
explain select 1
explain analyze select 1
explain verbose select 1
explain analyse verbose insert into t values (1)
explain (analyze, verbose true, costs off, settings on, generic_plan false, buffers 0, serialize none, wal, timing, summary, memory, format yaml) select 1
explain (format 'json', serialize binary) delete from t
explain create table t as select 1
explain create materialized view v as select 1
explain refresh materialized view v
explain declare c cursor for select 1
explain execute p(1)
explain merge into t using s on true when matched then delete
explain (analyze) (select 1) union select 2
fetch c
fetch from c
fetch in c
fetch next c
fetch prior from c
fetch first in c
fetch last from c
fetch absolute -3 from c
fetch relative 0 c
fetch 5 from c
fetch -5 in c
fetch +5 c
fetch all c
fetch forward c
fetch forward 3 from c
fetch forward all in c
fetch backward from c
fetch backward 3 c
fetch backward all c
move next from c
move forward all in c
-- GRANT, REVOKE
grant select on t to r
grant select, insert, update, delete, truncate, references, trigger, maintain on table s.t, u to public, r with grant option granted by current_user
grant all on t to r
grant all privileges on all tables in schema a, b to r
grant select (a, b), insert (c), update (d), references (e) on t to r
grant all (a) on t to r
grant all privileges (a, b) on t to r
grant usage, select, update on sequence s to r
grant usage on all sequences in schema a to r
grant create, connect, temporary, temp on database d to r
grant usage on domain d to r
grant usage on foreign data wrapper f to r
grant usage on foreign server s to r
grant execute on function f(int), g to r
grant execute on procedure p() to r
grant execute on routine p to r
grant execute on all functions in schema s to r
grant execute on all procedures in schema s to r
grant execute on all routines in schema s to r
grant usage on language a, b to r
grant select, update on large object 1, 2 to r
grant set, alter system on parameter a, b.c to r
grant create, usage on schema s to r
grant create on tablespace t to r
grant usage on type s.t to r
grant r to a
grant a, b to c, current_user with admin option
grant a to b with admin true, inherit false, set true granted by c
grant a to b with inherit option
grant a to b with set false
revoke select on t from r
revoke grant option for all privileges on t from r granted by c cascade
revoke select (a), update (b, c) on t from public restrict
revoke execute on function f(int) from r
revoke all on all tables in schema s from group r
revoke a from b
revoke admin option for a, b from c, d granted by e cascade
revoke inherit option for a from b
revoke set option for a from b restrict
revoke create on schema s from public
-- INSERT
insert into t default values
insert into t values (1, default, 'x')
insert into s.t as x (a, b.c, d[1], e.f[2:3]) values (1, 2, 3, 4), (5, 6, 7, default)
insert into t overriding system value values (1)
insert into t (a) overriding user value select 1
insert into t (a, b) (select 1, 2)
insert into t table u
insert into t with x as (select 1) select * from x
with x as (select 1) insert into t select * from x
insert into t values (1) on conflict do nothing
insert into t values (1) on conflict (a) do nothing
insert into t values (1) on conflict (a collate "C" s.ops, lower(b), (c + 1)) where d > 0 do update set a = excluded.a, (b, c) = (1, default), (d, e) = (select 1, 2), f[1] = 2, g.h = row(1) where t.a > 1
insert into t values (1) on conflict on constraint c do update set a = default
insert into t values (1) returning *
insert into t values (1) returning a, b as c, old.a, new.*
insert into t values (1) returning with (old as o, new as n) o.a, n.a d
insert into t values (1) returning with (new as "N") "N".*
-- LISTEN, LOAD, LOCK, NOTIFY, UNLISTEN
listen c
load '$libdir/x'
lock t
lock table only t, s.u* in access share mode
lock table t in row share mode
lock t in row exclusive mode nowait
lock t in share update exclusive mode
lock t in share mode
lock t in share row exclusive mode
lock t in exclusive mode
lock t in access exclusive mode nowait
notify c
notify c, 'payload'
unlisten c
unlisten *
-- MERGE
merge into t using s on t.a = s.a when matched then update set b = s.b
merge into only t as x using (select 1 as a) as s on x.a = s.a when matched and s.a > 1 then delete when matched then do nothing when not matched then insert values (s.a, default)
merge into t using s on true when not matched by source and t.a > 1 then update set a = default, (b, c) = (1, 2), (d) = row(3) when not matched by source then delete when not matched by target and s.a is null then insert (a, b) overriding user value values (1, 2) when not matched then insert default values
merge into t using s join u using (x) on t.a = s.a when matched then do nothing returning merge_action(), t.*, old.a, new.a
with x as (select 1) merge into t using x on true when not matched then do nothing returning with (old as o) *
merge into t using s on t.a = s.a when not matched by source then do nothing
-- PREPARE, REASSIGN, REFRESH, REINDEX, RESET
prepare p as select 1
prepare p (int, text[], s.t) as insert into t values ($1, $2)
prepare p as update t set a = $1
prepare p as delete from t
prepare p as merge into t using s on true when matched then delete
prepare p as values ($1)
reassign owned by a, current_user to session_user
refresh materialized view v
refresh materialized view concurrently s.v with data
refresh materialized view v with no data
reindex table t
reindex index concurrently s.i
reindex schema s
reindex schema concurrently s
reindex database
reindex database d
reindex system
reindex (concurrently false, tablespace x, verbose) table t
reindex (verbose) database concurrently d
reset x
reset x.y
reset all
reset time zone
reset transaction isolation level
reset session authorization
-- SECURITY LABEL
security label on table t is 'x'
security label for p on column s.t.a is null
security label for 'p' on function f(int) is 'x'
security label on aggregate a (int) is 'x'
security label on database d is 'x'
security label on domain d is 'x'
security label on event trigger e is 'x'
security label on foreign table t is 'x'
security label on large object 5 is 'x'
security label on materialized view v is 'x'
security label on language l is 'x'
security label on procedure p is 'x'
security label on publication p is 'x'
security label on role r is 'x'
security label on routine r is 'x'
security label on schema s is 'x'
security label on sequence s is 'x'
security label on subscription s is 'x'
security label on tablespace t is 'x'
security label on type t is 'x'
security label on view v is 'x'
-- SELECT
select
select *
select all a, b c, d as e, f "g", t.*, s.t.a
select distinct a
select distinct on (a, b + 1) a, c from t
select from t
select a into t from u
select a into temporary table t from u
select a into local temp t from u
select a into unlogged table s.t from u
table t
table only s.t
values (1, 'a'), (2, default) order by 1 limit 1
select * from t, s.u as v, only w, x *, (select 1) as y (a), lateral (select t.a) z
select * from t as x (a, b), (select 1), (values (1, 2)) v (c, d)
select * from f(), f(1) as x, lateral g(x.a) with ordinality as y (a, n), s.h(a => 1)
select * from f() as (a int, b text collate "C"), g() as x (c int[])
select * from rows from (f(1), g() as (a int, b text)) with ordinality as z (p, q, r, s)
select * from rows from (f())
select * from current_date, current_user as u, coalesce(1, 2) x, cast(1 as int) y
select * from a cross join b
select * from a join b on a.x = b.x inner join c using (x, y) as j left join d on true right outer join e using (z) full join f on false
select * from a natural join b natural left outer join c natural full join d natural inner join e
select * from (a join b on true) as j (x, y) cross join (c left join (d join e using (f)) on true)
select * from t tablesample system (10), u as x tablesample bernoulli (5.5) repeatable (42), v tablesample s.f (1, 'a')
select * from t where a > 1 group by a having count(*) > 1
select a from t group by all a, b
select a from t group by distinct a, (b, c), (), rollup (a, (b, c)), cube (d, e), grouping sets ((a), (), rollup (b), grouping sets (c, (d, e)))
select sum(a) over w, sum(b) over (w rows unbounded preceding), count(*) over (), rank() over (partition by a, b order by c desc nulls last, d using <) from t window w as (partition by x), w2 as (w order by y), "W" as ()
select sum(a) over (order by b rows between 1 preceding and 2 following exclude current row), sum(a) over (range between unbounded preceding and current row exclude group), sum(a) over (groups between current row and unbounded following exclude ties), sum(a) over (rows current row exclude no others), sum(a) over (rows x + 1 preceding), sum(a) over (range between '1 day'::interval following and interval '2' day following)
select 1 union select 2
select 1 union all select 2 union distinct select 3 except all select 4 intersect select 5 intersect all select 6
(select 1 limit 1) union all (select 2 order by 1) order by 1 limit 5 offset 2
(select 1) except (select 2 union select 3)
((select 1))
select 1 from t order by a, b asc, c desc, d nulls first, e asc nulls last, f using >, g using operator(s.<)
select 1 limit 5
select 1 limit all
select 1 limit null offset 3
select 1 offset 3 rows
select 1 offset 1 row fetch next 5 rows only
select 1 fetch first row only
select 1 fetch first 5 row only offset 2
select 1 order by 1 fetch next (1 + 2) rows with ties
select 1 order by 1 fetch first -1 rows only
select 1 offset a + 1 limit b * 2
select 1 from t for update
select 1 from t for no key update of t nowait for share of a, b skip locked for key share
select 1 from t for read only
select 1 from t for update limit 1
select 1 from t limit 1 for share
with a as (select 1), b (x, y) as materialized (select 2, 3), c as not materialized (values (1)) select * from a, b, c
with recursive t (n) as (values (1) union all select n + 1 from t) select n from t
with recursive t as (select 1 as a union select a from t) search breadth first by a, b set o select * from t
with recursive t as (select 1 as a union select a from t) search depth first by a set o cycle a set c using p select * from t
with recursive t as (select 1 as a union select a from t) cycle a, b set c to 'y' default 'n' using p select * from t
with a as (insert into t values (1) returning *), b as (update t set a = 1 returning a), c as (delete from t returning *), d as (merge into t using s on true when matched then delete returning *) select 1
with a as (with b as (select 1) select * from b) select * from a
-- expressions
select 1, -1, +1, - 1, 1.5, .5, 5., 1e10, 1.5E-3, 1_000_000, 1_0.2_5, 0x1F, 0XAB_CD, 0o17, 0O7_7, 0b101, 0B1_1, 9223372036854775808, 0xFFFFFFFFFFFFFFFFFF
select 'a', 'it''s', '', E'a\tb\\c\'d\x41\101\u0041\U00000041', e'\b\f\n\r\t\v\q', U&'d\0061t\+000061', u&'!0041\\' uescape '!', B'101', b'', X'1aF', x'', N'x', $$a'b$$, $x$a$$b$x$, $_1$x$_1$
select true, false, null, on_, default_
select a, "A", "a""b", "select", u&"d\0061ta", U&"!0041" uescape '!', t.a, s.t.a, d.s.t.a, ä, Ünïcode, a$1, _x
select $1, $2::int, $1.a, $1[1], ($1).b, $1[1:2][3].c
select a[1], a[1:2], a[:2], a[1:], a[:], a[1][2], (a).b, (a).b.c, (a).*, (f(x)).y, (array[1,2])[1], (select a).b, (row(1,2)).f1, (a[1]).b[2].c
select a + b - c * d / e % f ^ g, -a, +a, - - a, -(-a), - -1, a || b, a @> b, ~a, @ a, |/ a, a operator(s.+) b, operator(pg_catalog.-) a, a <= b, a >= b, a <> b, a != b, a < b, a > b, a = b
select not a, a and b or c, not (a and b), not not a, (a or b) and c, a = b and not c < d
select a between 1 and 2, a not between 1 and 2, a between symmetric b and c, a not between symmetric b and c, a between asymmetric b and c, a between b + 1 and c * 2 and d
select a is null, a is not null, a isnull, a notnull, a is true, a is not true, a is false, a is not false, a is unknown, a is not unknown, a is distinct from b, a is not distinct from b
select a like b, a not like b, a ilike b escape 'c', a not ilike b escape c, a similar to b, a not similar to b escape 'x', a like b || c, a like b escape ''
select a in (1, 2), a not in (1), (a, b) in ((1, 2), (3, 4)), a in (select 1), a not in (select 1), (a, b) in (select 1, 2), a in (((select 1)))
select a = any (b), a <> all (array[1]), a < some (select 1), a like any (b), a not like all (array['x']), a ilike some (b), a not ilike any (select 1), a operator(s.=) any (b), a ~ all (b)
select exists (select 1), not exists (select from t), array(select 1), (select 1), array[]::int[], array[1, 2], array[[1], [2]], array[array[1]], array[[]]
select row(), row(1), row(1, 2), (1, 2), row(t.*), row(1, 'a') = row(2, 'b'), (1, 2) < (3, 4), row(1) is null, (a, b) overlaps (c, d), (a, b) is not distinct from (c, d)
select case when a then b end, case a when 1 then 2 when 3 then 4 else 5 end, case when a then b when c then d else null end, case (a) when b then c end
select coalesce(a, b, 1), nullif(a, b), greatest(a, b), least(a), grouping(a, b), merge_action()
select cast(a as int), a::int, a::int::text, a::s.t[], cast(a as numeric(10, 2)), int '5', float8 '1', interval '1 day', interval '1' year, interval '1-2' year to month, interval '1' second (3), interval(2) '1', timestamp '2020-01-01', timestamp with time zone 'now', time(3) without time zone '10:00', date 'today', s.t 'x', s.t (1) 'x', bit '1', bit varying (3) '1', character varying 'x', char(3) 'x', double precision '1', point '(1,2)', json '{}', json '1' is json
select a collate "C", a collate s.c || b, (a || b) collate "C", a at time zone 'UTC', a at time zone b at time zone c, a at local, -a at time zone 'x', a::timestamp at time zone 'y'
select current_date, current_time, current_time(3), current_timestamp, current_timestamp(0), localtime, localtime(2), localtimestamp, localtimestamp(1), current_role, current_user, session_user, system_user, user, current_catalog, current_schema, current_schema()
select extract(year from a), extract('epoch' from a), extract(second from interval '1'), position('a' in b), position('a' || 'b' in c), substring(a from 1), substring(a from 1 for 2), substring(a for 2), substring(a for 2 from 1), substring(a, 1, 2), substring(a similar b escape c), substring(a from b for c), overlay(a placing b from 1 for 2), overlay(a placing b from 1), overlay(a, b, 1), trim(a), trim(from a), trim(b from a), trim(leading from a), trim(trailing b from a), trim(both from a), trim(a, b), treat(a as int), normalize(a), normalize(a, nfkd), collation for (a), a is normalized, a is not nfc normalized, a is nfkd normalized
select f(), f(*), f(a, b), f(a => 1), f(a := 1, 2), f(variadic a), f(a, variadic b), f(all a), f(distinct a, b), f(a order by b desc, c), f(distinct a order by a), s.f(a), d.s.f(a), f(a) filter (where b), f(a) over (), f(a order by b) filter (where c) over w, percentile_disc(0.5) within group (order by a desc) filter (where b) over (partition by c)
select left(a, 1), right(a, 1), is_, "left", char_length(a), replace(a, b, c), name(a), text(a), "int4"(a), "json"(a)
select xmlconcat(a, b), xmlelement(name a), xmlelement(name a, b, c), xmlelement(name a, xmlattributes(b, c as d)), xmlelement(name "A", xmlattributes(b as "B"), c), xmlexists(a passing b), xmlexists('x' passing by ref b), xmlexists('x' passing by value b by ref), xmlexists('x' passing b by value), xmlforest(a, b as c), xmlparse(document a), xmlparse(content a strip whitespace), xmlparse(content a preserve whitespace), xmlpi(name a), xmlpi(name a, 'b'), xmlroot(a, version 'x'), xmlroot(a, version no value, standalone no), xmlroot(a, version b, standalone no value), xmlserialize(document a as text), xmlserialize(content a as varchar(5) indent), xmlserialize(content a as text no indent), a is document, a is not document
select * from xmltable('/r' passing a columns b int), lateral xmltable(xmlnamespaces('u' as x, default 'd'), '/r' passing by value a columns b for ordinality, c text path '@c' default 'x' not null, d int null, e text default 'y') as t (p, q)
select json(a), json(a format json), json(a format json encoding utf8 with unique keys), json(a without unique), json_scalar(a), json_serialize(a), json_serialize(a format json returning bytea format json encoding utf16), json_object(), json_object(a), json_object(a, b), json_object('{a,1}'), json_object('a': 1, 'b' : 2), json_object('a' value 1, key 'b' value 2, 'c' value d format json), json_object('a': 1 null on null without unique keys returning jsonb), json_object('a': 1 absent on null with unique), json_object(returning jsonb format json)
select json_array(), json_array(1, a, 'x' format json), json_array(1 null on null), json_array(1 absent on null returning text), json_array(returning jsonb), json_array(select 1), json_array(values (1) format json), json_array(select a from t order by 1 returning jsonb), json_objectagg('a': b), json_objectagg(a value b null on null with unique keys returning jsonb), json_objectagg(a value b absent on null), json_arrayagg(a), json_arrayagg(a order by b desc absent on null returning jsonb) filter (where c) over w, json_arrayagg(a format json null on null)
select a is json, a is not json, a is json value, a is json array, a is json object, a is json scalar, a is json with unique keys, a is json object without unique, a is not json array with unique
select json_exists(a, '$'), json_exists(a format json, '$.x' passing 1 as x, b as "Y" error on error), json_exists(a, b || c unknown on error), json_exists(a, '$' false on error), json_value(a, '$'), json_value(a, '$.x' passing 1 as x returning int default 5 on empty error on error), json_value(a, '$' returning text null on empty null on error), json_value(a, '$' error on empty default 1 + 2 on error), json_query(a, '$'), json_query(a, '$' returning jsonb without wrapper), json_query(a, '$' without array wrapper), json_query(a, '$' with wrapper), json_query(a, '$' with array wrapper), json_query(a, '$' with conditional array wrapper), json_query(a, '$' with unconditional wrapper), json_query(a, '$' keep quotes), json_query(a, '$' omit quotes on scalar string), json_query(a, '$' returning text format json encoding utf8 empty array on empty empty object on error), json_query(a, '$' returning int[] empty on empty null on error)
select * from json_table(a, '$' columns (b int)), json_table(a format json, '$[*]' as root passing 1 as x, c as "Y" columns (id for ordinality, b int path '$.b', c text format json path '$.c' with wrapper keep quotes null on empty error on error, d int exists, e bool exists path '$.e' unknown on error, f jsonb omit quotes default '1' on empty, nested path '$.n[*]' as n columns (g int, nested '$.m' columns (h int path '$')), nested '$.o' as o columns (i text)) error on error) as t, lateral json_table(t.x, '$' columns (y text path '$' default 'z' on error) empty on error) as u (v)
select a -> 'b' ->> 0, a #>> '{x}', a ? 'b', a ?| array['x'], a @? '$.x', a <-> b, a ~* 'x', a !~~ b, a ~~ b, a && b, a -|- b, a << b, a >>= b, a *= b, @-@ a, !! a, a #- b
select a::int = any (b) and c is not null or d between 1 and 2 and not e like 'f' collate "C"
-- TRUNCATE, UPDATE, DELETE
truncate t
truncate table only t, s.u* restart identity cascade
truncate t continue identity restrict
update t set a = 1
update only s.t as x set a = default, b = b + 1, c.d = 1, e[1] = 2, f[1:2] = '{}', (g, h) = (1, default), (i, j) = row(1, 2), (k, l) = (select 1, 2), (m) = (3) from u, v join w on true where x.a = u.a returning *, old.a, new.b as c
update t x set a = 1 where current of c
with y as (select 1) update t set a = y.a from y returning with (old as o, new as n) o.*, n.*
update t set a = (select 1), b = array[1, 2], c = row(1), d = null
delete from t
delete from only s.t as x using u, v as w (a) where x.a = w.a returning x.*, old.b
delete from t where current of c returning with (old as o) o.a
with y as (select 1) delete from t using y where true
-- SET, SHOW
set x = 1
set x.y to 'a', b, 3, -4.5, true, on, off
set session x to default
set local x = 'y'
set x from current
set search_path = a, "B", public
set time zone 'UTC'
set time zone local
set time zone default
set local time zone -3.5
set time zone interval '-08:00' hour to minute
set time zone interval(3) '1'
set time zone "x"
set timezone to 'UTC'
set constraints all immediate
set constraints a, s.b deferred
set role r
set role none
set local role 'x'
set session role "R"
set session authorization r
set session authorization default
set local session authorization 'x'
set transaction isolation level read committed, read only, not deferrable
set transaction snapshot '00000003-0000001B-1'
set local transaction read write
set session characteristics as transaction read only isolation level serializable
set names 'utf8'
set names
set names default
set schema 's'
set xml option content
set xml option document
set seed to 0.5
show x
show x.y
show all
show time zone
show transaction isolation level
show session authorization
-- names that are keywords
select abort, absent, action, name, type, value, key, year, month, day, hour, minute, second, zone, text, data, user_, level, path, plan, source, target, period, objects, virtual, enforced from t
select a as abort, b as "all", c as select, d as from_, e as year, f as end, g as null, h value, i nested, j array_ from t
select t.select, t.from, t.end, t.all, t.year, t.values from t
create table "select" ("from" int, "a b" int, "A""B" text)
select between_, "between" from t
create table abort (abort int, key int, value text, level int, plan text, year int)
insert into value (value, values, text) values (1, 2, 3)
update level set path = 1, value.name = 2
alter table action rename name to type
create function abort(level int, key text default 'x') returns level as 'x' language sql
select f(name => 1, type := 2, "select" => 3)
select coalesce from t
select int from t
with search as (select 1), cycle as (select 2) select * from search, cycle
select * from json_array, time, xmlparse, overlay
select 1 as at, 2 as escape, 3 as operator, 4 as by, 5 as collation from t as filter
select 1 "filter", 2 "over", 3 "within" from t "left"
