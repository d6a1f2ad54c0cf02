package org.pgherd.executor;

import org.pgherd.analyzer.query.CommandType;

/// Tags of statements that the coordinator runs.
final class CommandTag {
    private CommandTag() {}

    /// Whether the number in the tag is of rows processed, not returned.
    static boolean counts(CommandType command) {
        return switch (command) {
            case INSERT, UPDATE, DELETE, MERGE -> true;
            case SELECT, UTILITY, NOTHING -> false;
        };
    }

    static String of(CommandType command, long rows) {
        return switch (command) {
            case INSERT -> "INSERT 0 " + rows;
            case SELECT, UPDATE, DELETE, MERGE -> command.name() + " " + rows;
            case UTILITY, NOTHING -> "";
        };
    }
}
