package org.pgherd.grammar.ast;

/// What may stand in FROM.
public sealed interface FromItem extends Node
        permits RangeVar, RangeSubselect, RangeFunction, RangeTableSample, RangeTableFunc, JoinExpr, JsonTable {}
