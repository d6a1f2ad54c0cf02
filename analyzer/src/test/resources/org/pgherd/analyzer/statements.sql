select 1;
select 1 as a, 'x', 'y'::text, null, true, 1.5, 10000000000, 99999999999999999999, b'101', x'1F', 0xff;
select * from t1;
select t1.*, t2.w from t1 join t2 on t1.id = t2.t1_id;
select id from t1 where v = 'a' and n > 3;
select id, v from t1 order by 2 desc nulls last, id limit 10 offset 5;
select count(*), sum(n), avg(id), max(v), min(d) from t1;
select m, count(*) from t1 group by m having count(*) > 1;
select * from t1 natural join t2;
select * from t1 join t2 using (id);
select * from t1 full join t2 using (id);
select x.a from (select id as a from t1) x;
select (select max(id) from t2 where t2.t1_id = t1.id) from t1;
select * from t1 where exists (select 1 from t2 where t2.t1_id = t1.id);
select * from t1 where id in (select t1_id from t2);
select * from t1 where id in (1, 2, 3);
select * from t1 where v in ('a', 'b');
select * from t1 where id = any($1);
select * from t1 where id = $1 and v like $2;
select $1::int + $2;
select case when id > 1 then 'a' else v end from t1;
select case id when 1 then 1.5 when 2 then 2 end from t1;
select coalesce(v, 'x'), nullif(id, 3), greatest(1, 2.5), least(id, 3) from t1;
select array[1, 2, 3], array['a', 'b'], array[[1],[2]], array[]::int[];
select arr[1], arr[1:2], js['a'], js -> 'a' ->> 'b' from t1;
select (p).a, (p).b, (p).* from t1;
select row(1, 'a', 2.5), (1, 2);
select t1 from t1;
select id::text, v::varchar(5), '1'::int, cast('2020-01-01' as date) from t1;
select d + 1, d - d, d + interval '1 day', ts at time zone 'UTC', extract(year from d) from t1;
select upper(v), length(v), substring(v from 2 for 3), position('a' in v), trim(both 'x' from v), overlay(v placing 'z' from 1) from t1;
select v || id, v || 'x' || n from t1;
select -id, +n, @ -5, 5!=3, 2 ^ 3, 7 % 3, |/ 4.0 from t1;
select id between 1 and 5, id not between symmetric 5 and 1, v similar to 'a%', v ilike 'a' from t1;
select b is true, b is not false, b is unknown, v is null, p is not null from t1;
select row_number() over (partition by m order by id), lag(v) over w, sum(n) over (order by id rows between 1 preceding and current row) from t1 window w as (order by d);
select distinct v, id from t1 order by id;
select distinct on (m) m, v from t1 order by m, id;
select id from t1 union select id from t2;
select id, v from t1 union all select 1, null order by 1;
select 1 union select 2.5 union select '3';
select id from t1 intersect select t1_id from t2 except select 3;
values (1, 'a'), (2, null);
values (1), (2.5), ($1);
with c as (select id, v from t1) select * from c where id > 1;
with recursive r(n) as (select 1 union all select n + 1 from r where n < 10) select * from r;
with i as (insert into t2(id) values (1) returning *) select * from i;
select * from generate_series(1, 3);
select * from generate_series(1, 3) g;
select * from generate_series(1, 3) with ordinality as g(a, b);
select * from f_table(1);
select * from f_set(3) s;
select f_set(3), id from t1;
select * from f_out(1);
select f_out(1), (f_out(1)).*;
select * from f_rec() as (a int, b int);
select * from unnest(array[1, 2], array['a', 'b']) u(x, y);
select * from rows from (generate_series(1, 2), generate_series(1, 3)) with ordinality;
select * from t1, lateral (select t1.id + 1 as k) l;
select * from t1 left join lateral (select count(*) from t2 where t2.t1_id = t1.id) c on true;
select f_add(1), f_add(1, 2), f_add(b => 1, a => 2), f_named('a', z => 'b');
select f_variadic(1, 2, 3), f_variadic(variadic array[1, 2]);
select f_poly(1, array[2]), f_over(1), f_over('x'), f_over('x'::text);
select current_date, current_timestamp, current_timestamp(2), localtime, current_user, session_user, current_schema;
select now(), random(), pg_typeof(1), version();
select string_agg(v, ',' order by id), array_agg(distinct m), count(distinct v), count(*) filter (where b) from t1;
select percentile_cont(0.5) within group (order by x), mode() within group (order by w) from t2;
select rank(3) within group (order by x) from t2;
select m, v, count(*), grouping(m, v) from t1 group by rollup (m, v);
select m, v, count(*) from t1 group by grouping sets ((m), (v), ());
select m, v, count(*) from t1 group by cube (m, v), id;
select id, v, n from t1 group by id;
select v from t1 for update;
select v from t1 for no key update of t1 skip locked;
insert into t1(id, v) values (1, 'a');
insert into t1(id, v) values (1, 'a'), (2, default);
insert into t1(id, v) select id, w from t2;
insert into t1(id, v, n) values ($1, $2, $3) returning id, v;
insert into t1 default values;
insert into t1(id) values (1) on conflict (id) do update set v = excluded.v where t1.id > 1 returning *;
insert into t1(id) values (1) on conflict do nothing;
insert into t1(id, p.a, arr[1]) values (1, 2, 3);
insert into t3(a) values (1) returning id, b;
update t1 set v = 'x', n = n + 1 where id = 1;
update t1 set v = t2.w from t2 where t2.t1_id = t1.id returning t1.id, t2.w;
update t1 set (v, n) = ('a', 1) where id = $1;
update t1 set (v, n) = (select w, x from t2 where t2.t1_id = t1.id);
update t1 set p.a = 1, arr[2] = 5, js['k'] = '1' where id = 1;
update t1 set v = default;
delete from t1 where id = 1 returning *;
delete from t1 using t2 where t1.id = t2.t1_id and t2.x > $1;
merge into t1 using t2 on t1.id = t2.id when matched then update set v = t2.w when not matched then insert (id, v) values (t2.id, t2.w);
select * from v1;
select vx from v1 where n2 > 3;
select * from other.t1;
select other.t1.q from other.t1;
select relname, relkind from pg_class where oid = 't1'::regclass;
select * from information_schema.tables;
select 'sad'::mood, m = 'ok', m < 'happy' from t1;
select dom + 1, dom::posint, 5::posint from t1;
select ctid, tableoid, xmin from t1;
select w collate "C", w || 'x' collate "POSIX", v < 'b' collate "C" from t1, t2;
select '{1,2}'::int[], '[1,2)'::int4range, '1.5'::numeric(5,2), '2020-01-01 10:00'::timestamp(0), '1 day'::interval;
select array(select id from t1), exists(select 1), (select 1);
select (1, 2) = (1, 2), (1, 2) < (3, 4), (1, 'a') in (select id, v from t1), row(1) is distinct from row(2);
select 1 is distinct from 2, 1 is not distinct from null;
select id from only t1;
select * from t1 tablesample bernoulli (10) repeatable (1);
select t.id as x, x.y from t1 t cross join (select 1 as y) x;
select a.id from t1 a, t1 b where a.id = b.id;
select j.* from (t1 a join t2 b on a.id = b.id) j(q1, q2);
select count(*) from (select 1 union select 2) s;
select nextval('s1'), currval('s1');
select sum(x) / count(x) from t2;
select 'a' < 'b', 1 = 1.0, 1::int2 + 1::int8, 2.0 * 3::float4;
select int4 '5', date '2020-02-02', interval '3' day, timestamp with time zone '2020-01-01 00:00+00';
select to_char(now(), 'YYYY'), format('%s', 1), concat('a', 1, null), num_nulls(1, null);
select json_build_object('a', 1), jsonb_agg(v), row_to_json(t1) from t1 group by t1.*;
select sum(count(*)) over () from t1 group by m;
select nope from t1;
select t1.nope from t1;
select idd from t1;
select nope.id from t1;
select t1.id from t1 x;
select * from nope;
select * from other.nope;
select * from nope.t1;
select id from t1, t2;
select * from t1, t1;
select v + 1 from t1;
select v + d from t1;
select nope(1);
select f_add('a', 'b', 'c');
select upper(1, 2);
select lower(d) from t1;
select v, count(*) from t1;
select v, count(*) from t1 group by m;
select count(count(*)) from t1;
select count(*) from t1 where count(*) > 1;
select row_number() from t1;
select row_number() over () from t1 where row_number() over () > 1;
select 1 union select 'a';
select 1, 2 union select 1;
select d from t1 union select id from t1;
select case when 1 then 2 end;
select case when true then 1 else d end from t1;
select * from t1 where id;
select * from t1 where v in (1, 2);
select array[1, 'a'];
select array[1, d] from t1;
select array[];
select 'abc'::int;
select 'x'::nope;
select 1::date;
select d::int from t1;
select id limit 1 from t1;
select id from t1 limit v;
select id from t1 limit 'a';
select id from t1 order by 5;
select id from t1 order by 'a';
select distinct v from t1 order by id;
select distinct on (v) v from t1 order by m;
select id as x, v as x from t1 order by x;
select (select id, v from t1);
select * from t1 where id in (select id, v from t1);
select * from t1 where (id, v) = (select id from t1);
select (1, 2) = (1, 2, 3);
select * from t1 join t2 using (nope);
select * from t1 join t2 on t1.nope = 1;
select * from (values (1), (1, 2)) x;
select * from t1 natural join t1 x(nope, nope);
with c as (select 1), c as (select 2) select * from c;
with c as (select * from d), d as (select 1) select * from c;
with recursive r as (select 1 union all select * from r, r x) select * from r;
with recursive r as (select * from r) select 1;
with recursive r(n) as (select 1 union all select n + 1.5 from r) select * from r;
insert into t1(id, nope) values (1, 2);
insert into t1(id, id) values (1, 2);
insert into t1(id) values (1, 2);
insert into t1(id, v) values (1);
insert into t1(d) values (1);
insert into t1(id) values ('x');
insert into nope values (1);
insert into t1(id) values (1) on conflict (v) do nothing;
insert into t1(id) values (1) on conflict on constraint nope do nothing;
update t1 set nope = 1;
update t1 set id = 1, id = 2;
update t1 set d = 1;
update t1 set t1.v = 'x';
update t1 set v = 'x' where id = 'y';
delete from t1 where nope = 1;
delete from nope;
select $1;
select $1 + $2;
select $1 = 1, $1 = 'a'::text;
select sum(v) from t1;
select max(js) from t1;
select (id).x from t1;
select (p).nope from t1;
select id[1] from t1;
select w.* from t1;
select *;
select f_over(null);
select f_over($1);
select f_rec.* from f_rec();
select * from f_rec();
select * from upper('a') with ordinality as u(a, b, c);
select string_agg(v) from t1;
select string_agg(distinct v, ',' order by id) from t1;
select percentile_cont(0.5) from t2;
select upper(distinct v) from t1;
select lag(v) from t1;
select sum(n) over nope from t1;
select sum(n) over (order by id range 1 preceding) from t1;
select sum(n) over (order by v range 1 preceding) from t1;
select id from t1 group by nope;
select v from t1 group by 1 having max(n) > 'a';
select 1 from t1 where v = 'a' collate "nope";
select id collate "C" from t1;
select w < v collate "C", (w collate "C") < (v collate "POSIX") from t1, t2;
select js from t1 order by js;
select m from t1 where m = 'nope';
select 'a' + 1;
select 1 + 'a';
select not 1;
select 1 and true;
select x.id from t1 as x(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o);
call pr(1);
select pr(1);
select generate_series(1, 3) from t1 where generate_series(1, 2) > 1;
select case when generate_series(1, 2) > 1 then 1 end;
select t1_id from t2 where t1_id = (select id from t1 where nope2 = 1);
select * from t1 a left join t2 b on a.id = b.id and c.id = 1;
select * from t1 a, (select a.id) b;
select id from t1 union select id from t2 order by v;
select id from t1 union select id from t2 order by id + 1;
select id from t1 for update of nope;
select count(*) from t1 for update;
select 1 from t1 having id > 1;
select grouping(v) from t1 group by m;

