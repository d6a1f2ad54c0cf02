package org.pgherd.semantics.codec;

import org.pgherd.semantics.function.geometry.Polygons;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Polygon;

/// Polygons: the corners in parentheses.
final class PolygonCodec extends GeometryCodec {
    PolygonCodec() {
        super(TypeOids.POLYGON, "polygon");
    }

    @Override
    Object read(GeometryReader in) {
        int count = in.pairs();
        if (count <= 0) {
            throw in.invalid();
        }
        Polygon polygon = Polygons.of(in.points(count, false));
        in.requireEnd();
        return polygon;
    }

    @Override
    void write(Object value, int extraFloatDigits, StringBuilder out) {
        out.append('(');
        writePairs(((Polygon) value).points(), extraFloatDigits, out);
        out.append(')');
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        return Polygons.of(getPoints(bytes, offset, length, "polygon"));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        putPoints(out, ((Polygon) value).points());
    }
}
