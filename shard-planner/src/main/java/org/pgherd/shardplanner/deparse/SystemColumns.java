package org.pgherd.shardplanner.deparse;

/// Names of the columns that every table has (heap.c).
public final class SystemColumns {
    public static final int CTID = -1;
    public static final int TABLEOID = -6;

    /// tableoid of a table with children, as the catalog shard numbers them: no column of a shard's, but an expression.
    public static final int NAMED_TABLEOID = -106;

    private SystemColumns() {}

    static String name(int attno) {
        return switch (attno) {
            case CTID -> "ctid";
            case -2 -> "xmin";
            case -3 -> "cmin";
            case -4 -> "xmax";
            case -5 -> "cmax";
            case TABLEOID, NAMED_TABLEOID -> "tableoid";
            default -> throw new AssertionError("system column " + attno);
        };
    }
}
