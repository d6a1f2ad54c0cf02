package org.pgherd.semantics.differential;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.TypeOids;

/// Random texts of values: any length, magnitude, nesting and script, most of them valid.
final class GeneratedValues {
    private static final String[] CHARACTERS = {
        "a", "b", "c", "A", "B", "z", "0", "1", "9", " ", "_", "%", "\\", "'", "\"", ",", ".", "-", "ä", "Ö", "ß", "é",
        "e\u0301", "日", "本", "😀", "İ", "ı", "σ", "ς", "Σ", "ǆ", "ﬁ", "\t", "\n", "\u00a0", "\u200b", "ﬀ", "x", "(",
        ")", "{", "}", "[", "]", ":", ";", "/", "*", "+", "?", "^", "$", "|", "&", "!", "~", "<", ">", "=", "@", "#"
    };
    /// Their cost, or the size of their result, grows with an argument's value.
    private static final Set<String> EXPENSIVE = Set.of(
            "repeat",
            "lpad",
            "rpad",
            "array_fill",
            "polygon",
            "factorial",
            "numeric_fac",
            "power",
            "pow",
            "exp",
            "dexp",
            "numeric_power",
            "numeric_exp",
            "numeric_ln",
            "numeric_log",
            "numeric_sqrt",
            "generate_series",
            "generate_subscripts",
            "width_bucket",
            "trim_array",
            "overlay",
            "substring",
            "numeric",
            "bpchar",
            "varchar",
            "bit",
            "varbit",
            "interval",
            "timestamp",
            "timestamptz",
            "time",
            "timetz",
            "array_sample",
            "format");

    private final Random random;

    GeneratedValues(Random random) {
        this.random = random;
    }

    /// Null if there is no generator for the type, or none fit for the function.
    @Nullable
    String of(String function, int type) {
        boolean number = type == TypeOids.INT4 || type == TypeOids.INT8 || type == TypeOids.NUMERIC;
        return number && EXPENSIVE.contains(function) ? null : of(type);
    }

