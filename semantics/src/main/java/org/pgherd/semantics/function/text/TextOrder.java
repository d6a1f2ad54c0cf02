package org.pgherd.semantics.function.text;

import org.pgherd.semantics.compare.CollationOrder;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.value.Text;

/// Comparison under the collation that a call derives (varlena.c:varstr_cmp).
final class TextOrder {
    private TextOrder() {}

    static int compare(FunctionContext context, CallSite site, Text a, Text b) {
        return site.inputCollation() == Collations.C
                ? a.compareTo(b)
                : site.inputOrder(context.types()).compare(a, b);
    }

    /// Equality is that of bytes but for collations that are not deterministic (varlena.c:texteq).
    static boolean areEqual(FunctionContext context, CallSite site, Text a, Text b) {
        return site.inputCollation() == Collations.C
                ? a.equals(b)
                : site.inputOrder(context.types()).areEqual(a, b);
    }

    /// What the comparison functions of btree show: under C the difference of the first bytes that differ.
    static int difference(FunctionContext context, CallSite site, Text a, Text b) {
        int order = compare(context, site, a, b);
        return order != 0 && site.inputOrder(context.types()) == CollationOrder.C
                ? difference(a, b)
                : Integer.signum(order);
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

    static void requireCollation(CallSite site, String purpose) {
        if (site.inputCollation() == 0) {
            throw CollationOrder.indeterminate(purpose);
        }
    }
}
