package org.pgherd.grammar.ast;

/// One SQL statement.
public sealed interface Statement extends Node permits Query, UtilityStatement {}
