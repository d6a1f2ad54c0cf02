package org.pgherd.semantics.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// The variables that a statement inside a routine may name, beside columns.
public interface VariableScope {
    /// A name (`v`, `block.v`, `record.field`, `block.record.field`), folded as identifiers are; null if no
    /// variable has it.
    @Nullable
    Variable resolve(List<String> name);

    /// `$n`, from 1; null if there is none.
    @Nullable
    Variable parameter(int number);

    Conflict conflict();

    /// A variable's value is `values[slot]` when the statement is executed.
    record Variable(int slot, SqlType type) {}

    /// When a name is a column's and a variable's (plpgsql.variable_conflict).
    enum Conflict {
        ERROR,
        USE_VARIABLE,
        USE_COLUMN
    }

    /// Only `$1`, `$2`...
    static VariableScope positional(List<SqlType> types) {
        List<SqlType> copy = List.copyOf(types);
        return new VariableScope() {
            @Override
            public @Nullable Variable resolve(List<String> name) {
                return null;
            }

            @Override
            public @Nullable Variable parameter(int number) {
                return number >= 1 && number <= copy.size() ? new Variable(number - 1, copy.get(number - 1)) : null;
            }

            @Override
            public Conflict conflict() {
                return Conflict.USE_COLUMN;
            }
        };
    }
}
