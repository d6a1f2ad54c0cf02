package org.pgherd.grammar.ast;

/// Kinds of [SubLink] in the raw tree.
public enum SubLinkType {
    EXISTS,
    ALL,
    ANY,
    EXPR,
    ARRAY
}
