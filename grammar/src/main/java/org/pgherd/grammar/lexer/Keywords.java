package org.pgherd.grammar.lexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.antlr.PgSql;

/// PostgreSQL's keywords: an open-addressed table from the letters, in any case, to the token type.
/// The words are the symbolic names of the grammar's tokens from ABORT to ZONE.
public final class Keywords {
    private static final int MASK = 4095;
    private static final @Nullable String[] WORDS = new String[MASK + 1];
    private static final int[] TYPES = new int[MASK + 1];
    private static final int LONGEST;
    private static final @Nullable KeywordClass[] CLASSES = new KeywordClass[PgSql.ZONE + 1];

    static {
        Vocabulary names = PgSql.VOCABULARY;
        int longest = 0;
        for (int type = PgSql.ABORT; type <= PgSql.ZONE; type++) {
            String word = names.getSymbolicName(type).toLowerCase(Locale.ROOT);
            if (type == PgSql.SKIP_KW) {
                word = "skip";
            }
            longest = Math.max(longest, word.length());
            int slot = hash(word, 0, word.length()) & MASK;
            while (WORDS[slot] != null) {
                slot = (slot + 1) & MASK;
            }
            WORDS[slot] = word;
            TYPES[slot] = type;
        }
        LONGEST = longest;
        for (KeywordClass kind : KeywordClass.values()) {
            for (String word : kind.words()) {
                CLASSES[typeOf(word)] = kind;
            }
        }
    }

    private Keywords() {}

    /// All keywords, in lower case.
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (String word : WORDS) {
            if (word != null) {
                words.add(word);
            }
        }
        return words;
    }

    /// Hash step for one character of a word, letters lowered.
    static int step(int hash, char c) {
        return hash * 31 + (c | 0x20);
    }

    static int mix(int hash) {
        return hash ^ (hash >>> 15);
    }

    private static int hash(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = step(hash, text.charAt(i));
        }
        return mix(hash);
    }

    /// The token type of a word whose steps gave `hash`, or IDENT.
    static int typeAt(String text, int start, int end, int hash) {
        int slot = slotOf(text, start, end, mix(hash));
        return slot < 0 ? PgSql.IDENT : TYPES[slot];
    }

    private static int slotOf(String text, int start, int end, int hash) {
        if (end - start > LONGEST) {
            return -1;
        }
        int slot = hash & MASK;
        for (@Nullable String word = WORDS[slot]; word != null; word = WORDS[slot]) {
            if (matches(word, text, start, end)) {
                return slot;
            }
            slot = (slot + 1) & MASK;
        }
        return -1;
    }

    private static boolean matches(String word, String text, int start, int end) {
        int length = end - start;
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(start + i);
            if (c >= 'A' && c <= 'Z') {
                c += 'a' - 'A';
            }
            if (c != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The keyword spelled at a range, in lower case, or null.
    static @Nullable String wordAt(String text, int start, int end) {
        int slot = slotOf(text, start, end, hash(text, start, end));
        return slot < 0 ? null : WORDS[slot];
    }

    /// The token type of a keyword in any case, or IDENT.
    public static int typeOf(String word) {
        return typeAt(word, 0, word.length(), unmixed(word));
    }

    /// The class of a word that is a keyword, or null.
    public static @Nullable KeywordClass classOf(String word) {
        int type = typeOf(word);
        return type == PgSql.IDENT ? null : CLASSES[type];
    }

    /// The class of a token type, or null if it is none of a keyword.
    static @Nullable KeywordClass classOf(int type) {
        return type >= PgSql.ABORT && type <= PgSql.ZONE ? CLASSES[type] : null;
    }

    private static int unmixed(String word) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = step(hash, word.charAt(i));
        }
        return hash;
    }
}
