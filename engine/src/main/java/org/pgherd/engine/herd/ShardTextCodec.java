package org.pgherd.engine.herd;

import org.pgherd.semantics.codec.ByteSink;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.value.Text;

/// Any type in the shard's own text form.
final class ShardTextCodec extends TypeCodec {
    ShardTextCodec(int typeOid) {
        super(typeOid, Carrier.REF);
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
    public boolean hasBinary() {
        return false;
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        throw noBinary("text of type " + typeOid());
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        throw noBinary("text of type " + typeOid());
    }
}
