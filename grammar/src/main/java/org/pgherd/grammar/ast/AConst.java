package org.pgherd.grammar.ast;

/// A literal; A_Const of PostgreSQL.
public sealed interface AConst extends Expr
        permits IntegerConst, FloatConst, BooleanConst, StringConst, BitStringConst, NullConst {}
