package org.pgherd.semantics.codec;

import org.pgherd.semantics.datetime.IntervalInput;
import org.pgherd.semantics.datetime.IntervalOutput;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Interval;

/// interval (timestamp.c).
final class IntervalCodec extends RefCodec {
    IntervalCodec() {
        super(TypeOids.INTERVAL);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return IntervalInput.parse(text, typmod, context.intervalStyle());
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return IntervalOutput.format((Interval) value, context.intervalStyle());
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 16);
        return new Interval(
                BigEndian.getInt(bytes, offset + 12),
                BigEndian.getInt(bytes, offset + 8),
                BigEndian.getLong(bytes, offset));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        Interval interval = (Interval) value;
        out.putLong(interval.micros());
        out.putInt(interval.days());
        out.putInt(interval.months());
    }
}
