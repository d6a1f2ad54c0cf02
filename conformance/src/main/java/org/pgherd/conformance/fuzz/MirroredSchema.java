package org.pgherd.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The tables of `fuzz/setup.sql` once more, in a schema of their own, with their rows in another physical order.
enum MirroredSchema {
    /// Rows sorted by the hash of their text are in no order that a plan knows of.
    MIRRORED("ASC"),
    /// What is first in the one is last in the other.
    REVERSED("DESC");

    private final String direction;

    MirroredSchema(String direction) {
        this.direction = direction;
    }

    private String schema() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Makes the schema's tables the ones that names mean; routines and types are found in public.
    String searchPath() {
        return "search_path = " + schema() + ", public";
    }

    /// Makes it and leaves it in the search path.
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE SCHEMA " + schema());
        statements.add("SET " + searchPath());
        for (String line : Schema.setup().split("\n")) {
            if (line.startsWith("CREATE TABLE")
                    || line.startsWith("CREATE VIEW")
                    || line.startsWith("CREATE FUNCTION")) {
                statements.add(line);
            }
        }
        for (Relation relation : Schema.RELATIONS) {
            if (relation.target()) {
                String source = relation.name().equals("par") ? "ONLY public.par" : "public." + relation.name();
                statements.add(copy(relation.name(), source));
            }
        }
        statements.add(copy("chi", "public.chi"));
        statements.add("ANALYZE");
        return statements;
    }

    private String copy(String table, String source) {
        return "INSERT INTO " + schema() + "." + table + " SELECT t.* FROM " + source + " t ORDER BY hashtext(t::text) "
                + direction;
    }
}
