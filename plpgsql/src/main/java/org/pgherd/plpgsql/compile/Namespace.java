package org.pgherd.plpgsql.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.spi.VariableScope;

/// The variables of a block, and around it those of the blocks that it stands in (pl_funcs.c).
public final class Namespace {
    private final @Nullable Namespace outer;
    private final @Nullable String label;
    private final VariableScope.Conflict conflict;
    private final Map<String, Variable> variables = new HashMap<>();

    public Namespace(@Nullable Namespace outer, @Nullable String label, VariableScope.Conflict conflict) {
        this.outer = outer;
        this.label = label;
        this.conflict = conflict;
    }

    public Namespace inner(@Nullable String innerLabel) {
        return new Namespace(this, innerLabel, conflict);
    }

    public VariableScope.Conflict conflict() {
        return conflict;
    }

    public void add(String name, Variable variable) {
        variables.put(name, variable);
    }

    /// A copy of what is declared so far: later names of the block are not seen by what is compiled now.
    public Namespace snapshot() {
        Namespace copy = new Namespace(outer, label, conflict);
        copy.variables.putAll(variables);
        return copy;
    }

    /// The variable that the first one or two names mean, and how many names that took.
    public @Nullable Found find(List<String> names) {
        for (Namespace at = this; at != null; at = at.outer) {
            Variable variable = at.variables.get(names.getFirst());
            if (variable != null && (names.size() == 1 || variable.isRow())) {
                return new Found(variable, 1);
            }
            if (names.size() > 1 && names.getFirst().equals(at.label)) {
                Variable qualified = at.variables.get(names.get(1));
                if (qualified != null) {
                    return new Found(qualified, 2);
                }
            }
        }
        return null;
    }

    /// @param used how many names stand for the variable; those after are fields
    public record Found(Variable variable, int used) {}
}
