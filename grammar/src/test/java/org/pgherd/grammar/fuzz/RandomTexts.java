package org.pgherd.grammar.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.pgherd.grammar.lexer.Keywords;

/// Texts that a seed gives: real ones with words or characters changed, and words of the language in any order, which
/// get further into the grammar than any letters would.
final class RandomTexts {
    private static final String SIGNS =
            "( ) , ; . [ ] :: := => : .. * = < + - || <> % @ # ' \" $$ /* \\ ä 😀 a b.c \"Q\" 1 2.5 0x1f $1"
                    + " 's' e'\\n' U&'\\0061' b'1' x'f' $$d$$ integer <<l>> elsif loop raise notice";

    private final Random random;
    private final List<String> originals;
    private final List<String> words;

    RandomTexts(long seed, List<String> originals) {
        this.random = new Random(seed);
        this.originals = List.copyOf(originals);
        List<String> all = new ArrayList<>(Keywords.words());
        all.addAll(List.of(SIGNS.split(" ")));
        this.words = List.copyOf(all);
    }

    String next() {
        return switch (random.nextInt(4)) {
            case 0 -> words();
            case 1 -> withOtherCharacters(original());
            default -> withOtherWords(original());
        };
    }

    private String original() {
        return originals.get(random.nextInt(originals.size()));
    }

    private String word() {
        return words.get(random.nextInt(words.size()));
    }

    private String words() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(word()).append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private String withOtherCharacters(String original) {
        char[] text = original.toCharArray();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text[random.nextInt(text.length)] =
                    (char) (random.nextInt(6) == 0 ? random.nextInt(1 << 16) : ' ' + random.nextInt(95));
        }
        return new String(text);
    }

    private String withOtherWords(String original) {
        List<String> parts = new ArrayList<>(List.of(original.split("(?<=\\W)|(?=\\W)")));
        for (int i = random.nextInt(3); i >= 0 && !parts.isEmpty(); i--) {
            int at = random.nextInt(parts.size());
            switch (random.nextInt(5)) {
                case 0 -> parts.remove(at);
                case 1 -> parts.add(at, " " + parts.get(at) + " ");
                case 2 -> parts.set(at, " " + word() + " ");
                case 3 -> parts.add(at, " " + word() + " ");
                default -> parts.set(at, parts.set(random.nextInt(parts.size()), parts.get(at)));
            }
        }
        return String.join("", parts);
    }
}
