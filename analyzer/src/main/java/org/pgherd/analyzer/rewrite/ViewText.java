package org.pgherd.analyzer.rewrite;

import java.util.regex.Pattern;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.RawStmt;

/// The definition of a view as the server shows it, parsed.
///
/// @param text what the statement's positions refer to
public record ViewText(RawStmt statement, String text) {
    private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[\\w$]+)";
    private static final String MARK = "(E?'(?:[^']|'')*')::([^']+?)";

    /// The values of CYCLE, which are shown with casts although the grammar allows none there (get_with_clause of
    /// ruleutils.c).
    private static final Pattern CYCLE_MARKS =
            Pattern.compile("( SET " + NAME + " TO )" + MARK + "( DEFAULT )" + MARK + "( USING )");

    public static ViewText of(String definition) {
        try {
            return new ViewText(SqlParser.parse(definition).getFirst(), definition);
        } catch (SqlException e) {
            String readable = CYCLE_MARKS.matcher(definition).replaceAll("$1$3 $2$4$6 $5$7");
            if (!e.state().equals(SqlState.SYNTAX_ERROR) || readable.equals(definition)) {
                throw e;
            }
            return new ViewText(SqlParser.parse(readable).getFirst(), readable);
        }
    }
}
