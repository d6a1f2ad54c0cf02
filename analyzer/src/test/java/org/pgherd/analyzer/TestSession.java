package org.pgherd.analyzer;

import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.function.DetachedContext;

/// A session with all settings at their defaults and a clock that stands still.
final class TestSession extends DetachedContext {
    private final TypeLookup types;

    TestSession(TypeLookup types) {
        super(0);
        this.types = types;
    }

    @Override
    public TypeLookup types() {
        return types;
    }
}
