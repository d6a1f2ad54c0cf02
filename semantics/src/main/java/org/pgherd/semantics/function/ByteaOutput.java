package org.pgherd.semantics.function;

/// The bytea_output setting.
public enum ByteaOutput {
    HEX,
    ESCAPE
}
