package org.pgherd.semantics.codec;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.vector.RefVectorBuilder;
import org.pgherd.semantics.vector.VectorBuilder;

/// json: text that has been checked (json.c).
final class JsonCodec extends RefCodec {
    JsonCodec() {
        super(TypeOids.JSON);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        JsonParser.check(text);
        return Text.of(text);
    }

    @Override
    public void decodeText(byte[] bytes, int offset, int length, FunctionContext context, VectorBuilder out) {
        ((RefVectorBuilder) out).append(Text.of(bytes, offset, length));
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return value.toString();
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        Utf8.require(bytes, offset, length);
        Text text = Text.of(bytes, offset, length);
        JsonParser.check(text.toString());
        return text;
    }

    /// From a shard, which has checked it.
    @Override
    public void decodeBinary(byte[] bytes, int offset, int length, VectorBuilder out) {
        ((RefVectorBuilder) out).append(Text.of(bytes, offset, length));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        out.putText((Text) value);
    }
}
