package org.pgherd.semantics.codec;

import org.pgherd.semantics.datetime.DateTimeInput;
import org.pgherd.semantics.datetime.DateTimeOutput;
import org.pgherd.semantics.datetime.DateTimeRange;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.TimeTz;

/// timetz (date.c).
final class TimeTzCodec extends RefCodec {
    TimeTzCodec() {
        super(TypeOids.TIMETZ);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return DateTimeInput.timeTz(text, typmod, context);
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return DateTimeOutput.timeTz((TimeTz) value);
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 12);
        return DateTimeRange.checked(new TimeTz(BigEndian.getLong(bytes, offset), BigEndian.getInt(bytes, offset + 8)));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        TimeTz time = (TimeTz) value;
        out.putLong(time.micros());
        out.putInt(time.zone());
    }
}
