package org.pgherd.semantics.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.SqlException;
import org.pgherd.semantics.codec.FloatText;

/// Arithmetic against PostgreSQL 18: `numeric.tsv`, written by [NumericExport].
class NumericTest {
    @Test
    void arithmeticIsThatOfPostgres() throws Exception {
        List<String> differences = new ArrayList<>();
        int count = 0;
        try (InputStream in = Objects.requireNonNull(NumericTest.class.getResourceAsStream("numeric.tsv"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] f = line.split("\t", -1);
                Numeric a = Numeric.parse(f[0]);
                Numeric b = Numeric.parse(f[1]);
                int n = Integer.parseInt(f[2]);
                String[] actual = {
                    text(() -> a.add(b)),
                    text(() -> a.subtract(b)),
                    text(() -> a.multiply(b)),
                    text(() -> a.divide(b)),
                    text(() -> a.mod(b)),
                    text(() -> a.divideToInteger(b)),
                    text(() -> Integer.signum(a.compareTo(b))),
                    text(() -> a.round(n)),
                    text(() -> a.trunc(n)),
                    text(() -> FloatText.format(a.toDouble(), 1)),
                    text(() -> FloatText.format(a.toFloat(), 1)),
                    text(a::toInt8),
                    text(a::toInt4),
                    text(a::toInt2),
                    text(() -> Numeric.ofDouble(b.toDouble())),
                    text(a::ceil),
                    text(a::floor)
                };
                for (int i = 0; i < actual.length; i++) {
                    count++;
                    if (!actual[i].equals(f[3 + i])) {
                        differences.add("column " + i + " of " + f[0] + " " + f[1] + " " + n + ": expected " + f[3 + i]
                                + ", was " + actual[i]);
                    }
                }
                assertThat(a.equals(b)).isEqualTo(f[9].equals("0"));
                if (a.equals(b)) {
                    assertThat(a).hasSameHashCodeAs(b);
                }
            }
        }
        assertThat(count).isGreaterThan(30_000);
        assertThat(differences).isEmpty();
    }

    private static String text(Supplier<Object> operation) {
        try {
            return String.valueOf(operation.get());
        } catch (SqlException e) {
            return "!" + e.state().code() + " " + e.message();
        }
    }

    @Test
    void compactAndBigFormsMeet() {
        Numeric big = Numeric.parse("1000000000000000000");
        assertThat(big.isCompact()).isFalse();
        Numeric back = big.subtract(Numeric.ONE);
        assertThat(back.isCompact()).isTrue();
        assertThat(back).hasToString("999999999999999999");
        assertThat(big.negate().add(big).isZero()).isTrue();
    }
}
