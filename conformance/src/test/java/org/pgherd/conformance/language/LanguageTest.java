package org.pgherd.conformance.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.deparse.Deparser;
import org.pgherd.grammar.lexer.Keywords;
import org.pgherd.grammar.lexer.LexicalSettings;

/// The grammar beside a real server's: verdicts and errors on statements and on mutants of them, and the trees that the
/// server makes of statements and of their deparsed texts.
class LanguageTest extends ServerParserTest {
    private static final int MUTANTS = Integer.getInteger("pgherd.mutants", 6);

    @Test
    void acceptsTheReferenceManual() throws IOException {
        List<String> statements = Statements.reference();
        assertThat(Verdicts.disagreements(statements, oracle().verdicts(statements)))
                .isEmpty();
        assertThat(statements).hasSizeGreaterThan(1000);
    }

    @Test
    void tellsOfLongNames() throws IOException {
        String x = "x".repeat(64);
        List<String> texts = List.of(
                "select " + x,
                "select 1 as \"" + "ä".repeat(32) + "\", U&\"" + "\\+01F600".repeat(16) + "\" from " + "X".repeat(70),
                "select " + x + " from from " + x,
                "select '" + x + " " + x,
                "create table " + x + " (" + x + " int)");
        List<RawParser.Verdict> verdicts = oracle().verdicts(texts);
        for (int i = 0; i < texts.size(); i++) {
            List<String> ours = new ArrayList<>();
            try {
                SqlParser.parse(texts.get(i), LexicalSettings.STANDARD, notice -> ours.add(notice.message()));
            } catch (SqlException e) {
                // told before it, as by the server
            }
            assertThat(ours).as(texts.get(i)).isEqualTo(verdicts.get(i).notices());
        }
    }

    /// The server's own tree of a deparsed text is that of the original.
    @Test
    void deparsedTextsMeanTheSame() throws IOException {
        List<String> statements = Statements.reference().stream()
                // the server keeps the underscores of a numeric literal until it is analysed
                .map(sql -> sql.replace("1_0.2_5", "10.25"))
                .toList();
        List<String> deparsed = statements.stream()
                .map(sql -> Deparser.sql(SqlParser.parse(sql).get(0)))
                .toList();
        List<String> expected = oracle().trees(statements);
        assertThat(expected).allMatch(tree -> tree.startsWith("{QUERY"));
        List<String> trees = oracle().trees(deparsed);
        List<String> different = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            if (!expected.get(i).equals(trees.get(i))) {
                different.add(statements.get(i) + " => " + deparsed.get(i));
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void agreesOnMutants() throws IOException {
        List<String> statements = Statements.reference();
        TreeSet<String> words = new TreeSet<>();
        statements.forEach(sql -> Mutants.tokens(sql).forEach(token -> words.add(token.strip())));
        words.addAll(Keywords.words());
        Mutants mutants = new Mutants(Long.getLong("pgherd.seed", 18), List.copyOf(words));
        List<String> texts = new ArrayList<>();
        statements.forEach(sql -> texts.addAll(mutants.of(sql, MUTANTS)));
        List<RawParser.Verdict> verdicts = oracle().verdicts(texts);
        assertThat(verdicts.stream().filter(v -> !v.accepted()).count()).isGreaterThan(texts.size() / 2);
        List<String> disagreements = Verdicts.disagreements(texts, verdicts);
        List<String> verdict = disagreements.stream()
                .filter(text -> text.startsWith("accepted") || text.contains(" but accepted"))
                .toList();
        assertThat(verdict).hasSizeLessThanOrEqualTo(texts.size() / 5000);
        assertThat(disagreements).hasSizeLessThanOrEqualTo(texts.size() / 1000);
    }
}
