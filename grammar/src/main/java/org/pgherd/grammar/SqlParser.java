package org.pgherd.grammar;

import java.util.List;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.PLAssignStmt;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.TypeName;

/// Parses SQL as PostgreSQL 18's raw parser does. Safe for use by any number of threads.
/// Every failure is a [SqlException] with PostgreSQL's text, SQLSTATE and position.
public final class SqlParser {
    private SqlParser() {}

    /// The statements of a script; empty ones are left out.
    public static List<RawStmt> parse(String sql) {
        return parse(sql, 0, sql.length());
    }

    /// The statements within `text[start, end)`; positions are offsets in `text`.
    public static List<RawStmt> parse(String text, int start, int end) {
        throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "parser is being built");
    }

    public static Expr parseExpression(String sql) {
        return parseExpression(sql, 0, sql.length());
    }

    public static Expr parseExpression(String text, int start, int end) {
        throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "parser is being built");
    }

    public static TypeName parseTypeName(String sql) {
        return parseTypeName(sql, 0, sql.length());
    }

    public static TypeName parseTypeName(String text, int start, int end) {
        throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "parser is being built");
    }

    /// `target := expression` of PL/pgSQL; `names` (1 to 3) is how many leading names may name the variable.
    public static PLAssignStmt parseAssignment(String text, int start, int end, int names) {
        throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "parser is being built");
    }
}
