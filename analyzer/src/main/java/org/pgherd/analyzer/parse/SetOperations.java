package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.*;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.SetOperation;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// UNION, INTERSECT, EXCEPT (transformSetOperationStmt of analyze.c).
final class SetOperations {
    private SetOperations() {}

    /// A branch and its output columns, whose expressions may still be changed by casts.
    private record Branch(SetOperationTree tree, List<TargetEntry> columns) {}

    static Query transform(ParseState p, SelectStmt s) {
        Query.Builder q = Query.builder(CommandType.SELECT);
        q.at = s.at();
        SelectStmt leftmost = s;
        while (leftmost.larg() != null && leftmost.op() != SetOperation.NONE) {
            leftmost = leftmost.larg();
        }
        if (!s.lockingClause().isEmpty()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    Locking.name(s.lockingClause().getFirst()) + " is not allowed with UNION/INTERSECT/EXCEPT");
        }
        if (s.withClause() != null) {
            q.hasRecursive = s.withClause().recursive();
            CteAnalysis.transform(p, s.withClause());
        }
        Branch top = operation(p, s, true);
        SetOperationStmt operation = (SetOperationStmt) top.tree;
        // the leftmost branch gives the names, and Vars of it stand for the output
        int leftIndex = leftmostLeaf(operation);
        List<TargetEntry> leftColumns = ((RteSubquery) p.rte(leftIndex)).query().outputColumns();
        List<TargetEntry> targets = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<NamespaceColumn> columns = new ArrayList<>();
        for (int i = 0; i < operation.columnTypes().size(); i++) {
            TargetEntry left = leftColumns.get(i);
            SqlType type = operation.columnTypes().get(i);
            String name = left.name() == null ? ColumnNames.NONE : left.name();
            Var var = new Var(leftIndex, left.resno(), type, 0, ExprLocation.of(left.expr()));
            targets.add(new TargetEntry(var, p.nextResno++, name, 0, 0, 0, false));
            names.add(name);
            columns.add(new NamespaceColumn(leftIndex, left.resno(), type));
        }
        // ORDER BY sees the output columns only
        NamespaceItem output = new NamespaceItem(new Alias("*SELECT*", names), leftIndex, columns);
        output.relVisible = false;
        List<NamespaceItem> before = p.namespace;
        p.namespace = new ArrayList<>(List.of(output));
        int known = targets.size();
        q.sortClause = SortGroups.sort(p, s.sortClause(), targets, ExprKind.ORDER_BY, false);
        p.namespace = before;
        if (targets.size() != known) {
            throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "invalid UNION/INTERSECT/EXCEPT ORDER BY clause",
                            ExprLocation.of(targets.get(known).expr()))
                    .withDetail("Only result column names can be used, not expressions or functions.")
                    .withHint("Add the expression/function to every SELECT, or move the UNION into a FROM clause.");
        }
        q.limitOption = LimitOption.valueOf(s.limitOption().name());
        q.limitOffset = Clauses.limit(p, s.limitOffset(), ExprKind.OFFSET, "OFFSET", q.limitOption);
        q.limitCount = Clauses.limit(p, s.limitCount(), ExprKind.LIMIT, "LIMIT", q.limitOption);
        q.targetList = targets;
        q.setOperations = operation;
        q.jointree = new FromExpr(List.of(), null);
        p.fill(q);
        CollationAssignment.query(p, q);
        return q.build();
    }

    private static int leftmostLeaf(SetOperationTree tree) {
        return switch (tree) {
            case RangeTblRef ref -> ref.rtindex();
            case SetOperationStmt op -> leftmostLeaf(op.left());
        };
    }

    private static Branch branch(ParseState p, SelectStmt s) {
        boolean leaf = s.op() == SetOperation.NONE
                || !s.sortClause().isEmpty()
                || s.limitOffset() != null
                || s.limitCount() != null
                || !s.lockingClause().isEmpty()
                || s.withClause() != null;
        if (!leaf) {
            return operation(p, s, false);
        }
        if (s.intoClause() != null) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "INTO is only allowed on first SELECT of UNION/INTERSECT/EXCEPT",
                    s.intoClause().location());
        }
        Query query = SelectAnalysis.sub(p, s, null, null, false);
        if (!p.namespace.isEmpty()
                && ExprWalk.anyDeep(query, 0, (e, depth) -> e instanceof Var v && v.levelsUp() == depth + 1)) {
            throw new SqlException(
                    SqlState.INVALID_COLUMN_REFERENCE,
                    "UNION/INTERSECT/EXCEPT member statement cannot refer to other relations of same query level",
                    s.at());
        }
        NamespaceItem item = Relations.addSubquery(
                p,
                query,
                new org.pgherd.grammar.ast.Alias("*SELECT* " + (p.rtable.size() + 1), List.of(), Position.NONE),
                false,
                false);
        return new Branch(new RangeTblRef(item.rtindex), query.outputColumns());
    }

    private static Branch operation(ParseState p, SelectStmt s, boolean top) {
        String name =
                s.op() == SetOperation.UNION ? "UNION" : s.op() == SetOperation.INTERSECT ? "INTERSECT" : "EXCEPT";
        CteState cte = p.parentCte;
        boolean recursive = top && cte != null && cte.recursive;
        Branch left = branch(p, ExpressionAnalysis.nonNull(s.larg()));
        if (recursive) {
            CteAnalysis.recursiveColumns(ExpressionAnalysis.nonNull(cte), left.columns);
        }
        Branch right = branch(p, ExpressionAnalysis.nonNull(s.rarg()));
        if (left.columns.size() != right.columns.size()) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "each " + name + " query must have the same number of columns",
                    right.columns.isEmpty()
                            ? Position.NONE
                            : ExprLocation.of(right.columns.stream()
                                    .map(TargetEntry::expr)
                                    .toList()));
        }
        List<SqlType> types = new ArrayList<>();
        List<SortGroupClause> groups = new ArrayList<>();
        List<TargetEntry> output = new ArrayList<>();
        for (int i = 0; i < left.columns.size(); i++) {
            Expr l = left.columns.get(i).expr();
            Expr r = right.columns.get(i).expr();
            int type = CommonType.select(p, List.of(l, r), name);
            Position at = ExprLocation.of(l).isKnown() ? ExprLocation.of(l) : ExprLocation.of(r);
            Expr lc = coerced(p, left.tree, left.columns, i, l, type, name);
            Expr rc = coerced(p, right.tree, right.columns, i, r, type, name);
            int typmod = CommonType.typmod(List.of(lc, rc), type);
            int collation = CollationAssignment.common(p, List.of(lc, rc), s.op() == SetOperation.UNION && s.all());
            SqlType result = new SqlType(type, typmod, collation);
            types.add(result);
            if (s.op() != SetOperation.UNION || !s.all()) {
                groups.add(
                        recursive ? SortGroups.hashedClause(p, 0, type, at) : SortGroups.groupClause(p, 0, type, at));
            }
            output.add(new TargetEntry(
                    new SetToDefault(result, at), i + 1, left.columns.get(i).name(), 0, 0, 0, false));
        }
        SetOperationStmt.Op op = SetOperationStmt.Op.valueOf(s.op().name());
        return new Branch(new SetOperationStmt(op, s.all(), left.tree, right.tree, types, groups), output);
    }

    /// A branch's column as the common type. Unknown literals of a plain SELECT are cast in its own target list;
    /// everything else is cast when the rows are put together.
    private static Expr coerced(
            ParseState p, SetOperationTree tree, List<TargetEntry> columns, int i, Expr expr, int type, String name) {
        if (expr.type().oid() != TypeOids.UNKNOWN) {
            return CommonType.coerce(p, expr, type, name);
        }
        if (!(expr instanceof Const || expr instanceof Param)) {
            return CommonType.coerce(p, expr, type, name);
        }
        Expr cast = CommonType.coerce(p, expr, type, name);
        if (tree instanceof RangeTblRef ref && p.rte(ref.rtindex()) instanceof RteSubquery sub) {
            p.rtable.set(ref.rtindex() - 1, sub.withQuery(withColumn(sub.query(), i, cast)));
        }
        return cast;
    }

    private static Query withColumn(Query query, int column, Expr expr) {
        Query.Builder b = query.toBuilder();
        List<TargetEntry> targets = new ArrayList<>(b.targetList);
        int seen = 0;
        for (int i = 0; i < targets.size(); i++) {
            if (!targets.get(i).junk() && seen++ == column) {
                targets.set(i, targets.get(i).withExpr(expr));
            }
        }
        b.targetList = targets;
        return b.build();
    }
}
