package org.pgherd.semantics.value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes `numeric.tsv`: two numerics, their sum, difference, product, quotient, remainder, integer quotient,
/// comparison, and the first rounded and cut at a number of digits, and cast to float8, float4, int8, int4; errors
/// as `!SQLSTATE message`. Arguments: JDBC URL of a PostgreSQL 18, directory to write to.
public final class NumericExport {
    private static final String[] EDGES = {
        "0",
        "0.00",
        "1",
        "-1",
        "1.0",
        "NaN",
        "Infinity",
        "-Infinity",
        "999999999999999999",
        "1000000000000000000",
        "-999999999999999999.9",
        "0.000000000000000001",
        "1e-200",
        "1e200",
        "9999",
        "10000",
        "0.0001",
        "0.00009999",
        "9223372036854775807",
        "9223372036854775807.5",
        "-9223372036854775808.4",
        "2147483647.49",
        "2147483647.5",
        "32767.5",
        "0.5",
        "-0.5",
        "1.5",
        "2.5",
        "1e308",
        "1e309",
        "1e-330",
        "1e-46",
        "123456789012345678",
        "3",
        "7",
        "-7.3"
    };

    private NumericExport() {}

    public static void main(String[] args) throws Exception {
        List<String> numbers = new ArrayList<>(List.of(EDGES));
        Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            StringBuilder n = new StringBuilder(random.nextBoolean() ? "-" : "");
            digits(n, random, 1 + random.nextInt(i % 4 == 0 ? 40 : 12));
            if (random.nextInt(3) > 0) {
                digits(n.append('.'), random, 1 + random.nextInt(i % 4 == 0 ? 40 : 8));
            }
            numbers.add(n.toString());
        }
        List<String> out = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(args[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE FUNCTION pg_temp.e(q text, a numeric, b numeric, n int) RETURNS text LANGUAGE plpgsql AS $$
                    DECLARE r text;
                    BEGIN EXECUTE 'SELECT (' || q || ')::text' INTO r USING a, b, n; RETURN r;
                    EXCEPTION WHEN OTHERS THEN RETURN '!' || SQLSTATE || ' ' || SQLERRM; END $$""");
            StringBuilder sql = new StringBuilder("SELECT $1::numeric::text, $2::numeric::text, $3::int::text");
            for (String q : new String[] {
                "$1+$2",
                "$1-$2",
                "$1*$2",
                "$1/$2",
                "$1%$2",
                "div($1,$2)",
                "numeric_cmp($1,$2)",
                "round($1,$3)",
                "trunc($1,$3)",
                "$1::float8",
                "$1::float4",
                "$1::int8",
                "$1::int4",
                "$1::int2",
                "$2::float8::numeric",
                "ceil($1)",
                "floor($1)"
            }) {
                sql.append(", pg_temp.e('").append(q).append("', $1::numeric, $2::numeric, $3::int)");
            }
            try (PreparedStatement query =
                    connection.prepareStatement(sql.toString().replaceAll("(?<= )[$][123]::", "?::"))) {
                for (int i = 0; i < numbers.size(); i++) {
                    for (int k = 0; k < (i < EDGES.length ? EDGES.length : 3); k++) {
                        String a = numbers.get(i);
                        String b = i < EDGES.length ? EDGES[k] : numbers.get(random.nextInt(numbers.size()));
                        int n = random.nextInt(30) - 8;
                        int parameters = query.getParameterMetaData().getParameterCount();
                        for (int p = 1; p <= parameters; p++) {
                            switch (p % 3) {
                                case 1 -> query.setString(p, a);
                                case 2 -> query.setString(p, b);
                                default -> query.setInt(p, n);
                            }
                        }
                        try (ResultSet rows = query.executeQuery()) {
                            rows.next();
                            StringBuilder line = new StringBuilder();
                            for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++) {
                                line.append(c == 1 ? "" : "\t").append(rows.getString(c));
                            }
                            out.add(line.toString());
                        }
                    }
                }
            }
        }
        Files.write(Path.of(args[1]).resolve("numeric.tsv"), out);
    }

    private static void digits(StringBuilder out, Random random, int count) {
        for (int i = 0; i < count; i++) {
            out.append((char) ('0' + random.nextInt(10)));
        }
    }
}
