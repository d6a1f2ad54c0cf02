package org.pgherd.semantics.function.textsearch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.TsQuery.Word;
import org.pgherd.semantics.value.TsVector;
import org.pgherd.semantics.value.TsVector.Lexeme;

/// Looks a query's words up in a document (tsvector_op.c: checkcondition_str, checkclass_str).
final class DocumentMatch extends QueryMatch {
    private final TsVector document;

    DocumentMatch(TsVector document) {
        this.document = document;
    }

    @Override
    Answer word(Word word, @Nullable Places places) {
        int found = document.find(word.text());
        if (!word.prefix()) {
            return found < 0 ? Answer.NO : lexeme(document.lexemes()[found], word.weights(), places);
        }
        Answer answer = Answer.NO;
        int[] all = {};
        for (int i = found < 0 ? -found - 1 : found; i < document.lexemes().length; i++) {
            Lexeme lexeme = document.lexemes()[i];
            if (!startsWith(lexeme.word(), word.text())) {
                break;
            }
            Answer one = lexeme(lexeme, word.weights(), places);
            if (places == null) {
                if (one == Answer.YES) {
                    return Answer.YES;
                }
            } else if (one == Answer.MAYBE) {
                places.at = new int[0];
                return Answer.MAYBE;
            } else if (one == Answer.YES) {
                answer = Answer.YES;
                int old = all.length;
                all = Arrays.copyOf(all, old + places.at.length);
                System.arraycopy(places.at, 0, all, old, places.at.length);
            }
        }
        if (places != null) {
            places.at = Arrays.stream(all).sorted().distinct().toArray();
        }
        return answer;
    }

    static boolean startsWith(Text word, Text prefix) {
        return word.length() >= prefix.length()
                && word.slice(0, prefix.length()).equals(prefix);
    }

    /// A document without places matches whatever the weights.
    private static Answer lexeme(Lexeme lexeme, int weights, @Nullable Places places) {
        if (!lexeme.hasPositions()) {
            return places == null ? Answer.YES : Answer.MAYBE;
        }
        int[] at = new int[lexeme.positions().length];
        int count = 0;
        for (char place : lexeme.positions()) {
            if (weights == 0 || (weights & 1 << TsVector.weight(place)) != 0) {
                at[count++] = TsVector.position(place);
            }
        }
        if (places != null) {
            places.at = Arrays.copyOf(at, count);
        }
        return count > 0 ? Answer.YES : Answer.NO;
    }
}
