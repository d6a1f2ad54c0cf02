package org.pgherd.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What may stand in FROM by its name.
///
/// @param key columns that are unique together; all of them if there is no such set
/// @param target whether statements may change it
record Relation(String name, List<Column> columns, List<String> key, boolean target) {
    /// @param text columns as `name:kind`, separated by blanks; a `*` before a name marks the key
    static Relation of(String name, boolean target, String text) {
        List<Column> columns = new ArrayList<>();
        List<String> key = new ArrayList<>();
        for (String word : text.split(" ")) {
            String[] part = word.split(":");
            String column = part[0].startsWith("*") ? part[0].substring(1) : part[0];
            if (part[0].startsWith("*")) {
                key.add(column);
            }
            columns.add(new Column(column, Kind.valueOf(part[1].toUpperCase(Locale.ROOT))));
        }
        return derived(name, columns, key, target);
    }

    private static Relation derived(String name, List<Column> columns, List<String> key, boolean target) {
        List<String> unique = key.isEmpty() ? columns.stream().map(Column::name).toList() : List.copyOf(key);
        return new Relation(name, List.copyOf(columns), unique, target);
    }

    static Relation query(String name, List<Column> columns) {
        return derived(name, columns, List.of(), false);
    }
}
