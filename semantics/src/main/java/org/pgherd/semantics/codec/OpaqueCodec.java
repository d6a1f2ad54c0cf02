package org.pgherd.semantics.codec;

import java.util.Arrays;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.Opaque;
import org.pgherd.semantics.value.Text;

/// Types without a Java implementation: the text passes through.
final class OpaqueCodec extends RefCodec {
    OpaqueCodec(int typeOid) {
        super(typeOid);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return new Opaque(typeOid(), Text.of(text));
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
        throw noBinary(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        throw noBinary(value);
    }
}