insert into v_plain values (1, 'x', 2.5) returning *;

update v_over set i = 4 where v = 'y' returning i, v_over.*;

delete from v_over using t2 where t2.id = i returning w, v_over;

insert into v_joined values (1);

delete from v_joined;

update v1 set vx = 'x';

insert into v_twice (computed) values (default);

insert into v_twice (id, again) values (1, 2);

merge into v_plain p using t2 on p.id = t2.id when matched then update set v = w when not matched by source then delete returning merge_action(), p.v;

merge into v_ruled v using t2 on v.a = t2.id when matched then delete;

insert into v_plain (id) values (1) on conflict (id) do update set v = excluded.v || v_plain.v returning v;

insert into v_ruled values (1, 'x') returning b, a;

insert into v_ruled values (1, 'x'), (2, default);

update v_ruled set b = 'z';

delete from v_ruled returning a;

update t_logged set a = 1 returning *;

insert into t_logged (a) values (4) on conflict do nothing;

with w as (select 1 as x) update t_logged set a = x from w;

with w as (update t_logged set a = 1 returning a) select * from w;

with w as (delete from t_logged returning a) select * from w;

insert into t_looping values (1);

insert into t_logged (c[1], c[2]) values (1, 2);

delete from v_plain where current of c;

select oid from pg_type where oid = 't1[]'::regtype or oid = 'numeric(3)'::regtype;

