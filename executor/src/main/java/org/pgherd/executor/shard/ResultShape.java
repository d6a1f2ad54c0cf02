package org.pgherd.executor.shard;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.vector.RefVectorBuilder;
import org.pgherd.semantics.vector.VectorBuilder;

/// What the rows of a response look like: types, how each field is decoded, and the columns if the shard told
/// them.
final class ResultShape {
    /// Of a statement that yields no rows.
    static final ResultShape NONE = new ResultShape(new SqlType[0], new FieldDecoder[0], List.of());

    private final SqlType[] types;
    /// Null: all fields are text, to be shown and not computed with.
    private final FieldDecoder @Nullable [] decoders;
    private final List<RemoteColumn> columns;

    private ResultShape(SqlType[] types, FieldDecoder @Nullable [] decoders, List<RemoteColumn> columns) {
        this.types = types;
        this.decoders = decoders;
        this.columns = columns;
    }

    /// In binary wherever the type allows.
    static ResultShape of(SqlType[] types, ValueCodecs codecs) {
        return new ResultShape(types, decoders(types, codecs), List.of());
    }

    static ResultShape described(List<RemoteColumn> columns, ValueCodecs codecs) {
        SqlType[] types = new SqlType[columns.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = columns.get(i).type();
        }
        return new ResultShape(types, decoders(types, codecs), List.copyOf(columns));
    }

    /// Of the simple protocol: text, whatever the columns are.
    static ResultShape text(List<RemoteColumn> columns) {
        SqlType[] types = new SqlType[columns.size()];
        Arrays.fill(types, SqlType.TEXT);
        return new ResultShape(types, null, List.copyOf(columns));
    }

    private static FieldDecoder[] decoders(SqlType[] types, ValueCodecs codecs) {
        FieldDecoder[] decoders = new FieldDecoder[types.length];
        for (int i = 0; i < types.length; i++) {
            decoders[i] = FieldDecoder.of(types[i].oid(), codecs);
        }
        return decoders;
    }

    SqlType[] types() {
        return types;
    }

    List<RemoteColumn> columns() {
        return columns;
    }

    void writeFormats(WireOutput out) {
        FieldDecoder[] known = decoders;
        if (known == null) {
            out.int2(0);
            return;
        }
        out.int2(known.length);
        for (FieldDecoder decoder : known) {
            out.int2(decoder.isBinary() ? 1 : 0);
        }
    }

    /// One row of the current message into the builders.
    void decode(WireInput in, int fields, VectorBuilder[] out) {
        byte[] buffer = in.buffer();
        FieldDecoder[] known = decoders;
        for (int i = 0; i < fields; i++) {
            int length = in.int4();
            if (length < 0) {
                out[i].appendNull();
                continue;
            }
            if (known == null) {
                byte[] copy = new byte[length];
                System.arraycopy(buffer, in.position(), copy, 0, length);
                ((RefVectorBuilder) out[i]).append(Text.of(copy));
            } else {
                known[i].decode(buffer, in.position(), length, out[i]);
            }
            in.skip(length);
        }
    }

    VectorBuilder[] newBuilders(int capacity) {
        VectorBuilder[] made = new VectorBuilder[types.length];
        FieldDecoder[] known = decoders;
        for (int i = 0; i < types.length; i++) {
            made[i] = VectorBuilder.of(
                    known == null ? types[i].carrier() : known[i].codec().carrier(), capacity);
        }
        return made;
    }
}
