package org.pgherd.grammar.plpgsql;

import java.util.Set;

/// Words that are no variables' names in PL/pgSQL (pl_reserved_kwlist.h).
final class ReservedWords {
    private static final Set<String> WORDS = Set.of(
            "all", "begin", "by", "case", "declare", "else", "end", "execute", "for", "foreach", "from", "if", "in",
            "into", "loop", "not", "null", "or", "strict", "then", "to", "using", "when", "while");

    private ReservedWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
