package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.Alias;
import org.pgherd.analyzer.query.ArrayExpr;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.CaseExpr;
import org.pgherd.analyzer.query.CaseWhen;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.CommonTableExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.CycleClause;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FieldSelect;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.RteCte;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.analyzer.query.SearchClause;
import org.pgherd.analyzer.query.SetOperationStmt;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// SEARCH and CYCLE as columns that both branches of the recursive query compute
/// (rewriteSearchCycle.c:rewriteSearchAndCycle).
///
/// ```
/// WITH RECURSIVE x AS (a UNION ALL b) SEARCH DEPTH FIRST BY k SET s CYCLE k SET m USING p
/// =>
///   SELECT a.*, ARRAY[ROW(k)], false, ARRAY[ROW(k)] FROM (a)
///   UNION ALL
///   SELECT b.*, s || ROW(k), ROW(k) = ANY (p), p || ROW(k) FROM (b, with x's s, m and p) WHERE NOT m
/// ```
public final class ExpandSearchAndCycle {
    private static final SqlType PATH = SqlType.of(TypeOids.RECORD_ARRAY);
    private static final int RECORD_EQUALS = 2988;
    private static final int RECORD_EQ = 2981;
    private static final int ARRAY_EQUALS = 1070;
    private static final int ARRAY_CAT = 383;
    private static final int INT8INC = 1219;

    private final CommonTableExpr cte;
    private final PlanningFacts facts;
    private final SetOperationStmt union;
    /// Number of the columns that the query itself has.
    private final int own;

    private ExpandSearchAndCycle(CommonTableExpr cte, PlanningFacts facts) {
        this.cte = cte;
        this.facts = facts;
        SetOperationStmt operation = cte.query().setOperations();
        if (operation == null) {
            throw new AssertionError("SEARCH or CYCLE of a query that is no UNION");
        }
        this.union = operation;
        this.own = operation.columnTypes().size();
    }

    /// The same WITH query without the clauses.
    public static CommonTableExpr of(CommonTableExpr cte, PlanningFacts facts) {
        if (cte.search() == null && cte.cycle() == null) {
            return cte;
        }
        Query expanded = new ExpandSearchAndCycle(cte, facts).expanded();
        return new CommonTableExpr(
                cte.name(),
                cte.aliasColumnNames(),
                cte.materialize(),
                expanded,
                null,
                null,
                cte.recursive(),
                cte.refCount(),
                cte.columnNames(),
                cte.columnTypes(),
                cte.at());
    }

    private Query expanded() {
        Query query = cte.query();
        int left = ((RangeTblRef) union.left()).rtindex();
        int right = ((RangeTblRef) union.right()).rtindex();
        List<SqlType> types = new ArrayList<>(union.columnTypes());
        List<SortGroupClause> groups = new ArrayList<>(union.groupClauses());
        List<TargetEntry> targets = new ArrayList<>(query.targetList());
        for (int i = own; i < cte.columnNames().size(); i++) {
            SqlType type = cte.columnTypes().get(i);
            types.add(type);
            targets.add(target(new Var(left, i + 1, type, 0, Position.NONE), i + 1));
            if (!union.all()) {
                groups.add(new SortGroupClause(0, equality(type), 0, false, false, true));
            }
        }
        Query.Builder b = query.toBuilder();
        List<RangeTblEntry> entries = new ArrayList<>(query.rtable());
        entries.set(left - 1, subquery(start(((RteSubquery) query.rte(left)).query())));
        entries.set(right - 1, subquery(step(((RteSubquery) query.rte(right)).query())));
        b.rtable = entries;
        b.targetList = targets;
        b.setOperations = new SetOperationStmt(union.op(), union.all(), union.left(), union.right(), types, groups);
        return b.build();
    }

    private int equality(SqlType type) {
        return switch (type.oid()) {
            case TypeOids.RECORD -> RECORD_EQUALS;
            case TypeOids.RECORD_ARRAY -> ARRAY_EQUALS;
            default -> cycle().markEqualOp();
        };
    }

    private Query start(Query branch) {
        List<Expr> added = new ArrayList<>();
        SearchClause search = cte.search();
        if (search != null) {
            Expr first = new Const(SqlType.INT8, 0L, Position.NONE);
            added.add(search.breadthFirst() ? row(first, search.columns()) : path(search.columns()));
        }
        if (cte.cycle() != null) {
            added.add(cycle().markDefault());
            added.add(path(cycle().columns()));
        }
        return around(Levels.raise(branch, 1), added, null);
    }

    private Query step(Query branch) {
        Query inner = withClauseColumns(Levels.raise(branch, 1));
        List<Expr> added = new ArrayList<>();
        Expr filter = null;
        int at = own;
        SearchClause search = cte.search();
        if (search != null) {
            Expr before = column(++at);
            if (search.breadthFirst()) {
                Expr depth = new FieldSelect(before, 1, "f1", SqlType.INT8);
                added.add(row(function(INT8INC, "int8inc", List.of(depth), SqlType.INT8), search.columns()));
            } else {
                added.add(extended(before, search.columns()));
            }
        }
        if (cte.cycle() != null) {
            Expr mark = column(++at);
            Expr path = column(++at);
            CycleClause cycle = cycle();
            Expr seen = new ScalarArrayOpExpr(
                    RECORD_EQUALS, RECORD_EQ, "=", true, List.of(row(cycle.columns()), path), 0, Position.NONE);
            added.add(new CaseExpr(
                    null,
                    List.of(new CaseWhen(seen, cycle.markValue(), Position.NONE)),
                    cycle.markDefault(),
                    cycle.markType(),
                    Position.NONE));
            added.add(extended(path, cycle.columns()));
            Expr marked = new OpExpr(
                    cycle.markEqualOp(),
                    facts.operatorFunction(cycle.markEqualOp()),
                    "=",
                    List.of(mark, cycle.markValue()),
                    false,
                    SqlType.BOOL,
                    cycle.markType().collation(),
                    Position.NONE);
            filter = new BoolExpr(BoolExpr.Kind.NOT, List.of(marked), Position.NONE);
        }
        return around(inner, added, filter);
    }

