package org.pgherd.engine.command;

import org.pgherd.errors.ErrorFields;
import org.pgherd.errors.SqlException;

/// Statements forwarded as the client wrote them, and errors about them.
public final class ShardText {
    private ShardText() {}

    /// An error's position in a statement, as one in the text that the client sent.
    ///
    /// @param start UTF-16 offset of the statement in `source`
    public static SqlException relocated(SqlException error, String source, int start) {
        ErrorFields fields = error.fields();
        if (fields.character() <= 0 || start == 0) {
            return error;
        }
        return error.withFields(fields.withCharacter(fields.character() + source.codePointCount(0, start)));
    }
}
