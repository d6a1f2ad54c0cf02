package org.pgherd.conformance.slt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.conformance.target.Outcome;

/// Turns rows into the lines of a sqllogictest result.
final class Values {
    private Values() {}

    static List<String> lines(Outcome.Rows rows, Record.Query query, int hashThreshold) {
        List<List<String>> formatted = new ArrayList<>();
        for (List<@Nullable String> row : rows.rows()) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                char type = i < query.types().length() ? query.types().charAt(i) : 'T';
                values.add(format(row.get(i), type));
            }
            formatted.add(values);
        }
        if (query.sort() == Record.Sort.ROWSORT) {
            formatted.sort((a, b) -> {
                for (int i = 0; i < a.size(); i++) {
                    int order = a.get(i).compareTo(b.get(i));
                    if (order != 0) {
                        return order;
                    }
                }
                return 0;
            });
        }
        List<String> values = new ArrayList<>();
        formatted.forEach(values::addAll);
        if (query.sort() == Record.Sort.VALUESORT) {
            values.sort(null);
        }
        if (hashThreshold > 0 && values.size() > hashThreshold) {
            return List.of(values.size() + " values hashing to " + md5(values));
        }
        return values;
    }

    private static String format(@Nullable String value, char type) {
        if (value == null) {
            return "NULL";
        }
        return switch (type) {
            case 'I' -> integer(value);
            case 'R' -> real(value);
            default -> value.isEmpty() ? "(empty)" : printable(value);
        };
    }

    private static String integer(String value) {
        try {
            return new BigDecimal(value).setScale(0, RoundingMode.DOWN).toString();
        } catch (NumberFormatException e) {
            return switch (value) {
                case "t" -> "1";
                case "f" -> "0";
                default -> "0";
            };
        }
    }

    private static String real(String value) {
        try {
            return new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN).toString();
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static String printable(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            out.append(c < ' ' || c > '~' ? '@' : c);
        }
        return out.toString();
    }

    private static String md5(List<String> values) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            for (String value : values) {
                digest.update(value.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
