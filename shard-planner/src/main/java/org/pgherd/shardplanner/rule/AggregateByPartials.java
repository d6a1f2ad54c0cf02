package org.pgherd.shardplanner.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.CoalesceExpr;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// Aggregate(agg(x) by g) over Remote  =>  Project(final) over Aggregate(combine(p) by g) over Remote(SELECT g,
/// partial(x) AS p GROUP BY g).
///
/// count, sum, min, max and their like are associative and commutative, so that the combination of partial
/// results is the
/// result; avg is one sum divided by one count. Arguments of DISTINCT aggregates become group keys of the
/// partial query:
/// each value arrives once per group and shard, the DISTINCT itself stays here.
/// Counter-example: avg of averages weighs shards, not rows; string_agg is not commutative.
public final class AggregateByPartials {
    private static final int COUNT_ANY = 2147;
    private static final int COUNT_STAR = 2803;
    private static final int SUM_INT8 = 2107;
    private static final int SUM_INT4 = 2108;
    private static final int SUM_INT2 = 2109;
    private static final int SUM_FLOAT4 = 2110;
    private static final int SUM_FLOAT8 = 2111;
    private static final int SUM_MONEY = 2112;
    private static final int SUM_INTERVAL = 2113;
    private static final int SUM_NUMERIC = 2114;
    private static final int AVG_INT8 = 2100;
    private static final int AVG_INT4 = 2101;
    private static final int AVG_INT2 = 2102;
    private static final int AVG_NUMERIC = 2103;
    private static final int AVG_FLOAT4 = 2104;
    private static final int AVG_FLOAT8 = 2105;
    private static final int NUMERIC_TO_INT8 = 1779;
    private static final int NUMERIC_TO_FLOAT8 = 1746;
    private static final int FLOAT4_TO_FLOAT8 = 311;

    private AggregateByPartials() {}

    /// A combining aggregate over one column of the partial query.
    ///
    /// @param partial index into [Split#partials]
    public record Combination(int function, int partial, SqlType type) {}

    /// @param partials aggregates for the shards to compute
    /// @param extraKeys more expressions to group by there
    /// @param combinations aggregates over the partials
    /// @param finals for each original aggregate its value, with Params of kind SUBLINK number n for combination n
    ///     (1-based); null if it is a DISTINCT one, which is computed here over `extraKeys`
    public record Split(
            List<Expr> partials, List<Expr> extraKeys, List<Combination> combinations, List<@Nullable Expr> finals) {}

    public static Optional<Split> apply(List<Aggref> aggregates) {
        List<Expr> partials = new ArrayList<>();
        List<Expr> extraKeys = new ArrayList<>();
        List<Combination> combinations = new ArrayList<>();
        List<@Nullable Expr> finals = new ArrayList<>();
        for (Aggref a : aggregates) {
            if (a.kind() != Aggref.Kind.NORMAL || a.variadic()) {
                return Optional.empty();
            }
            if (!a.distinct().isEmpty()) {
                if (a.filter() != null || a.args().stream().anyMatch(TargetEntry::junk)) {
                    return Optional.empty();
                }
                for (TargetEntry arg : a.args()) {
                    if (!extraKeys.contains(arg.expr())) {
                        extraKeys.add(arg.expr());
                    }
                }
                finals.add(null);
                continue;
            }
            Expr value = a.order().isEmpty() ? split(a, partials, combinations) : null;
            if (value == null) {
                return Optional.empty();
            }
            finals.add(value);
        }
        return Optional.of(new Split(partials, extraKeys, combinations, finals));
    }

