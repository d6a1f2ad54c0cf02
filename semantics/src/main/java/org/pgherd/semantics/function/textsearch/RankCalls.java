package org.pgherd.semantics.function.textsearch;

import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.TsQuery;
import org.pgherd.semantics.value.TsVector;

/// ts_rank() and ts_rank_cd() in all their forms (tsrank.c).
public final class RankCalls {
    private RankCalls() {}

    @PgFunction(oid = 3703)
    public static float ts_rank_wttf(PgArray weights, TsVector document, TsQuery query, int method) {
        return new WordRank(RankWeights.of(weights), document, query).rank(method);
    }

    @PgFunction(oid = 3704)
    public static float ts_rank_wtt(PgArray weights, TsVector document, TsQuery query) {
        return ts_rank_wttf(weights, document, query, 0);
    }

    @PgFunction(oid = 3705)
    public static float ts_rank_ttf(TsVector document, TsQuery query, int method) {
        return new WordRank(RankWeights.standard(), document, query).rank(method);
    }

    @PgFunction(oid = 3706)
    public static float ts_rank_tt(TsVector document, TsQuery query) {
        return ts_rank_ttf(document, query, 0);
    }

    @PgFunction(oid = 3707)
    public static float ts_rankcd_wttf(PgArray weights, TsVector document, TsQuery query, int method) {
        return new CoverRank(RankWeights.of(weights), document, query).rank(method);
    }

    @PgFunction(oid = 3708)
    public static float ts_rankcd_wtt(PgArray weights, TsVector document, TsQuery query) {
        return ts_rankcd_wttf(weights, document, query, 0);
    }

    @PgFunction(oid = 3709)
    public static float ts_rankcd_ttf(TsVector document, TsQuery query, int method) {
        return new CoverRank(RankWeights.standard(), document, query).rank(method);
    }

    @PgFunction(oid = 3710)
    public static float ts_rankcd_tt(TsVector document, TsQuery query) {
        return ts_rankcd_ttf(document, query, 0);
    }
}
