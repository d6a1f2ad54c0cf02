package org.pgherd.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;

/// The tables of `fuzz/setup.sql` a second time, with their rows in the opposite physical order.
final class MirroredSchema {
    private MirroredSchema() {}

    static List<String> statements() {
        List<String> statements = new ArrayList<>();
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

    /// Rows sorted by the hash of their text are in no order that a plan knows of.
    private static String copy(String table, String source) {
        return "INSERT INTO mirrored." + table + " SELECT t.* FROM " + source + " t ORDER BY hashtext(t::text)";
    }
}
