package org.pgherd.conformance.fuzz;

import java.util.List;
import java.util.stream.Collectors;

/// FROM clauses: relations, subqueries, VALUES, functions, LATERAL, and all kinds of joins between them.
final class Sources {
    private final Dice dice;
    private final Selects selects;
    private final Expressions expressions;

    Sources(Dice dice, Selects selects, Expressions expressions) {
        this.dice = dice;
        this.selects = selects;
        this.expressions = expressions;
    }

    /// @param scope what may be named beside the FROM clause: its columns and those around it
    record From(String text, Scope scope) {}

    From of(Scope outer, int items) {
        From from = item(outer, outer);
        for (int i = 1; i < items; i++) {
            // of many items some are joined among themselves first
            boolean nested = items > 3 && i + 1 < items && dice.chance(30);
            from = join(from, nested, outer);
            i += nested ? 1 : 0;
        }
        return from;
    }

    private From join(From left, boolean nested, Scope outer) {
        boolean lateral = !nested && dice.chance(15) && selects.mayNest();
        From right = lateral
                ? lateral(left, outer)
                : nested ? join(item(outer, outer), false, outer) : item(outer, outer);
        Scope both = left.scope().with(right.scope().atoms(), right.scope().order());
        if (dice.chance(nested ? 2 : 12)) {
            return new From(left.text() + dice.pick(", ", " CROSS JOIN ") + right.text(), both);
        }
        String kind = lateral
                ? dice.pick("JOIN", "LEFT JOIN")
                : dice.pick("JOIN", "JOIN", "LEFT JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN");
        boolean simple = kind.equals("FULL JOIN") || dice.chance(70);
        String on = match(left.scope(), right.scope());
        if (!simple) {
            on += dice.pick(" AND ", " AND ", " OR ") + expressions.of(Kind.BOOL, both, 1);
        }
        return new From("(" + left.text() + " " + kind + " " + right.text() + " ON " + on + ")", both);
    }

    /// An equality of two columns of one type, if there are such.
    private String match(Scope left, Scope right) {
        for (int attempt = 0; attempt < 8; attempt++) {
            Column column = dice.pick(right.atoms());
            List<Column> partners = left.of(column.kind());
            if (column.kind() == Kind.BIGINT && dice.chance(50) || column.kind() == Kind.NUMERIC && dice.chance(30)) {
                partners = left.of(Kind.INT);
            }
            if (!partners.isEmpty() && column.kind() != Kind.BOOL) {
                return dice.pick(partners).name() + " = " + column.name();
            }
        }
        return expressions.of(Kind.BOOL, left.with(right.atoms(), right.order()), 1);
    }

    private From item(Scope outer, Scope visible) {
        int choice = dice.below(100);
        if (choice < 76 || !selects.mayNest()) {
            return relation(outer);
        }
        if (choice < 92) {
            return subquery("", selects.query(visible, List.of()), outer);
        }
        return choice < 96 ? values(outer) : series(outer);
    }

    From relation(Scope outer) {
        Relation relation = dice.pick(outer.tables());
        String alias = selects.name("t");
        return aliased(relation.name() + " " + alias, alias, relation, outer);
    }

    static From aliased(String text, String alias, Relation relation, Scope outer) {
        List<Column> columns = relation.columns().stream()
                .map(column -> new Column(alias + "." + column.name(), column.kind()))
                .toList();
        return new From(
                text,
                new Scope(List.of(), List.of(), outer.tables(), outer.outer())
                        .with(
                                columns,
                                relation.key().stream()
                                        .map(key -> alias + "." + key)
                                        .toList()));
    }

    private From subquery(String prefix, Selects.Select query, Scope outer) {
        String alias = selects.name("q");
        return aliased(
                prefix + "(" + query.text() + ") " + alias, alias, Relation.query(alias, query.columns()), outer);
    }

    private From lateral(From left, Scope outer) {
        Scope visible = new Scope(left.scope().atoms(), left.scope().order(), outer.tables(), outer.outer()).inner();
        if (dice.chance(70)) {
            return subquery("LATERAL ", selects.query(visible, List.of()), outer);
        }
        String alias = selects.name("f");
        String argument = expressions.of(Kind.INT, visible, 0);
        return switch (dice.below(4)) {
            case 0 -> function("generate_series(1, least(" + argument + ", 3))", alias, "n:int", outer);
            case 1 -> function("up_to(" + argument + ")", alias, "n:int", outer);
            case 2 -> function("ax_rows(" + argument + ")", alias, "seq:int v:int", outer);
            default ->
                function(
                        "unnest(" + expressions.of(Kind.INTS, visible, 0) + ") WITH ORDINALITY",
                        alias,
                        "n:int o:bigint",
                        outer);
        };
    }

    private static From function(String call, String alias, String columns, Scope outer) {
        Relation relation = Relation.of(alias, false, columns);
        String names = relation.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        return aliased(call + " AS " + alias + "(" + names + ")", alias, relation, outer);
    }

    private From series(Scope outer) {
        return function("generate_series(1, " + dice.between(0, 6) + ")", selects.name("f"), "n:int", outer);
    }

    private From values(Scope outer) {
        String alias = selects.name("w");
        StringBuilder rows = new StringBuilder();
        int count = dice.between(1, 4);
        for (int i = 0; i < count; i++) {
            rows.append(i == 0 ? "" : ", ")
                    .append("(")
                    .append(Kind.INT.literal(dice))
                    .append(", ")
                    .append(Kind.TEXT.literal(dice))
                    .append(")");
        }
        return function("(VALUES " + rows + ")", alias, "k:int x:text", outer);
    }
}
