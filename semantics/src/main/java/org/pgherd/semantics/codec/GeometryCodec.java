package org.pgherd.semantics.codec;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.Point;

/// What the codecs of geometric types share: texts made of pairs, binary forms of float8.
abstract class GeometryCodec extends RefCodec {
    private static final int POINT_BYTES = 16;
    private final String name;

    GeometryCodec(int typeOid, String name) {
        super(typeOid);
        this.name = name;
    }

    abstract Object read(GeometryReader in);

    abstract void write(Object value, int extraFloatDigits, StringBuilder out);

    @Override
    public final Object decodeText(String text, int typmod, FunctionContext context) {
        return read(new GeometryReader(name, text));
    }

    @Override
    public final String encodeText(Object value, FunctionContext context) {
        StringBuilder out = new StringBuilder();
        write(value, context.extraFloatDigits(), out);
        return out.toString();
    }

    static void writePair(Point p, int digits, StringBuilder out) {
        out.append('(')
                .append(FloatText.format(p.x(), digits))
                .append(',')
                .append(FloatText.format(p.y(), digits))
                .append(')');
    }

    static void writePairs(Point[] points, int digits, StringBuilder out) {
        for (int i = 0; i < points.length; i++) {
            if (i > 0) {
                out.append(',');
            }
            writePair(points[i], digits, out);
        }
    }

    static double getDouble(byte[] bytes, int offset) {
        return Double.longBitsToDouble(BigEndian.getLong(bytes, offset));
    }

    static Point getPoint(byte[] bytes, int offset) {
        return new Point(getDouble(bytes, offset), getDouble(bytes, offset + 8));
    }

    /// The number of points stands in front of them.
    static Point[] getPoints(byte[] bytes, int offset, int length, String type) {
        int count = length < 4 ? 0 : BigEndian.getInt(bytes, offset);
        if (count <= 0 || count >= Integer.MAX_VALUE / POINT_BYTES) {
            throw new org.pgherd.errors.SqlException(
                    org.pgherd.errors.SqlState.INVALID_BINARY_REPRESENTATION,
                    "invalid number of points in external \"" + type + "\" value");
        }
        requireLength(length, 4 + count * POINT_BYTES);
        Point[] points = new Point[count];
        for (int i = 0; i < count; i++) {
            points[i] = getPoint(bytes, offset + 4 + i * POINT_BYTES);
        }
        return points;
    }

    static void putDouble(ByteSink out, double value) {
        out.putLong(Double.doubleToLongBits(value));
    }

    static void putPoint(ByteSink out, Point p) {
        putDouble(out, p.x());
        putDouble(out, p.y());
    }

    static void putPoints(ByteSink out, Point[] points) {
        out.putInt(points.length);
        for (Point p : points) {
            putPoint(out, p);
        }
    }
}
