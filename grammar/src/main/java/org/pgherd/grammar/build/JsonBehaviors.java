package org.pgherd.grammar.build;

import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.JsonBehavior;

/// ON EMPTY and ON ERROR.
public final class JsonBehaviors {
    public @Nullable JsonBehavior onEmpty;
    public @Nullable JsonBehavior onError;
}
