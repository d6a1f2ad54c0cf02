package org.pgherd.semantics.function.text;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;

/// concat(), concat_ws() and `||` with values of any type, by their text forms (varlena.c).
public final class AnyText {
    private AnyText() {}

    @PgFunction(oid = 3058)
    public static @Nullable Text text_concat(FunctionContext context, CallSite site, @Nullable Object[] values) {
        return join(context, site, Text.EMPTY, values, 0);
    }

    @PgFunction(oid = 3059)
    public static @Nullable Text text_concat_ws(
            FunctionContext context, CallSite site, @Nullable Text separator, @Nullable Object[] values) {
        return separator == null ? null : join(context, site, separator, values, 1);
    }

    private static @Nullable Text join(
            FunctionContext context, CallSite site, Text separator, @Nullable Object[] values, int firstArgument) {
        StringBuilder out = new StringBuilder();
        String between = separator.toString();
        boolean first = true;
        if (site.variadic()) {
            PgArray array = (PgArray) values[0];
            if (array == null) {
                return null;
            }
            for (int i = 0; i < array.size(); i++) {
                Object element = array.get(i);
                if (element != null) {
                    out.append(first ? "" : between).append(Codecs.output(array.elementOid(), element, context));
                    first = false;
                }
            }
            return Text.of(out.toString());
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                out.append(first ? "" : between)
                        .append(Codecs.output(site.argumentOid(firstArgument + i), value, context));
                first = false;
            }
        }
        return Text.of(out.toString());
    }

    @PgFunction(oid = 2003)
    public static Text textanycat(FunctionContext context, CallSite site, Text a, Object b) {
        return Concatenation.join(a, Text.of(castToText(context, site.argumentOid(1), b)));
    }

    @PgFunction(oid = 2004)
    public static Text anytextcat(FunctionContext context, CallSite site, Object a, Text b) {
        return Concatenation.join(Text.of(castToText(context, site.argumentOid(0), a)), b);
    }

    /// `::text`, which of some types is not their output function.
    private static String castToText(FunctionContext context, int type, Object value) {
        return switch (type) {
            case TypeOids.BOOL -> (Boolean) value ? "true" : "false";
            case TypeOids.BPCHAR -> Bpchar.trim((Text) value).toString();
            default -> Codecs.output(type, value, context).toString();
        };
    }
}
