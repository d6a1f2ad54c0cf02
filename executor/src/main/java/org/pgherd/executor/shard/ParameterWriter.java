package org.pgherd.executor.shard;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.codec.ByteSink;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.plan.PortableTypes;

/// The parameter part of a Bind message.
final class ParameterWriter {
    private ParameterWriter() {}

    static int declaredType(int typeOid) {
        return PortableTypes.isPortable(typeOid) ? typeOid : 0;
    }

    /// Made before anything is written: encoding may ask the session something, and so use the same connection.
    static ByteSink encode(ShardStatement statement, @Nullable Object[] values) {
        int count = statement.parameterCount();
        TypeCodec[] codecs = statement.parameterCodecs();
        ByteSink out = new ByteSink(16 + 16 * count);
        out.putShort(count);
        for (int i = 0; i < count; i++) {
            out.putShort(isBinary(codecs[i], statement.parameterType(i)) ? 1 : 0);
        }
        out.putShort(count);
        for (int i = 0; i < count; i++) {
            Object value = values[i];
            if (value == null) {
                out.putInt(-1);
                continue;
            }
            int lengthAt = out.length();
            out.putInt(0);
            if (isBinary(codecs[i], statement.parameterType(i))) {
                codecs[i].encodeBinary(value, out);
            } else {
                out.putBytes(codecs[i]
                        .encodeText(value, statement.codecs().context().exact())
                        .getBytes(StandardCharsets.UTF_8));
            }
            out.setInt(lengthAt, out.length() - lengthAt - 4);
        }
        return out;
    }

    /// Binary forms of users' composite types hold oids of the shard they came from. Servers take no binary form of an
    /// empty tsquery (tsqueryrecv finds no operand), oidvector or int2vector (array_recv gives it no dimension).
    private static boolean isBinary(TypeCodec codec, int typeOid) {
        return codec.hasBinary()
                && PortableTypes.isPortable(typeOid)
                && typeOid != TypeOids.TSQUERY
                && typeOid != TypeOids.TSQUERY_ARRAY
                && typeOid != TypeOids.OIDVECTOR
                && typeOid != TypeOids.INT2VECTOR;
    }
}
