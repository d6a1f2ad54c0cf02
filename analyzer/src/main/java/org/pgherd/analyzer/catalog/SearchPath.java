package org.pgherd.analyzer.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The schemas in which unqualified names are looked for (namespace.c: recomputeNamespacePath).
///
/// @param schemas explicit ones, in order, those that exist only; `pg_temp` stands for the session's temporary schema
/// @param tempSchema the real name of that schema, null while the session has none
public record SearchPath(List<String> schemas, @Nullable String tempSchema) {
    public static final String CATALOG = "pg_catalog";
    public static final String TEMP = "pg_temp";

    public SearchPath {
        schemas = List.copyOf(schemas);
    }

    public static SearchPath of(String... schemas) {
        return new SearchPath(List.of(schemas), null);
    }

    /// From the setting's text: `"$user"` becomes the user's schema, schemas that do not exist are left out.
    public static SearchPath parse(String setting, String user, Catalog catalog, @Nullable String tempSchema) {
        List<String> found = new ArrayList<>();
        for (String name : elements(setting)) {
            String schema = name.equals("$user") ? user : name;
            if ((schema.equals(TEMP) || catalog.hasSchema(schema)) && !found.contains(schema)) {
                found.add(schema);
            }
        }
        return new SearchPath(found, tempSchema);
    }

    /// What is searched for relations and types: the temporary schema and pg_catalog first, unless they are named.
    public List<String> forRelations() {
        List<String> path = new ArrayList<>(schemas.size() + 2);
        if (tempSchema != null && !schemas.contains(TEMP) && !schemas.contains(tempSchema)) {
            path.add(tempSchema);
        }
        addNamed(path, true);
        return path;
    }

    /// What is searched for functions and operators: never the temporary schema.
    public List<String> forFunctions() {
        List<String> path = new ArrayList<>(schemas.size() + 1);
        addNamed(path, false);
        return path;
    }

    /// The schema where objects are created, null if there is none.
    public @Nullable String creationSchema() {
        return schemas.isEmpty() ? null : schemas.getFirst();
    }

    private void addNamed(List<String> path, boolean temporary) {
        if (!schemas.contains(CATALOG)) {
            path.add(CATALOG);
        }
        for (String schema : schemas) {
            boolean isTemp = schema.equals(TEMP) || schema.equals(tempSchema);
            if (!isTemp) {
                path.add(schema);
            } else if (temporary && tempSchema != null) {
                path.add(tempSchema);
            }
        }
    }

    /// Splits a comma-separated list of identifiers: double quotes keep case, else it is folded.
    private static List<String> elements(String setting) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int i = 0; i < setting.length(); i++) {
            char c = setting.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < setting.length() && setting.charAt(i + 1) == '"') {
                    name.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                    wasQuoted = true;
                }
            } else if (c == ',' && !quoted) {
                add(names, name, wasQuoted);
                wasQuoted = false;
            } else if (quoted || !Character.isWhitespace(c)) {
                name.append(quoted ? c : Character.toLowerCase(c));
            }
        }
        add(names, name, wasQuoted);
        return names;
    }

    private static void add(List<String> names, StringBuilder name, boolean quoted) {
        if (!name.isEmpty() || quoted) {
            names.add(name.toString());
        }
        name.setLength(0);
    }
}
