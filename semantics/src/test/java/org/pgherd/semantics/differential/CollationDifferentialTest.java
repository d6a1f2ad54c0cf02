package org.pgherd.semantics.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.compare.CollationOrder;
import org.pgherd.semantics.value.Text;

/// icu4j orders as the server's ICU does, under locales and options that change the order.
/// `-Dpgherd.collation.pairs=20000` for more pairs per collation.
class CollationDifferentialTest {
    private static final int PAIRS = Integer.getInteger("pgherd.collation.pairs", 500);
    private static final List<String> LOCALES = List.of(
            "und",
            "en-US",
            "de-u-co-phonebk",
            "sv",
            "es-u-co-trad",
            "und-u-kn-true",
            "und-u-kf-upper",
            "und-u-ka-shifted",
            "und-u-ks-level1",
            "und-u-ks-level2",
            "en-u-kn-true-ks-level2",
            "ja",
            "zh");
    private static final String[] PIECES = {
        "a",
        "A",
        "\u00e4",
        "\u00c4",
        "b",
        "B",
        "e",
        "\u00e9",
        "\u00c9",
        "z",
        "ss",
        "\u00df",
        "ch",
        "ll",
        "1",
        "10",
        "2",
        "02",
        " ",
        "-",
        "_",
        ".",
        "'",
        "\u65e5",
        "\u672c",
        "\u3042",
        "\u30a2",
        "\u4e00",
        "\u00f8",
        "o\u0308",
        "\u03b1",
        "\u0391",
        "\u0436",
        "\ud83d\ude00",
        "\u0130",
        "i"
    };

    @Test
    void icuOrdersAsTheServers() throws SQLException {
        List<String> differences = new ArrayList<>();
        try (Oracle oracle = new Oracle();
                Statement statement = oracle.connection().createStatement()) {
            for (String locale : LOCALES) {
                for (boolean deterministic : new boolean[] {true, false}) {
                    statement.execute("DROP COLLATION IF EXISTS tested");
                    statement.execute("CREATE COLLATION tested (provider = icu, locale = '" + locale
                            + "', deterministic = " + deterministic + ")");
                    CollationRow row = new CollationRow(1, "tested", "public", 'i', deterministic, "", "", locale);
                    compare(oracle, Objects.requireNonNull(CollationOrder.of(row)), row, differences);
                }
            }
        }
        differences.stream().limit(20).forEach(System.out::println);
        assertThat(differences).isEmpty();
    }

    @Test
    void caseLevelsAreNotGuessed() {
        CollationRow row = new CollationRow(1, "tested", "public", 'i', true, "", "", "und-u-kc-true-ks-level1");
        assertThat(CollationOrder.of(row)).isNull();
    }

    private static void compare(Oracle oracle, CollationOrder order, CollationRow row, List<String> differences)
            throws SQLException {
        Random random = new Random(row.locale().hashCode());
        String[] left = words(random);
        String[] right = words(random);
        for (int i = 0; i < PAIRS / 10; i++) {
            right[i] = left[i].toUpperCase(java.util.Locale.ROOT);
        }
        String sql = "SELECT CASE WHEN a < b COLLATE tested THEN -1 WHEN a = b COLLATE tested THEN 0 ELSE 1 END"
                + " FROM unnest(?, ?) WITH ORDINALITY AS t(a, b, n) ORDER BY n";
        try (PreparedStatement statement = oracle.connection().prepareStatement(sql)) {
            statement.setArray(1, oracle.connection().createArrayOf("text", left));
            statement.setArray(2, oracle.connection().createArrayOf("text", right));
            try (ResultSet rows = statement.executeQuery()) {
                for (int i = 0; rows.next(); i++) {
                    int actual = Integer.signum(order.compare(Text.of(left[i]), Text.of(right[i])));
                    if (actual != rows.getInt(1)) {
                        differences.add(row.locale() + (row.deterministic() ? "" : " nondeterministic") + ": " + left[i]
                                + " : " + right[i] + " expected " + rows.getInt(1) + ", was " + actual);
                    }
                }
            }
        }
    }

    private static String[] words(Random random) {
        String[] words = new String[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            StringBuilder word = new StringBuilder();
            for (int n = random.nextInt(4); n >= 0; n--) {
                word.append(PIECES[random.nextInt(PIECES.length)]);
            }
            words[i] = word.toString();
        }
        return words;
    }
}
