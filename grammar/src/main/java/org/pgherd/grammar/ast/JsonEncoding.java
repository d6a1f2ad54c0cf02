package org.pgherd.grammar.ast;

/// ENCODING.
public enum JsonEncoding {
    DEFAULT,
    UTF8,
    UTF16,
    UTF32
}
