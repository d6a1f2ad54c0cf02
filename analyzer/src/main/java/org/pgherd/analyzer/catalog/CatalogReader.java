package org.pgherd.analyzer.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.semantics.catalog.AggregateRow;
import org.pgherd.semantics.catalog.CastRow;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.catalog.OperatorRow;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.catalog.RangeRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Reads the user's objects from a shard, one statement per kind. The search path is emptied first, so that
/// every name inside view definitions, defaults and function bodies comes qualified.
final class CatalogReader {
    private static final String USER_OBJECT = " >= " + ShardingCatalog.FIRST_NORMAL_OID;

    private static final String INITIAL_COLLATIONS =
            " or collprovider in ('c', 'i') and collencoding in (-1, (select encoding from pg_database"
                    + " where datname = current_database()))";

    private final CatalogSource source;
    private final Catalog.Rows out = new Catalog.Rows();
    private final List<CollationRow> initialCollations;
    /// PostgreSQL's, such as 18.
    private int release;

    private CatalogReader(CatalogSource source, @Nullable Catalog before) {
        this.source = source;
        this.initialCollations = before == null ? List.of() : before.initialCollations();
    }

    /// @param before an older snapshot of the same shard
    static Catalog read(CatalogSource source, long version, @Nullable Catalog before) {
        CatalogReader reader = new CatalogReader(source, before);
        reader.begin();
        reader.schemas();
        reader.types();
        reader.relations();
        reader.policies();
        reader.routines();
        reader.operators();
        reader.casts();
        reader.collations();
        reader.database();
        reader.names();
        reader.sequences();
        return new Catalog(reader.out, version);
    }

    private void begin() {
        for (CatalogRow r :
                query("select set_config('search_path', '', true), current_setting('server_version_num')")) {
            release = r.number(1) / 10_000;
        }
    }

    private void schemas() {
        for (CatalogRow row : query("select nspname from pg_namespace")) {
            out.schemas.add(row.text(0));
        }
    }

    private void types() {
        for (CatalogRow r : query(
                "select t.oid, typname, nspname, typlen, typbyval, typtype, typcategory, typispreferred, typisdefined,"
                        + " typdelim, typrelid, typsubscript::oid, typelem, typarray, typinput::oid, typoutput::oid,"
                        + " typreceive::oid, typsend::oid, typmodin::oid, typmodout::oid, typalign, typstorage,"
                        + " typnotnull, typbasetype, typtypmod, typndims, typcollation from pg_type t join pg_namespace n"
                        + " on n.oid = typnamespace where t.oid" + USER_OBJECT
                        + " order by t.oid")) {
            out.types.add(new TypeRow(
                    r.number(0),
                    r.text(1),
                    r.text(2),
                    r.number(3),
                    r.flag(4),
                    r.letter(5),
                    r.letter(6),
                    r.flag(7),
                    r.flag(8),
                    r.letter(9),
                    r.number(10),
                    r.number(11),
                    r.number(12),
                    r.number(13),
                    r.number(14),
                    r.number(15),
                    r.number(16),
                    r.number(17),
                    r.number(18),
                    r.number(19),
                    r.letter(20),
                    r.letter(21),
                    r.flag(22),
                    r.number(23),
                    r.number(24),
                    r.number(25),
                    r.number(26)));
        }
        for (CatalogRow r : query(
                "select enumtypid, oid, enumsortorder, enumlabel from pg_enum order by enumtypid, enumsortorder")) {
            out.enumLabels
                    .computeIfAbsent(r.number(0), _ -> new ArrayList<>())
                    .add(new TypeLookup.EnumLabel(r.number(1), Float.parseFloat(r.text(2)), r.text(3)));
        }
        for (CatalogRow r : query(
                "select contypid, conname, pg_get_expr(conbin, 0) from pg_constraint where contypid <> 0 and contype ="
                        + " 'c' and oid"
                        + USER_OBJECT + " order by conname")) {
            out.domainConstraints
                    .computeIfAbsent(r.number(0), _ -> new ArrayList<>())
                    .add(new DomainConstraint(r.text(1), r.text(2)));
        }
        for (CatalogRow r :
                query("select rngtypid, rngsubtype, rngmultitypid, rngcollation, rngsubopc, rngcanonical::oid,"
                        + " rngsubdiff::oid from pg_range where rngtypid"
                        + USER_OBJECT)) {
            out.ranges.add(new RangeRow(
                    r.number(0), r.number(1), r.number(2), r.number(3), r.number(4), r.number(5), r.number(6)));
        }
    }

