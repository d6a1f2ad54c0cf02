package org.pgherd.semantics.function.regexp;

import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// A bracket expression, from behind its `[` (regcomp.c:brackpart).
final class BracketParser {
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("hyphen", (int) '-'),
            Map.entry("hyphen-minus", (int) '-'),
            Map.entry("period", (int) '.'),
            Map.entry("full-stop", (int) '.'),
            Map.entry("space", (int) ' '),
            Map.entry("tab", (int) '\t'),
            Map.entry("newline", (int) '\n'),
            Map.entry("comma", (int) ','),
            Map.entry("underscore", (int) '_'),
            Map.entry("slash", (int) '/'),
            Map.entry("backslash", (int) '\\'),
            Map.entry("asterisk", (int) '*'),
            Map.entry("left-square-bracket", (int) '['),
            Map.entry("right-square-bracket", (int) ']'));

    private final int[] text;
    private final RegexOptions options;
    private final CharacterSet.Builder set = new CharacterSet.Builder();
    private int at;

    BracketParser(int[] text, int at, RegexOptions options) {
        this.text = text;
        this.at = at;
        this.options = options;
    }

    int end() {
        return at;
    }

    CharacterSet parse() {
        boolean negated = at < text.length && text[at] == '^';
        if (negated) {
            at++;
        }
        boolean first = true;
        while (true) {
            requireMore();
            if (text[at] == ']' && !first) {
                at++;
                return set.build(negated, options.ignoreCase(), options.newlineStops());
            }
            item(first);
            first = false;
        }
    }

    private void requireMore() {
        if (at >= text.length) {
            throw RegexParser.error("brackets [] not balanced");
        }
    }

    private boolean isNext(int offset, char c) {
        return at + offset < text.length && text[at + offset] == c;
    }

    private void item(boolean first) {
        int c = text[at];
        if (c == '-' && !first && !isNext(1, ']')) {
            throw RegexParser.error("invalid character range");
        }
        if (c == '[' && isNext(1, ':')) {
            named(':');
            return;
        }
        if (c == '[' && isNext(1, '=')) {
            int point = element(name('='));
            set.add(point, point);
            return;
        }
        if (c == '\\' && options.syntax() == RegexOptions.Syntax.ADVANCED && at + 1 < text.length) {
            CharacterSet.Builder escape = EscapeReader.classOf(text[at + 1], options.asciiOnly());
            if (escape != null) {
                at += 2;
                CharacterSet built = escape.build(false, false, false);
                set.add(built::contains);
                return;
            }
        }
        int from = endpoint();
        if (isNext(0, '-') && !isNext(1, ']')) {
            at++;
            requireMore();
            if (text[at] == '[' && (isNext(1, ':') || isNext(1, '='))
                    || text[at] == '\\'
                            && options.syntax() == RegexOptions.Syntax.ADVANCED
                            && at + 1 < text.length
                            && EscapeReader.classOf(text[at + 1], false) != null) {
                throw RegexParser.error("invalid character range");
            }
            int to = endpoint();
            if (to < from) {
                throw RegexParser.error("invalid character range");
            }
            set.add(from, to);
        } else {
            set.add(from, from);
        }
    }

    private int endpoint() {
        int c = text[at];
        if (c == '[' && isNext(1, '.')) {
            return element(name('.'));
        }
        if (c == '\\' && options.syntax() == RegexOptions.Syntax.ADVANCED) {
            at++;
            if (at >= text.length) {
                throw RegexParser.error("invalid escape \\ sequence");
            }
            int e = text[at];
            boolean alphanumeric = e < 128 && Character.isLetterOrDigit(e);
            if (!alphanumeric) {
                at++;
                return e;
            }
            boolean alone = at + 1 >= text.length || text[at + 1] < '0' || text[at + 1] > '9';
            if (e >= '1' && e <= '9' && alone) {
                // a back reference
                throw RegexParser.error("invalid escape \\ sequence");
            }
            EscapeReader reader = new EscapeReader(text, at);
            int point = reader.read();
            at = reader.end();
            return point;
        }
        at++;
        return c;
    }

    /// What stands between `[:` and `:]`.
    private String name(char delimiter) {
        at += 2;
        int start = at;
        while (at + 1 < text.length && !(text[at] == delimiter && text[at + 1] == ']')) {
            at++;
        }
        if (at + 1 >= text.length) {
            throw RegexParser.error("brackets [] not balanced");
        }
        String name = new String(text, start, at - start);
        at += 2;
        return name;
    }

    private void named(char delimiter) {
        String name = name(delimiter);
        boolean anyCase = options.ignoreCase() && (name.equals("upper") || name.equals("lower"));
        @Nullable IntPredicate p = CharacterClass.named(anyCase ? "alpha" : name, options.asciiOnly());
        if (p == null) {
            throw RegexParser.error("invalid character class");
        }
        set.add(p);
    }

    private static int element(String name) {
        if (name.codePointCount(0, name.length()) == 1) {
            return name.codePointAt(0);
        }
        Integer point = NAMES.get(name);
        if (point == null) {
            throw RegexParser.error("invalid collating element");
        }
        return point;
    }
}
