package org.pgherd.shardplanner;

import org.pgherd.errors.Notice;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.function.DetachedContext;

/// A session of tests: time stands still, a notice is a failure.
final class TestSession extends DetachedContext {
    TypeLookup types = BuiltinCatalog.instance();

    TestSession() {
        // 2026-01-02 03:04:05.678901+00
        super(820638245678901L);
    }

    @Override
    public TypeLookup types() {
        return types;
    }

    @Override
    public void notice(Notice notice) {
        throw new AssertionError(notice);
    }
}
