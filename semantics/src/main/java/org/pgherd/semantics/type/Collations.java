package org.pgherd.semantics.type;

/// Object identifiers of the collations that every PostgreSQL 18 has (pg_collation.dat).
public final class Collations {
    /// The database's own.
    public static final int DEFAULT = 100;
    public static final int C = 950;
    public static final int POSIX = 951;
    /// ICU's root collation.
    public static final int UNICODE = 963;
    public static final int UCS_BASIC = 962;
    public static final int PG_C_UTF8 = 811;
    public static final int PG_UNICODE_FAST = 6411;

    private Collations() {}
}
