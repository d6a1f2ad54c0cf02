package org.pgherd.analyzer.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Arguments without a name in a parsed body. Where others have one, pg_get_function_sqlbody writes each of them as
/// `""`; which is meant is found by the numbers of the parameters in the parsed tree.
public final class UnnamedArguments {
    /// Strings and identifiers stand before what they may contain; a body as it is deparsed has no other quotes.
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")+\"|\"\"");

    private static final String UNNAMED = "\"\"";
    /// What is written in another order than its arguments have in the tree, or where the order is not looked into.
    private static final List<String> OUT_OF_ORDER =
            List.of("SELECT ", "[", " AT ", "POSITION(", "TRIM(", "XML", "JSON");

    private UnnamedArguments() {}

    /// The body with `$n` for each argument that has no name; as it is if it does not say which one is meant.
    ///
    /// @param names of all arguments, empty for those without one
    /// @param modes proargmodes, empty if all are inputs
    /// @param used the numbers of the parameters in the order of the tree
    static String numbered(String body, List<String> names, String modes, List<Integer> used) {
        List<Integer> unnamed = new ArrayList<>();
        int input = 0;
        for (int i = 0; i < names.size(); i++) {
            if (modes.isEmpty() || "ibv".indexOf(modes.charAt(i)) >= 0) {
                input++;
                if (names.get(i).isEmpty()) {
                    unnamed.add(input);
                }
            }
        }
        List<Integer> meant = used.stream().filter(unnamed::contains).toList();
        long distinct = meant.stream().distinct().count();
        if (distinct == 0 || distinct > 1 && (occurrences(body) != meant.size() || !isInOrder(body))) {
            return body;
        }
        StringBuilder text = new StringBuilder();
        Matcher at = QUOTED.matcher(body);
        int next = 0;
        while (at.find()) {
            if (at.group().equals(UNNAMED)) {
                at.appendReplacement(text, "\\$" + meant.get(distinct == 1 ? 0 : next++));
            }
        }
        return at.appendTail(text).toString();
    }

    /// Whether it is not known which argument is meant somewhere.
    public static boolean areIn(String body) {
        return occurrences(body) > 0;
    }

    private static long occurrences(String body) {
        return QUOTED.matcher(body)
                .results()
                .filter(found -> found.group().equals(UNNAMED))
                .count();
    }

    private static boolean isInOrder(String body) {
        String upper = body.toUpperCase(Locale.ROOT);
        return upper.startsWith("RETURN") && OUT_OF_ORDER.stream().noneMatch(upper::contains);
    }
}
