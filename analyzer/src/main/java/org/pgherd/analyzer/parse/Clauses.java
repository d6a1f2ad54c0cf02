package org.pgherd.analyzer.parse;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.LimitOption;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.NullConst;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// WHERE, HAVING and LIMIT (transformWhereClause, transformLimitClause of parse_clause.c).
final class Clauses {
    private Clauses() {}

    static Expr where(ParseState p, org.pgherd.grammar.ast.Expr raw, ExprKind kind, String construct) {
        return Coercion.toBoolean(p, ExpressionAnalysis.transform(p, raw, kind), construct);
    }

    static @Nullable Expr optionalWhere(
            ParseState p, org.pgherd.grammar.ast.@Nullable Expr raw, ExprKind kind, String construct) {
        return raw == null ? null : where(p, raw, kind, construct);
    }

    static @Nullable Expr limit(
            ParseState p,
            org.pgherd.grammar.ast.@Nullable Expr raw,
            ExprKind kind,
            String construct,
            LimitOption option) {
        if (raw == null) {
            return null;
        }
        Expr expr = Coercion.toSpecific(p, ExpressionAnalysis.transform(p, raw, kind), TypeOids.INT8, construct);
        constantAtLevel(p, expr, construct);
        if (kind == ExprKind.LIMIT && option == LimitOption.WITH_TIES && raw instanceof NullConst) {
            throw new SqlException(
                    SqlState.INVALID_ROW_COUNT_IN_LIMIT_CLAUSE,
                    "row count cannot be null in FETCH FIRST ... WITH TIES clause");
        }
        return expr instanceof Const c && c.isNull() ? new Const(SqlType.INT8, null, c.at()) : expr;
    }

    /// Such clauses must not see this level's rows (checkExprIsVarFree).
    static void constantAtLevel(ParseState p, Expr expr, String construct) {
        ExprWalk.anyDeep(expr, 0, (e, depth) -> {
            if (e instanceof Var var && var.levelsUp() == depth) {
                throw new SqlException(
                        SqlState.INVALID_COLUMN_REFERENCE,
                        "argument of " + construct + " must not contain variables",
                        var.at());
            }
            return false;
        });
    }
}
