package org.pgherd.executor.shard;

/// What ReadyForQuery says of the shard's transaction.
public enum TransactionStatus {
    IDLE,
    IN_TRANSACTION,
    FAILED;

    static TransactionStatus of(int indicator) {
        return switch (indicator) {
            case 'I' -> IDLE;
            case 'T' -> IN_TRANSACTION;
            default -> FAILED;
        };
    }
}
