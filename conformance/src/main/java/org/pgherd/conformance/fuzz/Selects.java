package org.pgherd.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// SELECTs of all shapes. Where a LIMIT or DISTINCT ON picks rows, an ORDER BY over all output columns decides which.
final class Selects {
    private final Dice dice;
    private final Expressions expressions;
    private final Sources sources;
    private final Aggregates aggregates;
    private final Windows windows;
    /// How many more queries the statement may nest.
    private int budget;
    private int names;

    Selects(Dice dice, Literals literals, boolean failing, int budget) {
        this.dice = dice;
        this.budget = budget;
        expressions = new Expressions(dice, this, literals, failing);
        sources = new Sources(dice, this, expressions);
        aggregates = new Aggregates(dice, expressions);
        windows = new Windows(dice, expressions, aggregates);
    }

    /// @param columns names and types of the output
    record Select(String text, List<Column> columns) {}

    Expressions expressions() {
        return expressions;
    }

    Sources sources() {
        return sources;
    }

    boolean mayNest() {
        return budget > 0;
    }

    String name(String prefix) {
        return prefix + ++names;
    }

    /// @param outer its columns may be named by the query as outer ones, if it is an inner scope
    /// @param wanted types of the output columns; empty: any
    Select query(Scope outer, List<Kind> wanted) {
        budget--;
        if (dice.chance(12) && mayNest()) {
            return with(outer, wanted);
        }
        if (dice.chance(12) && mayNest()) {
            return setOperation(outer, wanted);
        }
        return tail(plain(outer, wanted), false);
    }

    Select top(Scope outer) {
        Select select = query(outer, List.of());
        return select.text().startsWith("SELECT") && !select.text().contains("ORDER BY") ? tail(select, true) : select;
    }

