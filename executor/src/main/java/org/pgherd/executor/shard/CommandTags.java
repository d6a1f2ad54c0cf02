package org.pgherd.executor.shard;

/// The numbers in CommandComplete's tags.
public final class CommandTags {
    private CommandTags() {}

    /// Rows of `INSERT 0 5`, `UPDATE 5`, `SELECT 5`, ...; -1 where a tag has no number.
    public static long rows(String tag) {
        int space = tag.lastIndexOf(' ');
        if (space < 0 || space == tag.length() - 1) {
            return -1;
        }
        long value = 0;
        for (int i = space + 1; i < tag.length(); i++) {
            int digit = tag.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
