package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.analyzer.parse.CoercionPathway.Context;
import org.pgherd.analyzer.query.Alias;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.CoalesceExpr;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.JsonTableExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblFunction;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.RteJoin;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.SyntaxExpr;
import org.pgherd.analyzer.query.TableSample;
import org.pgherd.analyzer.query.Var;
import org.pgherd.analyzer.query.XmlTableExpr;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.ColumnDef;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.JsonTable;
import org.pgherd.grammar.ast.RangeFunction;
import org.pgherd.grammar.ast.RangeFunctionItem;
import org.pgherd.grammar.ast.RangeSubselect;
import org.pgherd.grammar.ast.RangeTableFunc;
import org.pgherd.grammar.ast.RangeTableSample;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// FROM (transformFromClause of parse_clause.c).
final class FromClause {
    private static final int BERNOULLI = 3313;
    private static final int SYSTEM = 3314;

    private FromClause() {}

    /// A node of the join tree with the names it shows.
    private record Item(FromItem node, NamespaceItem top, List<NamespaceItem> namespace) {}

    static void transform(ParseState p, List<org.pgherd.grammar.ast.FromItem> list) {
        for (org.pgherd.grammar.ast.FromItem raw : list) {
            Item item = item(p, raw);
            Relations.checkConflicts(p, p.namespace, item.namespace);
            setLateral(item.namespace, true, true);
            p.joinlist.add(item.node);
            p.namespace.addAll(item.namespace);
        }
        setLateral(p.namespace, false, true);
    }

    static void setLateral(List<NamespaceItem> items, boolean lateralOnly, boolean lateralOk) {
        for (NamespaceItem item : items) {
            item.lateralOnly = lateralOnly;
            item.lateralOk = lateralOk;
        }
    }

    private static Item item(ParseState p, org.pgherd.grammar.ast.FromItem raw) {
        return switch (raw) {
            case RangeVar r -> single(relation(p, r));
            case RangeSubselect s -> single(subselect(p, s));
            case RangeFunction f -> single(function(p, f));
            case RangeTableSample s -> sample(p, s);
            case org.pgherd.grammar.ast.JoinExpr j -> join(p, j);
            case RangeTableFunc t -> single(tableFunction(p, t.lateral(), t.alias(), () -> XmlExpressions.table(p, t)));
            case JsonTable t -> single(tableFunction(p, t.lateral(), t.alias(), () -> JsonTables.transform(p, t)));
        };
    }

    private static Item single(NamespaceItem item) {
        return new Item(new RangeTblRef(item.rtindex), item, new ArrayList<>(List.of(item)));
    }

    private static NamespaceItem relation(ParseState p, RangeVar r) {
        if (r.schemaname() == null) {
            int[] level = new int[1];
            CteState cte = Relations.findCte(p, r.relname(), level);
            if (cte != null) {
                return Relations.addCte(p, cte, level[0], r);
            }
        }
        Relation relation = Relations.open(p, r);
        if (relation.kind() == RelationKind.COMPOSITE_TYPE
                || relation.kind() == RelationKind.INDEX
                || relation.kind() == RelationKind.PARTITIONED_INDEX) {
            throw new SqlException(
                            SqlState.WRONG_OBJECT_TYPE, "cannot open relation \"" + relation.name() + "\"", r.at())
                    .withDetail("This operation is not supported for "
                            + (relation.kind() == RelationKind.COMPOSITE_TYPE ? "composite types." : "indexes."));
        }
        return Relations.addRelation(p, relation, r.alias(), r.inh(), true);
    }

    private static NamespaceItem subselect(ParseState p, RangeSubselect s) {
        p.lateralActive = s.lateral();
        ExprKind before = p.exprKind;
        p.exprKind = ExprKind.FROM_SUBSELECT;
        Query query;
        try {
            query = SelectAnalysis.sub(p, s.subquery(), null, null, true);
        } finally {
            p.exprKind = before;
            p.lateralActive = false;
        }
        return Relations.addSubquery(p, query, s.alias(), s.lateral(), true);
    }

