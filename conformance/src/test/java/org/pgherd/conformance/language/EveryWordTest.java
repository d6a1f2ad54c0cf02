package org.pgherd.conformance.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgherd.embedded.EmbeddedPostgres;
import org.pgherd.grammar.lexer.Keywords;

/// Each place of each form of statement (templates.sql) with keywords and other tokens in it: the verdict, the error
/// and
/// its place are the server's. Every word of every place takes a minute, so by default it is one in seven, others for
/// each place: -Dpgherd.words=1 is all of them.
class EveryWordTest {
    private static final int STRIDE = Integer.getInteger("pgherd.words", 7);

    private static final List<String> OTHERS = List.of(
            "",
            "1",
            "-1",
            "1.5",
            "'x'",
            "$1",
            "*",
            "b'1'",
            "a.b",
            "\"q\"",
            "null::int",
            "(",
            "()",
            "(1)",
            ",",
            "=",
            "+",
            "<>",
            "=>",
            ".",
            "..",
            ":=",
            ":",
            "::int",
            "[",
            "[1]",
            "(select 1)",
            "((select 1))",
            "u&'x'",
            "e'x'",
            "n'x'");

    @Test
    void isTakenAsByTheServer() throws IOException {
        List<String> words = new ArrayList<>(Keywords.words());
        words.addAll(OTHERS);
        List<String> texts = new ArrayList<>();
        int at = 0;
        for (String template : Statements.templates()) {
            for (String word : words) {
                if (at++ % STRIDE == 0) {
                    texts.add(template.replace("@", word));
                }
            }
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                RawParser oracle = new RawParser(server)) {
            assertThat(Verdicts.disagreements(texts, oracle.verdicts(texts))).isEmpty();
        }
        assertThat(texts).hasSizeGreaterThan(300_000 / STRIDE);
    }
}