    @Nullable
    String of(int type) {
        return switch (type) {
            case TypeOids.BOOL -> random.nextBoolean() ? "t" : "f";
            case TypeOids.INT2 -> Short.toString((short) bits());
            case TypeOids.INT4 -> Integer.toString((int) bits());
            case TypeOids.INT8 -> Long.toString(bits());
            case TypeOids.OID, TypeOids.XID, TypeOids.CID -> Integer.toUnsignedString((int) bits());
            case TypeOids.XID8 -> Long.toUnsignedString(bits());
            case TypeOids.PG_LSN -> Integer.toHexString((int) bits()) + "/" + Integer.toHexString((int) bits());
            case TypeOids.FLOAT4 -> floating(38);
            case TypeOids.FLOAT8 -> floating(308);
            case TypeOids.NUMERIC -> numeric();
            case TypeOids.MONEY -> decimal(15, 3);
            case TypeOids.TEXT, TypeOids.VARCHAR, TypeOids.BPCHAR, TypeOids.NAME -> text(12);
            case TypeOids.BYTEA -> "\\x" + digits(2 * random.nextInt(20), 16);
            case TypeOids.DATE -> date(-4712, 5874896);
            case TypeOids.TIME -> time();
            case TypeOids.TIMETZ -> time() + zone();
            case TypeOids.TIMESTAMP -> timestamp("");
            case TypeOids.TIMESTAMPTZ -> timestamp(zone());
            case TypeOids.INTERVAL -> interval();
            case TypeOids.UUID -> digits(32, 16);
            case TypeOids.JSON, TypeOids.JSONB -> json(3);
            case TypeOids.BIT, TypeOids.VARBIT -> digits(random.nextInt(40), 2);
            case TypeOids.INET -> inet(false);
            case TypeOids.CIDR -> inet(true);
            case TypeOids.MACADDR -> digits(12, 16);
            case TypeOids.MACADDR8 -> digits(16, 16);
            case TypeOids.POINT -> point();
            case TypeOids.LSEG -> "[" + points(2) + "]";
            case TypeOids.BOX -> points(2);
            case TypeOids.LINE -> "{" + coordinate() + "," + coordinate() + "," + coordinate() + "}";
            case TypeOids.PATH -> {
                String points = points(1 + random.nextInt(5));
                yield random.nextBoolean() ? "[" + points + "]" : "(" + points + ")";
            }
            case TypeOids.POLYGON -> "(" + points(1 + random.nextInt(6)) + ")";
            case TypeOids.CIRCLE -> "<" + point() + "," + random.nextInt(100) / 8.0 + ">";
            case TypeOids.INT4_ARRAY -> array(() -> Integer.toString(random.nextInt(7) - 2));
            case TypeOids.INT2_ARRAY, TypeOids.INT8_ARRAY -> array(() -> Integer.toString(random.nextInt(7) - 2));
            case TypeOids.FLOAT8_ARRAY -> array(() -> Double.toString(random.nextInt(20) / 8.0));
            case TypeOids.NUMERIC_ARRAY -> array(this::numeric);
            case TypeOids.TEXT_ARRAY -> array(() -> quoted(text(3)));
            case TypeOids.DATE_ARRAY -> array(() -> quoted(date(1900, 2100)));
            case TypeOids.INT4RANGE, TypeOids.INT8RANGE -> range(() -> Integer.toString(random.nextInt(30) - 10));
            case TypeOids.NUMRANGE -> range(() -> random.nextInt(60) / 4.0 + "");
            case TypeOids.DATERANGE -> range(() -> date(1999, 2001));
            case TypeOids.TSRANGE -> range(() -> quoted(date(1999, 2001) + " " + time()));
            case TypeOids.TSTZRANGE -> range(() -> quoted(date(1999, 2001) + " " + time() + zone()));
            case TypeOids.INT4MULTIRANGE, TypeOids.INT8MULTIRANGE -> multirange(TypeOids.INT4RANGE);
            case TypeOids.NUMMULTIRANGE -> multirange(TypeOids.NUMRANGE);
            case TypeOids.DATEMULTIRANGE -> multirange(TypeOids.DATERANGE);
            case TypeOids.FLOAT4_ARRAY -> array(() -> Float.toString(random.nextInt(24) / 20f - 0.1f));
            case TypeOids.CHAR_ARRAY -> array(() -> String.valueOf("ABCDabcd".charAt(random.nextInt(8))));
            case TypeOids.TSVECTOR -> document();
            case TypeOids.TSQUERY -> query(3);
            default -> null;
        };
    }

    private static final String[] WORDS = {"a", "b", "ab", "abc", "c", "'a b'", "ä", "'it''s'", "d"};

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private String document() {
        StringBuilder out = new StringBuilder();
        boolean bare = random.nextInt(6) == 0;
        for (int i = random.nextInt(7); i > 0; i--) {
            out.append(out.isEmpty() ? "" : " ").append(word());
            if (bare || random.nextInt(8) == 0) {
                continue;
            }
            boolean first = true;
            for (int p = 1 + random.nextInt(4); p > 0; p--) {
                out.append(first ? ':' : ',')
                        .append(random.nextInt(40) == 0 ? 16380 + random.nextInt(6) : 1 + random.nextInt(12));
                first = false;
                if (random.nextInt(3) == 0) {
                    out.append("ABCD".charAt(random.nextInt(4)));
                }
            }
        }
        return out.toString();
    }

