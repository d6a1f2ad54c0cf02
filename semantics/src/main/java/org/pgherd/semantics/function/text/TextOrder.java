package org.pgherd.semantics.function.text;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.compare.CollationOrder;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.value.Text;

/// Comparison under the collation that a call derives (varlena.c:varstr_cmp).
final class TextOrder {
    private TextOrder() {}

    static int compare(CallSite site, Text a, Text b) {
        int collation = site.inputCollation();
        if (collation == Collations.C) {
            return a.compareTo(b);
        }
        requireCollation(site, "string comparison");
        return CollationOrder.compare(collation, a, b);
    }

    /// What the comparison functions of btree show: under C the difference of the first bytes that differ.
    static int difference(CallSite site, Text a, Text b) {
        int order = compare(site, a, b);
        return order != 0 && isBytewise(site.inputCollation()) ? difference(a, b) : Integer.signum(order);
    }

    static int difference(Text a, Text b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            if (a.at(i) != b.at(i)) {
                return (a.at(i) & 0xFF) - (b.at(i) & 0xFF);
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static boolean isBytewise(int collation) {
        return collation == Collations.C
                || collation == Collations.POSIX
                || collation == Collations.DEFAULT
                || collation == Collations.PG_C_UTF8
                || collation == Collations.UCS_BASIC;
    }

    static void requireCollation(CallSite site, String purpose) {
        if (site.inputCollation() == 0) {
            throw new SqlException(
                            SqlState.INDETERMINATE_COLLATION,
                            "could not determine which collation to use for " + purpose)
                    .withHint("Use the COLLATE clause to set the collation explicitly.");
        }
    }
}