    private void relations() {
        Map<Integer, List<Column>> columns = new HashMap<>();
        for (CatalogRow r : query(
                "select attrelid, attnum, attname, atttypid, atttypmod, attcollation, attnotnull, pg_get_expr(adbin,"
                        + " adrelid), attgenerated, attidentity, attisdropped from pg_attribute left join pg_attrdef on"
                        + " adrelid = attrelid and adnum = attnum where attnum > 0 and attrelid"
                        + USER_OBJECT + " order by attrelid, attnum")) {
            Column.Generated generated = switch (r.letter(8)) {
                case 's' -> Column.Generated.STORED;
                case 'v' -> Column.Generated.VIRTUAL;
                default -> Column.Generated.NO;
            };
            Column.Identity identity = switch (r.letter(9)) {
                case 'a' -> Column.Identity.ALWAYS;
                case 'd' -> Column.Identity.BY_DEFAULT;
                default -> Column.Identity.NO;
            };
            columns.computeIfAbsent(r.number(0), _ -> new ArrayList<>())
                    .add(new Column(
                            r.number(1),
                            r.text(2),
                            new SqlType(r.number(3), r.number(4), r.number(5)),
                            r.flag(6),
                            r.get(7),
                            generated,
                            identity,
                            r.flag(10)));
        }
        Map<Integer, List<KeyConstraint>> keys = keys();
        Map<Integer, List<ForeignKey>> foreignKeys = new HashMap<>();
        Map<Integer, List<CheckConstraint>> checks = new HashMap<>();
        for (CatalogRow r : query("select conrelid, oid, conname, contype, array_to_string(conkey, ' '), confrelid,"
                + " array_to_string(confkey, ' '), confupdtype, confdeltype, case contype when 'c' then"
                + " pg_get_expr(conbin, conrelid) end, case when confdeltype in ('n', 'd') then"
                + " array_to_string(coalesce(confdelsetcols, conkey), ' ') else '' end from pg_constraint where conrelid"
                + USER_OBJECT + " and contype in ('c', 'f') order by oid")) {
            if (r.letter(3) == 'f') {
                foreignKeys
                        .computeIfAbsent(r.number(0), _ -> new ArrayList<>())
                        .add(new ForeignKey(
                                r.number(1),
                                r.text(2),
                                r.numbers(4),
                                r.number(5),
                                r.numbers(6),
                                r.letter(7),
                                r.letter(8),
                                r.numbers(10)));
            } else {
                checks.computeIfAbsent(r.number(0), _ -> new ArrayList<>())
                        .add(new CheckConstraint(r.number(1), r.text(2), r.text(9)));
            }
        }
        Map<Integer, List<Trigger>> triggers = new HashMap<>();
        for (CatalogRow r : query("select tgrelid, oid, tgname, tgfoid, tgtype, tgenabled <> 'D', tgconstraint <> 0,"
                + " pg_get_triggerdef(oid) from pg_trigger where not tgisinternal order by tgname")) {
            triggers.computeIfAbsent(r.number(0), _ -> new ArrayList<>())
                    .add(new Trigger(
                            r.number(1), r.text(2), r.number(3), r.number(4), r.flag(5), r.flag(6), r.text(7)));
        }
        Map<Integer, List<RewriteRule>> rules = new HashMap<>();
        for (CatalogRow r :
                query("select ev_class, oid, rulename, ev_enabled, ev_type, is_instead, ev_qual::text <> '<>',"
                        + " pg_get_ruledef(oid) from pg_rewrite where rulename <> '_RETURN' and ev_enabled <> 'D' and oid"
                        + USER_OBJECT + " order by rulename")) {
            rules.computeIfAbsent(r.number(0), _ -> new ArrayList<>())
                    .add(new RewriteRule(
                            r.number(1), r.text(2), r.letter(3), r.letter(4), r.flag(5), r.flag(6), r.text(7)));
        }
        Map<Integer, List<Integer>> parents = new HashMap<>();
        Map<Integer, List<Integer>> children = new HashMap<>();
        for (CatalogRow r : query(
                "select inhrelid, inhparent from pg_inherits i join pg_class c on c.oid = inhrelid where relkind not"
                        + " in ('i', 'I') order by inhrelid, inhseqno")) {
            parents.computeIfAbsent(r.number(0), _ -> new ArrayList<>()).add(r.number(1));
            children.computeIfAbsent(r.number(1), _ -> new ArrayList<>()).add(r.number(0));
        }
        for (CatalogRow r :
                query("select c.oid, nspname, relname, relkind, relpersistence, relowner, reltype, relrowsecurity,"
                        + " relforcerowsecurity, case when relkind in ('v', 'm') then pg_get_viewdef(c.oid) end, case when"
                        + " relkind = 'p' then pg_get_partkeydef(c.oid) end, coalesce(reloptions::text ~"
                        + " 'security_barrier=(true|on|1)', false), substring(reloptions::text from"
                        + " 'check_option=(local|cascaded)'), coalesce(reloptions::text ~ 'security_invoker=(true|on|1)', false) from pg_class c join pg_namespace n on n.oid = relnamespace"
                        + " where relkind in ('r', 'S', 'v', 'm', 'c', 'f', 'p', 'i', 'I') and nspname not in ('pg_toast')"
                        + " and not pg_is_other_temp_schema(n.oid) and c.oid" + USER_OBJECT)) {
            int oid = r.number(0);
            Persistence persistence = switch (r.letter(4)) {
                case 't' -> Persistence.TEMPORARY;
                case 'u' -> Persistence.UNLOGGED;
                default -> Persistence.PERMANENT;
            };
            out.relations.add(new Relation(
                    oid,
                    r.text(1),
                    r.text(2),
                    RelationKind.of(r.letter(3)),
                    persistence,
                    r.number(5),
                    r.number(6),
                    columns.getOrDefault(oid, List.of()),
                    keys.getOrDefault(oid, List.of()),
                    foreignKeys.getOrDefault(oid, List.of()),
                    checks.getOrDefault(oid, List.of()),
                    triggers.getOrDefault(oid, List.of()),
                    rules.getOrDefault(oid, List.of()),
                    r.get(9),
                    r.flag(7),
                    r.flag(8),
                    parents.getOrDefault(oid, List.of()),
                    children.getOrDefault(oid, List.of()),
                    r.get(10),
                    r.flag(11),
                    r.flag(13),
                    r.get(12)));
        }
    }

