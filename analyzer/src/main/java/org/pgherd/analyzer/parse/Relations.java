package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.analyzer.query.*;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Range table entries, and the names by which they and their columns are found (parse_relation.c).
final class Relations {
    private static final List<String> SYSTEM_COLUMNS = List.of("ctid", "xmin", "cmin", "xmax", "cmax", "tableoid");
    private static final int[] SYSTEM_TYPES = {
        TypeOids.TID, TypeOids.XID, TypeOids.CID, TypeOids.XID, TypeOids.CID, TypeOids.OID
    };
    private static final Set<RelationKind> WITHOUT_SYSTEM_COLUMNS =
            Set.of(RelationKind.VIEW, RelationKind.COMPOSITE_TYPE);

    private Relations() {}

    /// A relation by name, or PostgreSQL's error (parserOpenTable).
    static Relation open(ParseState p, RangeVar name) {
        String schema = name.schemaname();
        Relation relation = p.catalog().relation(schema, name.relname());
        if (relation != null) {
            return relation;
        }
        if (schema != null) {
            throw new SqlException(
                    SqlState.UNDEFINED_TABLE,
                    "relation \"" + schema + "." + name.relname() + "\" does not exist",
                    name.at());
        }
        SqlException missing = new SqlException(
                SqlState.UNDEFINED_TABLE, "relation \"" + name.relname() + "\" does not exist", name.at());
        for (ParseState level = p; level != null; level = level.parent) {
            for (var cte : level.futureCtes) {
                if (cte.ctename().equals(name.relname())) {
                    throw missing.withDetail("There is a WITH item named \"" + name.relname()
                                    + "\", but it cannot be referenced from this part of the query.")
                            .withHint("Use WITH RECURSIVE, or re-order the WITH items to remove forward references.");
                }
            }
        }
        throw missing;
    }

    // entries

    static NamespaceItem addRelation(
            ParseState p,
            Relation relation,
            org.pgherd.grammar.ast.@Nullable Alias rawAlias,
            boolean inherit,
            boolean inFrom) {
        Alias alias = alias(rawAlias);
        String name = alias == null ? relation.name() : alias.name();
        List<String> given = alias == null ? List.of() : alias.columnNames();
        List<String> names = new ArrayList<>();
        int used = 0;
        for (Column column : relation.columns()) {
            if (column.dropped()) {
                names.add("");
            } else {
                names.add(used < given.size() ? given.get(used) : column.name());
                used++;
            }
        }
        tooManyAliases(name, used, given.size());
        Alias eref = new Alias(name, names);
        int index = p.add(new RteRelation(relation, inherit, null, alias, eref, inFrom));
        List<NamespaceColumn> columns = new ArrayList<>();
        for (Column column : relation.columns()) {
            columns.add(
                    column.dropped()
                            ? NamespaceColumn.DROPPED
                            : new NamespaceColumn(index, column.attnum(), column.type()));
        }
        return new NamespaceItem(eref, index, columns);
    }

    static NamespaceItem addSubquery(
            ParseState p,
            Query query,
            org.pgherd.grammar.ast.@Nullable Alias rawAlias,
            boolean lateral,
            boolean inFrom) {
        Alias alias = alias(rawAlias);
        String name = alias == null ? "unnamed_subquery" : alias.name();
        Alias eref = named(name, query.outputNames(), alias);
        return item(p, new RteSubquery(query, lateral, false, 0, alias, eref, inFrom));
    }

    static NamespaceItem addFunctions(
            ParseState p,
            List<RangeTblFunction> functions,
            String firstName,
            boolean ordinality,
            boolean lateral,
            org.pgherd.grammar.ast.@Nullable Alias rawAlias) {
        Alias alias = alias(rawAlias);
        String name = alias == null ? firstName : alias.name();
        List<String> names = new ArrayList<>();
        functions.forEach(f -> names.addAll(f.columnNames()));
        if (ordinality) {
            names.add("ordinality");
        }
        Alias eref = named(name, names, alias);
        return item(p, new RteFunction(functions, ordinality, lateral, alias, eref, true));
    }