select 'f_add(int, integer)'::regprocedure;

select (select (t1.*)::text) from t1;

select array_agg(id order by w || (w collate "POSIX")) from t2;

insert into t2 (id) values (1) on conflict (idd) do update set w = excluded.ww;

insert into t2 (id) values (1) on conflict (id, t1_id) do update set w = excluded.ctid;

select * from t1 join t2 using (id) as j for update of j;

merge into s1 using t2 on true when matched then delete;

declare c scroll no scroll cursor for select 1;

declare c cursor with hold for select * from t1 for share;

declare c cursor for select nope from t1;

create table nt as select id, nope from t1;

select id into nt from t1;

explain select id, nope from t1;

call pr(1, 2);

create materialized view mv as with w as (delete from t1 returning id) select * from w;

with recursive r(n) as (select 1 union all select n + 1 from r) search depth first by nope set o select * from r;

with recursive r(n) as (select 1 union all select n + 1 from r for update) select * from r;

with recursive x(n) as (with x1 as (select 1 from x) select 0 union select * from x1) select * from x;
update t1 set v = 'x' returning old.v, new.v, old.id + new.id, v;
update t1 set v = 'x' returning with (old as o, new as n) o.*, n.v, o, n;
update t1 set v = 'x' returning with (old as o) old.v;
update t1 set v = 'x' returning with (old as o, old as p) o.v;
update t1 set v = 'x' returning with (new as t1) v;
insert into t1 (id, v) values (1, 'a') on conflict (id) do update set v = excluded.v returning old.v, new.v;
delete from t1 as old returning old.v, new.v;
merge into t1 using t2 on t1.id = t2.id when matched then delete returning merge_action(), old.v, new.v, t2.w;
update v_plain set v = 'x' returning old.v, new.*;
select json_object('id' : id, 'v' value v absent on null with unique keys returning jsonb) from t1;
select json_object('a' : $1, $2::text : 2), json_array(id, v null on null), json_array(select id from t2);
select json_arrayagg(v order by id returning text), json_objectagg(id : v returning bytea) from t1;
select json_arrayagg(v order by id) over () from t1;
select json(v), json_scalar(n), json_serialize(js), v is json object, js is not json from t1;
select json_serialize(js returning int), json(id) from t1;
select id is json from t1;
select json(id with unique keys) from t1;
select json_object('a' : 1 returning text format json encoding utf8);
select json_object('a' : 1 returning int);
select json_object('a' : v format json encoding utf8) from t1;
select json_object('a' : id format json) from t1;
select json_value(js, '$.a'), json_value(js, '$.a' returning numeric(5, 2)), json_query(js, '$.b' with wrapper), json_exists(js, $1) from t1;
select json_value(js, '$.a' returning int default id on error) from t1;
select json_value(js, '$.a' returning int default (select 1) on error) from t1;
select json_value(js, '$.a' returning int default generate_series(1, 2) on error) from t1;
select json_value(js, '$.a' empty on error), json_query(js, '$' true on empty) from t1;
select json_query(js, '$' true on error) from t1;
select json_exists(js, '$' null on error) from t1;
select json_query(js, '$' with wrapper omit quotes) from t1;
select json_value(js, '$' returning int format json) from t1;
select json_value(js, '$' returning text default 'x' collate "C" on empty) from t1;
select json_value(js, '$' returning int default now() on error) from t1;
select json_value(js, id) from t1;
select json_value(id, '$') from t1;
select json_value(js, '$' passing v as x, p as y, d as z) from t1;
select jt.* from t1, json_table(js, '$[*]' columns (a int, b text path '$.b' default 'x' on empty, o for ordinality, e bool exists, q jsonb path '$', f text format json path '$', nested path '$.n[*]' as n columns (c numeric(4, 1), d int[]))) jt;
select * from json_table('[]', '$' columns (a int, a text));
select * from json_table('[]', '$' columns (a int, nested path '$' as n columns (b int), nested path '$' as n columns (c int)));
select * from json_table('[]', '$' columns (a for ordinality, b for ordinality));
select * from json_table('[]', '$' columns (a int) null on error);
select * from json_table('[]', '$' columns (a int path '$' empty on error));
select * from json_table('[]', '$' columns (a int path '$' omit quotes true on error));
select * from json_table('[]', '$' columns (a int exists path '$' default 1 on error));
select * from json_table('[]', '$' columns (a int format json path '$'));
select * from json_table('[]', '$' columns (a int)) t (x, y);
select * from json_table('[]', '$..' columns (a int));
select json_table.a from json_table('[]', '$' columns (a int));
select xmlelement(name a, xmlattributes(v as b, id), 'x', id), xmlforest(v, id as n), xmlpi(name php, v) from t1;
select xmlparse(document v), xmlserialize(content xmlparse(content v) as varchar(3)), xmlroot('<a/>', version '1.0', standalone yes), xml '<a/>' is document from t1;
select xmlelement(name a, xmlattributes(1 as b, 2 as b));
select xmlelement(name a, xmlattributes(1 + 1)), xmlforest(2);
select xmlforest(1 + 1);
select xmlserialize(content '<a/>' as int);
select xmlconcat(1, '<a/>');
select t.* from t1, xmltable('/r/a' passing v::xml columns a int path 'b' default 1 not null, b text, n for ordinality) t;
select * from xmltable('/r' passing '<r/>' columns a int, a text);
select * from xmltable('/r' passing '<r/>' columns a for ordinality, b for ordinality);
select * from xmltable(xmlnamespaces('x' as a, 'y' as a), '/r' passing '<r/>' columns b int);
select * from xmltable('/r' passing '<r/>' columns a int default 'x');
select * from xmltable('/r' passing '<r/>' columns a int) t (x, y);
insert into t1 (id, p.a, p.b, arr[1], arr[2]) values (1, 1, 'x', 2, 3), (2, 2, 'y', 4, 5);
select foo.id from (t1 join t2 using (id) as foo) as bar for update of foo;
select bar.id from (t1 join t2 using (id) as foo) as bar for update of foo;