    private static NamespaceItem function(ParseState p, RangeFunction f) {
        p.lateralActive = true;
        List<RangeTblFunction> functions = new ArrayList<>();
        List<Expr> exprs = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<List<ColumnDef>> definitions = new ArrayList<>();
        try {
            for (RangeFunctionItem item : f.functions()) {
                if (isUnnest(item) && item.function() instanceof FuncCall call) {
                    // unnest(a, b) is unnest(a), unnest(b) side by side
                    for (var arg : call.args()) {
                        FuncCall one = new FuncCall(
                                List.of("pg_catalog", "unnest"),
                                List.of(arg),
                                List.of(),
                                null,
                                null,
                                false,
                                false,
                                false,
                                false,
                                call.funcformat(),
                                call.location(),
                                call.at());
                        Expr expr = ExpressionAnalysis.transform(p, one, ExprKind.FROM_FUNCTION);
                        exprs.add(expr);
                        names.add("unnest");
                        definitions.add(List.of());
                    }
                    continue;
                }
                Expr srfBefore = p.lastSrf;
                Expr expr = ExpressionAnalysis.transform(p, item.function(), ExprKind.FROM_FUNCTION);
                Expr srf = p.lastSrf;
                if (srf != null && srf != srfBefore && srf != expr) {
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "set-returning functions must appear at top level of FROM",
                            ExprLocation.of(srf));
                }
                exprs.add(expr);
                names.add(ColumnNames.figure(item.function(), expr));
                definitions.add(!item.coldeflist().isEmpty() ? item.coldeflist() : List.of());
            }
        } finally {
            p.lateralActive = false;
        }
        if (!f.coldeflist().isEmpty()) {
            if (exprs.size() != 1) {
                throw new SqlException(
                                SqlState.SYNTAX_ERROR,
                                f.isRowsfrom()
                                        ? "ROWS FROM() with multiple functions cannot have a column definition list"
                                        : "UNNEST() with multiple arguments cannot have a column definition list",
                                f.coldeflist().getFirst().location())
                        .withHint(
                                f.isRowsfrom()
                                        ? "Put a separate column definition list for each function inside ROWS FROM()."
                                        : "Use separate UNNEST() calls inside ROWS FROM(), and attach a column definition list to each one.");
            }
            if (f.ordinality()) {
                throw new SqlException(
                                SqlState.SYNTAX_ERROR,
                                "WITH ORDINALITY cannot be used with a column definition list",
                                f.coldeflist().getFirst().location())
                        .withHint("Put the column definition list inside ROWS FROM().");
            }
            definitions.set(0, f.coldeflist());
        }
        boolean lateral = f.lateral()
                || exprs.stream()
                        .anyMatch(e ->
                                ExprWalk.anyDeep(e, 0, (x, depth) -> x instanceof Var v && v.levelsUp() == depth));
        for (int i = 0; i < exprs.size(); i++) {
            Expr expr = CollationAssignment.expression(p, exprs.get(i));
            functions.add(columns(p, expr, names.get(i), definitions.get(i), exprs.size() > 1 ? null : f.alias()));
        }
        return Relations.addFunctions(p, functions, names.getFirst(), f.ordinality(), lateral, f.alias());
    }

    /// XMLTABLE and JSON_TABLE (addRangeTableEntryForTableFunc); they may refer to what stands left of them.
    private static NamespaceItem tableFunction(
            ParseState p,
            boolean lateralWritten,
            org.pgherd.grammar.ast.@Nullable Alias alias,
            Supplier<SyntaxExpr> analysis) {
        p.lateralActive = true;
        ExprKind before = p.exprKind;
        p.exprKind = ExprKind.FROM_FUNCTION;
        SyntaxExpr expr;
        try {
            expr = (SyntaxExpr) CollationAssignment.expression(p, analysis.get());
        } finally {
            p.exprKind = before;
            p.lateralActive = false;
        }
        boolean lateral =
                lateralWritten || ExprWalk.anyDeep(expr, 0, (x, depth) -> x instanceof Var v && v.levelsUp() == depth);
        List<String> names = new ArrayList<>();
        List<SqlType> types = new ArrayList<>();
        switch (expr) {
            case JsonTableExpr table ->
                table.columns().forEach(column -> {
                    names.add(column.name());
                    types.add(column.type());
                });
            case XmlTableExpr table ->
                table.columns().forEach(column -> {
                    names.add(column.name());
                    types.add(column.type());
                });
            default -> throw new AssertionError("no table function: " + expr);
        }
        boolean isJson = expr instanceof JsonTableExpr;
        if (alias != null && alias.colnames().size() > names.size()) {
            throw new SqlException(
                    SqlState.INVALID_COLUMN_REFERENCE,
                    (isJson ? "JSON_TABLE" : "XMLTABLE") + " function has " + names.size() + " columns available but "
                            + alias.colnames().size() + " columns specified");
        }
        return Relations.addFunctions(
                p,
                List.of(new RangeTblFunction(expr, false, names, types)),
                isJson ? "json_table" : "xmltable",
                false,
                lateral,
                alias);
    }

    private static boolean isUnnest(RangeFunctionItem item) {
        return item.coldeflist().isEmpty()
                && item.function() instanceof FuncCall call
                && call.funcname().equals(List.of("unnest"))
                && call.args().size() > 1
                && call.aggOrder().isEmpty()
                && call.aggFilter() == null
                && call.over() == null
                && !call.aggStar()
                && !call.aggDistinct()
                && !call.funcVariadic();
    }

    /// What columns a function gives (addRangeTableEntryForFunction).
    private static RangeTblFunction columns(
            ParseState p,
            Expr expr,
            String name,
            List<ColumnDef> definitions,
            org.pgherd.grammar.ast.@Nullable Alias alias) {
        List<String> names = new ArrayList<>();
        List<SqlType> types = new ArrayList<>();
        int type = expr.type().oid();
        Position at = ExprLocation.of(expr);
        boolean hasOut = expr instanceof FuncExpr f
                && (type == TypeOids.RECORD || p.catalog().typeKind(type) == 'c')
                && FunctionResult.outColumns(p.catalog(), f, names, types);
        if (!definitions.isEmpty()) {
            Position listAt = definitions.getFirst().location();
            if (hasOut) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR,
                        "a column definition list is redundant for a function with OUT parameters",
                        listAt);
            }
            if (type != TypeOids.RECORD) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR,
                        p.catalog().isRowType(type)
                                ? "a column definition list is redundant for a function returning a named composite type"
                                : "a column definition list is only allowed for functions returning \"record\"",
                        listAt);
            }
            Set<String> seen = new HashSet<>();
            for (ColumnDef definition : definitions) {
                if (!seen.add(definition.colname())) {
                    throw new SqlException(
                            SqlState.DUPLICATE_COLUMN,
                            "column name \"" + definition.colname() + "\" specified more than once",
                            definition.location());
                }
                names.add(definition.colname());
                SqlType columnType =
                        TypeReferences.resolve(p.catalog(), ExpressionAnalysis.nonNull(definition.typeName()));
                types.add(
                        definition.collClause() == null
                                ? columnType
                                : columnType.withCollation(ExpressionAnalysis.collation(
                                        p,
                                        definition.collClause().collname(),
                                        definition.collClause().location())));
            }
            return new RangeTblFunction(expr, true, names, types);
        }
        if (hasOut) {
            return new RangeTblFunction(expr, false, names, types);
        }
        if (type == TypeOids.RECORD) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "a column definition list is required for functions returning \"record\"",
                    at);
        }
        if (p.catalog().isRowType(type)) {
            Relations.fieldsOf(p, p.catalog().baseType(type), names, types);
            return new RangeTblFunction(expr, false, names, types);
        }
        if (p.catalog().typeKind(type) == 'p' && type != TypeOids.VOID && type != TypeOids.CSTRING) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "function \"" + name + "\" in FROM has unsupported return type "
                            + p.catalog().formatType(type),
                    at);
        }
        String column = null;
        if (expr instanceof FuncExpr f) {
            ProcRow row = p.catalog().catalog().proc(f.funcId());
            column = row == null ? null : FunctionResult.singleOutName(row);
        }
        names.add(column != null ? column : alias != null ? alias.aliasname() : name);
        types.add(expr.type());
        return new RangeTblFunction(expr, false, names, types);
    }

    private static Item sample(ParseState p, RangeTableSample s) {
        Item inner = item(p, s.relation());
        if (!(p.rte(inner.top.rtindex) instanceof RteRelation r)
                || r.relation().kind() == RelationKind.VIEW
                || r.relation().kind() == RelationKind.SEQUENCE
                || r.relation().kind() == RelationKind.FOREIGN_TABLE) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "TABLESAMPLE clause can only be applied to tables and materialized views",
                    s.relation().at());
        }
        int handler = switch (s.method().getLast()) {
            case "bernoulli" -> BERNOULLI;
            case "system" -> SYSTEM;
            default ->
                throw new SqlException(
                        SqlState.UNDEFINED_OBJECT,
                        "tablesample method " + s.method().getLast() + " does not exist",
                        s.location());
        };
        if (s.args().size() != 1) {
            throw new SqlException(
                    SqlState.INVALID_TABLESAMPLE_ARGUMENT,
                    "tablesample method " + s.method().getLast() + " requires 1 argument, not "
                            + s.args().size(),
                    s.location());
        }
        Expr percent = CollationAssignment.expression(
                p,
                Coercion.toSpecific(
                        p,
                        ExpressionAnalysis.transform(p, s.args().getFirst(), ExprKind.FROM_FUNCTION),
                        TypeOids.FLOAT4,
                        "TABLESAMPLE"));
        Expr seed = s.repeatable() == null
                ? null
                : CollationAssignment.expression(
                        p,
                        Coercion.toSpecific(
                                p,
                                ExpressionAnalysis.transform(p, s.repeatable(), ExprKind.FROM_FUNCTION),
                                TypeOids.FLOAT8,
                                "REPEATABLE"));
        p.rtable.set(
                inner.top.rtindex - 1,
                new RteRelation(
                        r.relation(),
                        r.inherit(),
                        new TableSample(handler, List.of(percent), seed),
                        r.alias(),
                        r.eref(),
                        r.inFromClause(),
                        r.checkAsUser()));
        return inner;
    }

    // joins

    private static Item join(ParseState p, org.pgherd.grammar.ast.JoinExpr raw) {
        Item left = item(p, raw.larg());
        JoinType type = JoinType.valueOf(raw.jointype().name());
        // the right side may refer to the left one by LATERAL, if that side's rows cannot be null-extended first
        boolean lateralOk = type == JoinType.INNER || type == JoinType.LEFT;
        setLateral(left.namespace, true, lateralOk);
        int before = p.namespace.size();
        p.namespace.addAll(left.namespace);
        Item right = item(p, raw.rarg());
        p.namespace = new ArrayList<>(p.namespace.subList(0, before));
        Relations.checkConflicts(p, left.namespace, right.namespace);
        List<NamespaceItem> mine = new ArrayList<>(left.namespace);
        mine.addAll(right.namespace);

        List<String> leftNames = left.top.names.columnNames();
        List<String> rightNames = right.top.names.columnNames();
        List<String> using = new ArrayList<>(raw.usingClause());
        if (raw.isNatural()) {
            for (String name : leftNames) {
                if (!name.isEmpty() && rightNames.contains(name) && !using.contains(name)) {
                    using.add(name);
                }
            }
        }
        List<NamespaceColumn> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Expr> aliasVars = new ArrayList<>();
        List<Integer> leftColumns = new ArrayList<>();
        List<Integer> rightColumns = new ArrayList<>();
        Set<Integer> usedLeft = new HashSet<>();
        Set<Integer> usedRight = new HashSet<>();
        int joinIndex = p.rtable.size() + 1;
        Expr quals = null;
        if (!using.isEmpty()) {
            List<Expr> leftVars = new ArrayList<>();
            List<Expr> rightVars = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (String name : using) {
                if (!seen.add(name)) {
                    throw new SqlException(
                            SqlState.DUPLICATE_COLUMN,
                            "column name \"" + name + "\" appears more than once in USING clause");
                }
                int l = columnIndex(left.top, name, "left");
                int r = columnIndex(right.top, name, "right");
                usedLeft.add(l);
                usedRight.add(r);
                NamespaceColumn lc = left.top.columns.get(l);
                NamespaceColumn rc = right.top.columns.get(r);
                Var lv = new Var(lc.varno(), lc.attno(), lc.type(), 0, Position.NONE);
                Var rv = new Var(rc.varno(), rc.attno(), rc.type(), 0, Position.NONE);
                leftVars.add(lv);
                rightVars.add(rv);
                Expr merged = merge(p, type, lv, rv);
                names.add(name);
                aliasVars.add(merged);
                leftColumns.add(l + 1);
                rightColumns.add(r + 1);
                columns.add(
                        merged instanceof Var v
                                ? new NamespaceColumn(v.varno(), v.attno(), v.type())
                                : new NamespaceColumn(joinIndex, names.size(), merged.type()));
            }
            quals = usingQuals(p, leftVars, rightVars);
        } else if (raw.quals() != null) {
            quals = onQuals(p, raw.quals(), mine);
        }
        int merged = names.size();
        addRest(left.top, usedLeft, names, columns, aliasVars, leftColumns, rightColumns, true);
        addRest(right.top, usedRight, names, columns, aliasVars, leftColumns, rightColumns, false);
        Alias alias = Relations.alias(raw.alias());
        if (alias != null && alias.columnNames().size() > names.size()) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR, "column alias list for \"" + alias.name() + "\" has too many entries");
        }
        Alias eref = Relations.named(alias == null ? "unnamed_join" : alias.name(), names, alias);
        Alias usingAlias = raw.joinUsingAlias() == null
                ? null
                : new Alias(raw.joinUsingAlias().aliasname(), names.subList(0, merged));
        int index =
                p.add(new RteJoin(type, merged, aliasVars, leftColumns, rightColumns, usingAlias, alias, eref, true));
        if (index != joinIndex) {
            throw new AssertionError("range table changed under a join");
        }
        NamespaceItem top = new NamespaceItem(eref, index, columns);
        top.relVisible = alias != null;
        setLateral(mine, false, true);
        if (usingAlias != null) {
            NamespaceItem usingItem = new NamespaceItem(usingAlias, index, columns.subList(0, merged));
            Relations.checkConflicts(p, List.of(usingItem), mine);
            mine.add(usingItem);
        }
        // an alias hides all that is inside
        List<NamespaceItem> namespace = new ArrayList<>();
        if (alias == null) {
            for (NamespaceItem item : mine) {
                item.columnsVisible = false;
                namespace.add(item);
            }
        }
        namespace.add(top);
        JoinExpr node = new JoinExpr(type, raw.isNatural(), left.node, right.node, using, quals, alias, index);
        return new Item(node, top, namespace);
    }

    private static int columnIndex(NamespaceItem item, String name, String side) {
        List<String> names = item.names.columnNames();
        int found = names.indexOf(name);
        if (found < 0) {
            throw new SqlException(
                    SqlState.UNDEFINED_COLUMN,
                    "column \"" + name + "\" specified in USING clause does not exist in " + side + " table");
        }
        if (names.lastIndexOf(name) != found) {
            throw new SqlException(
                    SqlState.AMBIGUOUS_COLUMN,
                    "common column name \"" + name + "\" appears more than once in " + side + " table");
        }
        return found;
    }

    private static void addRest(
            NamespaceItem item,
            Set<Integer> used,
            List<String> names,
            List<NamespaceColumn> columns,
            List<Expr> aliasVars,
            List<Integer> leftColumns,
            List<Integer> rightColumns,
            boolean isLeft) {
        for (int i = 0; i < item.columns.size(); i++) {
            NamespaceColumn column = item.columns.get(i);
            if (used.contains(i) || column.varno() == 0) {
                continue;
            }
            names.add(item.names.columnNames().get(i));
            columns.add(column);
            aliasVars.add(new Var(column.varno(), column.attno(), column.type(), 0, Position.NONE));
            leftColumns.add(isLeft ? i + 1 : 0);
            rightColumns.add(isLeft ? 0 : i + 1);
        }
    }

    private static Expr usingQuals(ParseState p, List<Expr> left, List<Expr> right) {
        List<Expr> list = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            list.add(Coercion.toBoolean(
                    p,
                    OperatorResolution.apply(p, List.of("="), left.get(i), right.get(i), p.lastSrf, Position.NONE),
                    "JOIN/USING"));
        }
        return list.size() == 1 ? list.getFirst() : new BoolExpr(BoolExpr.Kind.AND, list, Position.NONE);
    }

    /// ON sees the two sides only, and LATERAL of what stands further left.
    private static Expr onQuals(ParseState p, org.pgherd.grammar.ast.Expr raw, List<NamespaceItem> mine) {
        setLateral(mine, false, true);
        List<NamespaceItem> before = p.namespace;
        p.namespace = new ArrayList<>(mine);
        try {
            return Clauses.where(p, raw, ExprKind.JOIN_ON, "JOIN/ON");
        } finally {
            p.namespace = before;
        }
    }

    /// The merged column of USING (buildMergedJoinVar).
    private static Expr merge(ParseState p, JoinType type, Var left, Var right) {
        int common = CommonType.select(p, List.of(left, right), "JOIN/USING");
        int typmod = CommonType.typmod(List.of(left, right), common);
        Expr l = toMerged(p, left, common, typmod);
        Expr r = toMerged(p, right, common, typmod);
        Expr result = switch (type) {
            case INNER -> l instanceof Var ? l : r instanceof Var ? r : l;
            case LEFT -> l;
            case RIGHT -> r;
            default -> new CoalesceExpr(List.of(l, r), new SqlType(common, typmod, 0), Position.NONE);
        };
        return CollationAssignment.expression(p, result);
    }

    private static Expr toMerged(ParseState p, Var var, int type, int typmod) {
        if (var.type().oid() != type) {
            return Coercion.toType(
                    p,
                    var,
                    p.catalog().typed(type).withTypmod(typmod),
                    Context.IMPLICIT,
                    CoercionForm.IMPLICIT_CAST,
                    Position.NONE);
        }
        if (var.type().typmod() != typmod) {
            return new RelabelType(var, CoercionForm.IMPLICIT_CAST, var.type().withTypmod(typmod), Position.NONE);
        }
        return var;
    }
}
