package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.ArrayCoerceExpr;
import org.pgherd.analyzer.query.ArrayExpr;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.analyzer.query.CollateExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.DistinctExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FieldSelect;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.NullIfExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.analyzer.query.SubscriptingRef;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.SqlType;

/// Which expressions are constants to PostgreSQL once it has folded them (clauses.c): constants themselves, arrays of
/// them, and what only says how they are read.
final class KnownValues {
    private KnownValues() {}

    static boolean isKnown(Expr expr) {
        return switch (expr) {
            case Const c -> isPlain(c.type());
            case ArrayExpr array ->
                isPlain(array.type()) && array.elements().stream().allMatch(KnownValues::isKnown);
            case RelabelType e -> isPlain(e.type()) && isKnown(e.arg());
            case CollateExpr e -> isKnown(e.arg());
            default -> false;
        };
    }

    /// Of whatever type.
    static boolean isConstant(Expr expr) {
        return expr instanceof Const || isKnown(expr);
    }

    static boolean isNull(Expr expr) {
        return switch (expr) {
            case Const c -> c.isNull();
            case RelabelType e -> isNull(e.arg());
            case CollateExpr e -> isNull(e.arg());
            default -> false;
        };
    }

    /// Of a type that every server has.
    static boolean isPlain(SqlType type) {
        TypeRow row = BuiltinCatalog.instance().type(type.oid());
        return row != null && (row.kind() == 'b' || row.kind() == 'r' || row.kind() == 'm');
    }

    /// Whether it computes something, and so may fail.
    static boolean isCall(Expr expr) {
        return expr instanceof FuncExpr
                || expr instanceof OpExpr
                || expr instanceof CoerceViaIO
                || expr instanceof NullIfExpr
                || expr instanceof DistinctExpr
                || expr instanceof ScalarArrayOpExpr
                || expr instanceof ArrayCoerceExpr;
    }

    /// What a call computes from.
    static List<Expr> arguments(Expr expr) {
        return switch (expr) {
            case ArrayCoerceExpr e -> List.of(e.arg());
            case SubscriptingRef e -> {
                List<Expr> all = new ArrayList<>();
                all.add(e.refExpr());
                e.upper().stream().filter(Objects::nonNull).forEach(all::add);
                e.lower().stream().filter(Objects::nonNull).forEach(all::add);
                yield all;
            }
            default -> ExprWalk.children(expr);
        };
    }

    /// The field of a row that is written out; null of another row.
    static @Nullable Expr field(FieldSelect select) {
        if (!(select.arg() instanceof RowExpr row)
                || select.fieldNum() > row.args().size()) {
            return null;
        }
        Expr field = row.args().get(select.fieldNum() - 1);
        return field.type().equals(select.type()) ? field : null;
    }
}
