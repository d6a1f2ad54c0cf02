package org.pgherd.analyzer.effect;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Policy;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.analyzer.catalog.Trigger;
import org.pgherd.analyzer.rewrite.ViewText;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.Node;
import org.pgherd.semantics.catalog.ProcRow;

/// Analyses routines and statements against one catalog. Results for routines are kept; not for several threads.
public final class EffectAnalysis {
    private final CatalogView view;
    private final Map<Integer, Effects> known = new HashMap<>();
    private final Set<Integer> running = new HashSet<>();
    private final Set<Integer> deciding = new HashSet<>();
    private final Set<Integer> visited = new LinkedHashSet<>();

    public EffectAnalysis(CatalogView view) {
        this.view = view;
    }

    /// The users' routines that were looked at so far, those that others call included.
    public Set<Integer> visited() {
        return Collections.unmodifiableSet(visited);
    }

    CatalogView view() {
        return view;
    }

    /// A statement, an expression, or any other part of a parse tree.
    public Effects of(Node node) {
        Collected into = new Collected();
        new StatementEffects(this, into, "", 0).add(node);
        return into.effects();
    }

    /// A routine by oid, the user's or built in.
    public Effects routine(int oid) {
        Effects done = known.get(oid);
        if (done != null) {
            return done;
        }
        Routine routine = view.catalog().routine(oid);
        if (routine == null) {
            ProcRow row = view.catalog().proc(oid);
            return row == null ? unknown("no such routine") : BuiltinEffects.of(row);
        }
        visited.add(oid);
        if (!running.add(oid)) {
            // recursion adds nothing to what the outer call will have found
            return Effects.NONE;
        }
        try {
            Effects effects = body(routine);
            if (deciding.isEmpty()) {
                known.put(oid, effects);
            }
            return effects;
        } finally {
            running.remove(oid);
        }
    }

    private Effects body(Routine routine) {
        Collected into = new Collected();
        String name = routine.row().name();
        List<RoutineBody.Part> parts;
        try {
            parts = RoutineBody.parts(routine);
        } catch (SqlException e) {
            return unknown(name + ": its body cannot be parsed");
        }
        if (parts == null) {
            into.add(
                    new Effect(
                            Effect.Kind.UNKNOWN, 0, "language " + routine.row().language()),
                    name);
            return into.effects();
        }
        for (RoutineBody.Part part : parts) {
            if (part.node() == null) {
                into.add(new Effect(Effect.Kind.UNKNOWN, 0, "dynamic SQL"), name + " -> EXECUTE, line " + part.line());
            } else {
                new StatementEffects(this, into, name + " -> ", part.line()).add(part.node());
            }
        }
        return into.effects();
    }

    private static Effects unknown(String why) {
        return new Effects(Map.of(new Effect(Effect.Kind.UNKNOWN, 0, ""), why));
    }

    /// What writing to a table sets off: triggers, defaults, generated columns.
    Effects consequences(Relation table) {
        Collected into = new Collected();
        for (Trigger trigger : table.triggers()) {
            into.addAll(routine(trigger.function()), "trigger " + trigger.name() + " -> ");
        }
        for (Column column : table.columns()) {
            String text = column.defaultExpr();
            if (text != null) {
                expression(text, into, "default of " + table.name() + "." + column.name() + " -> ");
            }
        }
        into.addAll(policies(table), "");
        return into.effects();
    }

    /// What deciding on a table's rows reads and calls, whoever asks.
    public Effects policies(Relation table) {
        Collected into = new Collected();
        // a policy that leads to its own table adds nothing to it; PostgreSQL refuses to apply it
        if (table.rowSecurity() && deciding.add(table.oid())) {
            try {
                for (Policy policy : view.catalog().policies(table.oid())) {
                    into.addAll(policy(policy), "policy " + policy.name() + " of " + table.name() + " -> ");
                }
            } finally {
                deciding.remove(table.oid());
            }
        }
        return into.effects();
    }

    public Effects policy(Policy policy) {
        Collected into = new Collected();
        policy.conditions().forEach(condition -> expression(condition, into, ""));
        return into.effects();
    }

    private void expression(String text, Collected into, String path) {
        try {
            new StatementEffects(this, into, path, 0).add(SqlParser.parseExpression(text));
        } catch (SqlException e) {
            into.add(new Effect(Effect.Kind.UNKNOWN, 0, "expression"), path + text);
        }
    }

    /// What reading a view reads.
    Effects viewBody(Relation relation) {
        Collected into = new Collected();
        String text = relation.viewDefinition();
        if (text != null) {
            try {
                new StatementEffects(this, into, "view " + relation.name() + " -> ", 0)
                        .add(ViewText.of(text).statement().stmt());
            } catch (SqlException e) {
                into.add(new Effect(Effect.Kind.UNKNOWN, 0, "view"), relation.name());
            }
        }
        return into.effects();
    }

    /// A lint where the declared volatility is stricter than what the body does; null if there is none.
    public @Nullable String lint(Routine routine) {
        Effects effects = routine(routine.oid());
        String order = "isv";
        if (order.indexOf(effects.volatility()) <= order.indexOf(routine.row().volatility()) || effects.isUnknown()) {
            return null;
        }
        String declared = routine.row().volatility() == 'i' ? "IMMUTABLE" : "STABLE";
        Map.Entry<Effect, String> first =
                effects.reasons().entrySet().iterator().next();
        return "declared " + declared + " but " + first.getKey() + ": " + first.getValue();
    }

    /// Effects as they are found; the first reason for each stays.
    static final class Collected {
        private final Map<Effect, String> reasons = new LinkedHashMap<>();

        void add(Effect effect, String reason) {
            reasons.putIfAbsent(effect, reason);
        }

        void addAll(Effects effects, String path) {
            effects.reasons().forEach((effect, reason) -> reasons.putIfAbsent(effect, path + reason));
        }

        Effects effects() {
            return new Effects(reasons);
        }
    }
}