    private Select plain(Scope outer, List<Kind> wanted) {
        Sources.From from = sources.of(outer, dice.chance(45) ? 1 : dice.between(2, 3));
        String where = dice.chance(65) ? " WHERE " + expressions.of(Kind.BOOL, from.scope(), 2) : "";
        int shape = dice.below(100);
        if (shape < 25) {
            return grouped(from, where, wanted);
        }
        if (shape < 30) {
            return aggregated(from, where, wanted);
        }
        String distinct = dice.chance(12) ? "DISTINCT " : "";
        boolean windowed = shape > 82;
        List<Column> output = new ArrayList<>();
        for (Kind kind : kinds(from.scope(), wanted)) {
            Column window = windowed && wanted.isEmpty() ? windows.call(from.scope()) : null;
            output.add(
                    window != null && dice.chance(70)
                            ? window
                            : new Column(expressions.of(kind, from.scope(), dice.chance(40) ? 2 : 0), kind));
        }
        if (shape < 36 && wanted.isEmpty()) {
            output.add(rows(from.scope()));
        }
        return select("SELECT " + distinct, output, " FROM " + from.text() + where);
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

    private static Select select(String head, List<Column> output, String rest) {
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
        return new Select(text.append(rest).toString(), columns);
    }

    private Select aggregated(Sources.From from, String where, List<Kind> wanted) {
        Scope none = new Scope(
                List.of(), List.of(), from.scope().tables(), from.scope().outer());
        return finish(from, where, wanted, none, List.of(), "");
    }

    private Select grouped(Sources.From from, String where, List<Kind> wanted) {
        List<Column> keys = new ArrayList<>();
        int count = dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            Column key = dice.pick(from.scope().atoms());
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

    private Select finish(
            Sources.From from, String where, List<Kind> wanted, Scope grouped, List<Column> keys, String groupBy) {
        List<Column> calls = new ArrayList<>();
        int count = dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            calls.add(aggregates.call(from.scope(), false));
        }
        Scope scope = grouped.with(calls, List.of());
        String having = dice.chance(25) ? " HAVING " + expressions.of(Kind.BOOL, scope, 1) : "";
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
        return select("SELECT ", output, " FROM " + from.text() + where + groupBy + having);
    }

    /// ORDER BY, LIMIT, DISTINCT ON.
    private Select tail(Select select, boolean ordered) {
        int count = select.columns().size();
        String all = select.columns().stream()
                .map(column -> column.name() + dice.pick("", "", " DESC", " NULLS FIRST"))
                .collect(Collectors.joining(", "));
        int choice = dice.below(100);
        if (choice < 8
                && !select.text().startsWith("SELECT DISTINCT")
                && select.text().startsWith("SELECT")) {
            String inner = name("o");
            String key = "c" + dice.between(1, count);
            String rest = select.columns().stream().map(Column::name).collect(Collectors.joining(", "));
            return new Select(
                    "SELECT DISTINCT ON (" + key + ") * FROM (" + select.text() + ") " + inner + " ORDER BY " + key
                            + ", " + rest,
                    select.columns());
        }
        if (choice < 26) {
            String limit = dice.chance(20)
                    ? " FETCH FIRST " + dice.between(0, 4) + " ROWS WITH TIES"
                    : " LIMIT " + dice.between(0, 8);
            String offset = dice.chance(30) ? " OFFSET " + dice.between(0, 5) : "";
            return new Select(select.text() + " ORDER BY " + all + offset + limit, select.columns());
        }
        return ordered || choice < 35 ? new Select(select.text() + " ORDER BY " + all, select.columns()) : select;
    }

    private Select setOperation(Scope outer, List<Kind> wanted) {
        Select left = plain(outer, wanted);
        List<Kind> kinds = left.columns().stream().map(Column::kind).toList();
        Select right = plain(outer, kinds);
        String operator = dice.pick("UNION", "UNION ALL", "INTERSECT", "EXCEPT", "INTERSECT ALL", "EXCEPT ALL");
        String text = left.text() + " " + operator + " " + right.text();
        if (dice.chance(20)) {
            text = "(" + text + ") " + dice.pick("UNION ", "EXCEPT ")
                    + plain(outer, kinds).text();
        }
        return tail(new Select(text, left.columns()), false);
    }

    private Select with(Scope outer, List<Kind> wanted) {
        if (wanted.isEmpty() && dice.chance(25)) {
            return recursive(outer);
        }
        // a CTE may take the name of a table away
        String cte = dice.chance(15) ? dice.pick("a", "r", "s") : name("x");
        Select inner = query(outer, List.of());
        Scope scope = outer.withTable(Relation.query(cte, inner.columns()));
        Sources.From from = Sources.aliased(cte, cte, Relation.query(cte, inner.columns()), scope);
        Select main = dice.chance(40) || !wanted.isEmpty()
                ? query(scope, wanted)
                : select("SELECT ", new ArrayList<>(from.scope().atoms()), " FROM " + cte);
        return new Select(
                "WITH " + cte + " AS " + dice.pick("", "", "MATERIALIZED ", "NOT MATERIALIZED ") + "(" + inner.text()
                        + ") " + main.text(),
                main.columns());
    }

    /// Walks along a table's integers, a few steps deep.
    private Select recursive(Scope outer) {
        String cte = name("x");
        String seed = dice.pick(
                "SELECT id, v, 1 FROM s",
                "SELECT a_id, v, 1 FROM ax WHERE seq < 5",
                "SELECT id, length(t), 1 FROM a WHERE id < 4",
                "SELECT 1, 2, 1");
        String step = dice.pick(
                "SELECT ax.a_id, ax.v, n + 1 FROM %s JOIN ax ON ax.a_id = %s.v",
                "SELECT b.a_id, b.id::int, n + 1 FROM %s, b WHERE b.id = %s.k",
                "SELECT k + 1, v, n + 1 FROM %s WHERE %s.k < 8",
                "SELECT p.v, p.id, n + 1 FROM p JOIN %s ON p.id = %s.v + 1");
        String union = dice.pick("UNION", "UNION ALL");
        String text = "WITH RECURSIVE " + cte + "(k, v, n) AS (" + seed + " " + union + " " + step.formatted(cte, cte)
                + " AND n < 4)"
                + dice.pick("", "", "", " SEARCH BREADTH FIRST BY k, v SET ord", " SEARCH DEPTH FIRST BY k, v SET ord")
                + dice.pick(
                        "", "", "", " CYCLE k SET cyc USING path", " CYCLE k, v SET cyc TO 'y' DEFAULT 'n' USING path")
                + " ";
        Scope scope = outer.alone().withTable(Relation.of(cte, false, "k:int v:int n:int"));
        Sources.From from = Sources.aliased(cte, cte, Relation.of(cte, false, "k:int v:int n:int"), scope);
        Select main = dice.chance(50)
                ? grouped(from, "", List.of())
                : select("SELECT ", from.scope().atoms(), " FROM " + cte);
        return new Select(text + main.text(), main.columns());
    }

    /// A subquery of one value: an aggregate, or the first row of an order.
    String scalar(Kind kind, Scope outer) {
        budget--;
        Sources.From from = sources.of(outer.inner(), dice.chance(75) ? 1 : 2);
        String where = dice.chance(85) ? " WHERE " + correlation(from.scope(), outer) : "";
        String value = expressions.of(kind, from.scope(), 0);
        boolean ordered = kind != Kind.BOOL && kind != Kind.UUID && kind != Kind.JSONB;
        if (ordered && dice.chance(50)) {
            return "(SELECT " + dice.pick("min(", "max(") + value + ") FROM " + from.text() + where + ")";
        }
        return "(SELECT " + value + " FROM " + from.text() + where + " ORDER BY 1 LIMIT 1)";
    }

    /// ARRAY of a subquery, in order.
    String array(Scope outer) {
        String alias = name("y");
        String query = query(outer.inner(), List.of(Kind.INT)).text();
        return "ARRAY(SELECT c1 FROM (" + query + ") " + alias + " ORDER BY c1)";
    }

    private String correlation(Scope scope, Scope outer) {
        Column column = dice.pick(scope.atoms());
        List<Column> partners = outer.of(column.kind());
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
        budget--;
        if (dice.chance(40)) {
            Sources.From from = sources.of(outer.inner(), dice.chance(75) ? 1 : 2);
            return "(" + dice.pick("", "", "NOT ") + "EXISTS (SELECT " + dice.pick("1", "*") + " FROM " + from.text()
                    + " WHERE " + correlation(from.scope(), outer) + "))";
        }
        String query = query(outer.inner(), List.of(kind)).text();
        String left = "(" + expressions.of(kind, outer, 0);
        return switch (dice.below(12)) {
            case 10 ->
                "((" + expressions.of(kind, outer, 0) + ", " + expressions.of(Kind.INT, outer, 0) + ") "
                        + dice.pick("= ANY", "<> ALL") + " ("
                        + query(outer.inner(), List.of(kind, Kind.INT)).text() + "))";
            case 11 -> {
                String alias = name("y");
                yield "((" + expressions.of(kind, outer, 0) + ", " + expressions.of(Kind.INT, outer, 0) + ") "
                        + dice.pick("=", "<", ">=", "<>") + " (SELECT * FROM ("
                        + query(outer.inner(), List.of(kind, Kind.INT)).text() + ") " + alias
                        + " ORDER BY 1, 2 LIMIT 1))";
            }
            case 0, 1, 2, 3 -> left + " IN (" + query + "))";
            case 4, 5, 6 -> left + " NOT IN (" + query + "))";
            case 7 -> left + dice.pick(" = ", " > ", " <= ") + "ANY (" + query + "))";
            case 8 -> left + dice.pick(" <> ", " < ", " >= ") + "ALL (" + query + "))";
            default ->
                "((" + expressions.of(kind, outer, 0) + ", " + expressions.of(Kind.INT, outer, 0) + ") "
                        + dice.pick("IN", "NOT IN") + " ("
                        + query(outer.inner(), List.of(kind, Kind.INT)).text() + "))";
        };
    }
}
