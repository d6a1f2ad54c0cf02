package org.pgherd.engine.session;

import java.util.regex.Pattern;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.StringConst;

/// Literals whose value depends on when they are read: `'now'`, `'today 12:00'`, `'[yesterday, tomorrow)'`. PostgreSQL
/// reads them when it parses a statement, so the plan of one that has them is none for the next time.
final class TimeWords {
    private static final Pattern WORD =
            Pattern.compile("(?<![a-z])(?:now|today|tomorrow|yesterday)(?![a-z])", Pattern.CASE_INSENSITIVE);

    private TimeWords() {}

    static boolean areIn(Statement statement) {
        return AstWalk.all(statement, StringConst.class).stream()
                .anyMatch(literal -> WORD.matcher(literal.sval()).find());
    }
}
