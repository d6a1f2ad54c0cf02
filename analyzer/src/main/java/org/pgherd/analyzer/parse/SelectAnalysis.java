package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.LimitOption;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.ExprList;
import org.pgherd.grammar.ast.LockingClause;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.SetOperation;
import org.pgherd.semantics.type.SqlType;

/// SELECT and VALUES (transformSelectStmt, transformValuesClause of analyze.c).
final class SelectAnalysis {
    private SelectAnalysis() {}

    /// A query below another one (parse_sub_analyze).
    static Query sub(
            ParseState parent,
            org.pgherd.grammar.ast.Query raw,
            @Nullable CteState cte,
            @Nullable LockingClause locked,
            boolean resolveUnknowns) {
        ParseState p = parent.child();
        p.parentCte = cte;
        p.lockedFromParent = locked;
        p.resolveUnknowns = resolveUnknowns;
        return statement(p, raw);
    }

    static Query statement(ParseState p, org.pgherd.grammar.ast.Query raw) {
        return switch (raw) {
            case SelectStmt s when !s.valuesLists().isEmpty() -> values(p, s);
            case SelectStmt s when s.op() == SetOperation.NONE -> select(p, s);
            case SelectStmt s -> SetOperations.transform(p, s);
            case org.pgherd.grammar.ast.InsertStmt s -> InsertAnalysis.transform(p, s);
            case org.pgherd.grammar.ast.UpdateStmt s -> UpdateAnalysis.transform(p, s);
            case org.pgherd.grammar.ast.DeleteStmt s -> DeleteAnalysis.transform(p, s);
            case org.pgherd.grammar.ast.MergeStmt s -> MergeAnalysis.transform(p, s);
        };
    }

