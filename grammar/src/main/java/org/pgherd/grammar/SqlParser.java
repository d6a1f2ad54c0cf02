package org.pgherd.grammar;

import java.util.List;
import java.util.function.Consumer;
import org.pgherd.errors.Notice;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.PLAssignStmt;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.TypeName;
import org.pgherd.grammar.build.ParserPool;
import org.pgherd.grammar.lexer.LexicalSettings;

/// Parses SQL as PostgreSQL 18's raw parser does. Safe for use by any number of threads.
/// Every failure is a SqlException with PostgreSQL's text, SQLSTATE and position.
///
/// Strings are read by the defaults (standard_conforming_strings = on), unless settings are given.
///
/// The variants over `text[start, end)` are for what stands within a larger text, as the statements of a function's
/// body: all positions are offsets in `text`.
public final class SqlParser {
    private SqlParser() {}

    /// The statements of a script; empty ones are left out.
    public static List<RawStmt> parse(String sql) {
        return parse(sql, 0, sql.length());
    }

    /// The statements of a script as a session reads it; `notices` hears, before anything of it runs, of names that
    /// are cut to 63 bytes and of strings that would mean something else by the defaults.
    public static List<RawStmt> parse(String sql, LexicalSettings settings, Consumer<? super Notice> notices) {
        return ParserPool.parse(sql, 0, sql.length(), parser -> parser.script().v, settings, notices);
    }

    /// The statements within `text[start, end)`.
    public static List<RawStmt> parse(String text, int start, int end) {
        return ParserPool.parse(text, start, end, parser -> parser.script().v);
    }

    public static Expr parseExpression(String sql) {
        return parseExpression(sql, 0, sql.length());
    }

    public static Expr parseExpression(String text, int start, int end) {
        return ParserPool.parse(text, start, end, parser -> parser.expressionOnly().v);
    }

    public static TypeName parseTypeName(String sql) {
        return parseTypeName(sql, 0, sql.length());
    }

    public static TypeName parseTypeName(String text, int start, int end) {
        return ParserPool.parse(text, start, end, parser -> parser.typeNameOnly().v);
    }

    /// An expression of PL/pgSQL, which is a SELECT without its first word: `count(*) FROM t WHERE ...` is one.
    public static SelectStmt parsePlExpression(String text, int start, int end) {
        return ParserPool.parse(text, start, end, parser -> parser.plExpression().v);
    }

    /// `target := expression` of PL/pgSQL; `names` (1 to 3) is how many leading names may name the variable.
    public static PLAssignStmt parseAssignment(String text, int start, int end, int names) {
        return ParserPool.parse(text, start, end, parser -> parser.plAssignment(names).v);
    }
}
