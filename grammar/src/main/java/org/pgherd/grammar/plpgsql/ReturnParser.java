package org.pgherd.grammar.plpgsql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.antlr.PgSql;

/// RETURN, RETURN NEXT and RETURN QUERY, as the routine's result allows them.
final class ReturnParser {
    private final Scanner scanner;
    private final FragmentReader fragments;

    /// Null if not known: then anything may be right.
    private final @Nullable RoutineHead head;

    ReturnParser(Scanner scanner, FragmentReader fragments, @Nullable RoutineHead head) {
        this.scanner = scanner;
        this.fragments = fragments;
        this.head = head;
    }

    PlStatement returning(PlToken first) {
        PlToken token = scanner.next();
        if (token.type() == PgSql.EOF) {
            throw scanner.complain("unexpected end of function definition", token);
        }
        if (token.isKeyword("next")) {
            return next(first);
        }
        if (token.isKeyword("query")) {
            return query(first);
        }
        int line = scanner.line(first);
        RoutineHead known = head;
        if (known == null) {
            return new PlStatement.Return(maybe(token), line);
        }
        if (known.returnsSet()) {
            none(token, "RETURN cannot have a parameter in function returning set", "Use RETURN NEXT or RETURN QUERY.");
        } else if (known.returnsVoid()) {
            if (known.isProcedure() && token.type() != PgSql.SEMI) {
                throw Scanner.error("RETURN cannot have a parameter in a procedure", token);
            }
            none(token, "RETURN cannot have a parameter in function returning void", null);
        } else if (known.hasOut()) {
            none(token, "RETURN cannot have a parameter in function with OUT parameters", null);
        } else {
            scanner.back(token);
            return new PlStatement.Return(fragments.expression(";", ";"), line);
        }
        return new PlStatement.Return(null, line);
    }

    private static void none(PlToken token, String message, @Nullable String hint) {
        if (token.type() != PgSql.SEMI) {
            SqlException error = Scanner.mismatch(message, token);
            throw hint == null ? error : error.withHint(hint);
        }
    }

    private @Nullable SqlFragment maybe(PlToken token) {
        if (token.type() == PgSql.SEMI) {
            return null;
        }
        scanner.back(token);
        return fragments.expression(";", ";");
    }

    private void requireSet(PlToken first, String what) {
        RoutineHead known = head;
        if (known != null && !known.returnsSet()) {
            throw Scanner.mismatch("cannot use RETURN " + what + " in a non-SETOF function", first);
        }
    }

    private PlStatement next(PlToken first) {
        requireSet(first, "NEXT");
        int line = scanner.line(first);
        RoutineHead known = head;
        PlToken token = scanner.next();
        if (known == null) {
            return new PlStatement.ReturnNext(maybe(token), line);
        }
        if (known.hasOut()) {
            none(token, "RETURN NEXT cannot have a parameter in function with OUT parameters", null);
            return new PlStatement.ReturnNext(null, line);
        }
        scanner.back(token);
        return new PlStatement.ReturnNext(fragments.expression(";", ";"), line);
    }

    private PlStatement query(PlToken first) {
        requireSet(first, "QUERY");
        int line = scanner.line(first);
        if (!scanner.accept("execute")) {
            return new PlStatement.ReturnQuery(fragments.statement(), line);
        }
        SqlFragment query = fragments.dynamic("; or USING", ";", "using");
        List<SqlFragment> using = fragments.endedWith("using") ? fragments.list(", or ;", ";") : List.of();
        return new PlStatement.ReturnQueryDynamic(query, using, line);
    }
}
