package org.pgherd.grammar.plpgsql;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.ast.CreateFunctionStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.DoStmt;
import org.pgherd.grammar.ast.NodeList;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.StringConst;

/// A PL/pgSQL body within the statement that brings it: CREATE FUNCTION, CREATE PROCEDURE or DO.
///
/// @param body the body, decoded
/// @param literal where the string that holds it stands in the statement
public record RoutineText(RoutineHead head, String body, Position literal) {
    /// Null if the statement brings no PL/pgSQL.
    public static @Nullable RoutineText of(Statement statement) {
        return switch (statement) {
            case CreateFunctionStmt create -> of(create.options(), RoutineHead.of(create), "");
            case DoStmt block -> of(block.args(), RoutineHead.BLOCK, "plpgsql");
            default -> null;
        };
    }

    private static @Nullable RoutineText of(List<DefElem> options, RoutineHead head, String defaultLanguage) {
        String language = defaultLanguage;
        StringConst body = null;
        for (DefElem option : options) {
            if (option.defname().equals("language") && option.arg() instanceof StringConst name) {
                language = name.sval();
            } else if (option.defname().equals("as")) {
                body = string(option);
            }
        }
        return body == null || !language.toLowerCase(Locale.ROOT).equals("plpgsql")
                ? null
                : new RoutineText(head, body.sval(), body.at());
    }

    private static @Nullable StringConst string(DefElem option) {
        return switch (option.arg()) {
            case StringConst s -> s;
            case NodeList list when list.items().size() == 1 && list.items().getFirst() instanceof StringConst s -> s;
            case null, default -> null;
        };
    }

    /// The body's tree. Errors have positions in `sql`, the text of the statement.
    public PlBody validate(String sql) {
        try {
            return PlpgsqlParser.validate(body, head);
        } catch (SqlException e) {
            if (!e.at().isKnown()) {
                throw e;
            }
            int start = offset(sql, e.at().start());
            int end = offset(sql, e.at().end());
            throw e.withFields(
                    e.fields().withAt(start < 0 ? Position.NONE : new Position(start, Math.max(start, end))));
        }
    }

    /// An offset in the body as one in `sql`; -1 if escapes hide it (match_prosrc_to_literal of pg_proc.c).
    private int offset(String sql, int offset) {
        int at = literal.start();
        if (sql.charAt(at) == '$') {
            return sql.indexOf('$', at + 1) + 1 + offset;
        }
        at = sql.indexOf('\'', at) + 1;
        for (int i = 0; i < offset; i++) {
            char c = sql.charAt(at);
            if (c == '\\' || c == '\'') {
                c = sql.charAt(++at);
            }
            if (i >= body.length() || c != body.charAt(i)) {
                return -1;
            }
            at++;
        }
        return at;
    }
}
