package org.pgherd.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// INSERT, UPDATE, DELETE and MERGE, each row changed at most once and in one way.
final class Changes {
    private final Dice dice;
    private final Selects selects;
    private final Expressions expressions;

    Changes(Dice dice, Selects selects) {
        this.dice = dice;
        this.selects = selects;
        this.expressions = selects.expressions();
    }

    Statement any(Literals literals) {
        Relation table = target();
        String text = change(table);
        List<Relation> targets = new ArrayList<>(List.of(table));
        if (dice.chance(20)) {
            text = within(text, table, targets);
        }
        return new Statement(text, targets, literals.parameters(), List.of());
    }

    private Relation target() {
        return dice.pick(Schema.RELATIONS.stream().filter(Relation::target).toList());
    }

    private String change(Relation table) {
        return switch (dice.below(10)) {
            case 0, 1, 2 -> insert(table);
            case 3, 4, 5 -> update(table);
            case 6, 7, 8 -> delete(table);
            default -> new Merges(dice, selects, this).merge(table);
        };
    }

    /// The change as a CTE of a query, or of a change of another table; both see what was there before.
    private String within(String change, Relation table, List<Relation> targets) {
        String cte = selects.name("x");
        String with = "WITH " + cte + " AS (" + change;
        if (!change.contains(" RETURNING ")) {
            return with + ") " + selects.top(Scope.top()).text();
        }
        if (!change.endsWith(" RETURNING *")) {
            return with + ") SELECT * FROM " + cte;
        }
        Scope scope = Scope.top().withTable(Relation.query(cte, table.columns()));
        Relation other = target();
        if (dice.chance(60) || other.equals(table)) {
            Selects.Select main = selects.query(scope, List.of());
            if (readsByFunction(main.text(), table)) {
                return with + ") SELECT * FROM " + cte;
            }
            return with + ") " + (main.text().startsWith("WITH") ? "(" + main.text() + ")" : main.text());
        }
        targets.add(other);
        return with + ") " + delete(other, scope);
    }

    private String insert(Relation table) {
        String names = table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        String rows = dice.chance(60) ? values(table) : selected(table);
        String conflict = !declaresKey(table) || dice.chance(40)
                ? ""
                : " ON CONFLICT (" + String.join(", ", table.key()) + ") DO " + action(table);
        return "INSERT INTO " + table.name() + " (" + names + ") " + rows + conflict + returning(table, table.name());
    }

    private static boolean declaresKey(Relation table) {
        return table.key().size() < table.columns().size();
    }

    private String action(Relation table) {
        Column column = changed(table);
        return dice.chance(50)
                ? "NOTHING"
                : "UPDATE SET " + column.name() + " = EXCLUDED." + column.name()
                        + (dice.chance(30) ? " WHERE " + table.name() + "." + column.name() + " IS NOT NULL" : "");
    }

    private String values(Relation table) {
        return "VALUES "
                + java.util.stream.IntStream.range(0, dice.between(1, 4))
                        .mapToObj(i -> "("
                                + table.columns().stream()
                                        .map(column -> table.key().contains(column.name())
                                                ? fresh(column.kind(), i)
                                                : expressions.of(column.kind(), Scope.top(), 1))
                                        .collect(Collectors.joining(", "))
                                + ")")
                        .collect(Collectors.joining(", "));
    }

    /// Most often a key that is not there yet; no two of one statement are the same.
    String fresh(Kind kind, int number) {
        int base = (dice.chance(30) ? 5 : 200) + number;
        return switch (kind) {
            case INT -> String.valueOf(base);
            case BIGINT -> base + "::bigint";
            case NUMERIC -> base + ".5";
            case DATE -> "date '2024-01-2" + number + "'";
            case UUID -> "uuid '00000000-0000-4000-8000-00000000000" + number + "'";
            case TEXT -> "'key" + base + "'";
            case TIMESTAMPTZ -> "timestamptz '2024-03-1" + number + " 03:30'";
            case BYTEA -> "'\\x" + number + base + "'::bytea";
            case BPCHAR -> "'k" + base + "'";
            case POSITIVE -> base + "::positive";
            default -> kind.literal(dice);
        };
    }

    private String selected(Relation table) {
        Sources.From from = selects.sources().of(Scope.top(), 1);
        String values = table.columns().stream()
                .map(column -> table.key().contains(column.name()) && declaresKey(table)
                        ? numbered(column.kind(), from.scope())
                        : expressions.of(column.kind(), from.scope(), 1))
                .collect(Collectors.joining(", "));
        return "SELECT " + values + " FROM " + from.text()
                + (dice.chance(50) ? " WHERE " + expressions.of(Kind.BOOL, from.scope(), 1) : "");
    }

