package org.pgherd.semantics.function;

/// Sequences, wherever they are kept. A sequence is named by its pg_class.oid on the catalog shard.
public interface SequenceAccess {
    long nextval(int sequenceOid);

    /// For an identity column, which needs no right to its sequence (ExecEvalNextValueExpr).
    default long nextIdentity(int sequenceOid) {
        return nextval(sequenceOid);
    }

    long currval(int sequenceOid);

    long lastval();

    void setval(int sequenceOid, long value, boolean isCalled);
}
