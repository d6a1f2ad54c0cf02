package org.pgherd.grammar.fuzz;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.deparse.Deparser;
import org.pgherd.grammar.fingerprint.Fingerprint;
import org.pgherd.grammar.plpgsql.PlpgsqlParser;
import org.pgherd.grammar.split.ScriptSplitter;

/// What must hold of any text: it is split, keyed, parsed as a script and as a body or refused with a SqlException, and
/// what
/// is parsed comes back from its deparsed text.
final class LanguageProperty {
    private LanguageProperty() {}

    /// What does not hold of a text; null if all does. Anything thrown is a fault as well.
    static @Nullable String failure(String text) {
        ScriptSplitter.split(text);
        Fingerprint.of(text);
        try {
            PlpgsqlParser.parse(text);
        } catch (SqlException refused) {
            if (refused.message().isEmpty()) {
                return "refused without a word as a body";
            }
        }
        try {
            for (RawStmt statement : SqlParser.parse(text)) {
                String different = deparsed(statement);
                if (different != null) {
                    return different;
                }
            }
        } catch (SqlException refused) {
            if (refused.message().isEmpty()) {
                return "refused without a word";
            }
        }
        return null;
    }

    private static @Nullable String deparsed(RawStmt statement) {
        String text;
        try {
            text = Deparser.sql(statement);
        } catch (SqlException e) {
            return e.state().equals(SqlState.STATEMENT_TOO_COMPLEX) ? null : "no text: " + e.message();
        }
        try {
            return AstWalk.same(List.of(statement), SqlParser.parse(text)) ? null : "another tree: " + text;
        } catch (SqlException e) {
            return e.message() + ": " + text;
        }
    }
}