    private void policies() {
        if (out.relations.stream().noneMatch(Relation::rowSecurity)) {
            return;
        }
        for (CatalogRow r : query("select polrelid, polname, polcmd, polpermissive, array_to_string(polroles, ' '),"
                + " pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid) from pg_policy"
                + " order by polrelid, polname")) {
            out.policies
                    .computeIfAbsent(r.number(0), _ -> new ArrayList<>())
                    .add(new Policy(r.text(1), r.letter(2), r.flag(3), r.numbers(4), r.get(5), r.get(6)));
        }
        for (CatalogRow r :
                query("select oid, rolname, rolsuper, rolbypassrls, array_to_string(array(select roleid from"
                        + " pg_auth_members m where m.member = r.oid), ' ') from pg_roles r")) {
            out.roles.add(new Role(r.number(0), r.text(1), r.flag(2), r.flag(3), r.numbers(4)));
        }
    }

    private Map<Integer, List<KeyConstraint>> keys() {
        Map<Integer, List<KeyConstraint>> keys = new HashMap<>();
        for (CatalogRow r :
                query("select indrelid, indexrelid, coalesce(con.oid, 0), coalesce(conname, relname), indisprimary,"
                        + " indnkeyatts, case when conexclop is null then indkey::text else array_to_string(array(select"
                        + " case when (select oprname from pg_operator o where o.oid = conexclop[k]) = '=' then"
                        + " indkey[k - 1] else 0 end from generate_series(1, indnkeyatts) k), ' ') end,"
                        + " indnullsnotdistinct, coalesce(condeferrable, false), indpred is not"
                        + " null, case when indexprs is not null then array_to_string(array(select"
                        + " pg_get_indexdef(indexrelid, k, false) from generate_series(1, indnkeyatts) k), '"
                        + CatalogRow.SEPARATOR
                        + "') end, indisunique from pg_index join pg_class c on c.oid = indexrelid left"
                        + " join pg_constraint con on conindid = indexrelid and contype in ('p', 'u', 'x')"
                        + " where (indisunique or contype = 'x') and indisvalid and indrelid" + USER_OBJECT
                        + " order by indexrelid")) {
            List<Integer> columns = r.numbers(6);
            keys.computeIfAbsent(r.number(0), _ -> new ArrayList<>())
                    .add(new KeyConstraint(
                            r.number(2),
                            r.text(3),
                            r.flag(4),
                            r.flag(11),
                            columns.subList(0, r.number(5)),
                            r.number(1),
                            r.flag(7),
                            r.flag(8),
                            r.flag(9),
                            r.list(10)));
        }
        return keys;
    }

