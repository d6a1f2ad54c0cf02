package org.pgherd.analyzer.query;

import java.util.ArrayList;
import java.util.List;

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

    /// A partial assignment without the check of its column's domain; any other value itself.
    public static Expr store(Expr value) {
        Expr store = value;
        while (is(store) && store instanceof CoerceToDomain domain) {
            store = domain.arg();
        }
        return store;
    }

    /// The partial assignments that [#over] joined, earliest first; any other value is its own only part. Each may
    /// still have the earlier ones inside.
    public static List<Expr> parts(Expr value) {
        List<Expr> parts = new ArrayList<>();
        Expr rest = value;
        while (is(rest)) {
            Expr store = store(rest);
            parts.addFirst(store);
            rest = store instanceof SubscriptingRef ref ? ref.refExpr() : ((FieldStore) store).arg();
        }
        return parts.isEmpty() ? List.of(value) : parts;
    }

    /// What is put into the innermost part; any other value itself.
    public static Expr assigned(Expr value) {
        return switch (store(value)) {
            case FieldStore f -> assigned(f.newVals().getFirst());
            case SubscriptingRef s when s.assigned() != null -> assigned(s.assigned());
            default -> value;
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
