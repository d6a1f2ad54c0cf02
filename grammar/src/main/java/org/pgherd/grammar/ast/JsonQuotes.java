package org.pgherd.grammar.ast;

/// QUOTES.
public enum JsonQuotes {
    UNSPEC,
    KEEP,
    OMIT
}
