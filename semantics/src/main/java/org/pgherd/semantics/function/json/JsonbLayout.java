package org.pgherd.semantics.function.json;

import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.Text;

/// Where a container lies within the binary form of another (jsonb_util.c:convertJsonbValue): keyvalue() tells it.
final class JsonbLayout {
    private static final int HEADER = 4;
    private static final int ENTRY = 4;
    private static final int MAX_SHORT_SCALE = 63;

    private final Jsonb target;
    private int found = -1;

    private JsonbLayout(Jsonb target) {
        this.target = target;
    }

    /// Bytes from the beginning of the root's container; -1 if it is not within.
    static int offset(Jsonb root, Jsonb target) {
        JsonbLayout layout = new JsonbLayout(target);
        layout.place(root, 0);
        return layout.found;
    }

    /// The end of a value that begins there.
    private int place(Jsonb value, int at) {
        return switch (value) {
            case Jsonb.Null _, Jsonb.Bool _ -> at;
            case Jsonb.Str s -> at + s.value().length();
            case Jsonb.Number n -> aligned(at) + size(n.value());
            case Jsonb.Array a -> {
                int start = begin(a, at);
                int end = start + HEADER + a.size() * ENTRY;
                for (Jsonb element : a.elements()) {
                    end = place(element, end);
                }
                yield end;
            }
            case Jsonb.Object o -> {
                int start = begin(o, at);
                int end = start + HEADER + o.size() * 2 * ENTRY;
                for (Text key : o.keys()) {
                    end += key.length();
                }
                for (Jsonb member : o.values()) {
                    end = place(member, end);
                }
                yield end;
            }
        };
    }

    private int begin(Jsonb container, int at) {
        int start = aligned(at);
        if (container == target) {
            found = start;
        }
        return start;
    }

    private static int aligned(int at) {
        return at + 3 & ~3;
    }

    /// As a datum: length word, header of two or four bytes, digits of base 10000.
    private static int size(Numeric value) {
        java.math.BigDecimal d = value.toBigDecimal();
        if (d.signum() == 0) {
            return 4 + (value.scale() <= MAX_SHORT_SCALE ? 2 : 4);
        }
        java.math.BigDecimal stripped = d.abs().stripTrailingZeros();
        int lowest = Math.floorDiv(-stripped.scale(), 4);
        int highest = Math.floorDiv(stripped.precision() - stripped.scale() - 1, 4);
        boolean isShort = value.scale() <= MAX_SHORT_SCALE && highest >= -64 && highest <= 63;
        return 4 + (isShort ? 2 : 4) + 2 * (highest - lowest + 1);
    }
}