    private void routines() {
        for (CatalogRow r : query(
                "select p.oid, proname, nspname, prokind, lanname, proisstrict, proretset, provolatile, proparallel,"
                        + " prosecdef, proleakproof, provariadic, pronargs, pronargdefaults, prorettype, procost, prorows,"
                        + " prosupport::oid, proargtypes::text, array_to_string(proallargtypes, ' '),"
                        + " array_to_string(proargmodes, ''), array_to_string(proargnames, '"
                        + CatalogRow.SEPARATOR
                        + "'), case when pronargdefaults > 0 then array_to_string(array(select d from"
                        + " (select k, pg_get_function_arg_default(p.oid, k) as d from generate_series(1,"
                        + " coalesce(cardinality(proallargtypes), pronargs)) k) x where d is not null"
                        + " order by k), '"
                        + CatalogRow.SEPARATOR + "') end, prosrc, case when prosqlbody is not null then"
                        + " pg_get_function_sqlbody(p.oid) end, array_to_string(proconfig, '"
                        + CatalogRow.SEPARATOR
                        + "'), pg_get_userbyid(proowner), case when prosqlbody is not null and '' = any (proargnames) then"
                        + " array_to_string(array(select m[1] from regexp_matches(prosqlbody::text,"
                        + " ':paramkind 0 :paramid (\\d+)', 'g') m), ' ') end from pg_proc p join pg_namespace n on n.oid = pronamespace join pg_language"
                        + " l on l.oid = prolang where p.oid"
                        + USER_OBJECT)) {
            ProcRow row = new ProcRow(
                    r.number(0),
                    r.text(1),
                    r.text(2),
                    r.letter(3),
                    r.text(4),
                    r.flag(5),
                    r.flag(6),
                    r.letter(7),
                    r.letter(8),
                    r.flag(9),
                    r.flag(10),
                    r.number(11),
                    r.number(12),
                    r.number(13),
                    r.number(14),
                    Double.parseDouble(r.text(15)),
                    Double.parseDouble(r.text(16)),
                    r.number(17),
                    r.numbers(18),
                    r.numbers(19),
                    r.orEmpty(20),
                    r.list(21),
                    r.list(22),
                    r.orEmpty(23));
            String body = r.get(24);
            if (body != null && r.get(27) != null) {
                body = UnnamedArguments.numbered(body, row.argNames(), row.argModes(), r.numbers(27));
            }
            out.routines.add(new Routine(row, body, r.list(25), r.text(26)));
        }
        for (CatalogRow r : query(
                "select aggfnoid::oid, aggkind, aggnumdirectargs, aggtransfn::oid, aggfinalfn::oid, aggcombinefn::oid,"
                        + " aggserialfn::oid, aggdeserialfn::oid, aggmtransfn::oid, aggminvtransfn::oid, aggsortop,"
                        + " aggtranstype, aggfinalmodify, agginitval from pg_aggregate where aggfnoid::oid"
                        + USER_OBJECT)) {
            out.aggregates.add(new AggregateRow(
                    r.number(0),
                    r.letter(1),
                    r.number(2),
                    r.number(3),
                    r.number(4),
                    r.number(5),
                    r.number(6),
                    r.number(7),
                    r.number(8),
                    r.number(9),
                    r.number(10),
                    r.number(11),
                    r.letter(12),
                    r.get(13)));
        }
    }

