package org.pgherd.analyzer.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.Node;

/// The statements and expressions of a routine's body.
final class RoutineBody {
    private RoutineBody() {}

    /// @param node null for dynamic SQL that is not known before it runs
    /// @param line in the body, from 1
    record Part(@Nullable Node node, int line) {}

    /// Null if the body's language is opaque.
    static @Nullable List<Part> parts(Routine routine) {
        return switch (routine.row().language()) {
            case "sql" -> sql(routine);
            case "plpgsql" -> PlpgsqlBody.parts(routine.row().source());
            default -> null;
        };
    }

    private static List<Part> sql(Routine routine) {
        String atomic = routine.sqlBody();
        String text = atomic == null ? routine.row().source() : inside(atomic);
        List<Part> parts = new ArrayList<>();
        SqlParser.parse(text)
                .forEach(raw -> parts.add(new Part(
                        raw.stmt(),
                        1
                                + (int) text.substring(0, raw.at().start())
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count())));
        return parts;
    }

    private static String inside(String atomic) {
        String upper = atomic.toUpperCase(Locale.ROOT);
        return upper.stripLeading().startsWith("RETURN")
                ? "SELECT " + atomic.stripLeading().substring("RETURN".length())
                : atomic.substring(upper.indexOf("ATOMIC") + "ATOMIC".length(), upper.lastIndexOf("END"));
    }
}
