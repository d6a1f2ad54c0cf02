package org.pgherd.grammar.deparse;

import org.pgherd.grammar.ast.Query;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.UtilityStatement;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Statements of all kinds.
final class Statements {
    private Statements() {}

    static String statement(Statement s) {
        return switch (s) {
            case Query q -> Queries.query(q);
            case UtilityStatement u ->
                throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "utility statements have no SQL text yet", u.at());
        };
    }
}
