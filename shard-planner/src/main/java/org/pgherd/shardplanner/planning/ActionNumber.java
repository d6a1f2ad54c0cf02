package org.pgherd.shardplanner.planning;

import java.util.List;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// Which WHEN of a MERGE a joined row is for, counted from 1.
final class ActionNumber {
    private static final int INT4_EQUALS = 96;
    private static final int INT4EQ = 65;

    private ActionNumber() {}

    /// `action = number`.
    static Expr is(Expr action, int number) {
        return new OpExpr(
                INT4_EQUALS,
                INT4EQ,
                "=",
                List.of(action, Const.ofInt(number, Position.NONE)),
                false,
                SqlType.BOOL,
                0,
                Position.NONE);
    }
}
