package org.pgherd.analyzer.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CurrentOf;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.OnConflictExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RowMarkClause;
import org.pgherd.analyzer.query.SetOperationStmt;
import org.pgherd.analyzer.query.SetOperationTree;
import org.pgherd.analyzer.query.Var;

/// Gives the range table entries of one query level other numbers, wherever they are referred to
/// (OffsetVarNodes, ChangeVarNodes of rewriteManip.c). The range table itself stays.
final class RangeTableNumbers extends ExprRewriter {
    private final IntUnaryOperator number;

    private RangeTableNumbers(IntUnaryOperator number) {
        this.number = number;
    }

    static Query change(Query query, IntUnaryOperator number) {
        return new RangeTableNumbers(number).rewrite(query);
    }

    static Expr change(Expr expr, IntUnaryOperator number) {
        return new RangeTableNumbers(number).rewrite(expr);
    }

    @Override
    public Expr rewrite(Expr expr) {
        return switch (expr) {
            case Var v when v.levelsUp() == depth -> v.withVarno(number.applyAsInt(v.varno()));
            case CurrentOf c when depth == 0 -> new CurrentOf(number.applyAsInt(c.varno()), c.cursorName(), c.at());
            default -> rewriteChildren(expr);
        };
    }

    @Override
    public FromItem rewrite(FromItem item) {
        FromItem inside = super.rewrite(item);
        if (depth > 0) {
            return inside;
        }
        return switch (inside) {
            case RangeTblRef ref -> new RangeTblRef(number.applyAsInt(ref.rtindex()));
            case JoinExpr j ->
                new JoinExpr(
                        j.joinType(),
                        j.natural(),
                        j.left(),
                        j.right(),
                        j.usingClause(),
                        j.quals(),
                        j.alias(),
                        j.rtindex() == 0 ? 0 : number.applyAsInt(j.rtindex()));
            default -> inside;
        };
    }

    @Override
    public Query rewrite(Query query) {
        Query inside = super.rewrite(query);
        if (depth > 0) {
            return inside;
        }
        Query.Builder b = inside.toBuilder();
        b.resultRelation = changed(inside.resultRelation());
        b.mergeTargetRelation = changed(inside.mergeTargetRelation());
        b.returningOld = changed(inside.returningOld());
        b.returningNew = changed(inside.returningNew());
        OnConflictExpr c = inside.onConflict();
        if (c != null) {
            b.onConflict = new OnConflictExpr(
                    c.action(),
                    c.arbiterElems(),
                    c.arbiterWhere(),
                    c.constraint(),
                    c.set(),
                    c.where(),
                    changed(c.excludedRelIndex()));
        }
        List<RowMarkClause> marks = new ArrayList<>();
        for (RowMarkClause mark : inside.rowMarks()) {
            marks.add(new RowMarkClause(changed(mark.rti()), mark.strength(), mark.waitPolicy(), mark.pushedDown()));
        }
        b.rowMarks = marks;
        b.setOperations = (SetOperationStmt) leaves(inside.setOperations());
        return b.build();
    }

    private int changed(int index) {
        return index == 0 ? 0 : number.applyAsInt(index);
    }

    private @Nullable SetOperationTree leaves(@Nullable SetOperationTree tree) {
        return switch (tree) {
            case null -> null;
            case RangeTblRef ref -> new RangeTblRef(number.applyAsInt(ref.rtindex()));
            case SetOperationStmt s ->
                s.withInputs(
                        java.util.Objects.requireNonNull(leaves(s.left())),
                        java.util.Objects.requireNonNull(leaves(s.right())));
        };
    }
}
