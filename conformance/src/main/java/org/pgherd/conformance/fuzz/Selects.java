package org.pgherd.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// SELECTs of all shapes.
final class Selects {
    private final Dice dice;
    private final Expressions expressions;
    private final Sources sources;
    /// One table of those that have a key.
    private static final Pattern KEYED = Pattern.compile("(a|ax|ay|b|u|dd|nn|r|s|p|k|kt|kc|kb|kp|p_new) t\\d+");

    private final Windows windows;
    private final Grouping grouping;
    private final Tails tails;
    private final CommonTables commonTables;
    private final Subqueries subqueries;
    /// How many more queries the statement may nest.
    private int budget;
    private int names;

    Selects(Dice dice, Literals literals, boolean failing, int budget) {
        this.dice = dice;
        this.budget = budget;
        expressions = new Expressions(dice, this, literals, failing);
        sources = new Sources(dice, this, expressions);
        Aggregates aggregates = new Aggregates(dice, expressions);
        windows = new Windows(dice, expressions, aggregates);
        grouping = new Grouping(dice, expressions, aggregates);
        tails = new Tails(dice, this, expressions);
        commonTables = new CommonTables(dice, this);
        subqueries = new Subqueries(dice, this, expressions);
    }

    /// @param columns names and types of the output
    /// @param rows what ORDER BY may name beside the output; null if that is all it may name
    /// @param ordered whether the rows come in one order
    record Select(
            String text, List<Column> columns, @Nullable Scope rows, boolean ordered) {
        Select(String text, List<Column> columns, @Nullable Scope rows) {
            this(text, columns, rows, false);
        }

        Select(String text, List<Column> columns) {
            this(text, columns, null);
        }

        static Select ordered(String text, List<Column> columns) {
            return new Select(text, columns, null, true);
        }
    }

    Expressions expressions() {
        return expressions;
    }

    Sources sources() {
        return sources;
    }

    Subqueries subqueries() {
        return subqueries;
    }

    Grouping grouping() {
        return grouping;
    }

    boolean mayNest() {
        return budget > 0;
    }

    /// Counts a query that is nested.
    void nest() {
        budget--;
    }

    String name(String prefix) {
        return prefix + ++names;
    }

    /// @param outer its columns may be named by the query as outer ones, if it is an inner scope
    /// @param wanted types of the output columns; empty: any
    Select query(Scope outer, List<Kind> wanted) {
        nest();
        if (dice.chance(12) && mayNest()) {
            return commonTables.with(outer, wanted);
        }
        if (dice.chance(12) && mayNest()) {
            return setOperation(outer, wanted);
        }
        return tails.of(plain(outer, wanted), false);
    }

    Select top(Scope outer) {
        Select select = query(outer, List.of());
        if (!select.text().startsWith("SELECT") || select.text().contains("ORDER BY")) {
            return select;
        }
        return dice.chance(8) ? tails.locked(select) : tails.of(select, true);
    }

    private Select plain(Scope outer, List<Kind> wanted) {
        Sources.From from = sources.of(outer, items());
        String where = dice.chance(65) ? " WHERE " + expressions.of(Kind.BOOL, from.scope(), 2) : "";
        int shape = dice.below(100);
        if (shape < 25) {
            return grouping.grouped(from, where, wanted);
        }
        if (shape < 30) {
            return grouping.aggregated(from, where, wanted);
        }
        String distinct = dice.chance(12) ? "DISTINCT " : "";
        boolean windowed = shape > 82;
        List<Column> output = new ArrayList<>();
        boolean apart = false;
        for (Kind kind : kinds(from.scope(), wanted)) {
            Column window = windowed && wanted.isEmpty() ? windows.call(from.scope(), apart) : null;
            if (window != null && dice.chance(70)) {
                output.add(window);
                apart |= Windows.tellsApart(window) && !hasKeys(from);
            } else {
                output.add(new Column(expressions.of(kind, from.scope(), dice.chance(40) ? 2 : 0), kind));
            }
        }
        boolean several = shape < 36 && wanted.isEmpty();
        if (several) {
            output.add(rows(from.scope()));
        }
        return select(
                "SELECT " + distinct,
                output,
                " FROM " + from.text() + where,
                distinct.isEmpty() && !windowed && !several ? from.scope() : null);
    }

    /// Whether no two rows are the same, as far as is easily seen.
    private static boolean hasKeys(Sources.From from) {
        return from.scope().tables().equals(Schema.RELATIONS)
                && KEYED.matcher(from.text()).matches();
    }

    private int items() {
        int choice = dice.below(100);
        return choice < 45 ? 1 : choice < 88 ? dice.between(2, 3) : dice.between(4, 6);
    }

    /// A call in the target list that gives several rows.
    private Column rows(Scope scope) {
        return switch (dice.below(5)) {
            case 0 -> new Column("generate_series(1, least(" + expressions.of(Kind.INT, scope, 0) + ", 3))", Kind.INT);
            case 1 -> new Column("unnest(" + expressions.of(Kind.INTS, scope, 1) + ")", Kind.INT);
            case 2 -> new Column("up_to(" + expressions.of(Kind.INT, scope, 0) + ") + 1", Kind.INT);
            case 3 -> new Column("regexp_split_to_table(" + expressions.of(Kind.TEXT, scope, 0) + ", 'e')", Kind.TEXT);
            default -> new Column("unnest(" + expressions.of(Kind.TEXTS, scope, 1) + ")", Kind.TEXT);
        };
    }

    private List<Kind> kinds(Scope scope, List<Kind> wanted) {
        if (!wanted.isEmpty()) {
            return wanted;
        }
        return IntStream.range(0, dice.between(1, 4))
                .mapToObj(_ -> expressions.comparable(scope))
                .toList();
    }

    static Select select(String head, List<Column> output, String rest, @Nullable Scope rows) {
        List<Column> columns = new ArrayList<>();
        StringBuilder text = new StringBuilder(head);
        for (int i = 0; i < output.size(); i++) {
            Column column = new Column("c" + (i + 1), output.get(i).kind());
            text.append(i == 0 ? "" : ", ")
                    .append(output.get(i).name())
                    .append(" AS ")
                    .append(column.name());
            columns.add(column);
        }
        return new Select(text.append(rest).toString(), columns, rows);
    }

    private Select setOperation(Scope outer, List<Kind> wanted) {
        Select left = plain(outer, wanted);
        List<Kind> kinds = left.columns().stream().map(Column::kind).toList();
        Select right = plain(outer, kinds);
        // 0.5 and 0.50 are equal: which of both sides' is shown is the plan's choice
        boolean shown = !kinds.contains(Kind.NUMERIC);
        String operator = shown
                ? dice.pick("UNION", "UNION ALL", "INTERSECT", "EXCEPT", "INTERSECT ALL", "EXCEPT ALL")
                : dice.pick("UNION ALL", "EXCEPT", "EXCEPT ALL");
        String text = left.text() + " " + operator + " " + right.text();
        if (dice.chance(20)) {
            text = "(" + text + ") " + (shown ? dice.pick("UNION ", "EXCEPT ") : "EXCEPT ")
                    + plain(outer, kinds).text();
        }
        return tails.of(new Select(text, left.columns()), false);
    }
}
