package org.pgherd.errors;

import org.jspecify.annotations.Nullable;

/// The optional fields of an error or notice, as in the protocol's ErrorResponse.
///
/// @param at position in the statement's text
/// @param internalQuery text of a statement inside a function, with `internalAt` in it
/// @param character position as a shard reported it (1-based, code points), 0 if none; used when `at` is unknown
public record ErrorFields(
        String severity,
        @Nullable String detail,
        @Nullable String hint,
        Position at,
        @Nullable String internalQuery,
        Position internalAt,
        @Nullable String context,
        @Nullable String schema,
        @Nullable String table,
        @Nullable String column,
        @Nullable String dataType,
        @Nullable String constraint,
        int character) {
    public static final ErrorFields NONE = new ErrorFields(
            "ERROR", null, null, Position.NONE, null, Position.NONE, null, null, null, null, null, null, 0);

    public ErrorFields withSeverity(String value) {
        return new ErrorFields(
                value,
                detail,
                hint,
                at,
                internalQuery,
                internalAt,
                context,
                schema,
                table,
                column,
                dataType,
                constraint,
                character);
    }

    public ErrorFields withDetail(@Nullable String value) {
        return new ErrorFields(
                severity,
                value,
                hint,
                at,
                internalQuery,
                internalAt,
                context,
                schema,
                table,
                column,
                dataType,
                constraint,
                character);
    }

    public ErrorFields withHint(@Nullable String value) {
        return new ErrorFields(
                severity,
                detail,
                value,
                at,
                internalQuery,
                internalAt,
                context,
                schema,
                table,
                column,
                dataType,
                constraint,
                character);
    }

    public ErrorFields withAt(Position value) {
        return new ErrorFields(
                severity,
                detail,
                hint,
                value,
                internalQuery,
                internalAt,
                context,
                schema,
                table,
                column,
                dataType,
                constraint,
                character);
    }

    public ErrorFields withCharacter(int value) {
        return new ErrorFields(
                severity,
                detail,
                hint,
                at,
                internalQuery,
                internalAt,
                context,
                schema,
                table,
                column,
                dataType,
                constraint,
                value);
    }

    public ErrorFields withInternal(@Nullable String query, Position value) {
        return new ErrorFields(
                severity,
                detail,
                hint,
                at,
                query,
                value,
                context,
                schema,
                table,
                column,
                dataType,
                constraint,
                character);
    }

    public ErrorFields withContext(@Nullable String value) {
        return new ErrorFields(
                severity,
                detail,
                hint,
                at,
                internalQuery,
                internalAt,
                value,
                schema,
                table,
                column,
                dataType,
                constraint,
                character);
    }

    /// The object that a constraint error names.
    public ErrorFields withObject(
            @Nullable String inSchema,
            @Nullable String inTable,
            @Nullable String inColumn,
            @Nullable String ofType,
            @Nullable String ofConstraint) {
        return new ErrorFields(
                severity,
                detail,
                hint,
                at,
                internalQuery,
                internalAt,
                context,
                inSchema,
                inTable,
                inColumn,
                ofType,
                ofConstraint,
                character);
    }
}
