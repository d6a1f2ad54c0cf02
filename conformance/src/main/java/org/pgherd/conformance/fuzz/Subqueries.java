package org.pgherd.conformance.fuzz;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Queries within expressions: of one value, of an array, under EXISTS, IN, ANY and ALL; most of them correlated.
final class Subqueries {
    /// Types that have no min and max of their own type.
    private static final Set<Kind> WITHOUT_EXTREMES =
            EnumSet.of(Kind.BOOL, Kind.UUID, Kind.JSONB, Kind.RANGE, Kind.MULTIRANGE, Kind.PAIR);

    private final Dice dice;
    private final Selects selects;
    private final Expressions expressions;

    Subqueries(Dice dice, Selects selects, Expressions expressions) {
        this.dice = dice;
        this.selects = selects;
        this.expressions = expressions;
    }

    /// A subquery of one value: an aggregate, or the first row of an order.
    String scalar(Kind kind, Scope outer) {
        selects.nest();
        if (!WITHOUT_EXTREMES.contains(kind) && dice.chance(8)) {
            return kept(kind, outer);
        }
        Sources.From from = selects.sources().of(outer.inner(), dice.chance(75) ? 1 : 2);
        String where = dice.chance(85) ? " WHERE " + correlation(from.scope(), outer) : "";
        String value = expressions.of(kind, from.scope(), 0);
        if (!WITHOUT_EXTREMES.contains(kind) && dice.chance(50)) {
            return "(SELECT " + dice.pick("min(", "max(") + value + ") FROM " + from.text() + where + ")";
        }
        return "(SELECT " + value + " FROM " + from.text() + where + " ORDER BY 1 LIMIT 1)";
    }

    /// With rows of its own that are kept and read more than once.
    private String kept(Kind kind, Scope outer) {
        String cte = selects.name("x");
        Sources.From rows = selects.sources().of(outer.inner(), 1);
        Sources.From others = selects.sources().of(outer.inner(), 1);
        String with = "(WITH " + cte + " AS MATERIALIZED (SELECT " + expressions.of(kind, rows.scope(), 1) + " AS k, "
                + expressions.of(Kind.INT, rows.scope(), 1) + " AS n FROM " + rows.text() + " WHERE "
                + correlation(rows.scope(), outer) + ") SELECT ";
        String all = "FROM " + cte;
        return with
                + switch (dice.below(3)) {
                    case 0 ->
                        "(SELECT max(k) " + all + ") FROM " + others.text() + " WHERE "
                                + correlation(others.scope(), outer) + " ORDER BY 1 LIMIT 1)";
                    case 1 -> "max(k) " + all + " WHERE n <= (SELECT max(n) - 1 " + all + "))";
                    default ->
                        "min(k) " + all + " JOIN " + others.text() + " ON n = "
                                + expressions.of(Kind.INT, others.scope(), 0) + " WHERE n IN (SELECT n + 1 " + all
                                + "))";
                };
    }

    /// ARRAY of a subquery, in order.
    String array(Scope outer) {
        String alias = selects.name("y");
        String query = selects.query(outer.inner(), List.of(Kind.INT)).text();
        return "ARRAY(SELECT c1 FROM (" + query + ") " + alias + " ORDER BY c1)";
    }

    private String correlation(Scope scope, Scope outer) {
        Scope around = outer;
        while (around.outer() != null && dice.chance(25)) {
            around = around.outer();
        }
        Column column = dice.pick(scope.atoms());
        List<Column> partners = around.of(column.kind());
        if (partners.isEmpty() || dice.chance(20)) {
            return expressions.of(Kind.BOOL, scope, 2);
        }
        String equal = column.name()
                + dice.pick(" = ", " = ", " = ", " < ")
                + dice.pick(partners).name();
        return dice.chance(25) ? equal + " AND " + expressions.of(Kind.BOOL, scope, 1) : equal;
    }

    /// EXISTS, IN, ANY and ALL over a subquery.
    String predicate(Kind kind, Scope outer) {
        selects.nest();
        if (dice.chance(40)) {
            Sources.From from = selects.sources().of(outer.inner(), dice.chance(75) ? 1 : 2);
            return "(" + dice.pick("", "", "NOT ") + "EXISTS (SELECT " + dice.pick("1", "*") + " FROM " + from.text()
                    + " WHERE " + correlation(from.scope(), outer) + "))";
        }
        String left = "(" + expressions.of(kind, outer, 0);
        String query = selects.query(outer.inner(), List.of(kind)).text();
        return switch (dice.below(13)) {
            case 0, 1, 2, 3 -> left + " IN (" + query + "))";
            case 4, 5, 6 -> left + " NOT IN (" + query + "))";
            case 7 -> left + dice.pick(" = ", " > ", " <= ") + "ANY (" + query + "))";
            case 8 -> left + dice.pick(" <> ", " < ", " >= ") + "ALL (" + query + "))";
            case 9 ->
                row(kind, outer) + dice.pick("= ANY", "<> ALL", "IN", "NOT IN") + " (" + pairs(kind, outer) + "))";
            case 10 -> row(kind, outer) + dice.pick("IN", "NOT IN") + " (" + pairs(kind, outer) + "))";
            case 11 -> "(ROW" + row(kind, outer).substring(1) + "IN (" + pairs(kind, outer) + "))";
            default -> {
                String alias = selects.name("y");
                yield row(kind, outer) + dice.pick("=", "<", ">=", "<>") + " (SELECT * FROM (" + pairs(kind, outer)
                        + ") " + alias + " ORDER BY 1, 2 LIMIT 1))";
            }
        };
    }

    private String row(Kind kind, Scope outer) {
        return "((" + expressions.of(kind, outer, 0) + ", " + expressions.of(Kind.INT, outer, 0) + ") ";
    }

    private String pairs(Kind kind, Scope outer) {
        return selects.query(outer.inner(), List.of(kind, Kind.INT)).text();
    }
}
