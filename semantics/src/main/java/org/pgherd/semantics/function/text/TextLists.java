package org.pgherd.semantics.function.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;

/// Strings to arrays or rows at a separator, and back (varlena.c).
public final class TextLists {
    private TextLists() {}

    @PgFunction(oid = 394)
    public static @Nullable PgArray text_to_array(@Nullable Text a, @Nullable Text separator) {
        return text_to_array_null(a, separator, null);
    }

    @PgFunction(oid = 376)
    public static @Nullable PgArray text_to_array_null(
            @Nullable Text a, @Nullable Text separator, @Nullable Text nullText) {
        return a == null
                ? null
                : PgArray.of(TypeOids.TEXT, split(a, separator, nullText).toArray());
    }

    @PgFunction(oid = 6160)
    public static RowIterator text_to_table(@Nullable Text a, @Nullable Text separator) {
        return text_to_table_null(a, separator, null);
    }

    @PgFunction(oid = 6161)
    public static RowIterator text_to_table_null(@Nullable Text a, @Nullable Text separator, @Nullable Text nullText) {
        return a == null
                ? RowIterator.EMPTY
                : RowIterator.ofValues(split(a, separator, nullText).iterator());
    }

    private static List<@Nullable Text> split(Text a, @Nullable Text separator, @Nullable Text nullText) {
        List<@Nullable Text> parts = new ArrayList<>();
        if (a.isEmpty()) {
            return parts;
        }
        if (separator == null) {
            for (int at = 0; at < a.length(); ) {
                int next = at + CodePoints.length(a.at(at));
                add(parts, a.slice(at, next), nullText);
                at = next;
            }
            return parts;
        }
        if (separator.isEmpty()) {
            add(parts, a, nullText);
            return parts;
        }
        int start = 0;
        for (int at = CodePoints.indexOf(a, separator, 0); at >= 0; at = CodePoints.indexOf(a, separator, start)) {
            add(parts, a.slice(start, at), nullText);
            start = at + separator.length();
        }
        add(parts, a.slice(start, a.length()), nullText);
        return parts;
    }

    private static void add(List<@Nullable Text> parts, Text part, @Nullable Text nullText) {
        parts.add(nullText != null && part.equals(nullText) ? null : part);
    }

    @PgFunction(oid = 395)
    public static Text array_to_text(FunctionContext context, PgArray a, Text separator) {
        return join(context, a, separator, null);
    }

    @PgFunction(oid = 384)
    public static @Nullable Text array_to_text_null(
            FunctionContext context, @Nullable PgArray a, @Nullable Text separator, @Nullable Text nullText) {
        return a == null || separator == null ? null : join(context, a, separator, nullText);
    }

    private static Text join(FunctionContext context, PgArray a, Text separator, @Nullable Text nullText) {
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (int i = 0; i < a.size(); i++) {
            Object element = a.get(i);
            if (element == null && nullText == null) {
                continue;
            }
            out.append(first ? "" : separator.toString());
            out.append(element == null ? nullText : Codecs.output(a.elementOid(), element, context));
            first = false;
        }
        return Text.of(out.toString());
    }
}