    private void operators() {
        for (CatalogRow r :
                query("select o.oid, oprname, nspname, oprkind, oprcanmerge, oprcanhash, oprleft, oprright, oprresult,"
                        + " oprcom, oprnegate, oprcode::oid, oprrest::oid, oprjoin::oid from pg_operator o join"
                        + " pg_namespace n on n.oid = oprnamespace where o.oid"
                        + USER_OBJECT)) {
            out.operators.add(new OperatorRow(
                    r.number(0),
                    r.text(1),
                    r.text(2),
                    r.letter(3),
                    r.flag(4),
                    r.flag(5),
                    r.number(6),
                    r.number(7),
                    r.number(8),
                    r.number(9),
                    r.number(10),
                    r.number(11),
                    r.number(12),
                    r.number(13)));
        }
    }

    private void casts() {
        for (CatalogRow r :
                query("select oid, castsource, casttarget, castfunc, castcontext, castmethod from pg_cast where oid"
                        + USER_OBJECT)) {
            out.casts.add(new CastRow(r.number(0), r.number(1), r.number(2), r.number(3), r.letter(4), r.letter(5)));
        }
    }

    private void collations() {
        out.collations.addAll(initialCollations);
        String rules = release >= 16 ? "case when collicurules is null then collprovider else 'r' end" : "collprovider";
        for (CatalogRow r :
                query("select c.oid, collname, nspname, " + rules + ", collisdeterministic, coalesce(collcollate, ''),"
                        + " coalesce(collctype, ''), coalesce(" + localeColumn("coll")
                        + ", '') from pg_collation c join pg_namespace n on n.oid = collnamespace where c.oid"
                        + USER_OBJECT + (initialCollations.isEmpty() ? INITIAL_COLLATIONS : ""))) {
            out.collations.add(new CollationRow(
                    r.number(0), r.text(1), r.text(2), r.letter(3), r.flag(4), r.text(5), r.text(6), r.text(7)));
        }
    }

    /// The default collation is what the database says.
    private void database() {
        for (CatalogRow r : query("select datlocprovider, datcollate, datctype, coalesce(" + localeColumn("dat")
                + ", '') from pg_database where datname = current_database()")) {
            out.collations.add(new CollationRow(
                    Collations.DEFAULT, "default", "pg_catalog", r.letter(0), true, r.text(1), r.text(2), r.text(3)));
        }
    }

    /// The locale of ICU and of the server itself, a column that has changed its name.
    private String localeColumn(String prefix) {
        return release >= 17 ? prefix + "locale" : release >= 15 ? prefix + "iculocale" : "null";
    }

    /// What only reg* types name.
    private void names() {
        for (CatalogRow r : query("select " + TypeOids.REGCONFIG + ", oid, cfgname from pg_ts_config union all select "
                + TypeOids.REGDICTIONARY + ", oid, dictname from pg_ts_dict" + " union all select " + TypeOids.REGROLE
                + ", oid, rolname from pg_roles union all select " + TypeOids.REGNAMESPACE
                + ", oid, nspname from pg_namespace")) {
            out.names.add(new ObjectName(r.number(0), r.number(1), r.text(2)));
        }
    }

    private void sequences() {
        for (CatalogRow r :
                query("select seqrelid, seqtypid, seqstart, seqincrement, seqmax, seqmin, seqcache, seqcycle,"
                        + " coalesce(refobjid, 0), coalesce(refobjsubid, 0), coalesce(deptype = 'i', false) from"
                        + " pg_sequence left join pg_depend on classid = 'pg_class'::regclass and objid = seqrelid and"
                        + " refclassid = 'pg_class'::regclass and refobjsubid > 0 and deptype in ('a', 'i')")) {
            out.sequences.add(new Sequence(
                    r.number(0),
                    r.number(1),
                    r.big(2),
                    r.big(3),
                    r.big(4),
                    r.big(5),
                    r.big(6),
                    r.flag(7),
                    r.number(8),
                    r.number(9),
                    r.flag(10)));
        }
    }

    private List<CatalogRow> query(String sql) {
        List<@Nullable String[]> rows = source.rows(sql);
        List<CatalogRow> list = new ArrayList<>(rows.size());
        for (@Nullable String[] row : rows) {
            list.add(new CatalogRow(row));
        }
        return list;
    }
}
