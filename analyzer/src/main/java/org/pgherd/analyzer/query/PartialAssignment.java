package org.pgherd.analyzer.query;

/// Assignments to parts of a column: `a[1] = x`, `a.b = x` (process_matched_tle of rewriteHandler.c).
public final class PartialAssignment {
    private PartialAssignment() {}

    /// Whether a column's new value is its old one with a part exchanged.
    public static boolean is(Expr value) {
        return switch (value) {
            case SubscriptingRef s -> s.assigned() != null;
            case FieldStore _ -> true;
            case CoerceToDomain c -> is(c.arg());
            default -> false;
        };
    }

    /// The later partial assignment on what the earlier one left.
    public static Expr over(Expr later, Expr earlier) {
        return switch (later) {
            case SubscriptingRef s
            when s.refExpr() instanceof Var || s.refExpr() instanceof Const ->
                new SubscriptingRef(
                        s.container(), s.elementType(), s.upper(), s.lower(), earlier, s.assigned(), s.type(), s.at());
            case FieldStore f
            when f.arg() instanceof Var || f.arg() instanceof Const ->
                new FieldStore(earlier, f.newVals(), f.fieldNums(), f.type());
            case CoerceToDomain c ->
                new CoerceToDomain(
                        over(c.arg(), earlier instanceof CoerceToDomain e ? e.arg() : earlier),
                        c.form(),
                        c.type(),
                        c.at());
            default -> later;
        };
    }
}
