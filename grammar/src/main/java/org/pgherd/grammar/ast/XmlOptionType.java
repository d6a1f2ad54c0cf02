package org.pgherd.grammar.ast;

/// DOCUMENT or CONTENT.
public enum XmlOptionType {
    DOCUMENT,
    CONTENT
}
