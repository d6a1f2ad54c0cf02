package org.pgherd.grammar.ast;

/// What may stand between the parentheses of CREATE TABLE.
public sealed interface TableElement extends Node permits ColumnDef, TableLikeClause, Constraint {}
