package org.pgherd.semantics.codec;

import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Lseg;
import org.pgherd.semantics.value.Point;

/// Line segments: `[(x1,y1),(x2,y2)]`.
final class LsegCodec extends GeometryCodec {
    LsegCodec() {
        super(TypeOids.LSEG, "lseg");
    }

    @Override
    Object read(GeometryReader in) {
        Point[] points = in.points(2, true);
        in.requireEnd();
        return new Lseg(points[0], points[1]);
    }

    @Override
    void write(Object value, int extraFloatDigits, StringBuilder out) {
        Lseg segment = (Lseg) value;
        out.append('[');
        writePairs(new Point[] {segment.start(), segment.end()}, extraFloatDigits, out);
        out.append(']');
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 32);
        return new Lseg(getPoint(bytes, offset), getPoint(bytes, offset + 16));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        putPoint(out, ((Lseg) value).start());
        putPoint(out, ((Lseg) value).end());
    }
}
