package org.pgherd.semantics.function.textsearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.CharacterLimits;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.TsQuery;
import org.pgherd.semantics.value.TsVector;
import org.pgherd.semantics.value.TsVector.Lexeme;

/// Functions over tsvector (tsvector_op.c).
public final class Documents {
    private Documents() {}

    @PgFunction(oid = 3711)
    public static int tsvector_length(TsVector a) {
        return a.lexemes().length;
    }

    @PgFunction(oid = 3623)
    public static TsVector tsvector_strip(TsVector a) {
        Lexeme[] bare = new Lexeme[a.lexemes().length];
        for (int i = 0; i < bare.length; i++) {
            bare[i] = new Lexeme(a.lexemes()[i].word());
        }
        return new TsVector(bare);
    }

    private static int weight(Text text) {
        byte letter = CharacterLimits.byteOf(text);
        return switch (letter) {
            case 'A', 'a' -> 3;
            case 'B', 'b' -> 2;
            case 'C', 'c' -> 1;
            case 'D', 'd' -> 0;
            default ->
                throw new SqlException(
                        SqlState.INVALID_PARAMETER_VALUE,
                        "unrecognized weight: \""
                                + (letter < 0 ? "\\" + Integer.toOctalString(letter & 0xFF) : text.toString()) + "\"");
        };
    }

    @PgFunction(oid = 3624)
    public static TsVector tsvector_setweight(TsVector a, Text letter) {
        int weight = weight(letter);
        Lexeme[] weighed = new Lexeme[a.lexemes().length];
        for (int i = 0; i < weighed.length; i++) {
            weighed[i] = weighed(a.lexemes()[i], weight);
        }
        return new TsVector(weighed);
    }

    private static Lexeme weighed(Lexeme lexeme, int weight) {
        char[] places = new char[lexeme.positions().length];
        for (int i = 0; i < places.length; i++) {
            places[i] = TsVector.place(TsVector.position(lexeme.positions()[i]), weight);
        }
        return new Lexeme(lexeme.word(), places);
    }

    @PgFunction(oid = 3320)
    public static TsVector tsvector_setweight_by_filter(TsVector a, Text letter, PgArray words) {
        int weight = weight(letter);
        Lexeme[] weighed = a.lexemes().clone();
        for (Object word : words.elements()) {
            int at = word == null ? -1 : a.find((Text) word);
            if (at >= 0) {
                weighed[at] = weighed(weighed[at], weight);
            }
        }
        return new TsVector(weighed);
    }

    @PgFunction(oid = 3321)
    public static TsVector tsvector_delete_str(TsVector a, Text word) {
        return without(a, new @Nullable Object[] {word});
    }

    @PgFunction(oid = 3323)
    public static TsVector tsvector_delete_arr(TsVector a, PgArray words) {
        return without(a, words.elements());
    }

    private static TsVector without(TsVector a, @Nullable Object[] words) {
        Lexeme[] left = a.lexemes().clone();
        int removed = 0;
        boolean[] gone = new boolean[left.length];
        for (Object word : words) {
            int at = word == null ? -1 : a.find((Text) word);
            if (at >= 0 && !gone[at]) {
                gone[at] = true;
                removed++;
            }
        }
        int count = 0;
        for (int i = 0; i < left.length; i++) {
            if (!gone[i]) {
                left[count++] = left[i];
            }
        }
        return removed == 0 ? a : new TsVector(Arrays.copyOf(left, count));
    }

