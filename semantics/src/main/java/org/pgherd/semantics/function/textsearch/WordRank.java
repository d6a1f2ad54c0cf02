package org.pgherd.semantics.function.textsearch;

import java.util.TreeMap;
import org.pgherd.semantics.function.floating.LibM;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.TsQuery;
import org.pgherd.semantics.value.TsQuery.Join;
import org.pgherd.semantics.value.TsQuery.Node;
import org.pgherd.semantics.value.TsQuery.Not;
import org.pgherd.semantics.value.TsQuery.Word;
import org.pgherd.semantics.value.TsVector;
import org.pgherd.semantics.value.TsVector.Lexeme;

/// ts_rank(): how often words are found, and how near to each other (tsrank.c: calc_rank_or, calc_rank_and). Single
/// precision throughout, as there.
final class WordRank {
    private static final char[] FIRST = {0};
    /// Stands for the places of a word that has none; told from others by identity.
    private static final char[] NOWHERE = {TsVector.place(TsVector.POSITION_LIMIT - 1, 0)};

    private final float[] weights;
    private final TsVector document;
    private final TsQuery query;

    WordRank(float[] weights, TsVector document, TsQuery query) {
        this.weights = weights;
        this.document = document;
        this.query = query;
    }

    float rank(int method) {
        Node root = query.root();
        int unique = document.lexemes().length;
        if (root == null || unique == 0) {
            return 0;
        }
        boolean all = root instanceof Join j && j.operator() != TsQuery.Operator.OR;
        float rank = all ? nearness() : frequency();
        if (rank < 0) {
            rank = 1e-20f;
        }
        int length = RankWeights.length(document);
        if ((method & RankWeights.LOG_LENGTH) != 0) {
            rank = (float) (rank / RankWeights.log2(length + 1));
        }
        if ((method & RankWeights.LENGTH) != 0) {
            rank /= length;
        }
        if ((method & RankWeights.UNIQUE) != 0) {
            rank /= unique;
        }
        if ((method & RankWeights.LOG_UNIQUE) != 0) {
            rank = (float) (rank / RankWeights.log2(unique + 1));
        }
        if ((method & RankWeights.OVER_ITSELF) != 0) {
            rank /= rank + 1;
        }
        return rank;
    }

    /// The query's words in order, each once: as it stands first.
    private Word[] words() {
        TreeMap<Text, Word> words = new TreeMap<>();
        if (query.root() != null) {
            collect(query.root(), words);
        }
        return words.values().toArray(new Word[0]);
    }

    /// In the order of the stored form: the right side first.
    private static void collect(Node node, TreeMap<Text, Word> words) {
        switch (node) {
            case Word w -> words.putIfAbsent(w.text(), w);
            case Not n -> collect(n.operand(), words);
            case Join j -> {
                collect(j.right(), words);
                collect(j.left(), words);
            }
        }
    }

    private float weight(char place) {
        return weights[TsVector.weight(place)];
    }

    private float frequency() {
        Word[] words = words();
        float rank = 0;
        for (Word word : words) {
            Found found = Found.of(document, word);
            for (int i = found.from(); i < found.to(); i++) {
                Lexeme lexeme = document.lexemes()[i];
                char[] places = lexeme.hasPositions() ? lexeme.positions() : FIRST;
                float sum = 0;
                float best = -1;
                int bestAt = 0;
                for (int j = 0; j < places.length; j++) {
                    float weight = weight(places[j]);
                    sum += weight / ((j + 1) * (j + 1));
                    if (weight > best) {
                        best = weight;
                        bestAt = j;
                    }
                }
                // the limit of the sum of 1/n² is π²/6
                rank = (float) (rank + (best + sum - best / ((bestAt + 1) * (bestAt + 1))) / 1.64493406685);
            }
        }
        return words.length > 0 ? rank / words.length : rank;
    }

    private float nearness() {
        Word[] words = words();
        if (words.length < 2) {
            return frequency();
        }
        char[][] places = new char[words.length][];
        float rank = -1;
        for (int i = 0; i < words.length; i++) {
            Found found = Found.of(document, words[i]);
            for (int e = found.from(); e < found.to(); e++) {
                Lexeme lexeme = document.lexemes()[e];
                places[i] = lexeme.hasPositions() ? lexeme.positions() : NOWHERE;
                for (int k = 0; k < i; k++) {
                    if (places[k] != null) {
                        rank = near(places[i], places[k], rank);
                    }
                }
            }
        }
        return rank;
    }

    private float near(char[] mine, char[] others, float before) {
        boolean unknown = mine == NOWHERE || others == NOWHERE;
        float rank = before;
        for (char a : mine) {
            for (char b : others) {
                int distance = Math.abs(TsVector.position(a) - TsVector.position(b));
                if (distance == 0 && !unknown) {
                    continue;
                }
                float near = nearness(distance == 0 ? TsVector.POSITION_LIMIT : distance);
                float pair = (float) Math.sqrt(weight(a) * weight(b) * near);
                rank = rank < 0 ? pair : (float) (1.0 - (1.0 - rank) * (1.0 - pair));
            }
        }
        return rank;
    }

    private static float nearness(int distance) {
        return distance > 100 ? 1e-30f : (float) (1.0 / (1.005 + 0.05 * LibM.exp((float) distance / 1.5 - 2)));
    }
}
