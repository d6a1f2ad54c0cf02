package org.pgherd.analyzer.parse;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.JsonEncoding;
import org.pgherd.grammar.ast.JsonFormat;
import org.pgherd.grammar.ast.JsonFormatType;
import org.pgherd.grammar.ast.JsonOutput;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// What RETURNING asks of a SQL/JSON function (JsonReturning, transformJsonOutput of parse_expr.c).
///
/// @param type null if the function decides
/// @param binary as jsonb rather than json
/// @param json whether a format is in force at all
/// @param formatAt of FORMAT, none if it was not written
record JsonReturning(@Nullable SqlType type, boolean binary, boolean json, Position formatAt) {
    private static final JsonReturning OPEN = new JsonReturning(null, false, false, Position.NONE);

    static JsonReturning of(SqlType type) {
        boolean binary = type.oid() == TypeOids.JSONB;
        return new JsonReturning(type, binary, !binary, Position.NONE);
    }

    /// @param anyFormat whether FORMAT may be given for types that are no strings
    static JsonReturning of(ParseState p, @Nullable JsonOutput output, boolean anyFormat) {
        if (output == null) {
            return OPEN;
        }
        SqlType type = TypeReferences.resolve(p.catalog(), output.typeName());
        if (output.typeName().setof()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "returning SETOF types is not supported in SQL/JSON functions");
        }
        if (p.catalog().typeKind(type.oid()) == 'p') {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "returning pseudo-types is not supported in SQL/JSON functions");
        }
        JsonFormat format = output.format();
        if (format == null || format.formatType() == JsonFormatType.DEFAULT) {
            return of(type);
        }
        check(p, format, type.oid(), anyFormat);
        return new JsonReturning(type, false, true, format.location());
    }

    /// For constructors: without RETURNING jsonb if an argument is jsonb, else json.
    static JsonReturning ofConstructor(ParseState p, @Nullable JsonOutput output, boolean jsonbArgument) {
        JsonReturning given = of(p, output, true);
        return given.type != null ? given : of(jsonbArgument ? SqlType.JSONB : SqlType.of(TypeOids.JSON));
    }

    /// For JSON() and JSON_SCALAR(), which give json or jsonb only.
    static JsonReturning ofParse(ParseState p, @Nullable JsonOutput output, String function) {
        if (output == null) {
            return of(SqlType.of(TypeOids.JSON));
        }
        JsonReturning given = of(p, output, false);
        int type = given.required().oid();
        if (type != TypeOids.JSON && type != TypeOids.JSONB) {
            throw new SqlException(
                            SqlState.DATATYPE_MISMATCH,
                            "cannot use type " + p.catalog().formatType(type) + " in RETURNING clause of " + function,
                            output.typeName().at())
                    .withHint("Try returning json or jsonb.");
        }
        return given;
    }

    SqlType required() {
        if (type == null) {
            throw new AssertionError("RETURNING without a type");
        }
        return type;
    }

    /// checkJsonOutputFormat.
    private static void check(ParseState p, JsonFormat format, int type, boolean anyFormat) {
        boolean isJson = type == TypeOids.BYTEA || type == TypeOids.JSON || type == TypeOids.JSONB;
        if (!anyFormat && !isJson && Coercion.category(p.catalog(), type) != 'S') {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cannot use JSON format with non-string output types",
                    format.location());
        }
        if (type != TypeOids.BYTEA && format.encoding() != JsonEncoding.DEFAULT) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cannot set JSON encoding for non-bytea output types",
                    format.location());
        }
        if (format.encoding() != JsonEncoding.DEFAULT && format.encoding() != JsonEncoding.UTF8) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "unsupported JSON encoding", format.location())
                    .withHint("Only UTF8 JSON encoding is supported.");
        }
    }
}
