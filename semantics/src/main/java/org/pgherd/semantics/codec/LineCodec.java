package org.pgherd.semantics.codec;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.geometry.Lines;
import org.pgherd.semantics.function.geometry.Points;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Line;
import org.pgherd.semantics.value.Point;

/// Lines: `{a,b,c}`, also given by two points.
final class LineCodec extends GeometryCodec {
    LineCodec() {
        super(TypeOids.LINE, "line");
    }

    @Override
    Object read(GeometryReader in) {
        in.skipBlanks();
        if (!in.accept('{')) {
            Point[] points = in.points(2, true);
            in.requireEnd();
            if (Points.point_eq(points[0], points[1])) {
                throw new SqlException(
                        SqlState.INVALID_TEXT_REPRESENTATION,
                        "invalid line specification: must be two distinct points");
            }
            return Lines.through(points[0], Points.point_slope(points[0], points[1]));
        }
        double a = in.number();
        in.require(',');
        double b = in.number();
        in.require(',');
        double c = in.number();
        in.require('}');
        in.skipBlanks();
        in.requireEnd();
        return checked(new Line(a, b, c), SqlState.INVALID_TEXT_REPRESENTATION);
    }

    @Override
    void write(Object value, int extraFloatDigits, StringBuilder out) {
        Line line = (Line) value;
        out.append('{')
                .append(FloatText.format(line.a(), extraFloatDigits))
                .append(',')
                .append(FloatText.format(line.b(), extraFloatDigits))
                .append(',')
                .append(FloatText.format(line.c(), extraFloatDigits))
                .append('}');
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 24);
        Line line = new Line(getDouble(bytes, offset), getDouble(bytes, offset + 8), getDouble(bytes, offset + 16));
        return checked(line, SqlState.INVALID_BINARY_REPRESENTATION);
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        Line line = (Line) value;
        putDouble(out, line.a());
        putDouble(out, line.b());
        putDouble(out, line.c());
    }

    private static Line checked(Line line, SqlState state) {
        if (Lines.line_horizontal(line) && Lines.line_vertical(line)) {
            throw new SqlException(state, "invalid line specification: A and B cannot both be zero");
        }
        return line;
    }
}
