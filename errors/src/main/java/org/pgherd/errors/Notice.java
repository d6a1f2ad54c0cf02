package org.pgherd.errors;

/// A message that does not stop the statement: NOTICE, WARNING, INFO, LOG, DEBUG (the severity stands in the fields).
public record Notice(SqlState state, String message, ErrorFields fields) {
    public static Notice notice(String message) {
        return new Notice(SqlState.SUCCESSFUL_COMPLETION, message, ErrorFields.NONE.withSeverity("NOTICE"));
    }

    public static Notice warning(SqlState state, String message) {
        return new Notice(state, message, ErrorFields.NONE.withSeverity("WARNING"));
    }
}