    @PgFunction(oid = 3319)
    public static TsVector tsvector_filter(TsVector a, PgArray letters) {
        int mask = 0;
        for (Object letter : letters.elements()) {
            if (letter == null) {
                throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "weight array may not contain nulls");
            }
            mask |= 1 << weight((Text) letter);
        }
        List<Lexeme> kept = new ArrayList<>();
        for (Lexeme lexeme : a.lexemes()) {
            char[] places = new char[lexeme.positions().length];
            int count = 0;
            for (char place : lexeme.positions()) {
                if ((mask & 1 << TsVector.weight(place)) != 0) {
                    places[count++] = place;
                }
            }
            if (count > 0) {
                kept.add(new Lexeme(lexeme.word(), Arrays.copyOf(places, count)));
            }
        }
        return new TsVector(kept.toArray(new Lexeme[0]));
    }

    /// Columns lexeme, positions, weights.
    @PgFunction(oid = 3322)
    public static RowIterator tsvector_unnest(TsVector a) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Lexeme lexeme : a.lexemes()) {
            Object[] positions = new Object[lexeme.positions().length];
            Object[] weights = new Object[positions.length];
            for (int i = 0; i < positions.length; i++) {
                positions[i] = TsVector.position(lexeme.positions()[i]);
                weights[i] = Text.of(String.valueOf((char) ('D' - TsVector.weight(lexeme.positions()[i]))));
            }
            boolean any = lexeme.hasPositions();
            rows.add(new @Nullable Object[] {
                lexeme.word(),
                any ? PgArray.of(TypeOids.INT2, positions) : null,
                any ? PgArray.of(TypeOids.TEXT, weights) : null
            });
        }
        return RowIterator.ofRows(rows.iterator());
    }

    @PgFunction(oid = 3326)
    public static PgArray tsvector_to_array(TsVector a) {
        Object[] words = new Object[a.lexemes().length];
        for (int i = 0; i < words.length; i++) {
            words[i] = a.lexemes()[i].word();
        }
        return PgArray.of(TypeOids.TEXT, words);
    }

    @PgFunction(oid = 3327)
    public static TsVector array_to_tsvector(PgArray words) {
        TreeSet<Text> unique = new TreeSet<>();
        for (Object word : words.elements()) {
            if (word == null) {
                throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "lexeme array may not contain nulls");
            }
            if (((Text) word).isEmpty()) {
                throw new SqlException(
                        SqlState.ZERO_LENGTH_CHARACTER_STRING, "lexeme array may not contain empty strings");
            }
            unique.add((Text) word);
        }
        return new TsVector(unique.stream().map(Lexeme::new).toArray(Lexeme[]::new));
    }

    /// The second document stands behind the first.
    @PgFunction(oid = 3625)
    public static TsVector tsvector_concat(TsVector a, TsVector b) {
        int last = 0;
        for (Lexeme lexeme : a.lexemes()) {
            for (char place : lexeme.positions()) {
                last = Math.max(last, TsVector.position(place));
            }
        }
        Lexeme[] x = a.lexemes();
        Lexeme[] y = b.lexemes();
        List<Lexeme> all = new ArrayList<>(x.length + y.length);
        int i = 0;
        int j = 0;
        while (i < x.length || j < y.length) {
            int c = i == x.length ? 1 : j == y.length ? -1 : x[i].word().compareTo(y[j].word());
            char[] places = c <= 0 ? x[i].positions() : new char[0];
            Text word = c <= 0 ? x[i].word() : y[j].word();
            all.add(new Lexeme(word, c < 0 ? places : moved(places, y[j].positions(), last)));
            i += c <= 0 ? 1 : 0;
            j += c >= 0 ? 1 : 0;
        }
        TsVector joined = new TsVector(all.toArray(new Lexeme[0]));
        int size = joined.dataSize();
        if (size > TsVector.MAX_SIZE) {
            throw new SqlException(
                    SqlState.PROGRAM_LIMIT_EXCEEDED,
                    "string is too long for tsvector (" + size + " bytes, max " + TsVector.MAX_SIZE + " bytes)");
        }
        return joined;
    }

    /// add_pos(): as many as fit.
    private static char[] moved(char[] before, char[] places, int by) {
        char[] all = Arrays.copyOf(before, before.length + places.length);
        int count = before.length;
        for (char place : places) {
            if (count >= TsVector.MAX_POSITIONS
                    || count > 0 && TsVector.position(all[count - 1]) == TsVector.POSITION_LIMIT - 1) {
                break;
            }
            all[count++] = TsVector.place(TsVector.position(place) + by, TsVector.weight(place));
        }
        return Arrays.copyOf(all, count);
    }

    @PgFunction(oid = 3616)
    public static boolean tsvector_lt(TsVector a, TsVector b) {
        return a.compareTo(b) < 0;
    }

    @PgFunction(oid = 3617)
    public static boolean tsvector_le(TsVector a, TsVector b) {
        return a.compareTo(b) <= 0;
    }

    @PgFunction(oid = 3618)
    public static boolean tsvector_eq(TsVector a, TsVector b) {
        return a.compareTo(b) == 0;
    }

    @PgFunction(oid = 3619)
    public static boolean tsvector_ne(TsVector a, TsVector b) {
        return a.compareTo(b) != 0;
    }

    @PgFunction(oid = 3620)
    public static boolean tsvector_ge(TsVector a, TsVector b) {
        return a.compareTo(b) >= 0;
    }

    @PgFunction(oid = 3621)
    public static boolean tsvector_gt(TsVector a, TsVector b) {
        return a.compareTo(b) > 0;
    }

    @PgFunction(oid = 3622)
    public static int tsvector_cmp(TsVector a, TsVector b) {
        return a.compareTo(b);
    }

    @PgFunction(oid = 3634)
    public static boolean ts_match_vq(TsVector document, TsQuery query) {
        return new DocumentMatch(document).matches(query);
    }

    @PgFunction(oid = 3635)
    public static boolean ts_match_qv(TsQuery query, TsVector document) {
        return ts_match_vq(document, query);
    }
}
