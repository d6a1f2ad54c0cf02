package org.pgherd.shardplanner.facts;

/// pg_proc.provolatile, ordered from harmless to harmful.
public enum Volatility {
    IMMUTABLE,
    STABLE,
    VOLATILE;

    public Volatility worse(Volatility other) {
        return ordinal() >= other.ordinal() ? this : other;
    }

    public static Volatility of(char code) {
        return switch (code) {
            case 'i' -> IMMUTABLE;
            case 's' -> STABLE;
            default -> VOLATILE;
        };
    }
}
