package org.pgherd.engine.offline;

import java.util.function.Supplier;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.function.DetachedContext;

/// Default settings, a fixed time, the types of a schema, and nothing that only a server has.
final class OfflineSession extends DetachedContext {
    private final Supplier<CatalogView> view;

    OfflineSession(Supplier<CatalogView> view) {
        this.view = view;
    }

    @Override
    public TypeLookup types() {
        return view.get();
    }
}
