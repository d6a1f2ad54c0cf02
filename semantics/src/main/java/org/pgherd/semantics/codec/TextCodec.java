package org.pgherd.semantics.codec;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.RefVectorBuilder;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// Every type whose values are [Text]; what its input does to the text is told by a [Rule].
class TextCodec extends RefCodec {
    /// What an input function does.
    interface Rule {
        Rule NONE = (text, typmod) -> text;

        Text apply(Text text, int typmod);
    }

    private final Rule rule;

    TextCodec(int typeOid, Rule rule) {
        super(typeOid);
        this.rule = rule;
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return rule.apply(Text.of(text), typmod);
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
    public void encodeText(Vector vector, int row, FunctionContext context, ByteSink out) {
        encodeBinary(vector, row, out);
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        Utf8.require(bytes, offset, length);
        return Text.of(bytes, offset, length);
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

    @Override
    public void encodeBinary(Vector vector, int row, ByteSink out) {
        if (((RefVector) vector).get(row) instanceof Text text) {
            out.putText(text);
        }
    }
}
