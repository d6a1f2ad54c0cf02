package org.pgherd.shardplanner.planning;

import java.util.List;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.errors.Position;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.CastRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// Casts that planning adds: the branches of set operations to their common types.
final class Casts {
    private Casts() {}

    static Expr implicit(Expr expr, SqlType to, PlanningFacts facts) {
        CastRow cast = BuiltinCatalog.instance().cast(expr.type().oid(), to.oid());
        if (cast == null) {
            return new CoerceViaIO(expr, CoercionForm.IMPLICIT_CAST, to, Position.NONE);
        }
        return switch (cast.method()) {
            case 'f' ->
                new FuncExpr(
                        cast.functionOid(),
                        "cast",
                        List.of(expr),
                        false,
                        false,
                        CoercionForm.IMPLICIT_CAST,
                        to,
                        0,
                        Position.NONE);
            case 'b' -> new RelabelType(expr, CoercionForm.IMPLICIT_CAST, to, Position.NONE);
            default -> new CoerceViaIO(expr, CoercionForm.IMPLICIT_CAST, to, Position.NONE);
        };
    }
}
