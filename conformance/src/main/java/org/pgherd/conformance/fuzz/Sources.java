package org.pgherd.conformance.fuzz;

import java.util.List;

/// FROM clauses: relations, subqueries, VALUES, functions, LATERAL, and all kinds of joins between them.
final class Sources {
    private final Dice dice;
    private final Selects selects;
    private final Expressions expressions;
    private final RowFunctions functions;
    private final NamedJoins namedJoins;

    Sources(Dice dice, Selects selects, Expressions expressions) {
        this.dice = dice;
        this.selects = selects;
        this.expressions = expressions;
        functions = new RowFunctions(dice, selects, expressions);
        namedJoins = new NamedJoins(dice, selects);
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
        From right =
                lateral ? lateral(left, outer) : nested ? join(item(outer, outer), false, outer) : item(outer, outer);
        if (lateral && dice.chance(30)) {
            // an item of the other side within a join
            right = join(right, false, outer);
        }
        Scope both = left.scope().with(right.scope().atoms(), right.scope().order());
        if (dice.chance(nested ? 2 : 12)) {
            return new From(left.text() + dice.pick(", ", " CROSS JOIN ") + right.text(), both);
        }
        String kind = lateral
                ? dice.pick("JOIN", "LEFT JOIN")
                : dice.pick("JOIN", "JOIN", "LEFT JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN");
        String on = match(left.scope(), right.scope());
        if (kind.equals("FULL JOIN") && !on.matches("[a-z0-9.]+ = [a-z0-9.]+")) {
            // PostgreSQL has no method for other conditions
            kind = "LEFT JOIN";
        }
        boolean simple = kind.equals("FULL JOIN") || dice.chance(70);
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
        return expressions.withoutParameters(Kind.BOOL, left.with(right.atoms(), right.order()), 1);
    }

    private From item(Scope outer, Scope visible) {
        int choice = dice.below(100);
        if (choice < 5) {
            return namedJoins.any(outer);
        }
        if (choice < 76 || !selects.mayNest()) {
            return relation(outer);
        }
        if (choice < 92) {
            return subquery("", selects.query(visible, List.of()), outer);
        }
        return choice < 96 ? values(outer) : functions.any(outer.alone(), outer);
    }

    From relation(Scope outer) {
        Relation relation = dice.pick(outer.tables());
        String alias = selects.name("t");
        String sample = relation.target() && dice.chance(4)
                ? dice.pick(" TABLESAMPLE BERNOULLI (100)", " TABLESAMPLE SYSTEM (100) REPEATABLE (3)")
                : "";
        String only = relation.target() && dice.chance(4) ? "ONLY " : "";
        return withWholeRow(aliased(only + relation.name() + " " + alias + sample, alias, relation, outer), alias);
    }

    private From withWholeRow(From from, String alias) {
        return dice.chance(12) ? new From(from.text(), from.scope().with(List.of(wholeRow(alias)), List.of())) : from;
    }

    private Column wholeRow(String alias) {
        return switch (dice.below(5)) {
            case 0 -> new Column("to_jsonb(" + alias + ")", Kind.JSONB);
            case 1 -> new Column("(" + alias + " IS NOT NULL)", Kind.BOOL);
            case 2 -> new Column("num_nulls(" + alias + ")", Kind.INT);
            case 3 -> new Column("pg_typeof(" + alias + ")::text", Kind.TEXT);
            default -> new Column(alias + "::text", Kind.TEXT);
        };
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
        return withWholeRow(
                aliased(
                        prefix + "(" + query.text() + ") " + alias,
                        alias,
                        Relation.query(alias, query.columns()),
                        outer),
                alias);
    }

    private From lateral(From left, Scope outer) {
        Scope visible = new Scope(left.scope().atoms(), left.scope().order(), outer.tables(), outer.outer()).inner();
        if (dice.chance(70)) {
            return subquery("LATERAL ", selects.query(visible, List.of()), outer);
        }
        return functions.any(visible, outer);
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
        return RowFunctions.aliased("(VALUES " + rows + ")", alias, "k:int x:text", outer);
    }
}
