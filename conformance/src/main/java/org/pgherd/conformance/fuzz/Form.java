package org.pgherd.conformance.fuzz;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// An operator or function call: `%s` for each argument.
///
/// @param fails whether some arguments make it an error
record Form(Kind result, String text, List<Kind> arguments, boolean fails) {
    private static final Map<Kind, List<Form>> BY_RESULT = new EnumMap<>(Kind.class);

    private static final List<Form> ALL = List.of(
            form(Kind.INT, "(%s + %s)", Kind.INT, Kind.INT),
            form(Kind.INT, "(%s - %s)", Kind.INT, Kind.INT),
            form(Kind.INT, "(%s * %s)", Kind.INT, Kind.INT),
            form(Kind.INT, "(%s %% 7)", Kind.INT),
            fails(Kind.INT, "(%s / %s)", Kind.INT, Kind.INT),
            fails(Kind.INT, "(10 %% %s)", Kind.INT),
            fails(Kind.INT, "%s::int", Kind.TEXT),
            form(Kind.INT, "-%s", Kind.INT),
            form(Kind.INT, "abs(%s)", Kind.INT),
            form(Kind.INT, "length(%s)", Kind.TEXT),
            form(Kind.INT, "ascii(%s)", Kind.TEXT),
            form(Kind.INT, "strpos(%s, %s)", Kind.TEXT, Kind.TEXT),
            form(Kind.INT, "extract(day FROM %s)::int", Kind.DATE),
            form(Kind.INT, "(%s - %s)", Kind.DATE, Kind.DATE),
            form(Kind.INT, "cardinality(%s)", Kind.INTS),
            form(Kind.INT, "(%s)[1]", Kind.INTS),
            form(Kind.INT, "array_position(%s, %s)", Kind.INTS, Kind.INT),
            form(Kind.INT, "%s::int", Kind.NUMERIC),
            form(Kind.INT, "%s::int", Kind.BOOL),
            form(Kind.INT, "(%s ->> 'k')::int", Kind.JSONB),
            form(Kind.INT, "plus_one(%s)", Kind.INT),
            form(Kind.INT, "greatest(%s, %s)", Kind.INT, Kind.INT),
            form(Kind.INT, "coalesce(%s, %s)", Kind.INT, Kind.INT),
            form(Kind.INT, "nullif(%s, %s)", Kind.INT, Kind.INT),
            form(Kind.BIGINT, "(%s + %s)", Kind.BIGINT, Kind.INT),
            form(Kind.BIGINT, "%s::bigint", Kind.INT),
            form(Kind.BIGINT, "least(%s, %s)", Kind.BIGINT, Kind.BIGINT),
            form(Kind.BIGINT, "coalesce(%s, %s)", Kind.BIGINT, Kind.INT),
            form(Kind.BIGINT, "(%s %% 5)", Kind.BIGINT),
            form(Kind.BIGINT, "(%s & 6)", Kind.BIGINT),
            form(Kind.BIGINT, "ax_total(%s)", Kind.INT),
            form(Kind.BIGINT, "b_count(%s)", Kind.INT),
            form(Kind.NUMERIC, "(%s + %s)", Kind.NUMERIC, Kind.NUMERIC),
            form(Kind.NUMERIC, "(%s * %s)", Kind.NUMERIC, Kind.INT),
            form(Kind.NUMERIC, "round(%s, 1)", Kind.NUMERIC),
            form(Kind.NUMERIC, "trunc(%s)", Kind.NUMERIC),
            form(Kind.NUMERIC, "%s::numeric(8,1)", Kind.NUMERIC),
            form(Kind.NUMERIC, "%s::numeric", Kind.INT),
            form(Kind.NUMERIC, "(%s / 4)", Kind.NUMERIC),
            fails(Kind.NUMERIC, "(%s / %s)", Kind.NUMERIC, Kind.NUMERIC),
            fails(Kind.NUMERIC, "sqrt(%s)", Kind.NUMERIC),
            form(Kind.NUMERIC, "abs(%s)", Kind.NUMERIC),
            form(Kind.FLOAT, "(%s + %s)", Kind.FLOAT, Kind.FLOAT),
            form(Kind.FLOAT, "%s::float8", Kind.INT),
            form(Kind.FLOAT, "floor(%s)", Kind.FLOAT),
            form(Kind.FLOAT, "(%s * 2)", Kind.FLOAT),
            form(Kind.TEXT, "(%s || %s)", Kind.TEXT, Kind.TEXT),
            form(Kind.TEXT, "upper(%s)", Kind.TEXT),
            form(Kind.TEXT, "lower(%s)", Kind.TEXT),
            form(Kind.TEXT, "substr(%s, 1, 2)", Kind.TEXT),
            form(Kind.TEXT, "%s::text", Kind.INT),
            form(Kind.TEXT, "%s::text", Kind.NUMERIC),
            form(Kind.TEXT, "%s::text", Kind.DATE),
            form(Kind.TEXT, "%s::text", Kind.MOOD),
            form(Kind.TEXT, "%s::text", Kind.BOOL),
            form(Kind.TEXT, "coalesce(%s, %s)", Kind.TEXT, Kind.TEXT),
            form(Kind.TEXT, "nullif(%s, %s)", Kind.TEXT, Kind.TEXT),
            form(Kind.TEXT, "repeat(%s, %s %% 3)", Kind.TEXT, Kind.INT),
            form(Kind.TEXT, "replace(%s, 'x', %s)", Kind.TEXT, Kind.TEXT),
            form(Kind.TEXT, "concat(%s, '-', %s)", Kind.TEXT, Kind.INT),
            form(Kind.TEXT, "format('%%s/%%s', %s, %s)", Kind.INT, Kind.TEXT),
            form(Kind.TEXT, "to_char(%s, 'YYYY-MM-DD Dy')", Kind.DATE),
            form(Kind.TEXT, "label(%s)", Kind.INT),
            form(Kind.TEXT, "a_text(%s)", Kind.INT),
            form(Kind.TEXT, "%s::varchar(3)", Kind.TEXT),
            form(Kind.TEXT, "(%s ->> 'k')", Kind.JSONB),
            form(Kind.TEXT, "md5(%s)", Kind.TEXT),
            form(Kind.DATE, "(%s + %s)", Kind.DATE, Kind.INT),
            form(Kind.DATE, "%s::date", Kind.TIMESTAMP),
            form(Kind.DATE, "coalesce(%s, %s)", Kind.DATE, Kind.DATE),
            form(Kind.DATE, "date_trunc('month', %s)::date", Kind.DATE),
            form(Kind.TIMESTAMP, "(%s + %s)", Kind.TIMESTAMP, Kind.INTERVAL),
            form(Kind.TIMESTAMP, "%s::timestamp", Kind.DATE),
            form(Kind.TIMESTAMP, "date_trunc('day', %s)", Kind.TIMESTAMP),
            form(Kind.INTERVAL, "(%s - %s)", Kind.TIMESTAMP, Kind.TIMESTAMP),
            form(Kind.INTERVAL, "(%s * 2)", Kind.INTERVAL),
            form(Kind.INTERVAL, "make_interval(days => %s)", Kind.INT),
            form(Kind.MOOD, "coalesce(%s, %s)", Kind.MOOD, Kind.MOOD),
            form(Kind.MOOD, "greatest(%s, %s)", Kind.MOOD, Kind.MOOD),
            form(Kind.INTS, "(%s || %s)", Kind.INTS, Kind.INT),
            form(Kind.INTS, "ARRAY[%s, %s]", Kind.INT, Kind.INT),
            form(Kind.INTS, "array_remove(%s, %s)", Kind.INTS, Kind.INT),
            form(Kind.TEXTS, "ARRAY[%s, %s]", Kind.TEXT, Kind.TEXT),
            form(Kind.TEXTS, "string_to_array(%s, 'x')", Kind.TEXT),
            form(Kind.JSONB, "jsonb_build_object('k', %s, 't', %s)", Kind.INT, Kind.TEXT),
            form(Kind.JSONB, "to_jsonb(%s)", Kind.INTS),
            form(Kind.JSONB, "(%s -> 'l')", Kind.JSONB),
            form(Kind.BOOL, "(%s AND %s)", Kind.BOOL, Kind.BOOL),
            form(Kind.BOOL, "(%s OR %s)", Kind.BOOL, Kind.BOOL),
            form(Kind.BOOL, "(NOT %s)", Kind.BOOL),
            form(Kind.BOOL, "(%s IS NOT TRUE)", Kind.BOOL),
            form(Kind.BOOL, "(%s LIKE '%%e%%')", Kind.TEXT),
            form(Kind.BOOL, "(%s ~ '^[a-y]')", Kind.TEXT),
            form(Kind.BOOL, "(%s @> ARRAY[%s])", Kind.INTS, Kind.INT),
            form(Kind.BOOL, "(%s ? 'k')", Kind.JSONB),
            form(Kind.BOOL, "(%s @> %s)", Kind.JSONB, Kind.JSONB),
            form(Kind.BOOL, "(%s = ANY (%s))", Kind.INT, Kind.INTS),
            form(Kind.BOOL, "(%s <> ALL (%s))", Kind.TEXT, Kind.TEXTS));

    static {
        for (Kind kind : Kind.values()) {
            BY_RESULT.put(
                    kind,
                    Stream.concat(ALL.stream(), RarerForms.ALL.stream())
                            .filter(form -> form.result == kind)
                            .toList());
        }
    }

    static Form form(Kind result, String text, Kind... arguments) {
        return new Form(result, text, List.of(arguments), false);
    }

    static Form fails(Kind result, String text, Kind... arguments) {
        return new Form(result, text, List.of(arguments), true);
    }

    static List<Form> of(Kind result, boolean withFailing) {
        List<Form> all = BY_RESULT.getOrDefault(result, List.of());
        return withFailing ? all : all.stream().filter(form -> !form.fails).toList();
    }
}