    private static Query select(ParseState p, SelectStmt s) {
        Query.Builder q = Query.builder(CommandType.SELECT);
        q.at = s.at();
        if (s.withClause() != null) {
            q.hasRecursive = s.withClause().recursive();
            CteAnalysis.transform(p, s.withClause());
        }
        if (s.intoClause() != null) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "SELECT ... INTO is not allowed here",
                    s.intoClause().location());
        }
        p.windowDefs.addAll(s.windowClause());
        FromClause.transform(p, s.fromClause());
        List<TargetEntry> targets = new ArrayList<>(TargetList.transform(p, s.targetList(), ExprKind.SELECT_TARGET));
        Expr where = Clauses.optionalWhere(p, s.whereClause(), ExprKind.WHERE, "WHERE");
        q.havingQual = Clauses.optionalWhere(p, s.havingClause(), ExprKind.HAVING, "HAVING");
        q.sortClause = SortGroups.sort(p, s.sortClause(), targets, ExprKind.ORDER_BY, false);
        GroupBy.transform(p, q, s.groupClause(), targets, q.sortClause);
        q.groupDistinct = s.groupDistinct();
        if (s.distinct() && s.distinctClause().isEmpty()) {
            q.distinctClause = SortGroups.distinct(p, targets, q.sortClause, false);
        } else if (s.distinct()) {
            q.distinctClause = SortGroups.distinctOn(p, s.distinctClause(), targets, q.sortClause);
            q.hasDistinctOn = true;
        }
        q.limitOption = LimitOption.valueOf(s.limitOption().name());
        q.limitOffset = Clauses.limit(p, s.limitOffset(), ExprKind.OFFSET, "OFFSET", q.limitOption);
        q.limitCount = Clauses.limit(p, s.limitCount(), ExprKind.LIMIT, "LIMIT", q.limitOption);
        q.windowClause = Windows.clauses(p, targets);
        if (p.resolveUnknowns) {
            targets = TargetList.withoutUnknowns(p, targets);
        }
        q.targetList = targets;
        q.jointree = new FromExpr(p.joinlist, where);
        p.fill(q);
        for (LockingClause locking : s.lockingClause()) {
            Locking.transform(p, q, locking, false);
        }
        q.rtable = p.rtable;
        CollationAssignment.query(p, q);
        if (q.hasAggs || !q.groupClause.isEmpty() || !q.groupingSets.isEmpty() || q.havingQual != null) {
            checkRecursion(p, q);
            GroupingCheck.check(q);
        }
        return q.build();
    }

    private static void checkRecursion(ParseState p, Query.Builder q) {
        if (!p.hasAggs) {
            return;
        }
        for (var rte : q.rtable) {
            if (rte instanceof org.pgherd.analyzer.query.RteCte cte && cte.selfReference()) {
                for (TargetEntry entry : q.targetList) {
                    Expr aggregate = Aggregates.findOwn(entry.expr(), 0);
                    if (aggregate != null) {
                        throw new SqlException(
                                SqlState.INVALID_RECURSION,
                                "aggregate functions are not allowed in a recursive query's recursive term",
                                aggregate.at());
                    }
                }
            }
        }
    }

    private static Query values(ParseState p, SelectStmt s) {
        Query.Builder q = Query.builder(CommandType.SELECT);
        q.at = s.at();
        if (s.withClause() != null) {
            q.hasRecursive = s.withClause().recursive();
            CteAnalysis.transform(p, s.withClause());
        }
        List<List<Expr>> columns = new ArrayList<>();
        int width = -1;
        for (ExprList row : s.valuesLists()) {
            List<Expr> exprs = TargetList.expandedExpressions(p, row.items(), ExprKind.VALUES);
            if (width < 0) {
                width = exprs.size();
                for (int i = 0; i < width; i++) {
                    columns.add(new ArrayList<>());
                }
            } else if (width != exprs.size()) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR, "VALUES lists must all be the same length", ExprLocation.of(exprs));
            }
            for (int i = 0; i < width; i++) {
                columns.get(i).add(exprs.get(i));
            }
        }
        List<SqlType> types = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            int type = CommonType.select(p, columns.get(i), "VALUES");
            List<Expr> cast = CommonType.coerceAll(p, columns.get(i), type, "VALUES");
            int typmod = CommonType.typmod(cast, type);
            int collation = CollationAssignment.common(p, cast, true);
            columns.set(i, CollationAssignment.each(p, cast));
            types.add(new SqlType(type, typmod, collation));
        }
        List<List<Expr>> rows = new ArrayList<>();
        for (int r = 0; r < s.valuesLists().size(); r++) {
            List<Expr> row = new ArrayList<>();
            for (List<Expr> column : columns) {
                row.add(column.get(r));
            }
            rows.add(row);
        }
        boolean lateral = rows.stream()
                .flatMap(List::stream)
                .anyMatch(e -> ExprWalk.anyDeep(e, 0, (x, depth) -> x instanceof Var v && v.levelsUp() == depth));
        NamespaceItem item = Relations.addValues(p, rows, types, null, lateral, true);
        p.joinlist.add(new RangeTblRef(item.rtindex));
        p.namespace.add(item);
        List<String> names = new ArrayList<>();
        List<Expr> vars = Relations.expandVars(item, 0, org.pgherd.errors.Position.NONE, names);
        List<TargetEntry> targets = new ArrayList<>();
        for (int i = 0; i < vars.size(); i++) {
            targets.add(new TargetEntry(vars.get(i), p.nextResno++, names.get(i), 0, 0, 0, false));
        }
        q.sortClause = SortGroups.sort(p, s.sortClause(), targets, ExprKind.ORDER_BY, false);
        q.limitOption = LimitOption.valueOf(s.limitOption().name());
        q.limitOffset = Clauses.limit(p, s.limitOffset(), ExprKind.OFFSET, "OFFSET", q.limitOption);
        q.limitCount = Clauses.limit(p, s.limitCount(), ExprKind.LIMIT, "LIMIT", q.limitOption);
        if (!s.lockingClause().isEmpty()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    Locking.name(s.lockingClause().getFirst()) + " cannot be applied to VALUES");
        }
        q.targetList = targets;
        q.jointree = new FromExpr(p.joinlist, null);
        p.fill(q);
        CollationAssignment.query(p, q);
        return q.build();
    }
}
