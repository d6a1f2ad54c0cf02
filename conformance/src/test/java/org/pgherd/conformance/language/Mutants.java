package org.pgherd.conformance.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Statements with a token deleted, doubled, swapped with the next, replaced, or one of another place put in, or cut
/// off.
final class Mutants {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\"[^\"]*\"|[eEuUbBxXnN]?&?'(?:[^']|'')*'|\\$\\w*\\$.*?\\$\\w*\\$|[\\p{L}_][\\p{L}\\d_$]*"
                    + "|\\d[\\w.]*|::|:=|=>|<=|>=|<>|!=|\\.\\.|[-+*/<>=~!@#%^&|`?]+|\\S)",
            Pattern.DOTALL);

    private final Random random;
    private final List<String> words;

    /// `words` are what is put in.
    Mutants(long seed, List<String> words) {
        this.random = new Random(seed);
        this.words = List.copyOf(words);
    }

    static List<String> tokens(String sql) {
        List<String> tokens = new ArrayList<>();
        Matcher m = TOKEN.matcher(sql);
        while (m.find()) {
            tokens.add(m.group());
        }
        return tokens;
    }

    /// Up to `count` different mutants of `sql`.
    Set<String> of(String sql, int count) {
        List<String> tokens = tokens(sql);
        Set<String> mutants = new LinkedHashSet<>();
        for (int i = 0; i < count && !tokens.isEmpty(); i++) {
            mutants.add(String.join("", mutate(new ArrayList<>(tokens))));
        }
        mutants.remove(sql);
        return mutants;
    }

    private List<String> mutate(List<String> tokens) {
        int at = random.nextInt(tokens.size());
        switch (random.nextInt(6)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, " " + tokens.get(at).strip());
            case 2 -> {
                int other = at + 1 < tokens.size() ? at + 1 : 0;
                String token = tokens.get(at).strip();
                tokens.set(at, " " + tokens.get(other).strip());
                tokens.set(other, " " + token);
            }
            case 3 -> tokens.set(at, " " + word(tokens));
            case 4 -> tokens.add(at, " " + word(tokens));
            default -> {
                return tokens.subList(0, at);
            }
        }
        return tokens;
    }

    private String word(List<String> tokens) {
        return random.nextInt(3) == 0
                ? tokens.get(random.nextInt(tokens.size())).strip()
                : words.get(random.nextInt(words.size()));
    }
}
