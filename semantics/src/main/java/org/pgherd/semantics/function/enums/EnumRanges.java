package org.pgherd.semantics.function.enums;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.TypeLookup.EnumLabel;
import org.pgherd.semantics.catalog.TypeNames;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.PgEnum;
import org.pgherd.semantics.value.Text;

/// The values of an enum type, which the argument's type names and not its value (enum.c).
public final class EnumRanges {
    private EnumRanges() {}

    private static List<EnumLabel> labels(FunctionContext context, CallSite site) {
        return context.types().enumLabels(site.argumentOid(0));
    }

    private static PgEnum value(CallSite site, EnumLabel label) {
        return new PgEnum(site.argumentOid(0), label.sortOrder(), Text.of(label.label()));
    }

    private static SqlException empty(FunctionContext context, CallSite site) {
        return new SqlException(
                SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                "enum " + TypeNames.name(site.argumentOid(0), context.types()) + " contains no values");
    }

    @PgFunction(oid = 3528)
    public static PgEnum enum_first(FunctionContext context, CallSite site, @Nullable Object ignored) {
        List<EnumLabel> labels = labels(context, site);
        if (labels.isEmpty()) {
            throw empty(context, site);
        }
        return value(site, labels.getFirst());
    }

    @PgFunction(oid = 3529)
    public static PgEnum enum_last(FunctionContext context, CallSite site, @Nullable Object ignored) {
        List<EnumLabel> labels = labels(context, site);
        if (labels.isEmpty()) {
            throw empty(context, site);
        }
        return value(site, labels.getLast());
    }

    @PgFunction(oid = 3531)
    public static PgArray enum_range_all(FunctionContext context, CallSite site, @Nullable Object ignored) {
        return enum_range_bounds(context, site, null, null);
    }

    /// NULL for no bound.
    @PgFunction(oid = 3530)
    public static PgArray enum_range_bounds(
            FunctionContext context, CallSite site, @Nullable PgEnum lower, @Nullable PgEnum upper) {
        Object[] values = labels(context, site).stream()
                .map(label -> value(site, label))
                .filter(v -> (lower == null || v.compareTo(lower) >= 0) && (upper == null || v.compareTo(upper) <= 0))
                .toArray();
        return PgArray.of(site.argumentOid(0), values);
    }
}
