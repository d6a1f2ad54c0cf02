package org.pgherd.executor.transaction;

import org.jspecify.annotations.Nullable;

/// The modes of BEGIN and SET TRANSACTION; null leaves a mode to the session's defaults.
public record TransactionOptions(
        @Nullable Isolation isolation,
        @Nullable Boolean readOnly,
        @Nullable Boolean deferrable) {
    public static final TransactionOptions DEFAULT = new TransactionOptions(null, null, null);

    /// Isolation levels by the words of SQL.
    public enum Isolation {
        READ_UNCOMMITTED,
        READ_COMMITTED,
        REPEATABLE_READ,
        SERIALIZABLE;

        String sql() {
            return name().replace('_', ' ');
        }
    }

    /// These, overridden by the modes that `later` names.
    public TransactionOptions merge(TransactionOptions later) {
        return new TransactionOptions(
                later.isolation == null ? isolation : later.isolation,
                later.readOnly == null ? readOnly : later.readOnly,
                later.deferrable == null ? deferrable : later.deferrable);
    }

    /// What of these modes SET TRANSACTION has to say where `others` hold; a subtransaction that only writes by
    /// default says so.
    String modesBeside(TransactionOptions others) {
        boolean sameReadOnly = readOnly == null ? others.readOnly == null : readOnly.equals(others.readOnly);
        return new TransactionOptions(
                        isolation == others.isolation ? null : isolation,
                        sameReadOnly ? null : readOnly != null && readOnly,
                        null)
                .modes();
    }

    /// ` ISOLATION LEVEL ... READ ONLY ...`, with a space before each mode.
    String modes() {
        StringBuilder sql = new StringBuilder();
        if (isolation != null) {
            sql.append(" ISOLATION LEVEL ").append(isolation.sql());
        }
        if (readOnly != null) {
            sql.append(readOnly ? " READ ONLY" : " READ WRITE");
        }
        if (deferrable != null) {
            sql.append(deferrable ? " DEFERRABLE" : " NOT DEFERRABLE");
        }
        return sql.toString();
    }
}
