package org.pgherd.semantics.type;

/// A type as an expression has it.
///
/// @param oid pg_type.oid
/// @param typmod type modifier as in pg_attribute.atttypmod, -1 if none
/// @param collation pg_collation.oid, 0 if the type is not collatable or the collation undetermined
public record SqlType(int oid, int typmod, int collation) {
    public static final SqlType BOOL = of(TypeOids.BOOL);
    public static final SqlType INT2 = of(TypeOids.INT2);
    public static final SqlType INT4 = of(TypeOids.INT4);
    public static final SqlType INT8 = of(TypeOids.INT8);
    public static final SqlType OID = of(TypeOids.OID);
    public static final SqlType FLOAT4 = of(TypeOids.FLOAT4);
    public static final SqlType FLOAT8 = of(TypeOids.FLOAT8);
    public static final SqlType NUMERIC = of(TypeOids.NUMERIC);
    /// Of the default collation.
    public static final SqlType TEXT = new SqlType(TypeOids.TEXT, -1, Collations.DEFAULT);
    public static final SqlType UNKNOWN = of(TypeOids.UNKNOWN);
    public static final SqlType RECORD = of(TypeOids.RECORD);
    public static final SqlType VOID = of(TypeOids.VOID);
    public static final SqlType DATE = of(TypeOids.DATE);
    public static final SqlType TIMESTAMP = of(TypeOids.TIMESTAMP);
    public static final SqlType TIMESTAMPTZ = of(TypeOids.TIMESTAMPTZ);
    public static final SqlType INTERVAL = of(TypeOids.INTERVAL);
    public static final SqlType BYTEA = of(TypeOids.BYTEA);
    public static final SqlType JSONB = of(TypeOids.JSONB);

    /// Without modifier and collation.
    public static SqlType of(int oid) {
        return new SqlType(oid, -1, 0);
    }

    /// Without collation.
    public static SqlType of(int oid, int typmod) {
        return new SqlType(oid, typmod, 0);
    }

    public SqlType withTypmod(int value) {
        return value == typmod ? this : new SqlType(oid, value, collation);
    }

    public SqlType withCollation(int value) {
        return value == collation ? this : new SqlType(oid, typmod, value);
    }

    public Carrier carrier() {
        return Carrier.of(oid);
    }
}
