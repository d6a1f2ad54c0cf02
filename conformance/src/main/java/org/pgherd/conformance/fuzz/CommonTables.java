package org.pgherd.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.conformance.fuzz.Selects.Select;

/// WITH: one query or two of which the second reads the first, and recursive ones.
final class CommonTables {
    private final Dice dice;
    private final Selects selects;

    CommonTables(Dice dice, Selects selects) {
        this.dice = dice;
        this.selects = selects;
    }

    Select with(Scope outer, List<Kind> wanted) {
        if (wanted.isEmpty() && dice.chance(25)) {
            return recursive(outer);
        }
        // a CTE may take the name of a table away
        String cte = dice.chance(15) ? dice.pick("a", "r", "s") : selects.name("x");
        Select inner = selects.query(outer, List.of());
        Relation relation = Relation.query(cte, inner.columns());
        Scope scope = outer.withTable(relation);
        String text = "WITH " + definition(cte, inner);
        if (dice.chance(30) && selects.mayNest()) {
            cte = selects.name("x");
            inner = selects.query(scope, List.of());
            text += ", " + definition(cte, inner);
            relation = Relation.query(cte, inner.columns());
            scope = scope.withTable(relation);
        }
        Sources.From from = Sources.aliased(cte, cte, relation, scope);
        Select main = dice.chance(55) || !wanted.isEmpty()
                ? selects.query(scope, wanted)
                : Selects.select("SELECT ", new ArrayList<>(from.scope().atoms()), " FROM " + cte, null);
        // two WITH clauses do not stand one after the other
        String body = main.text().startsWith("WITH") ? "(" + main.text() + ")" : main.text();
        return new Select(text + " " + body, main.columns());
    }

    private String definition(String name, Select query) {
        return name + " AS " + dice.pick("", "", "MATERIALIZED ", "NOT MATERIALIZED ") + "(" + query.text() + ")";
    }

    /// Walks along a table's integers, a few steps deep.
    private Select recursive(Scope outer) {
        String cte = selects.name("x");
        String seed = dice.pick(
                "SELECT id, v, 1 FROM s",
                "SELECT a_id, v, 1 FROM ax WHERE seq < 5",
                "SELECT id, length(t), 1 FROM a WHERE id < 4",
                "SELECT a.id, ax.v, 1 FROM a JOIN ax ON a_id = id WHERE seq < 4",
                "SELECT 1, 2, 1");
        String step = dice.pick(
                "SELECT ax.a_id, ax.v, n + 1 FROM %s JOIN ax ON ax.a_id = %s.v",
                "SELECT b.a_id, b.id::int, n + 1 FROM %s, b WHERE b.id = %s.k",
                "SELECT k + 1, v, n + 1 FROM %s WHERE %s.k < 8",
                "SELECT x.k, y.v, n + 1 FROM %s x LEFT JOIN LATERAL (SELECT max(ax.v) AS v FROM ax WHERE ax.a_id = x.v)"
                        + " y ON true WHERE '%s' <> ''",
                "SELECT x.k, x.v + 1, n + 1 FROM %s x WHERE EXISTS (SELECT FROM b WHERE b.a_id = x.v) AND '%s' <> ''",
                "SELECT p.v, p.id, n + 1 FROM p JOIN %s ON p.id = %s.v + 1");
        String union = dice.pick("UNION", "UNION ALL");
        String text = "WITH RECURSIVE " + cte + "(k, v, n) AS (" + seed + " " + union + " " + step.formatted(cte, cte)
                + " AND n < 4)"
                + dice.pick("", "", "", " SEARCH BREADTH FIRST BY k, v SET ord", " SEARCH DEPTH FIRST BY k, v SET ord")
                + dice.pick(
                        "", "", "", " CYCLE k SET cyc USING path", " CYCLE k, v SET cyc TO 'y' DEFAULT 'n' USING path");
        Relation columns = Relation.of(cte, false, "k:int v:int n:int");
        Scope scope = outer.alone().withTable(columns);
        if (dice.chance(20)) {
            String second = selects.name("x");
            text += ", " + second + "(k, v, n) AS (SELECT k, v, n FROM " + cte + " UNION SELECT v, k, n + 1 FROM "
                    + second + " WHERE n < 3)";
            cte = second;
        }
        Sources.From from = Sources.aliased(cte, cte, columns, scope);
        Select main = dice.chance(50)
                ? selects.grouping().grouped(from, "", List.of())
                : Selects.select("SELECT ", from.scope().atoms(), " FROM " + cte, null);
        return new Select(text + " " + main.text(), main.columns());
    }
}
