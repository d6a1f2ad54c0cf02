package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// XMLSERIALIZE.
public record XmlSerialize(XmlOptionType xmloption, Expr expr, TypeName typeName, boolean indent, Position at)
        implements Expr {}
