package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A privilege; without a name ALL.
public record AccessPriv(@Nullable String privName, List<String> cols, Position at) implements Node {
    public AccessPriv {
        cols = List.copyOf(cols);
    }
}
