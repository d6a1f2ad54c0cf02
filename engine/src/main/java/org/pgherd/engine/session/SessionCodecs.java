package org.pgherd.engine.session;

import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.executor.shard.ValueCodecs;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;

/// Codecs of built-in types and of the user's, as the session's catalog has them.
public final class SessionCodecs implements ValueCodecs {
    private final CatalogView view;
    private final FunctionContext functions;

    /// @param view as of the statement's begin: decoding happens while a shard answers and must not ask it again
    public SessionCodecs(CatalogView view, FunctionContext functions) {
        this.view = view;
        this.functions = functions;
    }

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
        return functions;
    }
}
