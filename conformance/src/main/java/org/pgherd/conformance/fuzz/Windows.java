package org.pgherd.conformance.fuzz;

/// Calls of window functions. Those that tell peers apart get an order that has no ties.
final class Windows {
    private final Dice dice;
    private final Expressions expressions;
    private final Aggregates aggregates;

    Windows(Dice dice, Expressions expressions, Aggregates aggregates) {
        this.dice = dice;
        this.expressions = expressions;
        this.aggregates = aggregates;
    }

    /// @param peersAlike whether it must give the same for rows that are the same in all columns: two windows may see
    /// such rows in two orders
    Column call(Scope scope, boolean peersAlike) {
        int choice = peersAlike ? dice.below(25) : dice.below(100);
        if (choice < 20) {
            return over(new Column(dice.pick("rank()", "dense_rank()"), Kind.BIGINT), scope, peers(scope), "");
        }
        if (choice < 25) {
            return over(new Column(dice.pick("cume_dist()", "percent_rank()"), Kind.FLOAT), scope, peers(scope), "");
        }
        if (choice < 40) {
            return over(new Column("row_number()", Kind.BIGINT), scope, total(scope), "");
        }
        if (choice < 60) {
            Kind kind = expressions.comparable(scope);
            String argument = expressions.of(kind, scope, 0);
            String call = dice.pick("lag(", "lead(") + argument
                    + dice.pick("", "", ", " + dice.between(0, 3), ", 2, " + expressions.of(kind, scope, 0))
                    + ")";
            return over(new Column(call, kind), scope, total(scope), "");
        }
        if (choice < 75) {
            Kind kind = expressions.comparable(scope);
            String argument = expressions.of(kind, scope, 0);
            String call = dice.pick(
                    "first_value(" + argument + ")", "last_value(" + argument + ")", "nth_value(" + argument + ", 2)");
            return over(new Column(call, kind), scope, total(scope), frame());
        }
        if (choice < 82) {
            return over(new Column(dice.pick("ntile(3)"), Kind.INT), scope, total(scope), "");
        }
        if (choice < 90) {
            return range(scope);
        }
        boolean ordered = dice.chance(70);
        return over(aggregates.call(scope, true), scope, ordered ? total(scope) : "", ordered ? frame() : "");
    }

    /// A frame by distance from the value that the rows are ordered by.
    private Column range(Scope scope) {
        Kind kind = dice.pick(Kind.INT, Kind.BIGINT, Kind.NUMERIC, Kind.FLOAT, Kind.DATE, Kind.TIMESTAMP);
        String unit = kind == Kind.DATE || kind == Kind.TIMESTAMP ? "interval '%d days'" : "%d";
        String from = unit.formatted(dice.between(0, 3)) + dice.pick(" PRECEDING", " PRECEDING", " FOLLOWING");
        String to = dice.pick("CURRENT ROW", "UNBOUNDED FOLLOWING", unit.formatted(dice.between(1, 6)) + " FOLLOWING");
        if (from.endsWith("FOLLOWING") && to.equals("CURRENT ROW")) {
            to = unit.formatted(2) + " FOLLOWING";
        }
        return over(
                aggregates.call(scope, true),
                scope,
                "ORDER BY " + expressions.of(kind, scope, 0) + dice.pick("", " DESC", " NULLS FIRST"),
                "RANGE BETWEEN " + dice.pick(from, "UNBOUNDED PRECEDING") + " AND " + to + exclusion());
    }

    private String exclusion() {
        return dice.pick("", "", " EXCLUDE CURRENT ROW", " EXCLUDE TIES", " EXCLUDE GROUP", " EXCLUDE NO OTHERS");
    }

    /// Whether a call tells rows apart that are the same in all columns.
    static boolean tellsApart(Column call) {
        return !call.name().startsWith("rank()")
                && !call.name().startsWith("dense_rank()")
                && !call.name().startsWith("cume_dist()")
                && !call.name().startsWith("percent_rank()");
    }

    private Column over(Column call, Scope scope, String order, String frame) {
        String partition = dice.chance(55)
                ? "PARTITION BY " + expressions.of(expressions.comparable(scope), scope, dice.chance(15) ? 2 : 0)
                : "";
        return new Column(
                call.name() + " OVER ("
                        + String.join(" ", partition, order, frame).strip() + ")",
                call.kind());
    }

    private String peers(Scope scope) {
        return "ORDER BY " + expressions.of(expressions.comparable(scope), scope, 0)
                + dice.pick("", " DESC", " NULLS FIRST");
    }

    private String total(Scope scope) {
        return scope.order().isEmpty() ? peers(scope) : peers(scope) + ", " + String.join(", ", scope.order());
    }

    private String frame() {
        if (dice.chance(40)) {
            return "";
        }
        String bounds = dice.pick(
                "UNBOUNDED PRECEDING AND CURRENT ROW",
                "1 PRECEDING AND 1 FOLLOWING",
                "CURRENT ROW AND UNBOUNDED FOLLOWING",
                "UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
                "2 PRECEDING AND 1 PRECEDING",
                "1 FOLLOWING AND 2 FOLLOWING");
        return dice.pick("ROWS", "GROUPS") + " BETWEEN " + bounds + exclusion();
    }
}
