package org.pgherd.semantics.codec;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Circle;
import org.pgherd.semantics.value.Point;

/// Circles: `<(x,y),r>`.
final class CircleCodec extends GeometryCodec {
    CircleCodec() {
        super(TypeOids.CIRCLE, "circle");
    }

    @Override
    Object read(GeometryReader in) {
        in.skipBlanks();
        boolean angled = in.accept('<');
        boolean nested = !angled && in.peek() == '(' && in.parenthesisFollows(1);
        if (nested) {
            in.skipToParenthesis();
        }
        Point center = in.pair();
        in.accept(',');
        double radius = in.number();
        if (radius < 0) {
            throw in.invalid();
        }
        if (angled || nested) {
            if (!in.accept(')')) {
                in.require('>');
            }
            in.skipBlanks();
        }
        in.requireEnd();
        return new Circle(center, radius);
    }

    @Override
    void write(Object value, int extraFloatDigits, StringBuilder out) {
        Circle circle = (Circle) value;
        out.append('<');
        writePair(circle.center(), extraFloatDigits, out);
        out.append(',')
                .append(FloatText.format(circle.radius(), extraFloatDigits))
                .append('>');
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        requireLength(length, 24);
        double radius = getDouble(bytes, offset + 16);
        if (radius < 0) {
            throw new SqlException(
                    SqlState.INVALID_BINARY_REPRESENTATION, "invalid radius in external \"circle\" value");
        }
        return new Circle(getPoint(bytes, offset), radius);
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        putPoint(out, ((Circle) value).center());
        putDouble(out, ((Circle) value).radius());
    }
}
