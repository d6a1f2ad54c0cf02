package org.pgherd.semantics.function.format;

import java.util.ArrayList;
import java.util.List;

/// A picture of a date and time, taken apart (formatting.c:parse_format).
final class DatePicture {
    /// In the order in which they are tried: of two that fit the first counts.
    private static final List<String> KEYS = List.of(
            ("A.D. A.M. AD AM B.C. BC CC DAY DDD DD DY Day Dy D FF1 FF2 FF3 FF4 FF5 FF6 FX HH24 HH12 HH IDDD ID IW IYYY IYY IY I J MI MM MONTH MON MS Month Mon OF P.M. PM Q RM SSSSS SSSS SS TZH TZM TZ US WW W Y,YYY YYYY YYY "
                            + "YY Y a.d. a.m. ad am b.c. bc cc day ddd dd dy d ff1 ff2 ff3 ff4 ff5 ff6 fx hh24 hh12 hh iddd id iw iyyy iyy iy i j mi mm month mon ms of p.m. pm q rm sssss ssss ss tzh tzm tz us ww w y,yyy yyyy yyy yy y")
                    .split(" "));

    private static final List<String> PREFIXES = List.of("FM", "fm", "TM", "tm");
    private static final List<String> SUFFIXES = List.of("TH", "th", "SP");

    /// @param key a keyword as written; empty of a literal
    /// @param quoted a literal that stood in double quotes
    record Node(String key, String literal, boolean quoted, boolean fillMode, boolean translated, String ordinal) {
        static Node literal(String text, boolean quoted) {
            return new Node("", text, quoted, false, false, "");
        }

        boolean isKey() {
            return !key.isEmpty();
        }

        boolean isSpace() {
            return !isKey() && !quoted && Blanks.isSpace(literal.charAt(0));
        }

        boolean isSeparator() {
            return !isKey() && !quoted && Blanks.isSeparator(literal.charAt(0));
        }
    }

    private DatePicture() {}

    static List<Node> parse(String picture) {
        List<Node> nodes = new ArrayList<>();
        int at = 0;
        while (at < picture.length()) {
            String prefix = first(PREFIXES, picture, at);
            at += prefix.length();
            if (at >= picture.length()) {
                break;
            }
            String key = first(KEYS, picture, at);
            if (!key.isEmpty()) {
                at += key.length();
                String suffix = first(SUFFIXES, picture, at);
                at += suffix.length();
                nodes.add(new Node(
                        key,
                        "",
                        false,
                        prefix.equalsIgnoreCase("FM"),
                        prefix.equalsIgnoreCase("TM"),
                        suffix.equals("SP") ? "" : suffix));
            } else if (picture.charAt(at) == '"') {
                at = quoted(picture, at + 1, nodes);
            } else {
                if (picture.charAt(at) == '\\' && at + 1 < picture.length() && picture.charAt(at + 1) == '"') {
                    at++;
                }
                int end = picture.offsetByCodePoints(at, 1);
                nodes.add(Node.literal(picture.substring(at, end), false));
                at = end;
            }
        }
        return nodes;
    }

    private static int quoted(String picture, int from, List<Node> nodes) {
        int at = from;
        while (at < picture.length()) {
            if (picture.charAt(at) == '"') {
                return at + 1;
            }
            if (picture.charAt(at) == '\\' && at + 1 < picture.length()) {
                at++;
            }
            int end = picture.offsetByCodePoints(at, 1);
            nodes.add(Node.literal(picture.substring(at, end), true));
            at = end;
        }
        return at;
    }

    private static String first(List<String> words, String picture, int at) {
        for (String word : words) {
            if (picture.startsWith(word, at)) {
                return word;
            }
        }
        return "";
    }
}
