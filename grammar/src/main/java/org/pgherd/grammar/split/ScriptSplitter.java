package org.pgherd.grammar.split;

import static org.pgherd.grammar.antlr.PgSql.*;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.grammar.lexer.LexicalSettings;
import org.pgherd.grammar.lexer.SqlLexer;
import org.pgherd.grammar.lexer.TokenBuffer;

/// Finds the statements of a script by its tokens alone: they end at semicolons that are neither in parentheses
/// (CREATE RULE ... DO (a; b)) nor in a BEGIN ATOMIC body. Transplants the rules of psql's psqlscan.l.
public final class ScriptSplitter {
    private ScriptSplitter() {}

    /// The ranges of the statements, without their semicolons and the blanks and comments around them. Text that
    /// cannot be read as tokens (an unterminated string) belongs to the last statement.
    public static List<Position> split(String script) {
        return split(script, LexicalSettings.STANDARD);
    }

    /// As [#split(String)] where strings are read as the settings say.
    public static List<Position> split(String script, LexicalSettings settings) {
        TokenBuffer tokens = new TokenBuffer();
        SqlLexer.lex(tokens, script, 0, script.length(), settings);
        List<Position> statements = new ArrayList<>();
        int first = -1;
        int parens = 0;
        int blocks = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int type = tokens.token(i).getType();
            if (type == EOF || (type == SEMI && parens == 0 && blocks == 0)) {
                if (first >= 0) {
                    statements.add(new Position(
                            tokens.token(first).start(), tokens.token(i - 1).end()));
                }
                first = -1;
                parens = 0;
                blocks = 0;
                continue;
            }
            if (first < 0) {
                first = i;
            }
            switch (type) {
                case LP -> parens++;
                case RP -> parens = Math.max(0, parens - 1);
                case BEGIN -> blocks += parens == 0 && createsRoutine(tokens, first) ? 1 : 0;
                case CASE -> blocks += blocks > 0 && parens == 0 ? 1 : 0;
                case END -> blocks -= blocks > 0 && parens == 0 ? 1 : 0;
                default -> {}
            }
        }
        return statements;
    }

    /// CREATE [OR REPLACE] FUNCTION or PROCEDURE: only there BEGIN opens a block.
    private static boolean createsRoutine(TokenBuffer tokens, int first) {
        if (tokens.token(first).getType() != CREATE) {
            return false;
        }
        int kind = tokens.token(first + 1).getType() == OR ? first + 3 : first + 1;
        int type = tokens.token(Math.min(kind, tokens.size() - 1)).getType();
        return type == FUNCTION || type == PROCEDURE;
    }
}
