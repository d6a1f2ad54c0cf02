package org.pgherd.executor.shard;

import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;

/// How values travel to shards and back: codecs of all types, users' too, and what the text forms depend on.
public interface ValueCodecs {
    /// Never null: types unknown to Java pass through in text.
    TypeCodec codec(int typeOid);

    /// For types without a binary form only.
    FunctionContext context();
}
