package org.pgherd.engine.session;

import java.util.regex.Pattern;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.StringConst;

/// Literals whose value depends on when they are read: `'now'`, `'today 12:00'`, `'[yesterday, tomorrow)'`. PostgreSQL
/// reads them when it parses a statement, so the plan of one that has them is none for the next time.
public final class TimeWords {
    private static final Pattern WORD =
            Pattern.compile("(?<![a-z])(?:now|today|tomorrow|yesterday)(?![a-z])", Pattern.CASE_INSENSITIVE);

    /// What can make a literal's value differ from its text: escapes, and parts of one on several lines.
    private static final Pattern WRITTEN_OTHERWISE = Pattern.compile("[\\\\\n\r]|&'");

    private TimeWords() {}

    /// @param text the statement's, which most often tells without a look at the tree
    public static boolean areIn(Statement statement, String text) {
        return mayBeIn(text)
                && AstWalk.all(statement, StringConst.class).stream()
                        .anyMatch(literal -> WORD.matcher(literal.sval()).find());
    }

    private static boolean mayBeIn(String text) {
        if (text.indexOf('\'') < 0 && text.indexOf('$') < 0) {
            return false;
        }
        return WORD.matcher(text).find() || WRITTEN_OTHERWISE.matcher(text).find();
    }
}
