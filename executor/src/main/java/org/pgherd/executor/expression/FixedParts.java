package org.pgherd.executor.expression;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.CharacterLimits;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Box;
import org.pgherd.semantics.value.Line;
import org.pgherd.semantics.value.Lseg;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Point;
import org.pgherd.semantics.value.Text;

/// Types of a fixed length that are subscripted like arrays without being arrays (raw_array_subscript_handler): their
/// parts count from 0 and none is NULL.
final class FixedParts {
    private static final int NAME_LENGTH = 64;

    private FixedParts() {}

    static boolean has(int containerOid) {
        return switch (containerOid) {
            case TypeOids.NAME, TypeOids.POINT, TypeOids.LSEG, TypeOids.BOX, TypeOids.LINE -> true;
            default -> false;
        };
    }

    /// The parts as an array, the value itself if it is an array, null for null.
    static @Nullable PgArray of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case PgArray array -> array;
            case Point p -> parts(TypeOids.FLOAT8, p.x(), p.y());
            case Lseg l -> parts(TypeOids.POINT, l.start(), l.end());
            case Box b -> parts(TypeOids.POINT, b.high(), b.low());
            case Line l -> parts(TypeOids.FLOAT8, l.a(), l.b(), l.c());
            case Text name -> bytes(name);
            default -> throw new AssertionError("not subscripted: " + value.getClass());
        };
    }

    private static PgArray parts(int elementOid, Object... parts) {
        return new PgArray(elementOid, new int[] {parts.length}, new int[] {0}, parts);
    }

    private static PgArray bytes(Text name) {
        Object[] bytes = new Object[NAME_LENGTH];
        for (int i = 0; i < NAME_LENGTH; i++) {
            bytes[i] = CharacterLimits.singleByte(i < name.length() ? name.bytes()[name.offset() + i] : 0);
        }
        return parts(TypeOids.CHAR, bytes);
    }

    /// The value with one part exchanged.
    static Object with(Object value, int[] at, Object part) {
        PgArray array = of(value);
        if (array == null) {
            throw new AssertionError("a NULL has no parts");
        }
        if (at.length != 1) {
            throw new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts");
        }
        if (at[0] < 0 || at[0] >= array.size()) {
            throw new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, "array subscript out of range");
        }
        @Nullable Object[] parts = array.elements().clone();
        parts[at[0]] = part;
        return switch (value) {
            case Point _ -> new Point(number(parts[0]), number(parts[1]));
            case Lseg _ -> new Lseg(point(parts[0]), point(parts[1]));
            case Box _ -> new Box(point(parts[0]), point(parts[1]));
            case Line _ -> new Line(number(parts[0]), number(parts[1]), number(parts[2]));
            case Text _ -> name(parts);
            default -> throw new AssertionError("not subscripted: " + value.getClass());
        };
    }

    private static Text name(@Nullable Object[] parts) {
        byte[] bytes = new byte[NAME_LENGTH];
        int length = 0;
        // as a C string it ends with the first zero
        while (length < NAME_LENGTH - 1
                && parts[length] instanceof Text c
                && (bytes[length] = CharacterLimits.byteOf(c)) != 0) {
            length++;
        }
        return Text.of(bytes, 0, length);
    }

    private static double number(@Nullable Object part) {
        return part instanceof Double number ? number : Double.NaN;
    }

    private static Point point(@Nullable Object part) {
        if (part instanceof Point point) {
            return point;
        }
        throw new AssertionError("a part is a point");
    }
}
