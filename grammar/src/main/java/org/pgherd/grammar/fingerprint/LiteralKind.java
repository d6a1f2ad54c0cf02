package org.pgherd.grammar.fingerprint;

/// What a literal that was taken out is, as PostgreSQL's make_const types it. Part of the fingerprint.
public enum LiteralKind {
    INT4,
    INT8,
    NUMERIC,
    /// Of type unknown, until its place decides.
    STRING,
    BIT
}
