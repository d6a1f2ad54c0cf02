package org.pgherd.analyzer.catalog;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of text columns of a query over the catalogs.
record CatalogRow(@Nullable String[] values) {
    /// Separates the elements of an array in one text column; no identifier has it.
    static final String SEPARATOR = "\u001f";

    @Nullable
    String get(int i) {
        return values[i];
    }

    String text(int i) {
        String value = values[i];
        if (value == null) {
            throw new AssertionError("NULL in column " + i + " of a catalog row");
        }
        return value;
    }

    String orEmpty(int i) {
        String value = values[i];
        return value == null ? "" : value;
    }

    /// An oid (32 bits unsigned) or another number that fits.
    int number(int i) {
        return (int) Long.parseLong(text(i));
    }

    long big(int i) {
        return Long.parseLong(text(i));
    }

    boolean flag(int i) {
        return text(i).equals("t");
    }

    char letter(int i) {
        String value = text(i);
        return value.isEmpty() ? ' ' : value.charAt(0);
    }

    List<Integer> numbers(int i) {
        String value = orEmpty(i);
        return value.isEmpty()
                ? List.of()
                : Arrays.stream(value.split(" "))
                        .map(n -> (int) Long.parseLong(n))
                        .toList();
    }

    List<String> list(int i) {
        String value = values[i];
        return value == null ? List.of() : List.of(value.split(SEPARATOR, -1));
    }
}
