package org.pgherd.grammar.ast;

/// Bits of [CreateTrigStmt#timing] and [CreateTrigStmt#events]: TRIGGER_TYPE_... of PostgreSQL's
/// pg_trigger.h. AFTER is 0.
public final class TriggerBits {
    public static final int ROW = 1;
    public static final int BEFORE = 1 << 1;
    public static final int INSERT = 1 << 2;
    public static final int DELETE = 1 << 3;
    public static final int UPDATE = 1 << 4;
    public static final int TRUNCATE = 1 << 5;
    public static final int INSTEAD = 1 << 6;

    private TriggerBits() {}
}
