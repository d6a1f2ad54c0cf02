package org.pgherd.executor.shard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.pgherd.embedded.EmbeddedHerd;
import org.pgherd.embedded.Shard;
import org.pgherd.semantics.codec.ByteSink;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;

/// Real shards, and just the codecs that these tests need.
public final class TestShards {
    public static final ValueCodecs CODECS = new ValueCodecs() {
        @Override
        public TypeCodec codec(int typeOid) {
            return switch (typeOid) {
                case TypeOids.INT4 -> new Int4();
                case TypeOids.BOOL -> new Bool();
                default -> new Utf8(typeOid);
            };
        }

        @Override
        public FunctionContext context() {
            throw new AssertionError("no text form depends on the session here");
        }
    };

    private TestShards() {}

    public static EmbeddedHerd herd() {
        return EmbeddedHerd.shared(3);
    }

    public static List<ShardAddress> addresses(EmbeddedHerd herd) {
        return herd.shards().stream().map(TestShards::address).toList();
    }

    public static ShardAddress address(Shard shard) {
        return new ShardAddress(shard.number(), shard.host(), shard.port(), shard.database(), shard.user(), null);
    }

    public static ShardConnection open(Shard shard, NoticeListener listener) {
        return ShardConnection.open(address(shard), Map.of(), listener);
    }

    private static final class Int4 extends TypeCodec {
        Int4() {
            super(TypeOids.INT4, Carrier.INT);
        }

        @Override
        public Object decodeText(String text, int typmod, FunctionContext context) {
            return Integer.valueOf(text);
        }

        @Override
        public String encodeText(Object value, FunctionContext context) {
            return value.toString();
        }

        @Override
        public Object decodeBinary(byte[] bytes, int offset, int length) {
            return ByteBuffer.wrap(bytes, offset, length).getInt();
        }

        @Override
        public void encodeBinary(Object value, ByteSink out) {
            out.putInt((Integer) value);
        }
    }

    private static final class Bool extends TypeCodec {
        Bool() {
            super(TypeOids.BOOL, Carrier.BOOLEAN);
        }

        @Override
        public Object decodeText(String text, int typmod, FunctionContext context) {
            return text.equals("t");
        }

        @Override
        public String encodeText(Object value, FunctionContext context) {
            return value.toString();
        }

        @Override
        public Object decodeBinary(byte[] bytes, int offset, int length) {
            return bytes[offset] != 0;
        }

        @Override
        public void encodeBinary(Object value, ByteSink out) {
            out.putByte((Boolean) value ? 1 : 0);
        }
    }

    private static final class Utf8 extends TypeCodec {
        Utf8(int oid) {
            super(oid, Carrier.REF);
        }

        @Override
        public Object decodeText(String text, int typmod, FunctionContext context) {
            return Text.of(text);
        }

        @Override
        public String encodeText(Object value, FunctionContext context) {
            return value.toString();
        }

        @Override
        public Object decodeBinary(byte[] bytes, int offset, int length) {
            return Text.of(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }

        @Override
        public void encodeBinary(Object value, ByteSink out) {
            out.putText((Text) value);
        }
    }
}
