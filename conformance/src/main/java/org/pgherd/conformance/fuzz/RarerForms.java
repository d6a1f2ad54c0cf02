package org.pgherd.conformance.fuzz;

import static org.pgherd.conformance.fuzz.Form.fails;
import static org.pgherd.conformance.fuzz.Form.form;

import java.util.List;

/// Calls over times with a zone, bytes, padded text, ranges, domains and composite types.
final class RarerForms {
    static final List<Form> ALL = List.of(
            form(Kind.TIMESTAMPTZ, "(%s + %s)", Kind.TIMESTAMPTZ, Kind.INTERVAL),
            form(Kind.TIMESTAMPTZ, "%s::timestamptz", Kind.TIMESTAMP),
            form(Kind.TIMESTAMPTZ, "%s::timestamptz", Kind.DATE),
            form(Kind.TIMESTAMPTZ, "date_trunc('day', %s)", Kind.TIMESTAMPTZ),
            form(Kind.TIMESTAMPTZ, "(%s AT TIME ZONE 'Europe/Berlin')", Kind.TIMESTAMP),
            form(Kind.TIMESTAMP, "(%s AT TIME ZONE 'UTC')", Kind.TIMESTAMPTZ),
            form(Kind.TIMESTAMP, "%s::timestamp", Kind.TIMESTAMPTZ),
            form(Kind.DATE, "%s::date", Kind.TIMESTAMPTZ),
            form(Kind.INTERVAL, "(%s - %s)", Kind.TIMESTAMPTZ, Kind.TIMESTAMPTZ),
            form(Kind.INT, "extract(hour FROM %s)::int", Kind.TIMESTAMPTZ),
            form(Kind.TEXT, "to_char(%s, 'HH24:MI TZ')", Kind.TIMESTAMPTZ),
            form(Kind.TEXT, "%s::text", Kind.TIMESTAMPTZ),
            form(Kind.BOOL, "(%s < %s)", Kind.TIMESTAMPTZ, Kind.DATE),
            form(Kind.BOOL, "(%s >= %s)", Kind.TIMESTAMP, Kind.TIMESTAMPTZ),
            form(Kind.BYTEA, "(%s || %s)", Kind.BYTEA, Kind.BYTEA),
            form(Kind.BYTEA, "convert_to(%s, 'UTF8')", Kind.TEXT),
            form(Kind.BYTEA, "substr(%s, 1, 2)", Kind.BYTEA),
            form(Kind.BYTEA, "sha256(%s)", Kind.BYTEA),
            form(Kind.INT, "length(%s)", Kind.BYTEA),
            fails(Kind.INT, "get_byte(%s, 1)", Kind.BYTEA),
            form(Kind.TEXT, "encode(%s, 'hex')", Kind.BYTEA),
            form(Kind.BPCHAR, "%s::char(3)", Kind.TEXT),
            form(Kind.BPCHAR, "coalesce(%s, %s)", Kind.BPCHAR, Kind.BPCHAR),
            form(Kind.INT, "octet_length(%s)", Kind.BPCHAR),
            form(Kind.TEXT, "(%s || %s)", Kind.BPCHAR, Kind.TEXT),
            form(Kind.TEXT, "%s::text", Kind.BPCHAR),
            form(Kind.BOOL, "(%s = %s)", Kind.BPCHAR, Kind.TEXT),
            form(Kind.BOOL, "(%s LIKE 'x%%')", Kind.BPCHAR),
            form(Kind.BOOL, "(%s < %s)", Kind.BPCHAR, Kind.BPCHAR),
            form(Kind.CTEXT, "(%s COLLATE \"C\")", Kind.TEXT),
            form(Kind.CTEXT, "coalesce(%s, %s)", Kind.CTEXT, Kind.CTEXT),
            form(Kind.CTEXT, "lower(%s)", Kind.CTEXT),
            form(Kind.BOOL, "(%s < %s)", Kind.CTEXT, Kind.TEXT),
            form(Kind.BOOL, "(%s < (%s COLLATE \"en-x-icu\"))", Kind.TEXT, Kind.TEXT),
            form(Kind.RANGE, "(%s * %s)", Kind.RANGE, Kind.RANGE),
            fails(Kind.RANGE, "(%s + %s)", Kind.RANGE, Kind.RANGE),
            form(Kind.RANGE, "range_merge(%s, %s)", Kind.RANGE, Kind.RANGE),
            form(Kind.RANGE, "int4range(%s, NULL)", Kind.INT),
            fails(Kind.RANGE, "int4range(%s, %s, '[]')", Kind.INT, Kind.INT),
            form(Kind.INT, "upper(%s)", Kind.RANGE),
            form(Kind.INT, "lower(%s)", Kind.MULTIRANGE),
            form(Kind.TEXT, "%s::text", Kind.RANGE),
            form(Kind.BOOL, "(%s @> %s)", Kind.RANGE, Kind.INT),
            form(Kind.BOOL, "(%s && %s)", Kind.RANGE, Kind.RANGE),
            form(Kind.BOOL, "(%s << %s)", Kind.RANGE, Kind.MULTIRANGE),
            form(Kind.BOOL, "isempty(%s)", Kind.RANGE),
            form(Kind.MULTIRANGE, "(%s + %s)", Kind.MULTIRANGE, Kind.MULTIRANGE),
            form(Kind.MULTIRANGE, "(%s - %s)", Kind.MULTIRANGE, Kind.MULTIRANGE),
            form(Kind.MULTIRANGE, "int4multirange(%s, %s)", Kind.RANGE, Kind.RANGE),
            form(Kind.BOOL, "(%s @> %s)", Kind.MULTIRANGE, Kind.INT),
            fails(Kind.POSITIVE, "%s::positive", Kind.INT),
            form(Kind.POSITIVE, "(abs(%s) %% 50 + 1)::positive", Kind.INT),
            form(Kind.INT, "(%s + %s)", Kind.POSITIVE, Kind.INT),
            form(Kind.PAIR, "ROW(%s, %s)::pair", Kind.INT, Kind.TEXT),
            form(Kind.PAIR, "coalesce(%s, %s)", Kind.PAIR, Kind.PAIR),
            form(Kind.INT, "(%s).x", Kind.PAIR),
            form(Kind.TEXT, "(%s).y", Kind.PAIR),
            form(Kind.TEXT, "%s::text", Kind.PAIR),
            form(Kind.BOOL, "(%s IS NOT NULL)", Kind.PAIR),
            // of fields of other types it fails, if a row is compared at all, which the plan decides
            form(Kind.BOOL, "(%s = ROW(%s, %s::text))", Kind.PAIR, Kind.INT, Kind.TEXT),
            form(Kind.JSONB, "to_jsonb(%s)", Kind.PAIR),
            form(Kind.JSONB, "jsonb_build_array(%s, %s)", Kind.RANGE, Kind.TIMESTAMPTZ));

    private RarerForms() {}
}
