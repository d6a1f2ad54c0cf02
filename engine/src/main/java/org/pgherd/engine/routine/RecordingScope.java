package org.pgherd.engine.routine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.spi.VariableScope;
import org.pgherd.semantics.type.SqlType;

/// Remembers the types of the variables by slot, as parameters of the plan.
public final class RecordingScope implements VariableScope {
    private final VariableScope inner;
    private final List<SqlType> types = new ArrayList<>();

    RecordingScope(VariableScope inner) {
        this.inner = inner;
    }

    private @Nullable Variable record(@Nullable Variable variable) {
        if (variable != null) {
            while (types.size() <= variable.slot()) {
                types.add(SqlType.UNKNOWN);
            }
            types.set(variable.slot(), variable.type());
        }
        return variable;
    }

    @Override
    public @Nullable Variable resolve(List<String> name) {
        return record(inner.resolve(name));
    }

    @Override
    public @Nullable Variable parameter(int number) {
        return record(inner.parameter(number));
    }

    @Override
    public Conflict conflict() {
        return inner.conflict();
    }

    /// By slot.
    public List<SqlType> types() {
        return types;
    }
}
