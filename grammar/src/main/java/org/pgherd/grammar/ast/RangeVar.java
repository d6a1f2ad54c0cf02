package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A relation by name. `inh` is false after ONLY; `relpersistence` is 'p', 't' (temporary) or 'u' (unlogged).
public record RangeVar(
        @Nullable String catalogname,
        @Nullable String schemaname,
        String relname,
        boolean inh,
        char relpersistence,
        @Nullable Alias alias,
        Position at)
        implements FromItem {}
