package org.pgherd.jmh.parser;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import org.pgherd.errors.SqlException;
import org.pgherd.gateway.parse.Reader;
import org.pgherd.gateway.parse.Verdict;
import org.pgherd.gateway.parse.Wanted;
import tools.jackson.databind.JsonNode;

/// How often our parsers say what PostgreSQL's say.
final class Agreement {
    private final StringBuilder table = new StringBuilder();
    private final ServerVerdict server;
    private int corrected;

    private Agreement(ServerVerdict server) {
        this.server = server;
    }

    /// A table in Markdown.
    static String table(ParserCorpus corpus) throws IOException, SQLException {
        try (ServerVerdict server = new ServerVerdict()) {
            return new Agreement(server).rows(corpus);
        }
    }

    private String rows(ParserCorpus corpus) throws IOException, SQLException {
        table.append("| corpus | what | agree | of | % |\n| --- | --- | ---: | ---: | ---: |\n");
        verdicts(corpus, "pg_regress_statements.jsonl", "accepted_pg18", "statements of PostgreSQL's suite");
        verdicts(corpus, "pg_regress_mutants.jsonl", "accepted", "mutants of them");
        groupings(corpus);
        bodies(corpus);
        table.append(
                        "\nLabels that are another release's: where we differ from one, a real PostgreSQL 18 is asked, and ")
                .append(corrected)
                .append(" are counted with what it says.\n");
        return table.toString();
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

    private void verdicts(ParserCorpus corpus, String file, String field, String name)
            throws IOException, SQLException {
        Reader reader = new Reader(new Wanted(false, false, false, false, 1));
        int accepted = 0;
        int acceptedToo = 0;
        int rejected = 0;
        int rejectedToo = 0;
        int sameError = 0;
        for (JsonNode line : corpus.lines(file)) {
            String sql = line.path("sql").asString();
            Verdict verdict = reader.read(sql);
            boolean accepts = line.path(field).asBoolean(false);
            boolean same = accepts ? verdict.isAccepted() : isSame(verdict, line);
            if (!same) {
                String said = server.of(sql);
                same = said.equals(told(verdict));
                accepts = said.equals("accepted");
                corrected += same ? 1 : 0;
            }
            if (accepts) {
                accepted++;
                acceptedToo += verdict.isAccepted() ? 1 : 0;
            } else {
                rejected++;
                rejectedToo += verdict.isAccepted() ? 0 : 1;
                sameError += same ? 1 : 0;
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

    private static String told(Verdict verdict) {
        SqlException error = verdict.error();
        Integer cursor = verdict.cursor();
        return error == null ? "accepted" : error.message() + " @" + (cursor == null ? 0 : cursor);
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

    private void bodies(ParserCorpus corpus) throws IOException, SQLException {
        Reader reader = new Reader(new Wanted(true, false, false, false, 1));
        int accepted = 0;
        int acceptedToo = 0;
        int errors = 0;
        int refused = 0;
        for (JsonNode line : corpus.lines("pg_plpgsql_bodies.jsonl")) {
            String sql = line.path("sql").asString();
            boolean right = line.path("libpg_query_plpgsql_accepted").asBoolean(false);
            if (!right && line.path("error_needs_catalog").asBoolean(false)) {
                continue;
            }
            // some bodies are cut where their literal goes on in the next line
            boolean ours = (right && reader.body(line.path("body").asString()).isAccepted())
                    || reader.read(sql).isAccepted();
            if (!right && ours && server.creates(sql)) {
                right = true;
                corrected++;
            }
            if (right) {
                accepted++;
                acceptedToo += ours ? 1 : 0;
            } else {
                errors++;
                refused += ours ? 0 : 1;
            }
        }
        row("PL/pgSQL bodies", "accepted", acceptedToo, accepted);
        row("PL/pgSQL bodies", "refused", refused, errors);
    }
}
