package org.pgherd.semantics.codec;

import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Path;
import org.pgherd.semantics.value.Point;

/// Paths: points in brackets if open, in parentheses if closed.
final class PathCodec extends GeometryCodec {
    PathCodec() {
        super(TypeOids.PATH, "path");
    }

    @Override
    Object read(GeometryReader in) {
        int count = in.pairs();
        if (count <= 0) {
            throw in.invalid();
        }
        in.skipBlanks();
        boolean enclosed = in.peek() == '(' && in.isLastParenthesis();
        if (enclosed) {
            in.accept('(');
        }
        Point[] points = in.points(count, true);
        boolean open = in.wasOpen();
        if (enclosed) {
            in.require(')');
            in.skipBlanks();
        }
        in.requireEnd();
        return new Path(!open, points);
    }

    @Override
    void write(Object value, int extraFloatDigits, StringBuilder out) {
        Path path = (Path) value;
        out.append(path.closed() ? '(' : '[');
        writePairs(path.points(), extraFloatDigits, out);
        out.append(path.closed() ? ')' : ']');
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        if (length < 1) {
            throw badBinary();
        }
        return new Path(bytes[offset] != 0, getPoints(bytes, offset + 1, length - 1, "path"));
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        out.putByte(((Path) value).closed() ? 1 : 0);
        putPoints(out, ((Path) value).points());
    }
}
