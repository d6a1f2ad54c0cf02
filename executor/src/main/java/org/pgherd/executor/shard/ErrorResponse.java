package org.pgherd.executor.shard;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.ErrorFields;
import org.pgherd.errors.Notice;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// The fields of an ErrorResponse or NoticeResponse message (protocol-error-fields in the manual).
record ErrorResponse(String severity, SqlState state, String message, ErrorFields fields) {

    static ErrorResponse read(WireInput in) {
        String severity = "ERROR";
        String code = "XX000";
        String message = "";
        @Nullable String detail = null;
        @Nullable String hint = null;
        int character = 0;
        int internal = 0;
        @Nullable String internalQuery = null;
        @Nullable String context = null;
        @Nullable String schema = null;
        @Nullable String table = null;
        @Nullable String column = null;
        @Nullable String dataType = null;
        @Nullable String constraint = null;
        for (int field = in.int1(); field != 0; field = in.int1()) {
            String value = in.cString();
            switch (field) {
                case 'V' -> severity = value;
                case 'C' -> code = value;
                case 'M' -> message = value;
                case 'D' -> detail = value;
                case 'H' -> hint = value;
                case 'P' -> character = Integer.parseInt(value);
                case 'p' -> internal = Integer.parseInt(value);
                case 'q' -> internalQuery = value;
                case 'W' -> context = value;
                case 's' -> schema = value;
                case 't' -> table = value;
                case 'c' -> column = value;
                case 'd' -> dataType = value;
                case 'n' -> constraint = value;
                default -> {
                    // localized severity, source file, line and routine: of no use to a client of the herd
                }
            }
        }
        Position internalAt = Position.NONE;
        if (internal > 0 && internalQuery != null) {
            int points = Math.min(internal - 1, internalQuery.codePointCount(0, internalQuery.length()));
            internalAt = Position.at(internalQuery.offsetByCodePoints(0, points));
        }
        return new ErrorResponse(
                severity,
                new SqlState(code),
                message,
                new ErrorFields(
                        severity,
                        detail,
                        hint,
                        Position.NONE,
                        internalQuery,
                        internalAt,
                        context,
                        schema,
                        table,
                        column,
                        dataType,
                        constraint,
                        character));
    }

    boolean isFatal() {
        return severity.equals("FATAL") || severity.equals("PANIC");
    }

    SqlException toException() {
        return new SqlException(state, message, fields, null);
    }

    Notice toNotice() {
        return new Notice(state, message, fields);
    }
}
