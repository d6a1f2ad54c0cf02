package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.DeleteStmt;
import org.pgherd.grammar.ast.InferClause;
import org.pgherd.grammar.ast.InsertStmt;
import org.pgherd.grammar.ast.MergeStmt;
import org.pgherd.grammar.ast.MergeWhenClause;
import org.pgherd.grammar.ast.MultiAssignRef;
import org.pgherd.grammar.ast.OnConflictAction;
import org.pgherd.grammar.ast.OnConflictClause;
import org.pgherd.grammar.ast.OverridingKind;
import org.pgherd.grammar.ast.ResTarget;
import org.pgherd.grammar.ast.ReturningClause;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.UpdateStmt;

/// INSERT, UPDATE, DELETE and MERGE.
final class Changes {
    private Changes() {}

    static String insert(InsertStmt s) {
        SelectStmt query = s.selectStmt();
        return spaced(
                Queries.with(s.withClause()),
                "INSERT INTO",
                FromItems.relation(s.relation()),
                parens("", s.cols(), Changes::column),
                overriding(s.override()),
                query == null ? "DEFAULT VALUES" : Queries.select(query),
                given("ON CONFLICT", s.onConflictClause(), Changes::conflict),
                returning(s.returningClause()));
    }

    private static String column(ResTarget t) {
        return given("", t.name(), SqlWords::name) + Expressions.path(t.indirection());
    }

    private static String overriding(OverridingKind kind) {
        return switch (kind) {
            case NOT_SET -> "";
            case USER_VALUE -> "OVERRIDING USER VALUE";
            case SYSTEM_VALUE -> "OVERRIDING SYSTEM VALUE";
        };
    }

    private static String conflict(OnConflictClause c) {
        String action = c.action() == OnConflictAction.NOTHING
                ? "DO NOTHING"
                : spaced(
                        "DO UPDATE SET",
                        assignments(c.targetList()),
                        given("WHERE", c.whereClause(), Expressions::expr));
        return spaced(given("", c.infer(), Changes::infer), action);
    }

    private static String infer(InferClause c) {
        String constraint = c.conname();
        return constraint != null
                ? "ON CONSTRAINT " + name(constraint)
                : spaced(
                        parens("", c.indexElems(), Indexes::element),
                        given("WHERE", c.whereClause(), Expressions::expr));
    }

    static String returning(@Nullable ReturningClause r) {
        return r == null
                ? ""
                : spaced(
                        "RETURNING",
                        parens("WITH", r.options(), o -> o.option().name() + " AS " + name(o.value())),
                        Queries.targets(r.exprs()));
    }

    /// Assignments; those of one source to many columns come as one target for each.
    static String assignments(List<ResTarget> targets) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < targets.size(); ) {
            ResTarget t = targets.get(i);
            if (t.val() instanceof MultiAssignRef m) {
                List<ResTarget> run = targets.subList(i, i + m.ncolumns());
                out.add("(" + list(run, Changes::column) + ") = " + Expressions.expr(m.source()));
                i += m.ncolumns();
            } else {
                out.add(column(t) + given(" =", t.val(), Expressions::expr));
                i++;
            }
        }
        return String.join(", ", out);
    }

    static String update(UpdateStmt s) {
        return spaced(
                Queries.with(s.withClause()),
                "UPDATE",
                FromItems.relation(s.relation()),
                "SET",
                assignments(s.targetList()),
                s.fromClause().isEmpty() ? "" : "FROM " + FromItems.items(s.fromClause()),
                given("WHERE", s.whereClause(), Expressions::expr),
                returning(s.returningClause()));
    }

    static String delete(DeleteStmt s) {
        return spaced(
                Queries.with(s.withClause()),
                "DELETE FROM",
                FromItems.relation(s.relation()),
                s.usingClause().isEmpty() ? "" : "USING " + FromItems.items(s.usingClause()),
                given("WHERE", s.whereClause(), Expressions::expr),
                returning(s.returningClause()));
    }

    static String merge(MergeStmt s) {
        return spaced(
                Queries.with(s.withClause()),
                "MERGE INTO",
                FromItems.relation(s.relation()),
                "USING",
                FromItems.item(s.sourceRelation()),
                "ON",
                Expressions.expr(s.joinCondition()),
                joined(" ", s.mergeWhenClauses(), Changes::when),
                returning(s.returningClause()));
    }

    private static String when(MergeWhenClause w) {
        String match = switch (w.matchKind()) {
            case MATCHED -> "MATCHED";
            case NOT_MATCHED_BY_SOURCE -> "NOT MATCHED BY SOURCE";
            case NOT_MATCHED_BY_TARGET -> "NOT MATCHED";
        };
        String action = switch (w.commandType()) {
            case INSERT ->
                spaced(
                        "INSERT",
                        parens("", w.targetList(), Changes::column),
                        overriding(w.override()),
                        w.values().isEmpty() ? "DEFAULT VALUES" : "VALUES (" + Expressions.exprs(w.values()) + ")");
            case UPDATE -> "UPDATE SET " + assignments(w.targetList());
            case DELETE -> "DELETE";
            case NOTHING -> "DO NOTHING";
        };
        return spaced("WHEN", match, given("AND", w.condition(), Expressions::expr), "THEN", action);
    }
}
