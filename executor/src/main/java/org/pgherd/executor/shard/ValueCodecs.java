package org.pgherd.executor.shard;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;

/// How values travel to shards and back: codecs of all types, users' too, and what the text forms depend on.
public interface ValueCodecs {
    /// Never null: types unknown to Java pass through in text.
    TypeCodec codec(int typeOid);

    /// For types without a binary form only.
    FunctionContext context();

    /// By which names of objects (regclass and its kin) become the oids that the catalog shard gives them; null
    /// leaves them with the oids of the shard they come from.
    default @Nullable TypeLookup types() {
        return null;
    }
}