    private static String numbered(Kind kind, Scope scope) {
        String number = "row_number() OVER (ORDER BY " + String.join(", ", scope.order()) + ")";
        return switch (kind) {
            case DATE -> "date '2030-01-01' + (" + number + ")::int";
            case UUID -> "lpad((" + number + ")::text, 32, 'f')::uuid";
            case TEXT, BPCHAR -> "'n' || " + number;
            case TIMESTAMPTZ -> "timestamptz '2030-01-01' + " + number + " * interval '1 hour'";
            case BYTEA -> "convert_to('n' || " + number + ", 'UTF8')";
            default -> "500 + " + number;
        };
    }

    Column changed(Relation table) {
        List<Column> free = table.columns().stream()
                .filter(column -> !table.key().contains(column.name()) || !declaresKey(table))
                .toList();
        return dice.pick(free);
    }

    private String update(Relation table) {
        Sources.From target = Sources.aliased("", table.name(), table, Scope.top());
        Scope scope = target.scope();
        String from = "";
        String where = dice.chance(85) ? expressions.of(Kind.BOOL, scope, 2) : "true";
        if (dice.chance(25)) {
            // each row meets one row of a grouped query at most
            String alias = selects.name("g");
            from = " FROM (SELECT a_id, max(v) AS v, count(*) AS n FROM ax GROUP BY a_id) " + alias;
            scope = scope.with(
                    List.of(new Column(alias + ".v", Kind.INT), new Column(alias + ".n", Kind.BIGINT)), List.of());
            List<Column> partners = scope.of(Kind.INT);
            where = "(" + where + ") AND " + alias + ".a_id = "
                    + (partners.isEmpty() ? "3" : partners.getFirst().name());
        }
        Column first = changed(table);
        Column second = changed(table);
        if (dice.chance(12) && declaresKey(table)) {
            return moved(table, where);
        }
        String set = first.name() + " = " + expressions.of(first.kind(), scope, 2);
        if (!second.equals(first) && dice.chance(25) && selects.mayNest()) {
            Selects.Select row = selects.query(scope.inner(), List.of(first.kind(), second.kind()));
            String alias = selects.name("y");
            set = "(" + first.name() + ", " + second.name() + ") = (SELECT * FROM (" + row.text() + ") " + alias
                    + " ORDER BY 1, 2 LIMIT 1)";
        } else if (!second.equals(first)) {
            set += ", " + second.name() + " = " + expressions.of(second.kind(), scope, 1);
        }
        // the old row beside another table's is refused
        String returning =
                from.isEmpty() ? returning(table, table.name()) : dice.pick("", " RETURNING " + table.name() + ".*");
        return "UPDATE " + table.name() + " SET " + set + from + " WHERE " + where + returning;
    }

    /// The key itself, and with it perhaps the shard.
    private String moved(Relation table, String where) {
        Column key = table.columns().getFirst();
        String value = switch (key.kind()) {
            case INT, BIGINT -> key.name() + " + 500";
            case NUMERIC -> key.name() + " + 500.25";
            case DATE -> key.name() + " + 500";
            case TIMESTAMPTZ -> key.name() + " + interval '3 years'";
            case BYTEA -> key.name() + " || '\\xee'";
            case UUID -> "overlay(" + key.name() + "::text PLACING 'f' FROM 1)::uuid";
            case POSITIVE -> "(" + key.name() + " + 500)::positive";
            default -> "'z' || " + key.name();
        };
        return "UPDATE " + table.name() + " SET " + key.name() + " = " + value + " WHERE " + where
                + returning(table, table.name());
    }

    private String delete(Relation table) {
        return delete(table, Scope.top());
    }

    private String delete(Relation table, Scope tables) {
        Scope scope = Sources.aliased("", table.name(), table, tables).scope();
        String where = expressions.of(Kind.BOOL, scope, 3);
        String using = "";
        if (dice.chance(25)) {
            Sources.From other = selects.sources().relation(tables);
            using = " USING " + other.text();
            scope = scope.with(other.scope().atoms(), List.of());
            where = where + " AND " + expressions.condition(scope, 1);
        }
        return "DELETE FROM " + table.name() + using + " WHERE " + where
                + (using.isEmpty() ? returning(table, table.name()) : "");
    }

    String returning(Relation table, String alias) {
        if (dice.chance(50)) {
            return "";
        }
        if (dice.chance(15)) {
            String name = dice.pick(table.columns()).name();
            return " RETURNING old." + name + ", new." + name + " AS changed";
        }
        String text = expressions.of(
                Kind.TEXT, Sources.aliased("", alias, table, Scope.top()).scope(), 1);
        return dice.chance(40) || readsByFunction(text, table)
                ? " RETURNING *"
                : " RETURNING " + alias + "." + dice.pick(table.columns()).name() + ", " + text + " AS x";
    }

    /// Whether a function reads the table that is written, as it was before: one of the listed refusals.
    private static boolean readsByFunction(String text, Relation written) {
        return text.contains("a_text(") && written.name().equals("a")
                || text.contains("ax_rows(") && written.name().equals("ax");
    }
}
