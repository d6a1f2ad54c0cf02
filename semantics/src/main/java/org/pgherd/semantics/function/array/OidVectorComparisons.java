package org.pgherd.semantics.function.array;

import java.util.Objects;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.PgArray;

/// Order of oidvector: the shorter first (nbtcompare.c:btoidvectorcmp).
public final class OidVectorComparisons {
    private OidVectorComparisons() {}

    private static int compare(PgArray a, PgArray b) {
        if (a.size() != b.size()) {
            return a.size() - b.size();
        }
        for (int i = 0; i < a.size(); i++) {
            int c = Integer.compareUnsigned(
                    (Integer) Objects.requireNonNull(a.get(i)), (Integer) Objects.requireNonNull(b.get(i)));
            if (c != 0) {
                return c;
            }
        }
        return 0;
    }

    @PgFunction(oid = 404)
    public static int btoidvectorcmp(PgArray a, PgArray b) {
        return compare(a, b);
    }

    @PgFunction(oid = 679)
    public static boolean oidvectoreq(PgArray a, PgArray b) {
        return compare(a, b) == 0;
    }

    @PgFunction(oid = 619)
    public static boolean oidvectorne(PgArray a, PgArray b) {
        return compare(a, b) != 0;
    }

    @PgFunction(oid = 677)
    public static boolean oidvectorlt(PgArray a, PgArray b) {
        return compare(a, b) < 0;
    }

    @PgFunction(oid = 678)
    public static boolean oidvectorle(PgArray a, PgArray b) {
        return compare(a, b) <= 0;
    }

    @PgFunction(oid = 680)
    public static boolean oidvectorge(PgArray a, PgArray b) {
        return compare(a, b) >= 0;
    }

    @PgFunction(oid = 681)
    public static boolean oidvectorgt(PgArray a, PgArray b) {
        return compare(a, b) > 0;
    }
}
