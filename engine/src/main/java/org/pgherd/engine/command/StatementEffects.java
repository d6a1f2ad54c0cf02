package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.analyzer.effect.EffectAnalysis;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.semantics.catalog.ProcRow;

/// What the user's routines in a statement touch, each with the calls that lead there; as EXPLAIN shows it.
public final class StatementEffects {
    private StatementEffects() {}

    /// Lists under "Effect" and "Lint"; empty ones are left out.
    public static Map<String, Object> of(Statement statement, CatalogView view) {
        EffectAnalysis analysis = new EffectAnalysis(view);
        List<String> effects = new ArrayList<>();
        List<String> lints = new ArrayList<>();
        for (FuncCall call : AstWalk.all(statement, FuncCall.class)) {
            String schema = call.funcname().size() > 1 ? call.funcname().getFirst() : null;
            for (ProcRow row : view.functions(schema, call.funcname().getLast())) {
                Routine routine = view.catalog().routine(row.oid());
                if (routine == null) {
                    continue;
                }
                effects.addAll(analysis.routine(row.oid()).describe());
                String lint = analysis.lint(routine);
                if (lint != null) {
                    lints.add(row.name() + " is " + lint);
                }
            }
        }
        Map<String, Object> found = new LinkedHashMap<>();
        if (!effects.isEmpty()) {
            found.put("Effect", effects.stream().distinct().toList());
        }
        if (!lints.isEmpty()) {
            found.put("Lint", lints.stream().distinct().toList());
        }
        return found;
    }
}
