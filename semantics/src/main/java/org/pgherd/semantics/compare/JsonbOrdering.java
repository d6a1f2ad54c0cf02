package org.pgherd.semantics.compare;

import org.pgherd.semantics.value.Jsonb;

/// The btree order of jsonb (jsonb_util.c:compareJsonbContainers): Object > Array > Boolean > Number > String >
/// Null, then sizes, then contents; at the top a scalar counts as an array of one, so that an empty array is below
/// all scalars.
public final class JsonbOrdering extends Ordering {
    private final CollationOrder strings;

    public JsonbOrdering(CollationOrder strings) {
        this.strings = strings;
    }

    @Override
    public int compare(Object a, Object b) {
        Jsonb x = (Jsonb) a;
        Jsonb y = (Jsonb) b;
        boolean xScalar = rank(x) < 4;
        boolean yScalar = rank(y) < 4;
        if (xScalar && yScalar) {
            return compareValues(x, y);
        }
        if (xScalar && y instanceof Jsonb.Array array) {
            return array.size() == 0 ? 1 : -1;
        }
        if (yScalar && x instanceof Jsonb.Array array) {
            return array.size() == 0 ? -1 : 1;
        }
        return compareValues(x, y);
    }

    private static int rank(Jsonb value) {
        return switch (value) {
            case Jsonb.Null _ -> 0;
            case Jsonb.Str _ -> 1;
            case Jsonb.Number _ -> 2;
            case Jsonb.Bool _ -> 3;
            case Jsonb.Array _ -> 4;
            case Jsonb.Object _ -> 5;
        };
    }

    private int compareValues(Jsonb a, Jsonb b) {
        if (a instanceof Jsonb.Str x && b instanceof Jsonb.Str y) {
            return strings.compare(x.value(), y.value());
        }
        if (a instanceof Jsonb.Number x && b instanceof Jsonb.Number y) {
            return x.value().compareTo(y.value());
        }
        if (a instanceof Jsonb.Bool x && b instanceof Jsonb.Bool y) {
            return Boolean.compare(x.value(), y.value());
        }
        if (a instanceof Jsonb.Array x && b instanceof Jsonb.Array y) {
            int c = Integer.compare(x.size(), y.size());
            for (int i = 0; c == 0 && i < x.size(); i++) {
                c = compareValues(x.elements()[i], y.elements()[i]);
            }
            return c;
        }
        if (a instanceof Jsonb.Object x && b instanceof Jsonb.Object y) {
            int c = Integer.compare(x.size(), y.size());
            for (int i = 0; c == 0 && i < x.size(); i++) {
                c = strings.compare(x.keys()[i], y.keys()[i]);
                if (c == 0) {
                    c = compareValues(x.values()[i], y.values()[i]);
                }
            }
            return c;
        }
        return Integer.compare(rank(a), rank(b));
    }
}
