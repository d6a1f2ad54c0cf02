package org.pgherd.executor.shard;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.codec.ByteSink;
import org.pgherd.semantics.codec.TypeCodec;

/// The parameter part of a Bind message.
final class ParameterWriter {
    /// Types that users define have other oids on other shards: there the shard takes the type from the statement.
    private static final int FIRST_NORMAL_OID = 16384;

    private ParameterWriter() {}

    static int declaredType(int typeOid) {
        return isPortable(typeOid) ? typeOid : 0;
    }

    private static boolean isPortable(int typeOid) {
        return Integer.compareUnsigned(typeOid, FIRST_NORMAL_OID) < 0;
    }

    static void write(WireOutput out, ShardStatement statement, @Nullable Object[] values) {
        int count = statement.parameterCount();
        TypeCodec[] codecs = statement.parameterCodecs();
        out.int2(count);
        for (int i = 0; i < count; i++) {
            out.int2(isBinary(codecs[i], statement.parameterType(i)) ? 1 : 0);
        }
        out.int2(count);
        ByteSink sink = new ByteSink();
        for (int i = 0; i < count; i++) {
            Object value = values[i];
            if (value == null) {
                out.int4(-1);
                continue;
            }
            if (isBinary(codecs[i], statement.parameterType(i))) {
                sink.truncate(0);
                codecs[i].encodeBinary(value, sink);
                out.int4(sink.length()).bytes(sink.bytes(), 0, sink.length());
            } else {
                byte[] text = codecs[i]
                        .encodeText(value, statement.codecs().context())
                        .getBytes(StandardCharsets.UTF_8);
                out.int4(text.length).bytes(text);
            }
        }
    }

    /// Binary forms of users' composite types hold oids of the shard they came from.
    private static boolean isBinary(TypeCodec codec, int typeOid) {
        return codec.hasBinary() && isPortable(typeOid);
    }
}
