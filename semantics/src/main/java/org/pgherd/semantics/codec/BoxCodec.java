package org.pgherd.semantics.codec;

import org.pgherd.semantics.function.geometry.Boxes;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Box;
import org.pgherd.semantics.value.Point;

/// Boxes: two corners, the upper right one first.
final class BoxCodec extends GeometryCodec {
    BoxCodec() {
        super(TypeOids.BOX, "box");
    }

    @Override
    Object read(GeometryReader in) {
        Point[] points = in.points(2, false);
        in.requireEnd();
        return Boxes.ordered(points[0], points[1]);
    }

    @Override
    void write(Object value, int extraFloatDigits, StringBuilder out) {
        Box box = (Box) value;
        writePairs(new Point[] {box.high(), box.low()}, extraFloatDigits, out);
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 32);
        return Boxes.ordered(getPoint(bytes, offset), getPoint(bytes, offset + 16));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        putPoint(out, ((Box) value).high());
        putPoint(out, ((Box) value).low());
    }
}
