package org.pgherd.gateway.example;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgherd.gateway.client.WireColumn;
import org.pgherd.gateway.client.WireMessage;
import org.pgherd.gateway.client.WireResult;

/// Whether the herd answered as a plain PostgreSQL: column names and types, rows (in order if the statement orders
/// them), command tag, error.
public final class Agreement {
    private static final String ERROR_FIELDS = "SCMDHPstcdn";

    private Agreement() {}

    /// @return the first difference, in one line; empty if there is none
    public static Optional<String> difference(String sql, WireResult herd, WireResult plain) {
        if (herd instanceof WireResult.Failure(var ours) && plain instanceof WireResult.Failure(var theirs)) {
            return ofErrors(ours, theirs);
        }
        if (herd instanceof WireResult.Rows ours && plain instanceof WireResult.Rows theirs) {
            return ofRows(ours, theirs, isOrdered(sql));
        }
        if (herd instanceof WireResult.Command(var ours) && plain instanceof WireResult.Command(var theirs)) {
            return unlessEqual("tag", ours, theirs);
        }
        return unlessEqual("answer", kind(herd), kind(plain));
    }

    private static String kind(WireResult result) {
        return switch (result) {
            case WireResult.Rows rows -> rows.rows().size() + " rows";
            case WireResult.Command(String tag) -> tag;
            case WireResult.Empty _ -> "nothing";
            case WireResult.CopyOut copy -> copy.tag();
            case WireResult.Failure(WireMessage error) -> error.toString();
        };
    }

    private static Optional<String> ofErrors(WireMessage ours, WireMessage theirs) {
        for (char field : ERROR_FIELDS.toCharArray()) {
            if (!ours.field(field).equals(theirs.field(field))) {
                return unlessEqual("error field " + field, ours.field(field), theirs.field(field));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofRows(WireResult.Rows ours, WireResult.Rows theirs, boolean ordered) {
        if (!described(ours.columns()).equals(described(theirs.columns()))) {
            return unlessEqual(
                    "columns", ours.columns().toString(), theirs.columns().toString());
        }
        List<String> left = lines(ours, ordered);
        List<String> right = lines(theirs, ordered);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!left.get(i).equals(right.get(i))) {
                return unlessEqual("row " + (i + 1), left.get(i), right.get(i));
            }
        }
        if (left.size() != right.size()) {
            return unlessEqual("number of rows", Integer.toString(left.size()), Integer.toString(right.size()));
        }
        return unlessEqual("tag", ours.tag(), theirs.tag());
    }

    private static List<String> lines(WireResult.Rows result, boolean ordered) {
        List<String> lines = new ArrayList<>(result.rows().size());
        for (@Nullable String[] row : result.rows()) {
            lines.add(Arrays.toString(row));
        }
        if (!ordered) {
            lines.sort(Comparator.naturalOrder());
        }
        return lines;
    }

    private static Optional<String> unlessEqual(String what, String ours, String theirs) {
        return ours.equals(theirs)
                ? Optional.empty()
                : Optional.of(what + ": herd " + ours + " | plain PostgreSQL " + theirs);
    }

    /// Whether ORDER BY stands outside of all parentheses.
    static boolean isOrdered(String sql) {
        String lower = sql.toLowerCase(Locale.ROOT);
        int depth = 0;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (depth == 0 && lower.startsWith("order by", i)) {
                return true;
            }
        }
        return false;
    }

    /// Names and types; the numbers of the tables behind them are each server's own.
    private static List<WireColumn> described(List<WireColumn> columns) {
        return columns.stream()
                .map(column -> new WireColumn(column.name(), column.typeOid(), column.typmod()))
                .toList();
    }
}
