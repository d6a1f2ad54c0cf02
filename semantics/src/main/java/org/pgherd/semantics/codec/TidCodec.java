package org.pgherd.semantics.codec;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Tid;

/// tid (tid.c).
final class TidCodec extends RefCodec {
    private static final int MAX_OFFSET = 65535;

    TidCodec() {
        super(TypeOids.TID);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        int[] starts = new int[2];
        int found = 0;
        for (int i = 0; i < text.length() && found < 2 && text.charAt(i) != ')'; i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '(' && found == 0) {
                starts[found++] = i + 1;
            }
        }
        Tid tid = found < 2 ? null : read(text, starts);
        if (tid == null) {
            throw invalidSyntax("tid", text);
        }
        return tid;
    }

    private static @Nullable Tid read(String text, int[] starts) {
        LooseNumber number = new LooseNumber(text, starts[0]);
        Long block = number.read();
        if (block == null || number.next() != ',' || block != (block & 0xFFFFFFFFL) && block != (int) (long) block) {
            return null;
        }
        number = new LooseNumber(text, starts[1]);
        Long offset = number.read();
        if (offset == null || number.next() != ')' || offset < 0 || offset > MAX_OFFSET) {
            return null;
        }
        return new Tid((int) (long) block, (int) (long) offset);
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return value.toString();
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 6);
        return new Tid(BigEndian.getInt(bytes, offset), BigEndian.getShort(bytes, offset + 4) & MAX_OFFSET);
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        Tid tid = (Tid) value;
        out.putInt(tid.block());
        out.putShort(tid.offset());
    }
}