    static NamespaceItem addValues(
            ParseState p,
            List<List<Expr>> lists,
            List<SqlType> types,
            org.pgherd.grammar.ast.@Nullable Alias rawAlias,
            boolean lateral,
            boolean inFrom) {
        Alias alias = alias(rawAlias);
        String name = alias == null ? "*VALUES*" : alias.name();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= types.size(); i++) {
            names.add("column" + i);
        }
        if (alias != null && alias.columnNames().size() > names.size()) {
            throw new SqlException(
                    SqlState.INVALID_COLUMN_REFERENCE,
                    "VALUES lists \"" + name + "\" have " + names.size() + " columns available but "
                            + alias.columnNames().size() + " columns specified");
        }
        return item(p, new RteValues(lists, lateral, types, alias, named(name, names, alias), inFrom));
    }

    static NamespaceItem addCte(ParseState p, CteState cte, int levelsUp, RangeVar reference) {
        boolean self = cte.query == null;
        if (self && !cte.recursive) {
            throw new AssertionError("WITH query " + cte.name() + " is referred to before it is analyzed");
        }
        if (!self) {
            cte.refCount++;
        }
        Query query = cte.query;
        if (query != null
                && query.commandType() != CommandType.SELECT
                && query.returningList().isEmpty()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "WITH query \"" + cte.name() + "\" does not have a RETURNING clause",
                    reference.at());
        }
        Alias alias = alias(reference.alias());
        String name = alias == null ? cte.name() : alias.name();
        List<String> names = new ArrayList<>(cte.columnNames);
        List<SqlType> types = new ArrayList<>(cte.columnTypes);
        if (self) {
            cte.addClauseColumns(names, types);
        }
        Alias eref = named(name, names, alias);
        // `*` leaves the columns of SEARCH and CYCLE out in queries within another
        int unlisted = levelsUp > 0 ? cte.clauseColumns() : 0;
        return item(p, new RteCte(cte.name(), levelsUp, self, types, alias, eref, true), unlisted);
    }

    static NamespaceItem item(ParseState p, RangeTblEntry entry) {
        return item(p, entry, 0);
    }

    /// @param unlisted how many of the last columns `*` leaves out
    private static NamespaceItem item(ParseState p, RangeTblEntry entry, int unlisted) {
        int index = p.add(entry);
        List<NamespaceColumn> columns = new ArrayList<>();
        List<SqlType> types = entry.columnTypes();
        for (int i = 0; i < types.size(); i++) {
            columns.add(new NamespaceColumn(index, i + 1, types.get(i), i >= types.size() - unlisted));
        }
        return new NamespaceItem(entry.eref(), index, columns);
    }

    static @Nullable Alias alias(org.pgherd.grammar.ast.@Nullable Alias raw) {
        return raw == null ? null : new Alias(raw.aliasname(), raw.colnames());
    }

    /// The names in force: the alias's, then the rest of the own ones.
    static Alias named(String name, List<String> own, @Nullable Alias alias) {
        List<String> given = alias == null ? List.of() : alias.columnNames();
        tooManyAliases(name, own.size(), given.size());
        List<String> names = new ArrayList<>(given);
        names.addAll(own.subList(given.size(), own.size()));
        return new Alias(name, names);
    }

    private static void tooManyAliases(String name, int available, int given) {
        if (given > available) {
            throw new SqlException(
                    SqlState.INVALID_COLUMN_REFERENCE,
                    "table \"" + name + "\" has " + available + " columns available but " + given
                            + " columns specified");
        }
    }

    /// A CTE in reach by name; the level is written to `levels[0]`.
    static @Nullable CteState findCte(ParseState p, String name, int[] levels) {
        int level = 0;
        for (ParseState state = p; state != null; state = state.parent) {
            for (CteState cte : state.ctes) {
                if (cte.name().equals(name)) {
                    levels[0] = level;
                    return cte;
                }
            }
            level++;
        }
        return null;
    }

    // names of relations

    /// An item and how many levels out it was found.
    record Found(NamespaceItem item, int levelsUp) {}

    /// The relation that `name.column` means; null if there is none (refnameNamespaceItem).
    static @Nullable Found byRefname(ParseState p, @Nullable String schema, String name, Position at) {
        Relation wanted = null;
        if (schema != null) {
            if (!p.catalog().hasSchema(schema)) {
                return null;
            }
            wanted = p.catalog().relation(schema, name);
            if (wanted == null) {
                return null;
            }
        }
        int level = 0;
        for (ParseState state = p; state != null; state = state.parent) {
            NamespaceItem result = null;
            for (NamespaceItem item : state.namespace) {
                if (!item.relVisible || item.lateralOnly && !state.lateralActive) {
                    continue;
                }
                RangeTblEntry rte = state.rte(item.rtindex);
                boolean matches = wanted == null
                        ? item.names.name().equals(name)
                        : rte instanceof RteRelation r
                                && r.alias() == null
                                && r.relation().equals(wanted);
                if (matches) {
                    if (result != null) {
                        throw new SqlException(
                                SqlState.AMBIGUOUS_ALIAS,
                                wanted == null
                                        ? "table reference \"" + name + "\" is ambiguous"
                                        : "table reference " + wanted.oid() + " is ambiguous",
                                at);
                    }
                    checkLateral(state, item, at);
                    result = item;
                }
            }
            if (result != null) {
                return new Found(result, level);
            }
            level++;
        }
        return null;
    }

    private static void checkLateral(ParseState p, NamespaceItem item, Position at) {
        if (item.lateralOnly && !item.lateralOk) {
            SqlException e = new SqlException(
                    SqlState.INVALID_COLUMN_REFERENCE,
                    "invalid reference to FROM-clause entry for table \"" + item.names.name() + "\"",
                    at);
            NamespaceItem target = p.target;
            throw target != null && target.rtindex == item.rtindex
                    ? e.withHint("There is an entry for table \"" + item.names.name()
                            + "\", but it cannot be referenced from this part of the query.")
                    : e.withDetail("The combining JOIN type must be INNER or LEFT for a LATERAL reference.");
        }
    }

    /// Two relations of one FROM must not have one name, unless both are tables without alias of different schemas.
    static void checkConflicts(ParseState p, List<NamespaceItem> left, List<NamespaceItem> right) {
        for (NamespaceItem a : left) {
            if (!a.relVisible) {
                continue;
            }
            for (NamespaceItem b : right) {
                if (!b.relVisible || !a.names.name().equals(b.names.name())) {
                    continue;
                }
                if (p.rte(a.rtindex) instanceof RteRelation ra
                        && ra.alias() == null
                        && p.rte(b.rtindex) instanceof RteRelation rb
                        && rb.alias() == null
                        && !ra.relation().equals(rb.relation())) {
                    continue;
                }
                throw new SqlException(
                        SqlState.DUPLICATE_ALIAS, "table name \"" + a.names.name() + "\" specified more than once");
            }
        }
    }

    // names of columns

    /// What an unqualified name means; null if nothing (colNameToVar).
    static @Nullable Expr column(ParseState p, String name, boolean localOnly, Position at) {
        Expr result = null;
        int level = 0;
        for (ParseState state = p; state != null; state = state.parent) {
            for (NamespaceItem item : state.namespace) {
                if (!item.columnsVisible || item.lateralOnly && !state.lateralActive) {
                    continue;
                }
                Expr found = columnOf(p, state, item, level, name, at);
                if (found != null) {
                    if (result != null) {
                        throw ambiguous(name, at);
                    }
                    checkLateral(state, item, at);
                    result = found;
                }
            }
            if (result != null || localOnly) {
                return result;
            }
            level++;
        }
        return null;
    }

    /// A column of one item by name; null if it has none (scanNSItemForColumn).
    static @Nullable Expr columnOf(
            ParseState p, ParseState owner, NamespaceItem item, int levelsUp, String name, Position at) {
        int found = 0;
        List<String> names = item.names.columnNames();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)
                    && !name.isEmpty()
                    && item.columns.get(i).varno() != 0) {
                if (found != 0) {
                    throw ambiguous(name, at);
                }
                found = i + 1;
            }
        }
        if (found != 0) {
            NamespaceColumn column = item.columns.get(found - 1);
            return new Var(column.varno(), column.attno(), column.type(), levelsUp, at);
        }
        if (owner.rte(item.rtindex) instanceof RteRelation r
                && !item.withoutSystemColumns
                && !WITHOUT_SYSTEM_COLUMNS.contains(r.relation().kind())) {
            int system = SYSTEM_COLUMNS.indexOf(name);
            if (system >= 0) {
                if (p.exprKind == ExprKind.CHECK_CONSTRAINT && !name.equals("tableoid")) {
                    throw new SqlException(
                            SqlState.INVALID_COLUMN_REFERENCE,
                            "system column \"" + name + "\" reference in check constraint is invalid",
                            at);
                }
                if (p.exprKind == ExprKind.GENERATED_COLUMN && !name.equals("tableoid")) {
                    throw new SqlException(
                            SqlState.INVALID_COLUMN_REFERENCE,
                            "cannot use system column \"" + name + "\" in column generation expression",
                            at);
                }
                if (p.exprKind == ExprKind.MERGE_WHEN && !name.equals("tableoid")) {
                    throw new SqlException(
                            SqlState.INVALID_COLUMN_REFERENCE,
                            "cannot use system column \"" + name + "\" in MERGE WHEN condition",
                            at);
                }
                return new Var(item.rtindex, -(system + 1), SqlType.of(SYSTEM_TYPES[system]), levelsUp, at);
            }
        }
        return null;
    }

    private static SqlException ambiguous(String name, Position at) {
        return new SqlException(SqlState.AMBIGUOUS_COLUMN, "column reference \"" + name + "\" is ambiguous", at);
    }

    /// Vars for all columns of an item, as `*` shows them.
    static List<Expr> expandVars(NamespaceItem item, int levelsUp, Position at, @Nullable List<String> names) {
        List<Expr> vars = new ArrayList<>();
        for (int i = 0; i < item.columns.size(); i++) {
            NamespaceColumn column = item.columns.get(i);
            if (column.varno() != 0 && !column.unlisted()) {
                vars.add(new Var(column.varno(), column.attno(), column.type(), levelsUp, at));
                if (names != null) {
                    names.add(item.names.columnNames().get(i));
                }
            }
        }
        return vars;
    }

    /// Vars for all columns of a range table entry, dropped ones left out (expandRTE).
    static List<Expr> expandVars(ParseState owner, int rtindex, int levelsUp, Position at) {
        List<Expr> vars = new ArrayList<>();
        List<SqlType> types = owner.rte(rtindex).columnTypes();
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).oid() != 0
                    && !(owner.rte(rtindex) instanceof RteRelation r
                            && r.relation().columns().get(i).dropped())) {
                vars.add(new Var(rtindex, i + 1, types.get(i), levelsUp, at));
            }
        }
        return vars;
    }

    /// An item's row as one value (transformWholeRowRef): of an alias for a join's merged columns just those.
    static Expr wholeRow(ParseState owner, NamespaceItem item, int levelsUp, Position at) {
        if (item.names == owner.rte(item.rtindex).eref()) {
            return wholeRow(owner, item.rtindex, levelsUp, at);
        }
        List<String> names = new ArrayList<>();
        List<Expr> vars = expandVars(item, levelsUp, Position.NONE, names);
        return new RowExpr(vars, names, CoercionForm.IMPLICIT_CAST, SqlType.RECORD, at);
    }

    /// A relation's row as one value (makeWholeRowVar).
    static Var wholeRow(ParseState owner, int rtindex, int levelsUp, Position at) {
        RangeTblEntry rte = owner.rte(rtindex);
        return switch (rte) {
            case RteRelation r -> {
                if (r.relation().rowType() == 0) {
                    throw new SqlException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "relation \"" + r.relation().name() + "\" does not have a composite type");
                }
                yield new Var(rtindex, 0, SqlType.of(r.relation().rowType()), levelsUp, at);
            }
            case RteFunction f
            when f.functions().size() == 1 && !f.ordinality() -> {
                SqlType type = f.functions().getFirst().expr().type();
                if (owner.catalog().isRowType(type.oid())) {
                    yield new Var(rtindex, 0, type, levelsUp, at);
                }
                yield new Var(rtindex, 1, type, levelsUp, at);
            }
            default -> new Var(rtindex, 0, SqlType.RECORD, levelsUp, at);
        };
    }

    /// The table column that an expression shows unchanged: {oid, attribute number}, zeros if none
    /// (markTargetListOrigin).
    static int[] origin(ParseState p, Expr expr) {
        if (!(expr instanceof Var var)) {
            return new int[] {0, 0};
        }
        return origin(p, var, var.levelsUp());
    }

    private static int[] origin(ParseState p, Var var, int levels) {
        ParseState owner = p.up(levels);
        return switch (owner.rte(var.varno())) {
            case RteRelation r -> new int[] {r.relation().oid(), var.attno()};
            case RteSubquery s when var.attno() != 0 -> fromTarget(s.query().outputColumns(), var.attno());
            case RteJoin j
            when var.attno() > 0 && j.aliasVars().get(var.attno() - 1) instanceof Var alias -> origin(p, alias, levels);
            case RteCte c
            when !c.selfReference() && var.attno() != 0 -> {
                CteState state = findByLevel(owner, c);
                Query query = state == null ? null : state.query;
                yield query == null || var.attno() > query.outputColumns().size()
                        ? new int[] {0, 0}
                        : fromTarget(query.outputColumns(), var.attno());
            }
            default -> new int[] {0, 0};
        };
    }

    private static int[] fromTarget(List<TargetEntry> targets, int attno) {
        if (attno <= 0 || attno > targets.size()) {
            return new int[] {0, 0};
        }
        TargetEntry entry = targets.get(attno - 1);
        return new int[] {entry.origTable(), entry.origColumn()};
    }

    static @Nullable CteState findByLevel(ParseState owner, RteCte rte) {
        for (CteState cte : owner.up(rte.levelsUp()).ctes) {
            if (cte.name().equals(rte.cteName())) {
                return cte;
            }
        }
        return null;
    }

    // columns of functions in FROM

    /// Fields of a composite type as column names and types.
    static void fieldsOf(ParseState p, int typeOid, List<String> names, List<SqlType> types) {
        for (TypeLookup.Field field : p.catalog().fields(typeOid)) {
            names.add(field.name());
            types.add(field.type());
        }
    }

    static SqlType withDefaultCollation(ParseState p, SqlType type) {
        int own = p.catalog().typeCollation(type.oid());
        return type.collation() != 0 || own == 0
                ? type
                : type.withCollation(own == Collations.DEFAULT ? Collations.DEFAULT : own);
    }
}
