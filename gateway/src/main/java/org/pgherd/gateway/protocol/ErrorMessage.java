package org.pgherd.gateway.protocol;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.ErrorFields;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// ErrorResponse and NoticeResponse (elog.c:send_message_to_frontend). File, line and routine of the C source are left
/// out: there is none.
final class ErrorMessage {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMessage.class);

    private ErrorMessage() {}

    /// What a client is told about any failure; what is no SQL error is a defect and goes to the log in full.
    static SqlException of(Throwable failure) {
        return switch (failure) {
            case SqlException e -> e;
            case StackOverflowError _ -> new SqlException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded");
            case OutOfMemoryError _ -> new SqlException(SqlState.OUT_OF_MEMORY, "out of memory");
            default -> {
                LOG.error("internal error", failure);
                yield new SqlException(SqlState.INTERNAL_ERROR, "internal error")
                        .withHint("The log of the coordinator tells more.");
            }
        };
    }

    /// @param sql the text that positions point into, if known
    static void error(MessageWriter out, SqlException error, @Nullable String sql) {
        out.begin('E');
        fields(out, error.state(), error.message(), error.fields(), sql);
        out.end();
    }

    static void notice(MessageWriter out, Notice notice, @Nullable String sql) {
        out.begin('N');
        fields(out, notice.state(), notice.message(), notice.fields(), sql);
        out.end();
    }

    private static void fields(
            MessageWriter out, SqlState state, String message, ErrorFields fields, @Nullable String sql) {
        field(out, 'S', fields.severity());
        field(out, 'V', fields.severity());
        field(out, 'C', state.code());
        field(out, 'M', message.isEmpty() ? "missing error text" : message);
        field(out, 'D', fields.detail());
        field(out, 'H', fields.hint());
        field(out, 'W', fields.context());
        field(out, 's', fields.schema());
        field(out, 't', fields.table());
        field(out, 'c', fields.column());
        field(out, 'd', fields.dataType());
        field(out, 'n', fields.constraint());
        int position = sql != null && fields.at().isKnown() ? fields.at().character(sql) : fields.character();
        if (position > 0) {
            field(out, 'P', Integer.toString(position));
        }
        String internal = fields.internalQuery();
        if (internal != null) {
            field(out, 'q', internal);
            if (fields.internalAt().isKnown()) {
                field(out, 'p', Integer.toString(fields.internalAt().character(internal)));
            }
        }
        out.int8(0);
    }

    private static void field(MessageWriter out, char type, @Nullable String value) {
        if (value != null) {
            out.int8(type).string(value);
        }
    }
}
