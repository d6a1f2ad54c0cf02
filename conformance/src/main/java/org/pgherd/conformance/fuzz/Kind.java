package org.pgherd.conformance.fuzz;

/// The types that generated expressions have.
enum Kind {
    BOOL("bool"),
    INT("int"),
    BIGINT("bigint"),
    NUMERIC("numeric"),
    FLOAT("float8"),
    TEXT("text"),
    DATE("date"),
    TIMESTAMP("timestamp"),
    INTERVAL("interval"),
    UUID("uuid"),
    MOOD("mood"),
    INTS("int[]"),
    TEXTS("text[]"),
    JSONB("jsonb"),
    TIMESTAMPTZ("timestamptz"),
    BYTEA("bytea"),
    BPCHAR("char(5)"),
    /// Text by the collation C, named.
    CTEXT("text"),
    RANGE("int4range"),
    MULTIRANGE("int4multirange"),
    POSITIVE("positive"),
    PAIR("pair");

    private final String sql;

    Kind(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    /// A constant that often equals something in the tables.
    String literal(Dice dice) {
        if (dice.chance(6)) {
            return "NULL::" + sql;
        }
        return switch (this) {
            case BOOL -> dice.pick("true", "false");
            case INT -> String.valueOf(dice.chance(10) ? dice.between(-5, 100) : dice.between(0, 14));
            case BIGINT -> dice.between(0, 12) * (dice.chance(40) ? 1000003L : 1L) + "::bigint";
            case NUMERIC ->
                dice.pick("0.5", "1.50", "2.0", "3", "7.25", "100.125") + (dice.chance(30) ? "::numeric" : "");
            case FLOAT -> dice.between(-2, 12) * 0.5 + "::float8";
            case TEXT -> dice.pick("'x'", "'yy'", "'Zed'", "'k1'", "''", "'é'", "'p'", "'b3'", "'even'");
            case DATE -> "date '2024-0" + dice.pick("1-25", "1-31", "2-01", "2-03", "1-28") + "'";
            case TIMESTAMP -> "timestamp '2024-0" + dice.pick("1-26 12:00", "2-01 00:00", "1-31 23:59:59.5") + "'";
            case INTERVAL -> "interval '" + dice.pick("1 day", "2 hours 30 minutes", "1 mon", "-3 days", "0") + "'";
            case UUID -> "uuid '00000000-0000-4000-8000-0000000000" + dice.pick("01", "07", "12", "19", "55") + "'";
            case MOOD -> "'" + dice.pick("sad", "ok", "happy") + "'::mood";
            case INTS -> dice.pick("ARRAY[1,2]", "'{}'::int[]", "ARRAY[3,NULL]", "'{5,1,2}'::int[]");
            case TEXTS -> dice.pick("ARRAY['x','yy']", "'{}'::text[]", "ARRAY['Zed',NULL]");
            case JSONB ->
                dice.pick("'{\"k\": 1}'::jsonb", "'[1, 2]'::jsonb", "'null'::jsonb", "'{\"k\": 3, \"l\": [0]}'::jsonb");
            case TIMESTAMPTZ ->
                "timestamptz '2024-"
                        + dice.pick("03-10 06:30+00", "03-10 02:30", "03-09 12:00", "11-03 01:30-05", "03-11 00:00+01")
                        + "'";
            case BYTEA -> dice.pick("'\\x'", "'\\x0a'", "'\\x610a'", "'\\xff00'", "'abc'") + "::bytea";
            case BPCHAR -> dice.pick("'x'", "'yy  '", "''", "'Zed'", "'p'") + "::char(5)";
            case CTEXT -> dice.pick("'x'", "'Zed'", "''", "'p'") + " COLLATE \"C\"";
            case RANGE -> dice.pick("'[1,5)'", "'empty'", "'(,3]'", "'[3,3]'", "'[2,9)'", "'[7,)'") + "::int4range";
            case MULTIRANGE -> dice.pick("'{[1,5),[7,9)}'", "'{}'", "'{(,3]}'", "'{[3,3]}'") + "::int4multirange";
            case POSITIVE -> dice.between(1, 12) + "::positive";
            case PAIR -> dice.pick("ROW(1, 'x')", "ROW(NULL, 'yy')", "ROW(3, NULL)", "ROW(NULL, NULL)") + "::pair";
        };
    }
}
