package org.pgherd.engine.session;

import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.engine.herd.NoSettings;
import org.pgherd.executor.shard.ValueCodecs;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;

/// Codecs for a plan that sessions share: of one catalog, and of no session's settings. Only types without a
/// binary form
/// come as text, and none of those depends on settings.
record CatalogCodecs(CatalogView view) implements ValueCodecs {
    @Override
    public TypeCodec codec(int typeOid) {
        return Codecs.forType(typeOid, view);
    }

    /// Names of objects, whose numbers differ from shard to shard: values of reg* types travel by name.
    @Override
    public TypeLookup types() {
        return view;
    }

    @Override
    public FunctionContext context() {
        return NoSettings.CONTEXT;
    }
}
