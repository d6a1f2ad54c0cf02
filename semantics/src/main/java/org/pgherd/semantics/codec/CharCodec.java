package org.pgherd.semantics.codec;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;

/// "char" (char.c): a byte; here a text of at most one character, or `\ooo`.
final class CharCodec extends RefCodec {
    CharCodec() {
        super(TypeOids.CHAR);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return CharacterLimits.singleByte(Text.of(text));
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return value.toString();
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 1);
        return CharacterLimits.singleByte(bytes[offset]);
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        out.putByte(CharacterLimits.byteOf((Text) value));
    }
}
