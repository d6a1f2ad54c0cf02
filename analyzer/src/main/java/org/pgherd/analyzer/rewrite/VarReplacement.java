package org.pgherd.analyzer.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.CurrentOf;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.RteCte;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.type.SqlType;

/// Puts expressions in place of the columns of one range table entry (ReplaceVarsFromTargetList of rewriteManip.c).
/// A whole row becomes a row of them.
final class VarReplacement extends ExprRewriter {
    private final int varno;
    private final Relation relation;
    private final Function<Var, Expr> values;

    /// @param relation whose columns the entry has
    /// @param values what stands for a column
    private VarReplacement(int varno, Relation relation, Function<Var, Expr> values) {
        this.varno = varno;
        this.relation = relation;
        this.values = values;
    }

    static Query replace(Query query, int varno, Relation relation, Function<Var, Expr> values) {
        Query replaced = new VarReplacement(varno, relation, values).rewrite(query);
        Query.Builder b = replaced.toBuilder();
        b.hasSubLinks |= ExprWalk.anyDeep(replaced, 0, (e, depth) -> depth == 0 && e instanceof SubLink);
        return b.build();
    }

    static Expr replace(Expr expr, int varno, Relation relation, Function<Var, Expr> values) {
        return new VarReplacement(varno, relation, values).rewrite(expr);
    }

    @Override
    public Expr rewrite(Expr expr) {
        if (expr instanceof CurrentOf current && current.varno() == varno && depth == 0) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "WHERE CURRENT OF on a view is not implemented");
        }
        if (!(expr instanceof Var var) || var.varno() != varno || var.levelsUp() != depth) {
            return rewriteChildren(expr);
        }
        if (var.attno() != 0) {
            return lowered(values.apply(var.withLevelsUp(0)));
        }
        List<Expr> fields = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Column column : relation.columns()) {
            fields.add(
                    column.dropped()
                            ? new Const(SqlType.INT4, null, Position.NONE)
                            : lowered(values.apply(new Var(varno, column.attnum(), column.type(), 0, Position.NONE))));
            names.add(column.name());
        }
        return new RowExpr(fields, names, CoercionForm.IMPLICIT_CAST, var.type(), var.at());
    }

    /// What refers to the level of the replaced column refers to it from `depth` queries further down
    /// (IncrementVarSublevelsUp).
    private Expr lowered(Expr expr) {
        if (depth == 0) {
            return expr;
        }
        int by = depth;
        return new ExprRewriter() {
            @Override
            public Expr rewrite(Expr e) {
                return switch (e) {
                    case Var v when v.levelsUp() >= depth -> v.withLevelsUp(v.levelsUp() + by);
                    case Aggref a
                    when a.levelsUp() > depth -> throw new AssertionError("an aggregate of a query around is moved");
                    default -> rewriteChildren(e);
                };
            }

            @Override
            public RangeTblEntry rewrite(RangeTblEntry entry) {
                return entry instanceof RteCte c && c.levelsUp() >= depth
                        ? new RteCte(
                                c.cteName(),
                                c.levelsUp() + by,
                                c.selfReference(),
                                c.columnTypes(),
                                c.alias(),
                                c.eref(),
                                c.inFromClause())
                        : super.rewrite(entry);
            }
        }.rewrite(expr);
    }
}
