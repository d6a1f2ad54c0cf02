package org.pgherd.semantics.function.textsearch;

import org.pgherd.semantics.value.TsQuery.Word;
import org.pgherd.semantics.value.TsVector;

/// The lexemes that a word of a query names (tsrank.c:find_wordentry): from one up to another, which is left out.
record Found(int from, int to) {
    static Found of(TsVector document, Word word) {
        int at = document.find(word.text());
        if (!word.prefix()) {
            return at < 0 ? new Found(0, 0) : new Found(at, at + 1);
        }
        int from = at < 0 ? -at - 1 : at;
        int to = from;
        while (to < document.lexemes().length && DocumentMatch.startsWith(document.lexemes()[to].word(), word.text())) {
            to++;
        }
        return new Found(from, to);
    }
}
