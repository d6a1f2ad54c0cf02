package org.pgherd.conformance.fuzz;

import java.util.List;
import java.util.stream.Collectors;
import org.pgherd.conformance.fuzz.Selects.Select;

/// ORDER BY, LIMIT, OFFSET, WITH TIES, DISTINCT ON and row locks. Where rows are picked, an ORDER BY over all output
/// columns decides which.
final class Tails {
    private final Dice dice;
    private final Selects selects;
    private final Expressions expressions;

    Tails(Dice dice, Selects selects, Expressions expressions) {
        this.dice = dice;
        this.selects = selects;
        this.expressions = expressions;
    }

    Select of(Select select, boolean ordered) {
        int choice = dice.below(100);
        if (choice < 8
                && !select.text().startsWith("SELECT DISTINCT")
                && select.text().startsWith("SELECT")) {
            return distinctOn(select);
        }
        if (choice < 26) {
            return Select.ordered(select.text() + " ORDER BY " + order(select) + limit(select), select.columns());
        }
        return ordered || choice < 35
                ? Select.ordered(select.text() + " ORDER BY " + order(select), select.columns())
                : select;
    }

    /// All output columns, perhaps after expressions that are none.
    private String order(Select select) {
        String all = select.columns().stream()
                .map(column -> column.name() + dice.pick("", "", " DESC", " NULLS FIRST"))
                .collect(Collectors.joining(", "));
        Scope rows = select.rows();
        if (rows == null || dice.chance(75) || rows.atoms().isEmpty()) {
            return all;
        }
        Kind kind = expressions.comparable(rows);
        // a constant would be a column's number, or an error
        String key = "coalesce("
                + dice.pick(rows.of(kind).isEmpty() ? rows.atoms() : rows.of(kind))
                        .name() + ", NULL)";
        if (dice.chance(40)) {
            key = "(" + expressions.of(kind, rows, 2) + ") IS NULL, " + key;
        }
        return key + dice.pick("", " DESC", " NULLS FIRST") + ", " + all;
    }

    private String limit(Select select) {
        int choice = dice.below(100);
        if (choice < 15) {
            return " OFFSET " + dice.between(0, 5);
        }
        String number = choice < 85
                ? String.valueOf(dice.between(0, 8))
                : "(SELECT count(*) FROM " + dice.pick("r", "s WHERE v > 3", "ax WHERE a_id = 2") + ")";
        String limit = dice.chance(20) && select.rows() != null
                ? " FETCH FIRST " + number + " ROWS WITH TIES"
                : " LIMIT " + number;
        return (dice.chance(30) ? " OFFSET " + dice.between(0, 5) : "") + limit;
    }

    private Select distinctOn(Select select) {
        String inner = selects.name("o");
        List<String> names = select.columns().stream().map(Column::name).toList();
        int count = dice.chance(30) && names.size() > 1 ? 2 : 1;
        int first = dice.below(names.size() - count + 1);
        List<String> keys = names.subList(first, first + count);
        String order = keys.reversed().stream()
                        .map(key -> key + dice.pick("", " DESC", " NULLS FIRST"))
                        .collect(Collectors.joining(", "))
                + ", "
                + names.stream()
                        .filter(name -> !keys.contains(name))
                        .map(name -> name + dice.pick("", " DESC"))
                        .collect(Collectors.joining(", "));
        if (order.endsWith(", ")) {
            order = order.substring(0, order.length() - 2);
        }
        return Select.ordered(
                "SELECT DISTINCT ON (" + String.join(", ", keys) + ") * FROM (" + select.text() + ") " + inner
                        + " ORDER BY " + order + (dice.chance(30) ? " LIMIT " + dice.between(1, 5) : ""),
                select.columns());
    }

    /// Under a row lock, where PostgreSQL allows one.
    Select locked(Select select) {
        String lock = dice.pick("UPDATE", "NO KEY UPDATE", "SHARE", "KEY SHARE");
        return Select.ordered(
                select.text() + " ORDER BY " + order(select) + (dice.chance(30) ? " LIMIT " + dice.between(0, 5) : "")
                        + " FOR " + lock + dice.pick("", "", " NOWAIT", " SKIP LOCKED"),
                select.columns());
    }
}
