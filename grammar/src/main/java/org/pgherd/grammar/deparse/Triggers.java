package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.AlterEventTrigStmt;
import org.pgherd.grammar.ast.AlterPolicyStmt;
import org.pgherd.grammar.ast.CreateEventTrigStmt;
import org.pgherd.grammar.ast.CreatePolicyStmt;
import org.pgherd.grammar.ast.CreateTrigStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.NodeList;
import org.pgherd.grammar.ast.RoleSpec;
import org.pgherd.grammar.ast.RuleStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.TriggerBits;
import org.pgherd.grammar.ast.TriggerTransition;

/// Triggers, event triggers, rules and policies.
final class Triggers {
    private Triggers() {}

    static String create(CreateTrigStmt s) {
        return spaced(
                "CREATE",
                when(s.replace(), "OR REPLACE"),
                when(s.isconstraint(), "CONSTRAINT"),
                "TRIGGER",
                name(s.trigname()),
                switch (s.timing()) {
                    case TriggerBits.BEFORE -> "BEFORE";
                    case TriggerBits.INSTEAD -> "INSTEAD OF";
                    default -> "AFTER";
                },
                events(s),
                "ON",
                FromItems.qualified(s.relation()),
                given("FROM", s.constrrel(), FromItems::qualified),
                s.transitionRels().isEmpty()
                        ? ""
                        : "REFERENCING " + joined(" ", s.transitionRels(), Triggers::transition),
                when(s.deferrable(), "DEFERRABLE"),
                when(s.initdeferred(), "INITIALLY DEFERRED"),
                s.row() ? "FOR EACH ROW" : "FOR EACH STATEMENT",
                s.whenClause() == null ? "" : "WHEN (" + given("", s.whenClause(), Expressions::expr) + ")",
                "EXECUTE FUNCTION",
                dotted(s.funcname()) + "(" + list(s.args(), SqlWords::string) + ")");
    }

    private static String events(CreateTrigStmt s) {
        List<String> events = new ArrayList<>();
        if ((s.events() & TriggerBits.INSERT) != 0) {
            events.add("INSERT");
        }
        if ((s.events() & TriggerBits.DELETE) != 0) {
            events.add("DELETE");
        }
        if ((s.events() & TriggerBits.UPDATE) != 0) {
            events.add(s.columns().isEmpty() ? "UPDATE" : "UPDATE OF " + names(s.columns()));
        }
        if ((s.events() & TriggerBits.TRUNCATE) != 0) {
            events.add("TRUNCATE");
        }
        return String.join(" OR ", events);
    }

    private static String transition(TriggerTransition t) {
        return spaced(t.isNew() ? "NEW" : "OLD", t.isTable() ? "TABLE" : "ROW", "AS", name(t.name()));
    }

    static String createEvent(CreateEventTrigStmt s) {
        return spaced(
                "CREATE EVENT TRIGGER",
                name(s.trigname()),
                "ON",
                name(s.eventname()),
                s.whenclause().isEmpty() ? "" : "WHEN " + joined(" AND ", s.whenclause(), Triggers::filter),
                "EXECUTE FUNCTION",
                dotted(s.funcname()) + "()");
    }

    private static String filter(DefElem f) {
        return name(f.defname()) + " IN (" + (f.arg() instanceof NodeList l ? list(l.items(), Options::argument) : "")
                + ")";
    }

    static String alterEvent(AlterEventTrigStmt s) {
        return spaced(
                "ALTER EVENT TRIGGER",
                name(s.trigname()),
                switch (s.tgenabled()) {
                    case 'O' -> "ENABLE";
                    case 'R' -> "ENABLE REPLICA";
                    case 'A' -> "ENABLE ALWAYS";
                    default -> "DISABLE";
                });
    }

    static String rule(RuleStmt s) {
        List<Statement> actions = s.actions();
        return spaced(
                "CREATE",
                when(s.replace(), "OR REPLACE"),
                "RULE",
                name(s.rulename()),
                "AS ON",
                s.event().name(),
                "TO",
                FromItems.qualified(s.relation()),
                given("WHERE", s.whereClause(), Expressions::expr),
                "DO",
                s.instead() ? "INSTEAD" : "ALSO",
                actions.isEmpty()
                        ? "NOTHING"
                        : actions.size() == 1
                                ? Statements.statement(actions.get(0))
                                : "(" + joined("; ", actions, Statements::statement) + ")");
    }

    static String policy(CreatePolicyStmt s) {
        return spaced(
                "CREATE POLICY",
                name(s.policyName()),
                "ON",
                FromItems.qualified(s.table()),
                s.permissive() ? "AS PERMISSIVE" : "AS RESTRICTIVE",
                "FOR " + s.cmdName().toUpperCase(Locale.ROOT),
                policyTail(s.roles(), s.qual(), s.withCheck()));
    }

    static String alterPolicy(AlterPolicyStmt s) {
        return spaced(
                "ALTER POLICY",
                name(s.policyName()),
                "ON",
                FromItems.qualified(s.table()),
                policyTail(s.roles(), s.qual(), s.withCheck()));
    }

    private static String policyTail(List<RoleSpec> roles, @Nullable Expr using, @Nullable Expr check) {
        return spaced(
                roles.isEmpty() ? "" : "TO " + list(roles, Roles::role),
                using == null ? "" : "USING (" + Expressions.expr(using) + ")",
                check == null ? "" : "WITH CHECK (" + Expressions.expr(check) + ")");
    }
}
