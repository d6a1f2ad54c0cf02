package org.pgherd.conformance.fuzz;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// MERGE, from rows that are written down or from a grouped query; no target row meets two source rows.
final class Merges {
    private final Dice dice;
    private final Selects selects;
    private final Changes changes;

    Merges(Dice dice, Selects selects, Changes changes) {
        this.dice = dice;
        this.selects = selects;
        this.changes = changes;
    }

    String merge(Relation table) {
        Column key = table.columns().getFirst();
        Column column = changes.changed(table);
        Expressions expressions = selects.expressions();
        boolean numbered = key.kind() == Kind.INT && column.kind() == Kind.INT && dice.chance(50);
        String source = numbered
                ? "(SELECT a_id + " + dice.between(0, 9) + " AS k, max(v) AS val FROM ax GROUP BY a_id)"
                : "(VALUES "
                        + IntStream.range(0, 3)
                                .mapToObj(i -> "(" + changes.fresh(key.kind(), i) + ", "
                                        + expressions.of(column.kind(), Scope.top(), 1) + ")")
                                .collect(Collectors.joining(", "))
                        + ")";
        Scope rows = Sources.aliased("", table.name(), table, Scope.top()).scope();
        String matched = dice.chance(30)
                ? " WHEN MATCHED AND " + expressions.of(Kind.BOOL, rows, 1) + " THEN "
                        + dice.pick("DELETE", "DO NOTHING")
                : "";
        String change = dice.pick("DELETE", "UPDATE SET " + column.name() + " = src.val");
        String missing = switch (dice.below(4)) {
            case 0 -> " WHEN NOT MATCHED THEN DO NOTHING";
            case 1 -> table.key().size() == 1 ? insert(key, column) : "";
            case 2 ->
                " WHEN NOT MATCHED BY SOURCE AND " + expressions.of(Kind.BOOL, rows, 1) + " THEN "
                        + dice.pick("DELETE", "UPDATE SET " + column.name() + " = DEFAULT");
            default -> "";
        };
        String returning = dice.chance(50)
                ? " RETURNING merge_action(), src.k, " + table.name() + "."
                        + dice.pick(table.columns()).name()
                : "";
        return "MERGE INTO " + table.name() + " USING " + source + " AS src(k, val) ON " + table.name() + "."
                + key.name() + " = src.k" + matched + " WHEN MATCHED THEN " + change + missing + returning;
    }

    private static String insert(Column key, Column column) {
        return " WHEN NOT MATCHED THEN INSERT (" + key.name() + ", " + column.name() + ") VALUES (src.k, src.val)";
    }
}
