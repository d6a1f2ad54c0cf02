package org.pgherd.semantics.codec;

import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Point;

/// Points: `(x,y)`.
final class PointCodec extends GeometryCodec {
    PointCodec() {
        super(TypeOids.POINT, "point");
    }

    @Override
    Object read(GeometryReader in) {
        Point p = in.pair();
        in.requireEnd();
        return p;
    }

    @Override
    void write(Object value, int extraFloatDigits, StringBuilder out) {
        writePair((Point) value, extraFloatDigits, out);
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 16);
        return getPoint(bytes, offset);
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        putPoint(out, (Point) value);
    }
}
