package org.pgherd.engine.routine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The statements of a body that the catalog has parsed: `BEGIN ATOMIC ... END` or `RETURN expression`.
final class AtomicBody {
    private AtomicBody() {}

    static List<String> statements(String body) {
        String text = body.strip();
        if (text.toUpperCase(Locale.ROOT).startsWith("RETURN")) {
            return List.of("SELECT " + text.substring("RETURN".length()));
        }
        String inside = text.substring(text.toUpperCase(Locale.ROOT).indexOf("ATOMIC") + "ATOMIC".length());
        inside = inside.substring(0, inside.toUpperCase(Locale.ROOT).lastIndexOf("END"));
        List<String> found = new ArrayList<>();
        for (var raw : org.pgherd.grammar.SqlParser.parse(inside)) {
            found.add(inside.substring(raw.at().start(), raw.at().end()));
        }
        return found;
    }
}
