package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.CaseExpr;
import org.pgherd.analyzer.query.CaseWhen;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.MergeAction;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.shardplanner.prepare.Levels;

/// The rows that RETURNING sees where it is computed over rows that were joined here: the written one as the target's
/// own columns, the one before as `old`, which was read, and the one after as `new`, which is the written one unless
/// the row was deleted.
final class ReturnedRows {
    private static final int HIDDEN = 1 << 20;

    private final Query query;
    private final int rtindex;
    private final List<MergeAction> actions;

    /// @param actions by what the rows are written, numbered from 1
    ReturnedRows(Query query, List<MergeAction> actions) {
        this.query = query;
        this.rtindex = query.resultRelation();
        this.actions = actions;
    }

    /// What is read before the rows are written, in terms of the joined relations.
    List<Expr> read() {
        return replaced((var, depth) ->
                isOf(var, query.returningOld(), depth) || isOf(var, query.returningNew(), depth) ? own(var) : var);
    }

    /// The outputs, in terms of the written row, of [#before] and of what it was joined with.
    ///
    /// @param action gives the number of the action
    List<Expr> shown(Expr action) {
        return replaced(
                (var, depth) -> isOf(var, query.returningNew(), depth) ? after(var, Levels.raise(action, depth)) : var);
    }

    private interface Replacement {
        Expr of(Var var, int depth);
    }

    private List<Expr> replaced(Replacement with) {
        List<Expr> exprs = new ArrayList<>();
        query.returningList()
                .forEach(entry -> exprs.add(
                        new ExprRewriter() {
                            @Override
                            public Expr rewrite(Expr expr) {
                                return expr instanceof Var var ? with.of(var, depth) : rewriteChildren(expr);
                            }
                        }.rewrite(entry.expr())));
        return exprs;
    }

    /// What a column of the target that was read before is called.
    Expr before(Var column) {
        return query.returningOld() != 0
                ? new Var(query.returningOld(), column.attno(), column.type(), 0, Position.NONE)
                : new Param(Param.Kind.SUBLINK, HIDDEN + column.attno(), column.type(), Position.NONE);
    }

    private static boolean isOf(Var var, int row, int depth) {
        return row != 0 && var.varno() == row && var.levelsUp() == depth;
    }

    private Var own(Var var) {
        return new Var(rtindex, var.attno(), var.type(), var.levelsUp(), Position.NONE);
    }

    private Expr after(Var expr, Expr action) {
        List<CaseWhen> whens = new ArrayList<>();
        Expr none = Const.ofNull(expr.type(), Position.NONE);
        for (int i = 0; i < actions.size(); i++) {
            if (actions.get(i).commandType() == CommandType.DELETE) {
                Expr deleted = ActionNumber.is(action, i + 1);
                whens.add(new CaseWhen(deleted, none, Position.NONE));
            }
        }
        return whens.isEmpty() ? own(expr) : new CaseExpr(null, whens, own(expr), expr.type(), Position.NONE);
    }
}
