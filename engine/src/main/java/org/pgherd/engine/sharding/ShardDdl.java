package org.pgherd.engine.sharding;

import java.util.List;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.DefElem;

/// DDL as the shards may see it: without the options of namespace `pgherd`. The rest of the text stays as
/// written, so
/// that positions in the shards' errors before the options are still right.
public final class ShardDdl {
    private ShardDdl() {}

    /// @param source the whole text that the options' positions refer to
    /// @param start where the statement begins in it
    /// @param end where it ends
    public static String withoutHerdOptions(String source, int start, int end, List<DefElem> options) {
        List<DefElem> ours = options.stream()
                .filter(option -> TableDeclaration.NAMESPACE.equals(option.defnamespace()))
                .toList();
        if (ours.isEmpty()) {
            return source.substring(start, end);
        }
        StringBuilder text = new StringBuilder(source.substring(start, end));
        if (ours.size() == options.size()) {
            int open = backTo(source, ours.getFirst().at().start(), '(');
            int close = source.indexOf(')', ours.getLast().at().end());
            int with = backOverBlank(source, open) - 4;
            boolean found = with >= start && source.regionMatches(true, with, "WITH", 0, 4);
            if (!found) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR,
                        "no comment may stand between WITH and its options here",
                        ours.getFirst().at());
            }
            blank(text, with - start, close + 1 - start);
        } else {
            for (DefElem option : ours.reversed()) {
                remove(text, option, start);
            }
        }
        return text.toString();
    }

    /// Takes one option and the comma on one of its sides out.
    private static void remove(StringBuilder text, DefElem option, int start) {
        int from = option.at().start() - start;
        int to = option.at().end() - start;
        int next = to;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (text.charAt(next) == ',') {
            blank(text, from, next + 1);
            return;
        }
        int before = from - 1;
        while (before > 0 && text.charAt(before) != ',') {
            before--;
        }
        blank(text, before, to);
    }

    private static int backTo(String text, int at, char wanted) {
        int i = at - 1;
        while (i >= 0 && text.charAt(i) != wanted) {
            i--;
        }
        return i;
    }

    private static int backOverBlank(String text, int at) {
        int i = at;
        while (i > 0 && Character.isWhitespace(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /// Blanks instead of nothing: positions behind stay as they were.
    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }
}
