package org.pgherd.gateway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.OperatorGrouping;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.deparse.Deparser;
import org.pgherd.grammar.plpgsql.PlBody;
import org.pgherd.grammar.plpgsql.PlpgsqlParser;
import org.pgherd.grammar.plpgsql.RoutineText;
import org.pgherd.grammar.plpgsql.SqlFragment;

/// Parses texts and reports on them.
public final class Reader {
    private final Wanted wanted;

    public Reader(Wanted wanted) {
        this.wanted = wanted;
    }

    /// Of SQL or, if a body was asked for, of a body or of a statement that brings one.
    public Verdict read(String text) {
        if (!wanted.plpgsql()) {
            return sql(text);
        }
        return bringsBody(text) ? routine(text) : body(text);
    }

    private static boolean bringsBody(String text) {
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("create")
                || start.startsWith("do ")
                || start.startsWith("do$")
                || start.startsWith("do\n")
                || start.startsWith("do'");
    }

    /// A verdict whatever happens.
    private static Verdict guarded(String text, Supplier<Verdict> read) {
        long began = System.nanoTime();
        try {
            return read.get();
        } catch (SqlException e) {
            return Verdict.rejected(text, e, System.nanoTime() - began);
        } catch (StackOverflowError e) {
            return Verdict.rejected(
                    text,
                    new SqlException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded"),
                    System.nanoTime() - began);
        }
    }

    private record Timed<T>(T value, long nanos) {}

    private <T> Timed<T> timed(Supplier<T> parse) {
        long best = Long.MAX_VALUE;
        T value;
        int left = Math.max(1, wanted.repeat());
        do {
            long began = System.nanoTime();
            value = parse.get();
            best = Math.min(best, System.nanoTime() - began);
        } while (--left > 0);
        return new Timed<>(value, best);
    }

    private Verdict sql(String text) {
        return guarded(text, () -> {
            if (wanted.grouping() && !startsQuery(text)) {
                Timed<Expr> parsed = timed(() -> SqlParser.parseExpression(text));
                Expr expr = parsed.value();
                return new Verdict(
                        null,
                        null,
                        parsed.nanos(),
                        wanted.ast() ? TreeText.of(expr) : null,
                        wanted.deparse() ? Deparser.sql(expr) : null,
                        OperatorGrouping.of(text, expr));
            }
            Timed<List<RawStmt>> parsed = timed(() -> SqlParser.parse(text));
            List<RawStmt> statements = parsed.value();
            return new Verdict(
                    null,
                    null,
                    parsed.nanos(),
                    wanted.ast() ? trees(statements) : null,
                    wanted.deparse() ? deparsed(statements) : null,
                    wanted.grouping() ? grouping(text, statements) : null);
        });
    }

    private static boolean startsQuery(String text) {
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("select") || start.startsWith("values") || start.startsWith("with");
    }

    private static String trees(List<RawStmt> statements) {
        StringBuilder out = new StringBuilder();
        statements.forEach(statement -> out.append(TreeText.of(statement)));
        return out.toString();
    }

    private static String deparsed(List<RawStmt> statements) {
        List<String> texts = new ArrayList<>();
        statements.forEach(statement -> texts.add(Deparser.sql(statement)));
        return String.join(";\n", texts);
    }

    private static @Nullable String grouping(String text, List<RawStmt> statements) {
        if (statements.isEmpty()
                || !(statements.getFirst().stmt() instanceof SelectStmt select)
                || select.targetList().isEmpty()) {
            return null;
        }
        Expr expr = select.targetList().getFirst().val();
        return expr == null ? null : OperatorGrouping.of(text, expr);
    }

    // ------------------------------------------------------------------ PL/pgSQL

    /// A body alone: of parameters and result nothing is known.
    public Verdict body(String body) {
        return guarded(body, () -> {
            Timed<PlBody> parsed = timed(() -> PlpgsqlParser.validate(body, null));
            return verdict(parsed.value(), parsed.nanos());
        });
    }

    /// A statement that creates a routine or runs a block.
    private Verdict routine(String sql) {
        return guarded(sql, () -> {
            Timed<@Nullable PlBody> parsed = timed(() -> lastBody(sql));
            PlBody body = parsed.value();
            return body == null
                    ? new Verdict(null, null, parsed.nanos(), null, null, null)
                    : verdict(body, parsed.nanos());
        });
    }

    private static @Nullable PlBody lastBody(String sql) {
        PlBody body = null;
        for (RawStmt statement : SqlParser.parse(sql)) {
            RoutineText routine = RoutineText.of(statement.stmt());
            if (routine != null) {
                body = routine.validate(sql);
            }
        }
        return body;
    }

    private Verdict verdict(PlBody body, long nanos) {
        return new Verdict(
                null,
                null,
                nanos,
                wanted.ast() ? TreeText.of(body.block()) : null,
                wanted.deparse() ? fragments(body) : null,
                null);
    }

    private static String fragments(PlBody body) {
        StringBuilder out = new StringBuilder();
        for (SqlFragment fragment : body.fragments()) {
            Node tree = fragment.tree();
            if (tree != null) {
                out.append("line ")
                        .append(fragment.line())
                        .append(": ")
                        .append(sql(tree, fragment))
                        .append('\n');
            }
        }
        return out.toString();
    }

    /// An assigned value is shown as the SELECT that computes it.
    private static String sql(Node tree, SqlFragment fragment) {
        return tree instanceof org.pgherd.grammar.ast.PLAssignStmt ? fragment.text() : Deparser.sql(tree);
    }
}
