package org.pgherd.conformance.fuzz;

import java.util.List;

/// Calls of aggregates whose result does not depend on the order of rows.
final class Aggregates {
    /// Types that min, max and the like take and give.
    private static final List<Kind> ORDERED = List.of(
            Kind.INT,
            Kind.TEXT,
            Kind.DATE,
            Kind.NUMERIC,
            Kind.BIGINT,
            Kind.MOOD,
            Kind.TIMESTAMPTZ,
            Kind.BYTEA,
            Kind.BPCHAR,
            Kind.CTEXT);

    private static final String CAST = "::text";

    private final Dice dice;
    private final Expressions expressions;

    Aggregates(Dice dice, Expressions expressions) {
        this.dice = dice;
        this.expressions = expressions;
    }

    /// An aggregate with what may follow it: FILTER; a name and type to call it by in the grouped scope.
    Column call(Scope scope, boolean window) {
        Column plain = plain(scope, window);
        if (dice.chance(85)) {
            return plain;
        }
        String filter = " FILTER (WHERE " + expressions.of(Kind.BOOL, scope, dice.between(1, 2)) + ")";
        boolean cast = plain.name().endsWith(CAST);
        String call = cast ? plain.name().substring(0, plain.name().length() - CAST.length()) : plain.name();
        return new Column(call + filter + (cast ? CAST : ""), plain.kind());
    }

    private Column plain(Scope scope, boolean window) {
        String distinct = !window && dice.chance(15) ? "DISTINCT " : "";
        Kind ordered = dice.pick(ORDERED);
        return switch (dice.below(window ? 8 : 29)) {
            case 0 -> new Column("count(*)", Kind.BIGINT);
            case 1 -> new Column("count(" + distinct + argument(ordered, scope) + ")", Kind.BIGINT);
            case 2 -> new Column("sum(" + distinct + argument(Kind.INT, scope) + ")", Kind.BIGINT);
            case 3 -> new Column("sum(" + distinct + argument(Kind.NUMERIC, scope) + ")", Kind.NUMERIC);
            case 4 -> new Column(dice.pick("min(", "max(") + argument(ordered, scope) + ")", ordered);
            case 5 -> new Column("avg(" + distinct + argument(Kind.INT, scope) + ")", Kind.NUMERIC);
            case 6 ->
                new Column(dice.pick("bool_and(", "bool_or(", "every(") + argument(Kind.BOOL, scope) + ")", Kind.BOOL);
            case 7 -> new Column("sum(" + argument(Kind.FLOAT, scope) + ")", Kind.FLOAT);
            case 8 -> {
                String text = argument(Kind.TEXT, scope);
                yield new Column("string_agg(" + distinct + text + ", ',' ORDER BY " + text + ")", Kind.TEXT);
            }
            case 9 -> {
                String number = argument(Kind.INT, scope);
                yield new Column("array_agg(" + distinct + number + " ORDER BY " + number + " DESC)", Kind.INTS);
            }
            case 10 ->
                new Column(
                        "percentile_disc(" + dice.pick("0", "0.25", "0.5", "1") + ") WITHIN GROUP (ORDER BY "
                                + argument(ordered, scope) + ")",
                        ordered);
            case 11 ->
                new Column(
                        "percentile_cont(0.5) WITHIN GROUP (ORDER BY " + argument(Kind.FLOAT, scope) + ")", Kind.FLOAT);
            case 12 -> new Column("mode() WITHIN GROUP (ORDER BY " + argument(ordered, scope) + ")", ordered);
            case 13 ->
                new Column(
                        dice.pick("var_pop(", "variance(", "stddev(", "stddev_pop(") + argument(Kind.INT, scope) + ")",
                        Kind.NUMERIC);
            case 14 -> {
                String value = argument(ordered, scope);
                yield new Column(
                        dice.pick("jsonb_agg(", "jsonb_agg_strict(") + value + " ORDER BY " + value + ")", Kind.JSONB);
            }
            case 15 -> {
                String key = argument(Kind.TEXT, scope);
                String value = argument(Kind.INT, scope);
                yield new Column(
                        "jsonb_object_agg(coalesce(" + key + ", '-'), " + value + " ORDER BY " + value + ")",
                        Kind.JSONB);
            }
            case 16 ->
                new Column(dice.pick("bit_and(", "bit_or(", "bit_xor(") + argument(Kind.INT, scope) + ")", Kind.INT);
            case 17 ->
                new Column(
                        dice.pick("percent_rank(", "cume_dist(") + Kind.INT.literal(dice) + ") WITHIN GROUP (ORDER BY "
                                + argument(Kind.INT, scope) + ")",
                        Kind.FLOAT);
            case 18 ->
                new Column(
                        "count(DISTINCT ((" + argument(ordered, scope) + ")::" + ordered.sql() + ", "
                                + argument(Kind.INT, scope) + "))",
                        Kind.BIGINT);
            case 19 -> {
                String text = argument(Kind.TEXT, scope);
                yield new Column("array_agg(" + text + " ORDER BY " + text + " NULLS FIRST)", Kind.TEXTS);
            }
            case 20 ->
                new Column(
                        "percentile_disc(ARRAY[0.1, 0.5, 0.9]) WITHIN GROUP (ORDER BY " + argument(Kind.INT, scope)
                                + ")",
                        Kind.INTS);
            case 21 -> {
                String value = argument(ordered, scope);
                yield new Column(
                        "json_arrayagg(" + value + " ORDER BY " + value + dice.pick("", " NULL ON NULL")
                                + " RETURNING jsonb)",
                        Kind.JSONB);
            }
            case 26 -> {
                String order = argument(ordered, scope) + dice.pick("", " DESC", " NULLS FIRST");
                for (String key : scope.order()) {
                    order += ", " + key;
                }
                yield new Column(
                        dice.pick("array_agg(", "json_agg(") + argument(expressions.comparable(scope), scope)
                                + " ORDER BY " + order + ")" + CAST,
                        Kind.TEXT);
            }
            case 27 ->
                new Column(
                        "percentile_cont(" + dice.pick("0.25", "0.5", "1") + ") WITHIN GROUP (ORDER BY "
                                + argument(Kind.INTERVAL, scope) + ")",
                        Kind.INTERVAL);
            case 22 -> new Column("range_agg(" + argument(Kind.RANGE, scope) + ")", Kind.MULTIRANGE);
            case 23 -> new Column("range_intersect_agg(" + argument(Kind.RANGE, scope) + ")", Kind.RANGE);
            case 24 -> {
                String bytes = argument(Kind.BYTEA, scope);
                yield new Column(
                        "string_agg(" + distinct + bytes + ", '\\x00'::bytea ORDER BY " + bytes + ")", Kind.BYTEA);
            }
            default ->
                new Column(
                        dice.pick("rank(", "dense_rank(") + Kind.INT.literal(dice) + ") WITHIN GROUP (ORDER BY "
                                + argument(Kind.INT, scope) + ")",
                        Kind.BIGINT);
        };
    }

    private String argument(Kind kind, Scope scope) {
        return expressions.of(kind, scope, dice.chance(30) ? 2 : 0);
    }
}
