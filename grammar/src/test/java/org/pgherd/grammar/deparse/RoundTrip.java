package org.pgherd.grammar.deparse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.RawStmt;

/// A statement to its text and back.
final class RoundTrip {
    private RoundTrip() {}

    /// What went wrong, or null if all statements come back the same.
    static @Nullable String failure(String sql) {
        for (RawStmt statement : SqlParser.parse(sql)) {
            String text;
            try {
                text = Deparser.sql(statement);
            } catch (SqlException e) {
                return "no text: " + e.message() + " <= " + sql;
            }
            try {
                List<RawStmt> again = SqlParser.parse(text);
                if (!AstWalk.same(List.of(statement), again)) {
                    return "different: " + text + " <= " + sql;
                }
            } catch (SqlException e) {
                return "no SQL: " + e.message() + ": " + text + " <= " + sql;
            }
        }
        return null;
    }
}
