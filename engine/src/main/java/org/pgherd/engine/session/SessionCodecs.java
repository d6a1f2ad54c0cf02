package org.pgherd.engine.session;

import org.pgherd.executor.shard.ValueCodecs;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;

/// Codecs of built-in types and of the user's, as the session's catalog has them.
public final class SessionCodecs implements ValueCodecs {
    private final SessionState session;
    private final FunctionContext functions;

    public SessionCodecs(SessionState session, FunctionContext functions) {
        this.session = session;
        this.functions = functions;
    }

    @Override
    public TypeCodec codec(int typeOid) {
        return Codecs.forType(typeOid, session.view());
    }

    @Override
    public FunctionContext context() {
        return functions;
    }
}
