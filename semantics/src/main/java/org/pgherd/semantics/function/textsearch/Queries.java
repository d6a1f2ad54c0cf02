package org.pgherd.semantics.function.textsearch;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.TsQuery;
import org.pgherd.semantics.value.TsQuery.Join;
import org.pgherd.semantics.value.TsQuery.Node;
import org.pgherd.semantics.value.TsQuery.Not;
import org.pgherd.semantics.value.TsQuery.Operator;
import org.pgherd.semantics.value.TsQuery.Word;
import org.pgherd.semantics.value.TsVector;

/// Functions over tsquery (tsquery_op.c).
public final class Queries {
    private Queries() {}

    private static TsQuery join(Operator operator, int distance, TsQuery a, TsQuery b) {
        if (a.root() == null) {
            return b;
        }
        return b.root() == null ? a : new TsQuery(new Join(operator, distance, a.root(), b.root()));
    }

    @PgFunction(oid = 3669)
    public static TsQuery tsquery_and(TsQuery a, TsQuery b) {
        return join(Operator.AND, 0, a, b);
    }

    @PgFunction(oid = 3670)
    public static TsQuery tsquery_or(TsQuery a, TsQuery b) {
        return join(Operator.OR, 0, a, b);
    }

    @PgFunction(oid = 5003)
    public static TsQuery tsquery_phrase(TsQuery a, TsQuery b) {
        return join(Operator.PHRASE, 1, a, b);
    }

    @PgFunction(oid = 5004)
    public static TsQuery tsquery_phrase_distance(TsQuery a, TsQuery b, int distance) {
        if (distance < 0 || distance > TsVector.POSITION_LIMIT) {
            throw new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "distance in phrase operator must be an integer value between zero and " + TsVector.POSITION_LIMIT
                            + " inclusive");
        }
        return join(Operator.PHRASE, distance, a, b);
    }

    @PgFunction(oid = 3671)
    public static TsQuery tsquery_not(TsQuery a) {
        return a.root() == null ? a : new TsQuery(new Not(a.root()));
    }

    @PgFunction(oid = 3672)
    public static int tsquery_numnode(TsQuery a) {
        return a.size();
    }

    /// What an index can look for (tsquery.c:tsquerytree, tsquery_cleanup.c:clean_NOT).
    @PgFunction(oid = 3673)
    public static Text tsquerytree(FunctionContext context, TsQuery a) {
        if (a.root() == null) {
            return Text.EMPTY;
        }
        Node positive = positive(a.root());
        return Text.of(positive == null ? "T" : Codecs.output(TypeOids.TSQUERY, new TsQuery(positive), context));
    }

    private static @Nullable Node positive(Node node) {
        return switch (node) {
            case Word w -> w;
            case Not _ -> null;
            case Join j -> {
                Node left = positive(j.left());
                Node right = positive(j.right());
                if (left != null && right != null) {
                    yield new Join(j.operator(), j.distance(), left, right);
                }
                yield j.operator() == Operator.OR ? null : left == null ? right : left;
            }
        };
    }

    /// Whether all words of b are among those of a, however they are joined.
    @PgFunction(oid = 3691)
    public static boolean tsq_mcontains(TsQuery a, TsQuery b) {
        return words(a).containsAll(words(b));
    }

    @PgFunction(oid = 3692)
    public static boolean tsq_mcontained(TsQuery a, TsQuery b) {
        return tsq_mcontains(b, a);
    }

    private static TreeSet<Text> words(TsQuery query) {
        TreeSet<Text> words = new TreeSet<>();
        if (query.root() != null) {
            collect(query.root(), words);
        }
        return words;
    }

    private static void collect(Node node, TreeSet<Text> words) {
        switch (node) {
            case Word w -> words.add(w.text());
            case Not n -> collect(n.operand(), words);
            case Join j -> {
                collect(j.left(), words);
                collect(j.right(), words);
            }
        }
    }

    @PgFunction(oid = 3662)
    public static boolean tsquery_lt(TsQuery a, TsQuery b) {
        return a.compareTo(b) < 0;
    }

    @PgFunction(oid = 3663)
    public static boolean tsquery_le(TsQuery a, TsQuery b) {
        return a.compareTo(b) <= 0;
    }

    @PgFunction(oid = 3664)
    public static boolean tsquery_eq(TsQuery a, TsQuery b) {
        return a.compareTo(b) == 0;
    }

    @PgFunction(oid = 3665)
    public static boolean tsquery_ne(TsQuery a, TsQuery b) {
        return a.compareTo(b) != 0;
    }

    @PgFunction(oid = 3666)
    public static boolean tsquery_ge(TsQuery a, TsQuery b) {
        return a.compareTo(b) >= 0;
    }

    @PgFunction(oid = 3667)
    public static boolean tsquery_gt(TsQuery a, TsQuery b) {
        return a.compareTo(b) > 0;
    }

    @PgFunction(oid = 3668)
    public static int tsquery_cmp(TsQuery a, TsQuery b) {
        return a.compareTo(b);
    }
}
