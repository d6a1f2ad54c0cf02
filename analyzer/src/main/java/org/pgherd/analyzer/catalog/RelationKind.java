package org.pgherd.analyzer.catalog;

/// pg_class.relkind.
public enum RelationKind {
    TABLE('r'),
    INDEX('i'),
    SEQUENCE('S'),
    TOAST('t'),
    VIEW('v'),
    MATERIALIZED_VIEW('m'),
    COMPOSITE_TYPE('c'),
    FOREIGN_TABLE('f'),
    PARTITIONED_TABLE('p'),
    PARTITIONED_INDEX('I');

    private final char code;

    RelationKind(char code) {
        this.code = code;
    }

    public char code() {
        return code;
    }

    /// As errors call several of the kind (errdetail_relkind_not_supported).
    public String plural() {
        return switch (this) {
            case INDEX -> "indexes";
            case TOAST -> "TOAST tables";
            case PARTITIONED_INDEX -> "partitioned indexes";
            default -> name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + "s";
        };
    }

    public static RelationKind of(char code) {
        for (RelationKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new AssertionError("relkind " + code);
    }
}
