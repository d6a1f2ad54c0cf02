package org.pgherd.grammar.plpgsql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// An entry of DECLARE.
public sealed interface Declaration {
    String name();

    int line();

    /// @param collation the name after COLLATE, dotted; empty if none
    record Variable(
            String name,
            boolean constant,
            DataType type,
            List<String> collation,
            boolean notNull,
            @Nullable SqlFragment initial,
            int line)
            implements Declaration {}

    /// `name ALIAS FOR other`.
    record Alias(String name, List<String> of, Position at, int line) implements Declaration {}

    /// @param scroll null if neither SCROLL nor NO SCROLL is said
    record Cursor(String name, @Nullable Boolean scroll, List<Parameter> parameters, SqlFragment query, int line)
            implements Declaration {}

    record Parameter(String name, DataType type) {}
}
