-- Statements with a place, @, where every keyword and some other tokens are tried.
select @
select @ from t
select a @ from t
select a @
select a as @
select @.b from t
select a.@ from t
select @(1)
select @()
select @ 'x'
select @(1) 'x'
select a::@
select a::@(1)
select a::@[]
select a::@ array
select cast(a as @)
select a::s.@
select a::@.b
select * from @
select * from @(1)
select * from @ a
select * from t @
select * from t as @
select * from t @ (a, b)
select * from t as @ (a, b)
select * from s.@
select * from @.t
select * from rows from (@(1))
select * from f() as (@ int)
select * from f() as t(@ int)
select * from f() as t(@)
select * from t join u on true @
select * from t @ join u on true
select * from t where @
select * from t group by @
select * from t order by @
select * from t order by a @
select * from t limit @
select 1 + @
select @ + 1
select - @
select @ - 1
select a @ 1
select a @ b
select a @ (1)
select (@)
select (@, 1)
select (a).@
select a[@]
select a[@:1]
select row(@)
select f(@ => 1)
select f(@ := 1)
select f(a, @ => 1)
select f(distinct @)
select f(all @)
select f(variadic @)
select f(a order by @)
select f() over @
select f() over (@)
select f() over (@ order by a)
select f() over (partition by @)
select f() over (order by a rows @ preceding)
select f() over (order by a rows between @ preceding and current row)
select f() over (rows between 1 preceding and @ following)
select f() @ from t
select f() filter (where @)
select case @ when 1 then 2 end
select case when @ then 2 end
select case when a then @ end
select case when a then 1 else @ end
select a collate @
select a at time zone @
select a between @ and 1
select a between 1 and @
select a in (@)
select a like @
select a like b escape @
select a is @
select a is distinct from @
select a is not @
select exists (@)
select extract(@ from a)
select substring(a from @)
select position(@ in b)
select overlay(a placing @ from 1)
select trim(@ from a)
select trim(@ a from b)
select array[@]
select interval '1' @
select interval(1) '1' @
select a::interval @
select (@ a)
select distinct @
select distinct on (@) a
select all @
select into @ a
select a into @
select a into @ b
select a into temp @
with @ as (select 1) select 1
with a(@) as (select 1) select 1
with a as @ (select 1) select 1
with recursive a as (select 1) search depth first by @ set b select 1
with recursive a as (select 1) cycle a set @ using b select 1
select 1 union @ select 2
select 1 @ select 2
values (@)
table @
select a for @
select a for update of @
select a for update @
select a fetch first @ rows only
select a fetch first 1 @ only
select a offset @
select a offset 1 @
select * from t tablesample @ (1)
select * from t window @ as (order by a)
select * from t natural @ u
select * from t join u using (@)
select * from t join u using (a) as @
select * from lateral @
select * from only @
select * from xmltable('x' passing a columns @ int)
select * from xmltable('x' passing a columns a int @ 'x')
select * from json_table(a, 'x' columns (@ int))
select * from json_table(a, 'x' columns (a @))
select * from json_table(a, 'x' columns (a int @))
select json_value(a, 'x' returning @)
select json_value(a, 'x' @ on error)
select json_query(a, 'x' @ wrapper)
select json_object(@ : 1)
select json_object('a' @ 1)
select json_array(@)
select json_array(1 @ on null)
select xmlelement(name @)
select xmlforest(a as @)
select xmlpi(name @)
select xmlparse(@ a)
insert into @ values (1)
insert into t (@) values (1)
insert into t as @ values (1)
insert into t @ values (1)
insert into t values (1) on conflict (@) do nothing
insert into t values (1) on conflict on constraint @ do nothing
insert into t values (1) returning @
insert into t values (1) returning with (@ as a) *
insert into t values (1) returning with (old as @) *
update @ set a = 1
update t @ set a = 1
update t as @ set a = 1
update t set @ = 1
update t set a = @
update t set (a, @) = (1, 2)
update t set a = 1 from @
update t set a = 1 where current of @
delete from @
delete from t @
delete from t using @
merge into t using @ on true when matched then delete
merge into t @ using u on true when matched then delete
merge into t using u on true when matched then @
merge into t using u on true when not matched by @ then delete
create table @ (a int)
create table t (@ int)
create table t (a @)
create table t (a @(1))
create table t (a int @)
create table t (a int default @)
create table t (a int constraint @ not null)
create table t (a int collate @)
create table t (a int references @)
create table t (a int references t(@))
create table t (primary key (@))
create table t (constraint @ primary key (a))
create table t (like u including @)
create table t (a int) with (@ = 1)
create table t (a int) with (a = @)
create table t (a int) with (a.@ = 1)
create table t (a int) using @
create table t (a int) tablespace @
create table t (a int) on commit @
create table t (a int) partition by @ (a)
create table t (a int) partition by list (@)
create table t partition of u for values in (@)
create table t partition of u for values from (@) to (1)
create table t partition of u for values with (@ 1, remainder 1)
create table @ as select 1
create table t(@) as select 1
create @ table t (a int)
create @ t
create @ if not exists t
create or replace @ t
drop @ t
drop @ if exists t
drop @ t cascade
drop table @
drop table t @
alter @ t rename to u
alter @ t owner to u
alter @ t set schema u
alter table @ add a int
alter table t @
alter table t @ a
alter table t add @ int
alter table t add column @ int
alter table t drop @
alter table t alter @ drop default
alter table t alter a @
alter table t alter a set @
alter table t alter a set storage @
alter table t alter a type @
alter table t rename @ to b
alter table t rename a to @
alter table t rename constraint @ to b
alter table t add constraint @ check (true)
alter table t enable @
alter table t enable trigger @
alter table t disable trigger @
alter table t owner to @
alter table t set @
alter table t set (@)
alter table t set (@ = a)
alter table t replica identity @
alter table t cluster on @
alter table t inherit @
alter table t attach partition @ default
alter table t alter constraint @ deferrable
create index @ on t (a)
create index on @ (a)
create index on t (@)
create index on t (@(a))
create index on t (a @)
create index on t (a collate @)
create index on t (a b (@ = 1))
create index on t using @ (a)
create index on t (a) include (@)
create index on t (a) with (@)
create index on t (a) tablespace @
create view @ as select 1
create view v (@) as select 1
create view v with (@) as select 1
create sequence @
create sequence s @
create sequence s @ 1
create sequence s owned by @
create sequence s as @
create function @() returns int as 'x'
create function f(@) returns int as 'x'
create function f(@ int) returns int as 'x'
create function f(a @) returns int as 'x'
create function f(@ a int) returns int as 'x'
create function f() returns @ as 'x'
create function f() returns setof @ as 'x'
create function f() returns table (@ int) as 'x'
create function f() returns table (a @) as 'x'
create function f() returns int language @
create function f() returns int @
create function f() returns int set @ to 1
create function f() returns int set a to @
create function f() returns int set a from @
create function f() returns int transform for type @
create function f(a int default @) returns int as 'x'
create function f(a int = @) returns int as 'x'
create function f() returns a.@%type as 'x'
create function f() returns @.a%type as 'x'
create function f() returns int return @
create aggregate @ (int) (sfunc = a)
create aggregate a (@) (sfunc = a)
create aggregate a (int order by @) (sfunc = a)
create aggregate a (int) (@ = a)
create aggregate a (int) (sfunc = @)
create aggregate a (@ = a)
create operator @.+ (leftarg = a)
create operator + (leftarg = @)
create operator + (@ = a)
create operator + (@)
create type @ as enum ('a')
create type t as @ ('a')
create type t as (@ int)
create type t as (a @)
create type t as range (@ = a)
create type t (@ = a)
create type @
create domain @ as int
create domain d @
create domain d as @
create domain d int @
create domain d int constraint @ check (true)
create trigger @ before insert on t execute function f()
create trigger t @ insert on t execute function f()
create trigger t before @ on t execute function f()
create trigger t before update of @ on t execute function f()
create trigger t before insert on @ execute function f()
create trigger t before insert on t execute function @()
create trigger t before insert on t execute function f(@)
create trigger t before insert on t for each @ execute function f()
create trigger t before insert on t for @ execute function f()
create trigger t after insert on t referencing @ table as a execute function f()
create trigger t after insert on t referencing new table as @ execute function f()
create rule @ as on insert to t do nothing
create rule r as on @ to t do nothing
create rule r as on insert to @ do nothing
create rule r as on insert to t do @
create rule r as on insert to t do @ nothing
create policy @ on t
create policy p on t as @
create policy p on t for @
create policy p on t to @
create role @
create role r @
create role r @ 'x'
create role r in role @
create user @
create user mapping for @ server s
create database @
create database d @
create database d @ = 1
create database d with @ 'x'
create schema @
create schema authorization @
create schema @ authorization a
create extension @
create extension e schema @
create extension e version @
create extension e @
create server @ foreign data wrapper w
create server s foreign data wrapper @
create foreign table @ (a int) server s
create foreign table t (a int) server @
create foreign table t (a int options (@ 'x')) server s
create foreign data wrapper @
create foreign data wrapper w handler @
create foreign data wrapper w options (@ 'x')
create publication @
create publication p for table @
create publication p for table t (@)
create publication p for tables in schema @
create publication p for @
create publication p for all @
create publication p with (@ = 1)
create subscription @ connection 'x' publication p
create subscription s connection 'x' publication @
create event trigger @ on a execute function f()
create event trigger e on @ execute function f()
create event trigger e on a when @ in ('x') execute function f()
create statistics @ on a, b from t
create statistics s (@) on a, b from t
create statistics s on @, b from t
create statistics s on a, b from @
create collation @ (locale = 'x')
create collation c from @
create conversion @ for 'a' to 'b' from f
create conversion c for 'a' to 'b' from @
create cast (@ as int) without function
create cast (int as @) with inout
create cast (int as a) with function @(int)
create cast (int as a) with inout as @
create operator class @ for type int using btree as storage int
create operator class c for type @ using btree as storage int
create operator class c for type int using @ as storage int
create operator class c for type int using btree as @ 1 =
create operator class c for type int using btree family @ as storage int
create operator class c for type int using btree as function 1 @(int)
create operator family @ using btree
create language @
create language l handler @
create access method @ type index handler h
create access method a type @ handler h
create access method a type index handler @
create text search parser @ (start = a)
create text search @ p (start = a)
create text search dictionary d (@ = a)
create tablespace @ location 'x'
create tablespace t owner @ location 'x'
create materialized view @ as select 1
create transform for @ language l (from sql with function f(int))
create transform for int language @ (from sql with function f(int))
drop function @
drop function @(int)
drop function f(@)
drop function f(@ int)
drop function f(a @)
drop function @.f
drop function int.@
drop procedure @
drop routine @
drop aggregate @(int)
drop aggregate @
drop aggregate a(@)
drop operator @.+ (int, int)
drop operator + (@, int)
drop operator + (int, @)
drop operator class @ using btree
drop type @
drop domain @
drop cast (@ as int)
drop trigger @ on t
drop rule @ on t
drop policy @ on t
drop role @
drop user mapping for @ server s
drop owned by @
drop index @
drop index concurrently @
drop schema @
drop extension @
drop database @
drop database d with (@)
drop transform for @ language l
drop language @
drop statistics @
drop text search @ p
drop access method @
drop event trigger @
drop foreign @ a
drop subscription @
drop tablespace @
alter function @ owner to a
alter function @(int) owner to a
alter function f @
alter function f() @
alter function f() set @ = 1
alter function f() depends on extension @
alter procedure @ reset all
alter aggregate @(int) rename to b
alter operator + (int, int) set (@ = a)
alter operator + (int, int) owner to @
alter operator class @ using btree rename to a
alter operator family f using btree add @ 1 + (int, int)
alter type @ rename to a
alter type t @
alter type t add value @
alter type t add attribute @ int
alter type t rename attribute @ to b
alter type t rename value 'a' to @
alter type t set (@ = a)
alter domain @ set not null
alter domain d @
alter domain d drop constraint @
alter domain d validate constraint @
alter role @ superuser
alter role r @
alter role r set @ to 1
alter role r in database @ reset all
alter role all set @ to 1
alter user @ reset all
alter group @ add user a
alter group g @ user a
alter database @ set a to 1
alter database d @
alter database d set @ to 1
alter database d @ 1
alter schema @ rename to a
alter sequence @ restart
alter sequence s @
alter view @ rename to a
alter view v alter @ drop default
alter index @ rename to a
alter index i @
alter index i alter column 1 set statistics @
alter index i depends on extension @
alter trigger @ on t rename to a
alter trigger t on @ rename to a
alter rule @ on t rename to a
alter policy @ on t rename to a
alter policy p on t to @
alter publication @ add table t
alter publication p @ table t
alter publication p add @
alter publication p add table @
alter publication p set (@ = 1)
alter subscription @ enable
alter subscription s @
alter subscription s @ publication p
alter extension @ update
alter extension e @
alter extension e add @ x
alter extension e drop @ x
alter extension e add function @
alter foreign table @ add a int
alter foreign data wrapper @ options (a 'x')
alter foreign data wrapper w @
alter server @ options (a 'x')
alter server s @
alter user mapping for @ server s options (add a 'x')
alter default privileges grant @ on tables to a
alter default privileges grant select on @ to a
alter default privileges grant select on tables to @
alter default privileges in schema @ grant select on tables to a
alter default privileges @ grant select on tables to a
alter large object 1 owner to @
alter language @ rename to a
alter collation @ refresh version
alter collation c @
alter conversion @ owner to a
alter event trigger @ enable
alter event trigger e @
alter statistics @ set statistics 1
alter statistics s @
alter system set @ = 1
alter system set a = @
alter system @
alter tablespace @ set (a = 1)
alter text search configuration @ add mapping for a with b
alter text search configuration c add mapping for @ with b
alter text search configuration c @ mapping for a with b
alter text search dictionary @ (a = b)
alter materialized view @ rename to a
alter table all in tablespace @ set tablespace b
grant @ on t to a
grant @ to a
grant select on @ to a
grant select on @ t to a
grant select (@) on t to a
grant select on t to @
grant select on all @ in schema s to a
grant select on all tables in schema @ to a
grant a to b with @
grant a to b with @ option
grant a to b with @ true
grant a to b granted by @
grant execute on function @ to a
grant execute on function @(int) to a
grant set on parameter @ to a
grant usage on @ x to a
revoke @ on t from a
revoke @ option for a from b
revoke grant option for @ on t from a
revoke @ from a
comment on @ x is 'a'
comment on column t.@ is 'a'
comment on column @.a is 'a'
comment on table @ is 'a'
comment on function @ is 'a'
comment on function @() is 'a'
comment on type @ is 'a'
comment on constraint @ on t is 'a'
comment on constraint c on @ is 'a'
comment on trigger @ on t is 'a'
comment on operator @.+ (int, int) is 'a'
comment on large object @ is 'a'
comment on cast (@ as int) is 'a'
security label on @ x is 'a'
security label for @ on table t is 'a'
set @ = 1
set @ to 1
set @ 1
set a = @
set a to @
set a to 1, @
set a = - @
set @.a = 1
set a.@ = 1
set local @ = 1
set session @ = 1
set session authorization @
set role @
set time zone @
set names @
set schema @
set catalog @
set transaction @
set transaction isolation level @
set session characteristics as @
set a from @
reset @
show @
show a.@
begin @
start transaction @
commit @
rollback @
rollback to @
savepoint @
release @
prepare @ as select 1
prepare p (@) as select 1
prepare p as @
prepare transaction @
execute @
execute @ (1)
execute p (@)
deallocate @
declare @ cursor for select 1
declare c @ cursor for select 1
declare c cursor @ for select 1
declare c cursor with @ for select 1
fetch @
fetch @ c
fetch @ from c
fetch @ 1 c
move @ in c
close @
listen @
notify @
unlisten @
lock @
lock table @
lock t in @ mode
truncate @
truncate t @
copy @ from stdin
copy t @ stdin
copy t from @
copy t (@) from stdin
copy t from stdin @
copy t from stdin with @
copy t from stdin (@)
copy t from stdin (@ 1)
copy t from stdin (a @)
copy t from stdin (a (@))
copy t from stdin where @
copy (@) to stdout
explain @
explain @ select 1
explain (@) select 1
explain (a @) select 1
vacuum @
vacuum @ t
vacuum (@) t
vacuum t (@)
analyze @
analyze @ t
cluster @
cluster @ on t
cluster t using @
reindex @ t
reindex (@) table t
reindex table @
reindex table @ t
refresh materialized view @
refresh materialized view @ v
call @()
call @(1)
call f(@)
do @
do language @ 'x'
discard @
load @
checkpoint @
import foreign schema @ from server s into t
import foreign schema a from server @ into t
import foreign schema a @ (t) from server s into t
reassign owned by @ to a
@
@ 1
@ t
@ a b
