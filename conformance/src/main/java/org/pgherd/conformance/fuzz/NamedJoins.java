package org.pgherd.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pgherd.conformance.fuzz.Sources.From;

/// Joins by the names of columns: USING, with an alias for what is merged, and NATURAL.
final class NamedJoins {
    private final Dice dice;
    private final Selects selects;

    NamedJoins(Dice dice, Selects selects) {
        this.dice = dice;
        this.selects = selects;
    }

    From any(Scope outer) {
        Relation left = dice.pick(outer.tables());
        Relation right = left;
        List<Column> common = List.of();
        for (int attempt = 0; attempt < 10 && common.isEmpty(); attempt++) {
            right = dice.pick(outer.tables());
            List<Column> others = right.columns();
            common = left.columns().stream().filter(others::contains).toList();
        }
        String kind = dice.pick("JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN", "FULL JOIN");
        if (common.isEmpty() || left.equals(right) || dice.chance(60)) {
            return using(left, right, common.isEmpty() ? List.of() : common.subList(0, 1), kind, outer);
        }
        return natural(left, right, kind, outer);
    }

    private From using(Relation left, Relation right, List<Column> merged, String kind, Scope outer) {
        String l = selects.name("t");
        String r = selects.name("t");
        String both = selects.name("j");
        From from = Sources.aliased("", l, left, outer);
        From other = Sources.aliased("", r, right, outer);
        Scope scope = from.scope().with(other.scope().atoms(), other.scope().order());
        if (merged.isEmpty()) {
            return new From("(" + left.name() + " " + l + " CROSS JOIN " + right.name() + " " + r + ")", scope);
        }
        String names = merged.stream().map(Column::name).collect(Collectors.joining(", "));
        List<Column> columns = merged.stream()
                .map(column -> new Column(both + "." + column.name(), column.kind()))
                .toList();
        return new From(
                "(" + left.name() + " " + l + " " + kind + " " + right.name() + " " + r + " USING (" + names + ") AS "
                        + both + ")",
                scope.with(columns, List.of()));
    }

    /// What the join gives as its own relation: merged columns come first. Columns of one name and two types are merged
    /// as well, to a type that is not told here; such joins are made by USING.
    private From natural(Relation left, Relation right, String kind, Scope outer) {
        List<Column> columns = new ArrayList<>();
        List<Column> rest = new ArrayList<>();
        for (Column column : left.columns()) {
            boolean named = right.columns().stream().anyMatch(c -> c.name().equals(column.name()));
            if (named && !right.columns().contains(column)) {
                return using(left, right, List.of(), kind, outer);
            }
            (named ? columns : rest).add(column);
        }
        rest.addAll(right.columns());
        rest.removeAll(columns);
        columns.addAll(rest);
        String alias = selects.name("q");
        return Sources.aliased(
                "(SELECT * FROM " + left.name() + " NATURAL " + kind + " " + right.name() + ") " + alias,
                alias,
                Relation.query(alias, columns),
                outer);
    }
}