    /// The step with what the clauses added to the rows of the round before, which the step's own columns do not show.
    private Query withClauseColumns(Query step) {
        int self = 0;
        for (int i = 1; i <= step.rtable().size(); i++) {
            if (step.rte(i) instanceof RteCte ref && ref.selfReference()) {
                self = i;
            }
        }
        if (self == 0) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "with a SEARCH or CYCLE clause, the recursive reference to WITH query \"" + cte.name()
                            + "\" must be at the top level of its right-hand SELECT",
                    Position.NONE);
        }
        RteCte ref = (RteCte) step.rte(self);
        Query.Builder b = step.toBuilder();
        List<RangeTblEntry> entries = new ArrayList<>(step.rtable());
        List<String> names = new ArrayList<>(ref.eref().columnNames());
        names.addAll(cte.columnNames().subList(names.size(), cte.columnNames().size()));
        entries.set(
                self - 1,
                new RteCte(
                        ref.cteName(),
                        ref.levelsUp(),
                        true,
                        cte.columnTypes(),
                        ref.alias(),
                        new Alias(ref.eref().name(), names),
                        ref.inFromClause()));
        b.rtable = entries;
        List<TargetEntry> targets = new ArrayList<>(step.targetList());
        // hidden entries, needed by a DISTINCT or GROUP BY alone, would stand between the columns
        int number = (int) targets.stream().filter(entry -> !entry.junk()).count();
        for (int i = own; i < cte.columnNames().size(); i++) {
            Expr column = new Var(self, i + 1, cte.columnTypes().get(i), 0, Position.NONE);
            targets.add(number, target(column, number + 1));
            number++;
        }
        for (int i = number; i < targets.size(); i++) {
            targets.set(i, targets.get(i).withResno(i + 1));
        }
        b.targetList = targets;
        return b.build();
    }

    private Query around(Query branch, List<Expr> added, @org.jspecify.annotations.Nullable Expr filter) {
        Query.Builder b = Query.builder(CommandType.SELECT);
        b.rtable = List.of(subquery(branch));
        b.jointree = new FromExpr(List.of(new RangeTblRef(1)), filter);
        List<TargetEntry> targets = new ArrayList<>();
        for (int i = 1; i <= own; i++) {
            targets.add(target(new Var(1, i, branch.outputTypes().get(i - 1), 0, Position.NONE), i));
        }
        for (Expr expr : added) {
            targets.add(target(expr, targets.size() + 1));
        }
        b.targetList = targets;
        return b.build();
    }

    private RteSubquery subquery(Query query) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < query.outputTypes().size(); i++) {
            names.add(i < cte.columnNames().size() ? cte.columnNames().get(i) : "?column?");
        }
        return new RteSubquery(query, false, false, 0, null, new Alias(cte.name(), names), true);
    }

    private TargetEntry target(Expr expr, int number) {
        return new TargetEntry(expr, number, cte.columnNames().get(number - 1), 0, 0, 0, false);
    }

    /// A column of the subquery that a branch reads.
    private Expr column(int number) {
        return new Var(1, number, cte.columnTypes().get(number - 1), 0, Position.NONE);
    }

    private List<Expr> named(List<String> columns) {
        List<Expr> list = new ArrayList<>();
        for (String name : columns) {
            list.add(column(cte.columnNames().indexOf(name) + 1));
        }
        return list;
    }

    private Expr row(List<String> columns) {
        return new RowExpr(named(columns), columns, CoercionForm.EXPLICIT_CALL, SqlType.RECORD, Position.NONE);
    }

    private Expr row(Expr first, List<String> columns) {
        List<Expr> fields = new ArrayList<>(List.of(first));
        fields.addAll(named(columns));
        List<String> names = new ArrayList<>(List.of("*DEPTH*"));
        names.addAll(columns);
        return new RowExpr(fields, names, CoercionForm.EXPLICIT_CALL, SqlType.RECORD, Position.NONE);
    }

    private Expr path(List<String> columns) {
        return new ArrayExpr(List.of(row(columns)), TypeOids.RECORD, false, PATH, Position.NONE);
    }

    private Expr extended(Expr path, List<String> columns) {
        return function(ARRAY_CAT, "array_cat", List.of(path, path(columns)), PATH);
    }

    private static Expr function(int oid, String name, List<Expr> args, SqlType type) {
        return new FuncExpr(oid, name, args, false, false, CoercionForm.EXPLICIT_CALL, type, 0, Position.NONE);
    }

    private CycleClause cycle() {
        CycleClause cycle = cte.cycle();
        if (cycle == null) {
            throw new AssertionError("no CYCLE clause");
        }
        return cycle;
    }
}
