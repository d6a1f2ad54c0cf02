package org.pgherd.semantics.type;

/// The Java form in which values of a SQL type are computed and stored in vectors.
public enum Carrier {
    BOOLEAN(boolean.class),
    INT(int.class),
    LONG(long.class),
    FLOAT(float.class),
    DOUBLE(double.class),
    /// Immutable objects of `semantics.value`; of types that users define (domains too) the boxed value.
    REF(Object.class);

    private final Class<?> javaType;

    Carrier(Class<?> javaType) {
        this.javaType = javaType;
    }

    /// The primitive class, or Object.
    public Class<?> javaType() {
        return javaType;
    }

    /// The carrier of a type. A domain's is REF, whatever it is over: its identifier does not tell.
    public static Carrier of(int typeOid) {
        return switch (typeOid) {
            case TypeOids.BOOL -> BOOLEAN;
            case TypeOids.INT2,
                    TypeOids.INT4,
                    TypeOids.OID,
                    TypeOids.DATE,
                    TypeOids.XID,
                    TypeOids.CID,
                    TypeOids.REGPROC,
                    TypeOids.REGPROCEDURE,
                    TypeOids.REGOPER,
                    TypeOids.REGOPERATOR,
                    TypeOids.REGCLASS,
                    TypeOids.REGTYPE,
                    TypeOids.REGCONFIG,
                    TypeOids.REGDICTIONARY,
                    TypeOids.REGNAMESPACE,
                    TypeOids.REGROLE,
                    TypeOids.REGCOLLATION -> INT;
            case TypeOids.INT8,
                    TypeOids.TIME,
                    TypeOids.TIMESTAMP,
                    TypeOids.TIMESTAMPTZ,
                    TypeOids.MONEY,
                    TypeOids.PG_LSN,
                    TypeOids.XID8 -> LONG;
            case TypeOids.FLOAT4 -> FLOAT;
            case TypeOids.FLOAT8 -> DOUBLE;
            default -> REF;
        };
    }
}
