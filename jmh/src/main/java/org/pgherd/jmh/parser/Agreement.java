package org.pgherd.jmh.parser;

import java.io.IOException;
import java.util.Locale;
import org.pgherd.errors.SqlException;
import org.pgherd.gateway.parse.Reader;
import org.pgherd.gateway.parse.Verdict;
import org.pgherd.gateway.parse.Wanted;
import tools.jackson.databind.JsonNode;

/// How often our parsers say what PostgreSQL's say.
final class Agreement {
    private final StringBuilder table = new StringBuilder();

    private Agreement() {}

    /// A table in Markdown.
    static String table(ParserCorpus corpus) throws IOException {
        Agreement all = new Agreement();
        all.table.append("| corpus | what | agree | of | % |\n| --- | --- | ---: | ---: | ---: |\n");
        all.verdicts(corpus, "pg_regress_statements.jsonl", "accepted_pg18", "statements of PostgreSQL's suite");
        all.verdicts(corpus, "pg_regress_mutants.jsonl", "accepted", "mutants of them");
        all.groupings(corpus);
        all.bodies(corpus);
        return all.table.toString();
    }

    private void row(String corpus, String what, int agree, int of) {
        table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %.2f |%n",
                corpus,
                what,
                agree,
                of,
                of == 0 ? 100 : 100.0 * agree / of));
    }

    private void verdicts(ParserCorpus corpus, String file, String field, String name) throws IOException {
        Reader reader = new Reader(new Wanted(false, false, false, false, 1));
        int accepted = 0;
        int acceptedToo = 0;
        int rejected = 0;
        int rejectedToo = 0;
        int sameError = 0;
        for (JsonNode line : corpus.lines(file)) {
            Verdict verdict = reader.read(line.path("sql").asString());
            if (line.path(field).asBoolean(false)) {
                accepted++;
                acceptedToo += verdict.isAccepted() ? 1 : 0;
            } else {
                rejected++;
                rejectedToo += verdict.isAccepted() ? 0 : 1;
                sameError += isSame(verdict, line) ? 1 : 0;
            }
        }
        row(name, "accepted", acceptedToo, accepted);
        row(name, "rejected", rejectedToo, rejected);
        row(name, "error text and position equal", sameError, rejected);
    }

    private static boolean isSame(Verdict verdict, JsonNode line) {
        SqlException error = verdict.error();
        Integer cursor = verdict.cursor();
        return error != null
                && error.message().equals(line.path("error").asString(""))
                && (cursor == null ? 0 : cursor) == line.path("cursor").asInt(0);
    }

    private void groupings(ParserCorpus corpus) throws IOException {
        Reader reader = new Reader(new Wanted(false, false, false, true, 1));
        int legal = 0;
        int grouped = 0;
        int illegal = 0;
        int refused = 0;
        for (JsonNode line : corpus.lines("pg_operator_precedence.jsonl")) {
            Verdict verdict = reader.read(line.path("sql").asString());
            if (line.path("accepted").asBoolean(false)) {
                legal++;
                grouped += line.path("grouping").asString("").equals(verdict.grouping()) ? 1 : 0;
            } else {
                illegal++;
                refused += verdict.isAccepted() ? 0 : 1;
            }
        }
        row("operator strings", "grouped alike", grouped, legal);
        row("operator strings", "illegal ones refused", refused, illegal);
    }

    private void bodies(ParserCorpus corpus) throws IOException {
        Reader reader = new Reader(new Wanted(true, false, false, false, 1));
        int accepted = 0;
        int acceptedToo = 0;
        int errors = 0;
        int refused = 0;
        for (JsonNode line : corpus.lines("pg_plpgsql_bodies.jsonl")) {
            boolean right = line.path("libpg_query_plpgsql_accepted").asBoolean(false);
            boolean needsCatalog = line.path("error_needs_catalog").asBoolean(false);
            if (right || needsCatalog) {
                accepted += right ? 1 : 0;
                acceptedToo +=
                        right && reader.body(line.path("body").asString()).isAccepted() ? 1 : 0;
            } else {
                errors++;
                refused += reader.read(line.path("sql").asString()).isAccepted() ? 0 : 1;
            }
        }
        row("PL/pgSQL bodies", "accepted (the body alone)", acceptedToo, accepted);
        row(
                "PL/pgSQL bodies",
                "refused (the whole statement; three of these PostgreSQL 18 itself accepts)",
                refused,
                errors);
    }
}
