package org.pgherd.semantics.function.textsearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.function.floating.LibM;
import org.pgherd.semantics.value.TsQuery;
import org.pgherd.semantics.value.TsQuery.Join;
import org.pgherd.semantics.value.TsQuery.Node;
import org.pgherd.semantics.value.TsQuery.Not;
import org.pgherd.semantics.value.TsQuery.Word;
import org.pgherd.semantics.value.TsVector;
import org.pgherd.semantics.value.TsVector.Lexeme;

/// ts_rank_cd(): how dense the shortest parts of a document are that satisfy the query (tsrank.c: calc_rank_cd, Cover).
final class CoverRank {
    /// A place of the document with the query's words that stand there.
    private record Spot(char place, int lexeme, List<Word> words) {}

    private final TsVector document;
    private final TsQuery query;
    private final double[] inverse = new double[4];
    private final Part part = new Part();
    private List<Spot> spots = List.of();
    /// Bounds of the cover found last, as indexes of spots, and where the next is looked for.
    private int begin;
    private int end;
    private int from;

    CoverRank(float[] weights, TsVector document, TsQuery query) {
        this.document = document;
        this.query = query;
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = 1.0 / weights[i];
        }
    }

    float rank(int method) {
        spots = spots();
        if (spots.isEmpty()) {
            return 0;
        }
        double rank = 0;
        double distances = 0;
        double previous = 0;
        int covers = 0;
        while (nextCover()) {
            double inverses = 0;
            for (int i = begin; i <= end; i++) {
                inverses += inverse[TsVector.weight(spots.get(i).place)];
            }
            int first = TsVector.position(spots.get(begin).place);
            int last = TsVector.position(spots.get(end).place);
            int noise = last - first - (end - begin);
            if (noise < 0) {
                noise = (end - begin) / 2;
            }
            rank += (end - begin + 1) / inverses / (1 + noise);
            double middle = (last + first) / 2.0;
            if (covers > 0 && middle > previous) {
                distances += 1.0 / (middle - previous);
            }
            previous = middle;
            covers++;
        }
        int unique = document.lexemes().length;
        int length = RankWeights.length(document);
        if ((method & RankWeights.LOG_LENGTH) != 0) {
            rank /= LibM.log(length + 1);
        }
        if ((method & RankWeights.LENGTH) != 0) {
            rank /= length;
        }
        if ((method & RankWeights.EXTENT_DISTANCE) != 0 && covers > 0 && distances > 0) {
            rank /= covers / distances;
        }
        if ((method & RankWeights.UNIQUE) != 0) {
            rank /= unique;
        }
        if ((method & RankWeights.LOG_UNIQUE) != 0) {
            rank /= RankWeights.log2(unique + 1);
        }
        if ((method & RankWeights.OVER_ITSELF) != 0) {
            rank /= rank + 1;
        }
        return (float) rank;
    }

    private List<Spot> spots() {
        List<Spot> all = new ArrayList<>();
        if (query.root() != null) {
            collect(query.root(), all);
        }
        all.sort(Comparator.<Spot>comparingInt(s -> TsVector.position(s.place))
                .thenComparingInt(s -> TsVector.weight(s.place))
                .thenComparingInt(Spot::lexeme));
        List<Spot> joined = new ArrayList<>();
        for (Spot spot : all) {
            Spot last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.place == spot.place && last.lexeme == spot.lexeme) {
                last.words.addAll(spot.words);
            } else {
                joined.add(spot);
            }
        }
        return joined;
    }

    private void collect(Node node, List<Spot> out) {
        switch (node) {
            case Not n -> collect(n.operand(), out);
            case Join j -> {
                collect(j.right(), out);
                collect(j.left(), out);
            }
            case Word w -> {
                Found found = Found.of(document, w);
                for (int i = found.from(); i < found.to(); i++) {
                    Lexeme lexeme = document.lexemes()[i];
                    for (char place : lexeme.positions()) {
                        if (w.weights() == 0 || (w.weights() & 1 << TsVector.weight(place)) != 0) {
                            out.add(new Spot(place, i, new ArrayList<>(List.of(w))));
                        }
                    }
                }
            }
        }
    }

    /// The shortest part behind the last one: up to where the query first holds, and back from there.
    private boolean nextCover() {
        while (true) {
            part.clear(false);
            int upper = -1;
            for (int i = from; i < spots.size() && upper < 0; i++) {
                part.add(spots.get(i));
                if (part.matches(query)) {
                    upper = i;
                }
            }
            if (upper < 0 || TsVector.position(spots.get(upper).place) <= 0) {
                return false;
            }
            part.clear(true);
            int lower = upper;
            for (; lower >= from; lower--) {
                part.add(spots.get(lower));
                if (part.matches(query)) {
                    end = upper;
                    begin = lower;
                    from = lower + 1;
                    return true;
                }
            }
            from++;
        }
    }

    /// A part of the document as the query sees it.
    private static final class Part extends QueryMatch {
        private static final class Seen {
            int[] at = new int[4];
            int count;
        }

        private final Map<Word, Seen> seen = new IdentityHashMap<>();
        private boolean descending;

        void clear(boolean fromBehind) {
            seen.clear();
            descending = fromBehind;
        }

        void add(Spot spot) {
            int position = TsVector.position(spot.place);
            for (Word word : spot.words) {
                Seen places = seen.computeIfAbsent(word, _ -> new Seen());
                if (places.count > 0 && places.at[places.count - 1] == position) {
                    continue;
                }
                if (places.count == places.at.length) {
                    places.at = Arrays.copyOf(places.at, places.count * 2);
                }
                places.at[places.count++] = position;
            }
        }

        @Override
        Answer word(Word word, @Nullable Places places) {
            Seen found = seen.get(word);
            if (found == null) {
                return Answer.NO;
            }
            if (places != null) {
                places.at = Arrays.copyOf(found.at, found.count);
                if (descending) {
                    Arrays.sort(places.at);
                }
            }
            return Answer.YES;
        }
    }
}
