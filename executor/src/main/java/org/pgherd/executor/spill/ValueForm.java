package org.pgherd.executor.spill;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.shard.ValueCodecs;
import org.pgherd.semantics.codec.ByteSink;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.value.Interval;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.PgRecord;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.Uuid;

/// Single objects as bytes: a byte for the class, then the value. The common classes are written as they are, the
/// others by the codec of their type.
final class ValueForm {
    private static final byte NULL = 0;
    private static final byte TEXT = 1;
    private static final byte COMPACT_NUMERIC = 2;
    private static final byte BYTES = 3;
    private static final byte INTERVAL = 4;
    private static final byte UUID = 5;
    private static final byte ARRAY = 6;
    private static final byte RECORD = 7;
    private static final byte TRUE = 8;
    private static final byte FALSE = 9;
    private static final byte INT = 10;
    private static final byte LONG = 11;
    private static final byte FLOAT = 12;
    private static final byte DOUBLE = 13;
    private static final byte BY_CODEC = 14;
    private static final byte BY_TEXT = 15;
    /// The most that a value of fixed size takes with its class byte.
    private static final int FIXED = 24;

    private final ValueCodecs codecs;
    private final ByteSink sink = new ByteSink();

    ValueForm(ValueCodecs codecs) {
        this.codecs = codecs;
    }

    static ByteBuffer room(ByteBuffer buffer, int bytes) {
        if (buffer.remaining() >= bytes) {
            return buffer;
        }
        ByteBuffer larger = BatchForm.buffer(Math.max(buffer.capacity() * 2, buffer.position() + bytes));
        return larger.put(buffer.flip());
    }

    /// @param typeOid of the column or element
    ByteBuffer write(ByteBuffer target, @Nullable Object value, int typeOid) {
        ByteBuffer out = room(target, FIXED);
        return switch (value) {
            case null -> out.put(NULL);
            case Text text -> {
                out = room(out, FIXED + text.length());
                yield out.put(TEXT).putInt(text.length()).put(text.bytes(), text.offset(), text.length());
            }
            case Numeric number
            when number.isCompact() ->
                out.put(COMPACT_NUMERIC).putInt(number.scale()).putLong(number.compactValue());
            case Bytea bytes -> {
                out = room(out, FIXED + bytes.length());
                yield out.put(BYTES).putInt(bytes.length()).put(bytes.bytes());
            }
            case Interval i ->
                out.put(INTERVAL).putInt(i.months()).putInt(i.days()).putLong(i.micros());
            case Uuid u -> out.put(UUID).putLong(u.high()).putLong(u.low());
            case PgArray array -> array(out, array);
            case PgRecord record -> record(out, record);
            case Boolean b -> out.put(b ? TRUE : FALSE);
            case Integer i -> out.put(INT).putInt(i);
            case Long l -> out.put(LONG).putLong(l);
            case Float f -> out.put(FLOAT).putFloat(f);
            case Double d -> out.put(DOUBLE).putDouble(d);
            case Numeric number -> byCodec(out, number, TypeOids.NUMERIC);
            default -> byCodec(out, value, typeOid);
        };
    }

    private ByteBuffer array(ByteBuffer target, PgArray array) {
        ByteBuffer out = room(target, FIXED + 8 * array.ndims());
        out.put(ARRAY).putInt(array.elementOid()).putInt(array.ndims());
        for (int i = 0; i < array.ndims(); i++) {
            out.putInt(array.dims()[i]).putInt(array.lowerBounds()[i]);
        }
        out.putInt(array.size());
        for (int i = 0; i < array.size(); i++) {
            out = write(out, array.get(i), array.elementOid());
        }
        return out;
    }

    private ByteBuffer record(ByteBuffer target, PgRecord record) {
        ByteBuffer out = room(target, FIXED + 4 * record.size());
        out.put(RECORD).putInt(record.typeOid()).putInt(record.size());
        for (int oid : record.fieldOids()) {
            out.putInt(oid);
        }
        out.put((byte) (record.names().isEmpty() ? 0 : 1));
        for (String name : record.names()) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            out = room(out, FIXED + bytes.length).putInt(bytes.length).put(bytes);
        }
        for (int i = 0; i < record.size(); i++) {
            out = write(out, record.get(i), record.fieldOids()[i]);
        }
        return out;
    }

    private ByteBuffer byCodec(ByteBuffer target, Object value, int typeOid) {
        TypeCodec codec = codecs.codec(typeOid);
        sink.truncate(0);
        if (codec.hasBinary()) {
            codec.encodeBinary(value, sink);
        } else {
            sink.putString(codec.encodeText(value, codecs.context().exact()));
        }
        ByteBuffer out = room(target, FIXED + sink.length());
        return out.put(codec.hasBinary() ? BY_CODEC : BY_TEXT)
                .putInt(typeOid)
                .putInt(sink.length())
                .put(sink.bytes(), 0, sink.length());
    }

    @Nullable
    Object read(ByteBuffer in) {
        byte kind = in.get();
        return switch (kind) {
            case NULL -> null;
            case TEXT -> Text.of(bytes(in));
            case COMPACT_NUMERIC -> {
                int scale = in.getInt();
                yield Numeric.of(in.getLong(), scale);
            }
            case BYTES -> new Bytea(bytes(in));
            case INTERVAL -> new Interval(in.getInt(), in.getInt(), in.getLong());
            case UUID -> new Uuid(in.getLong(), in.getLong());
            case ARRAY -> array(in);
            case RECORD -> record(in);
            case TRUE -> true;
            case FALSE -> false;
            case INT -> in.getInt();
            case LONG -> in.getLong();
            case FLOAT -> in.getFloat();
            case DOUBLE -> in.getDouble();
            case BY_CODEC -> {
                TypeCodec codec = codecs.codec(in.getInt());
                byte[] bytes = bytes(in);
                yield codec.decodeBinary(bytes, 0, bytes.length);
            }
            case BY_TEXT -> {
                TypeCodec codec = codecs.codec(in.getInt());
                yield codec.decodeText(Text.of(bytes(in)).toString(), -1, codecs.context());
            }
            default -> throw new AssertionError("class of value " + kind);
        };
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }

    private PgArray array(ByteBuffer in) {
        int elementOid = in.getInt();
        int[] dims = new int[in.getInt()];
        int[] lowerBounds = new int[dims.length];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = in.getInt();
            lowerBounds[i] = in.getInt();
        }
        return new PgArray(elementOid, dims, lowerBounds, values(in, in.getInt()));
    }

    private PgRecord record(ByteBuffer in) {
        int typeOid = in.getInt();
        int[] fieldOids = new int[in.getInt()];
        for (int i = 0; i < fieldOids.length; i++) {
            fieldOids[i] = in.getInt();
        }
        String[] names = new String[in.get() == 0 ? 0 : fieldOids.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = new String(bytes(in), StandardCharsets.UTF_8);
        }
        return new PgRecord(typeOid, fieldOids, values(in, fieldOids.length), List.of(names));
    }

    private @Nullable Object[] values(ByteBuffer in, int count) {
        @Nullable Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = read(in);
        }
        return values;
    }
}
