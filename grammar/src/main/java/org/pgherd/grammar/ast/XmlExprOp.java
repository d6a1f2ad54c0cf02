package org.pgherd.grammar.ast;

/// Kinds of [XmlExpr].
public enum XmlExprOp {
    XMLCONCAT,
    XMLELEMENT,
    XMLFOREST,
    XMLPARSE,
    XMLPI,
    XMLROOT,
    DOCUMENT
}
