package org.pgherd.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;

/// GROUP BY, by columns and expressions and in grouping sets, with aggregates and HAVING.
final class Grouping {
    private final Dice dice;
    private final Expressions expressions;
    private final Aggregates aggregates;

    Grouping(Dice dice, Expressions expressions, Aggregates aggregates) {
        this.dice = dice;
        this.expressions = expressions;
        this.aggregates = aggregates;
    }

    Selects.Select aggregated(Sources.From from, String where, List<Kind> wanted) {
        Scope none = new Scope(
                List.of(), List.of(), from.scope().tables(), from.scope().outer());
        return finish(from, where, wanted, none, List.of(), "");
    }

    Selects.Select grouped(Sources.From from, String where, List<Kind> wanted) {
        List<Column> keys = new ArrayList<>();
        int count = dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            Column key = key(from.scope());
            if (keys.stream().noneMatch(key::equals)) {
                keys.add(key);
            }
        }
        List<String> names = keys.stream().map(Column::name).toList();
        String all = String.join(", ", names);
        String first = names.getFirst();
        String last = names.getLast();
        String clause = switch (dice.below(18)) {
            case 0 -> "ROLLUP (" + all + ")";
            case 1 -> "CUBE (" + all + ")";
            case 2 -> "GROUPING SETS ((" + all + "), (" + first + "), ())";
            case 3 -> first + ", ROLLUP (" + all + ")";
            case 4 -> "GROUPING SETS (ROLLUP (" + all + "), CUBE (" + last + "))";
            case 5 -> "DISTINCT ROLLUP (" + all + "), ROLLUP (" + last + ")";
            case 6 -> "GROUPING SETS ((" + all + "), (" + last + "), (" + first + "), (" + all + "))";
            default -> all;
        };
        if (!clause.equals(all) && wanted.isEmpty() && dice.chance(50)) {
            keys.add(new Column("GROUPING(" + dice.pick(all, first, last) + ")", Kind.INT));
        }
        Scope scope = new Scope(keys, names, from.scope().tables(), from.scope().outer());
        return finish(from, where, wanted, scope, keys, " GROUP BY " + clause);
    }

    /// Mostly a column; else an expression, which is no constant: that would be a column's number, or a parameter.
    private Column key(Scope scope) {
        Column column = dice.pick(scope.atoms());
        if (dice.chance(80)) {
            return column;
        }
        return dice.chance(30)
                ? new Column("(" + column.name() + " IS NULL)", Kind.BOOL)
                : new Column(
                        "coalesce(" + column.name() + ", "
                                + expressions.withoutParameters(column.kind(), scope, dice.between(0, 2)) + ")",
                        column.kind());
    }

    private Selects.Select finish(
            Sources.From from, String where, List<Kind> wanted, Scope grouped, List<Column> keys, String groupBy) {
        List<Column> calls = new ArrayList<>();
        int count = dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            calls.add(aggregates.call(from.scope(), false));
        }
        Scope scope = grouped.with(calls, List.of());
        String having = dice.chance(25) ? " HAVING " + expressions.of(Kind.BOOL, scope, dice.between(1, 2)) : "";
        List<Column> output = new ArrayList<>();
        if (wanted.isEmpty()) {
            output.addAll(keys);
            output.addAll(calls);
            if (dice.chance(20)) {
                Kind kind = expressions.comparable(scope);
                output.add(new Column(expressions.of(kind, scope, 2), kind));
            }
        } else {
            wanted.forEach(kind -> output.add(new Column(expressions.of(kind, scope, 1), kind)));
        }
        // the one row of all has no ties: PostgreSQL looks for them among the rows of its minimum, and fails
        return Selects.select(
                "SELECT ", output, " FROM " + from.text() + where + groupBy + having, groupBy.isEmpty() ? null : scope);
    }
}