    private String query(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return word() + (random.nextInt(3) == 0 ? ":" + "*ABCD".charAt(random.nextInt(5)) : "");
        }
        return switch (random.nextInt(6)) {
            case 0 -> "!(" + query(depth - 1) + ")";
            case 1 -> "(" + query(depth - 1) + " | " + query(depth - 1) + ")";
            case 2 -> query(depth - 1) + " & " + query(depth - 1);
            case 3 -> "(" + query(depth - 1) + ") <" + random.nextInt(4) + "> (" + query(depth - 1) + ")";
            default -> query(depth - 1) + " <-> " + query(depth - 1);
        };
    }

    /// Of any magnitude.
    private long bits() {
        return random.nextLong() >> random.nextInt(64);
    }

    private String digits(int count, int radix) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(Character.forDigit(random.nextInt(radix), radix));
        }
        return out.toString();
    }

    private String decimal(int before, int behind) {
        String sign = random.nextInt(3) == 0 ? "-" : "";
        String whole = new BigInteger("0" + digits(random.nextInt(before + 1), 10)).toString();
        String fraction = digits(random.nextInt(behind + 1), 10);
        return sign + whole + (fraction.isEmpty() ? "" : "." + fraction);
    }

    private String floating(int maxExponent) {
        return switch (random.nextInt(4)) {
            case 0 -> decimal(8, 8);
            case 1 -> decimal(2, 16) + "e" + (random.nextInt(2 * maxExponent - 4) - maxExponent + 2);
            case 2 -> Integer.toString(random.nextInt(2000) - 1000);
            default -> Double.toString(random.nextInt(4000) / 64.0 - 20);
        };
    }

    private String numeric() {
        return switch (random.nextInt(12)) {
            case 0 -> "NaN";
            case 1 -> random.nextBoolean() ? "Infinity" : "-Infinity";
            case 2 -> decimal(3, 3) + "e" + (random.nextInt(400) - 200);
            case 3 -> decimal(60, 60);
            case 4 -> decimal(18, 0);
            default -> decimal(9, 6);
        };
    }

    private String text(int maxLength) {
        StringBuilder out = new StringBuilder();
        int length = random.nextInt(maxLength + 1);
        // mostly few different characters, so that texts have something in common
        int variety = random.nextBoolean() ? 4 : CHARACTERS.length;
        for (int i = 0; i < length; i++) {
            out.append(CHARACTERS[random.nextInt(variety)]);
        }
        return out.toString();
    }

    private static String quoted(String s) {
        return "\"" + s.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private String date(int firstYear, int lastYear) {
        boolean near = random.nextInt(3) > 0;
        int first = near ? Math.max(firstYear, 1890) : firstYear;
        int last = near ? Math.min(lastYear, 2045) : lastYear;
        int year = first + (int) (random.nextDouble() * (last - first + 1));
        int leapYear = 2000 + Math.floorMod(year, 400);
        LocalDate day = LocalDate.of(leapYear, 1, 1)
                .plusDays(random.nextInt(LocalDate.of(leapYear, 1, 1).lengthOfYear()));
        int shown = year > 0 ? year : 1 - year;
        return "%04d-%02d-%02d%s".formatted(shown, day.getMonthValue(), day.getDayOfMonth(), year > 0 ? "" : " BC");
    }

    private String time() {
        String clock = "%02d:%02d:%02d".formatted(random.nextInt(24), random.nextInt(60), random.nextInt(60));
        return random.nextBoolean() ? clock : clock + "." + digits(1 + random.nextInt(6), 10);
    }

    private String zone() {
        String[] zones = {"+00", "-05", "+05:30", "-03:30", "+14", "-12", "+01:02:03"};
        return zones[random.nextInt(zones.length)];
    }

    private String timestamp(String zone) {
        String date = date(-4711, 294275);
        String clock = " " + time() + zone;
        return date.endsWith(" BC") ? date.substring(0, date.length() - 3) + clock + " BC" : date + clock;
    }

    private String interval() {
        StringBuilder out = new StringBuilder();
        String[] units = {"years", "mons", "days", "hours", "mins", "secs"};
        for (String unit : units) {
            if (random.nextInt(3) == 0) {
                int bound = random.nextInt(8) == 0 ? 100_000 : 70;
                out.append(random.nextInt(2 * bound) - bound).append(unit.equals("secs") ? "." + digits(3, 10) : "");
                out.append(' ').append(unit).append(' ');
            }
        }
        return out.isEmpty() ? "0" : out.toString();
    }

    private String json(int depth) {
        int kind = random.nextInt(depth == 0 ? 5 : 9);
        return switch (kind) {
            case 0 -> "null";
            case 1 -> random.nextBoolean() ? "true" : "false";
            case 2 -> decimal(5, 3);
            case 3 -> decimal(1, 2) + "e" + (random.nextInt(20) - 10);
            case 4 -> jsonText(6);
            case 5, 6 -> {
                StringBuilder out = new StringBuilder("[");
                for (int i = random.nextInt(4); i > 0; i--) {
                    out.append(out.length() == 1 ? "" : ", ").append(json(depth - 1));
                }
                yield out.append(']').toString();
            }
            default -> {
                StringBuilder out = new StringBuilder("{");
                String[] keys = {"\"a\"", "\"b\"", "\"c\"", "\"aa\"", "\"1\"", jsonText(2)};
                for (int i = random.nextInt(4); i > 0; i--) {
                    out.append(out.length() == 1 ? "" : ",")
                            .append(keys[random.nextInt(keys.length)])
                            .append(": ");
                    out.append(json(depth - 1));
                }
                yield out.append('}').toString();
            }
        };
    }

    private String jsonText(int maxLength) {
        String text = text(maxLength).replace("\\", "\\\\").replace("\"", "\\\"");
        return "\"" + text.replace("\t", "\\t").replace("\n", "\\u000a") + "\"";
    }

    private String inet(boolean network) {
        if (random.nextInt(3) == 0) {
            int bits = random.nextInt(129);
            BigInteger address = new BigInteger(128, random);
            if (random.nextBoolean()) {
                // runs of zeros
                address = address.and(new BigInteger(128, random))
                        .and(new BigInteger(128, random))
                        .and(BigInteger.valueOf(0xFFFFL).shiftLeft(112).or(BigInteger.valueOf(0xFFFFFL)));
            }
            address = network ? address.shiftRight(128 - bits).shiftLeft(128 - bits) : address;
            String hex = "0".repeat(32) + address.toString(16);
            hex = hex.substring(hex.length() - 32);
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                out.append(i == 0 ? "" : ":").append(hex, 4 * i, 4 * i + 4);
            }
            return out.append('/').append(bits).toString();
        }
        int bits = random.nextInt(33);
        int address = random.nextInt();
        address = network ? bits == 0 ? 0 : address >>> 32 - bits << 32 - bits : address;
        return (address >>> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255) + "/"
                + bits;
    }

    private String coordinate() {
        return switch (random.nextInt(4)) {
            case 0 -> Double.toString(random.nextInt(200) / 8.0 - 10);
            case 1 -> decimal(3, 4);
            default -> Integer.toString(random.nextInt(12) - 3);
        };
    }

    private String point() {
        return "(" + coordinate() + "," + coordinate() + ")";
    }

    private String points(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : ",").append(point());
        }
        return out.toString();
    }

    private String array(Supplier<String> element) {
        int rows = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
        int columns = rows > 0 ? 1 + random.nextInt(3) : random.nextInt(6);
        String body;
        if (rows == 0) {
            body = row(columns, element);
        } else {
            StringBuilder out = new StringBuilder("{");
            for (int i = 0; i < rows; i++) {
                out.append(i == 0 ? "" : ",").append(row(columns, element));
            }
            body = out.append('}').toString();
        }
        if (columns == 0 || random.nextInt(4) > 0) {
            return body;
        }
        int low = random.nextInt(5) - 2;
        String bounds = rows == 0
                ? "[" + low + ":" + (low + columns - 1) + "]"
                : "[" + low + ":" + (low + rows - 1) + "][1:" + columns + "]";
        return bounds + "=" + body;
    }

    private String row(int columns, Supplier<String> element) {
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < columns; i++) {
            out.append(i == 0 ? "" : ",").append(random.nextInt(6) == 0 ? "NULL" : element.get());
        }
        return out.append('}').toString();
    }

    private String range(Supplier<String> bound) {
        if (random.nextInt(10) == 0) {
            return "empty";
        }
        String lower = random.nextInt(6) == 0 ? "" : bound.get();
        String upper = random.nextInt(6) == 0 ? "" : bound.get();
        // numbers and ISO dates of one length compare as texts well enough to be mostly the right way round
        boolean swap = !lower.isEmpty() && !upper.isEmpty() && order(lower, upper) > 0 && random.nextInt(20) > 0;
        String low = swap ? upper : lower;
        String high = swap ? lower : upper;
        return (random.nextBoolean() ? "[" : "(") + low + "," + high + (random.nextBoolean() ? "]" : ")");
    }

    private static int order(String a, String b) {
        try {
            return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
        } catch (NumberFormatException e) {
            return a.compareTo(b);
        }
    }

    private String multirange(int rangeType) {
        StringBuilder out = new StringBuilder("{");
        for (int i = random.nextInt(4); i > 0; i--) {
            out.append(out.length() == 1 ? "" : ",").append(of(rangeType));
        }
        return out.append('}').toString();
    }
}
