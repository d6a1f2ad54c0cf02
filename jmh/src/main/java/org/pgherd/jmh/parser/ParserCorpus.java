package org.pgherd.jmh.parser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// The corpora of statements with PostgreSQL's verdicts: -Dpgherd.corpora=FOLDER, or shared/corpora beside one of the
/// folders above.
public final class ParserCorpus {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private final Path folder;

    private ParserCorpus(Path folder) {
        this.folder = folder;
    }

    /// Empty if there are no corpora.
    public static Optional<ParserCorpus> find() {
        String set = System.getProperty("pgherd.corpora");
        if (set != null) {
            return Optional.of(new ParserCorpus(Path.of(set, "parser")));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared/corpora/parser");
            if (Files.isDirectory(candidate)) {
                return Optional.of(new ParserCorpus(candidate));
            }
        }
        return Optional.empty();
    }

    public List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(file))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    /// The statements that PostgreSQL 18 accepts.
    public List<String> accepted() throws IOException {
        return lines("pg_regress_statements.jsonl").stream()
                .filter(line -> line.path("accepted_pg18").asBoolean(false))
                .map(line -> line.path("sql").asString())
                .toList();
    }

    /// The bodies that PostgreSQL's parser of PL/pgSQL accepts.
    public List<String> bodies() throws IOException {
        return lines("pg_plpgsql_bodies.jsonl").stream()
                .filter(line -> line.path("libpg_query_plpgsql_accepted").asBoolean(false))
                .map(line -> line.path("body").asString())
                .toList();
    }

    /// Twenty statements of OLTP: those of the corpora, or our own where there are none.
    public static List<String> t20() throws IOException {
        Optional<ParserCorpus> corpus = find();
        if (corpus.isPresent() && Files.exists(corpus.get().folder.resolve("t20.txt"))) {
            return Files.readAllLines(corpus.get().folder.resolve("t20.txt")).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
        try (InputStream in = ParserCorpus.class.getResourceAsStream("/business-statements.sql")) {
            if (in == null) {
                throw new AssertionError("business-statements.sql is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