    private static @Nullable Expr split(Aggref a, List<Expr> partials, List<Combination> combinations) {
        return switch (a.aggFnOid()) {
            case COUNT_ANY, COUNT_STAR ->
                new CoalesceExpr(
                        List.of(
                                toInt8(combined(a, SUM_INT8, SqlType.NUMERIC, partials, combinations)),
                                new Const(SqlType.INT8, 0L, Position.NONE)),
                        SqlType.INT8,
                        Position.NONE);
            case SUM_INT2, SUM_INT4 -> toInt8(combined(a, SUM_INT8, SqlType.NUMERIC, partials, combinations));
            case SUM_INT8 -> combined(a, SUM_NUMERIC, SqlType.NUMERIC, partials, combinations);
            case SUM_FLOAT4, SUM_FLOAT8, SUM_MONEY, SUM_INTERVAL, SUM_NUMERIC ->
                combined(a, a.aggFnOid(), a.type(), partials, combinations);
            case AVG_INT2 -> average(a, SUM_INT2, SqlType.INT8, SUM_INT8, partials, combinations);
            case AVG_INT4 -> average(a, SUM_INT4, SqlType.INT8, SUM_INT8, partials, combinations);
            case AVG_INT8 -> average(a, SUM_INT8, SqlType.NUMERIC, SUM_NUMERIC, partials, combinations);
            case AVG_NUMERIC -> average(a, SUM_NUMERIC, SqlType.NUMERIC, SUM_NUMERIC, partials, combinations);
            case AVG_FLOAT4, AVG_FLOAT8 -> floatAverage(a, partials, combinations);
            default -> isSelfCombining(a) ? combined(a, a.aggFnOid(), a.type(), partials, combinations) : null;
        };
    }

    private static boolean isSelfCombining(Aggref a) {
        if (Integer.compareUnsigned(a.aggFnOid(), 16384) >= 0) {
            return false;
        }
        return switch (a.name()) {
            case "min", "max", "bool_and", "bool_or", "every", "bit_and", "bit_or", "bit_xor" -> true;
            default -> false;
        };
    }

    private static Expr combined(
            Expr partial, int function, SqlType type, List<Expr> partials, List<Combination> combinations) {
        int index = partials.indexOf(partial);
        if (index < 0) {
            index = partials.size();
            partials.add(partial);
        }
        combinations.add(new Combination(function, index, type));
        return new Param(Param.Kind.SUBLINK, combinations.size(), type, Position.NONE);
    }

    private static Expr toInt8(Expr numeric) {
        return call(NUMERIC_TO_INT8, "int8", numeric, SqlType.INT8);
    }

    private static Expr call(int function, String name, Expr argument, SqlType type) {
        return new FuncExpr(
                function, name, List.of(argument), false, false, CoercionForm.EXPLICIT_CAST, type, 0, Position.NONE);
    }

    /// numeric_avg and int8_avg divide the sum by the count as numerics.
    private static Expr average(
            Aggref a, int sum, SqlType sumType, int combine, List<Expr> partials, List<Combination> combinations) {
        Expr total = combined(like(a, sum, "sum", sumType), combine, SqlType.NUMERIC, partials, combinations);
        Expr count =
                combined(like(a, COUNT_ANY, "count", SqlType.INT8), SUM_INT8, SqlType.NUMERIC, partials, combinations);
        return new OpExpr(1761, 1727, "/", List.of(total, count), false, SqlType.NUMERIC, 0, Position.NONE);
    }

    private static Expr floatAverage(Aggref a, List<Expr> partials, List<Combination> combinations) {
        Aggref sum = like(a, SUM_FLOAT8, "sum", SqlType.FLOAT8);
        if (a.aggFnOid() == AVG_FLOAT4) {
            TargetEntry arg = a.args().getFirst();
            sum = withArgument(sum, arg.withExpr(call(FLOAT4_TO_FLOAT8, "float8", arg.expr(), SqlType.FLOAT8)));
        }
        Expr total = combined(sum, SUM_FLOAT8, SqlType.FLOAT8, partials, combinations);
        Expr count =
                combined(like(a, COUNT_ANY, "count", SqlType.INT8), SUM_INT8, SqlType.NUMERIC, partials, combinations);
        Expr floatCount = call(NUMERIC_TO_FLOAT8, "float8", count, SqlType.FLOAT8);
        return new OpExpr(593, 217, "/", List.of(total, floatCount), false, SqlType.FLOAT8, 0, Position.NONE);
    }

    /// Another aggregate over the same arguments and filter.
    private static Aggref like(Aggref a, int function, String name, SqlType type) {
        return new Aggref(
                function,
                name,
                Aggref.Kind.NORMAL,
                List.of(),
                a.args(),
                List.of(),
                List.of(),
                a.filter(),
                false,
                false,
                0,
                type,
                a.inputCollation(),
                Position.NONE);
    }

    private static Aggref withArgument(Aggref a, TargetEntry argument) {
        return new Aggref(
                a.aggFnOid(),
                a.name(),
                a.kind(),
                a.directArgs(),
                List.of(argument),
                a.order(),
                a.distinct(),
                a.filter(),
                a.star(),
                a.variadic(),
                0,
                a.type(),
                a.inputCollation(),
                a.at());
    }
}
