package org.pgherd.grammar.ast;

/// What can be planned, prepared, explained and used in WITH.
public sealed interface Query extends Statement permits SelectStmt, InsertStmt, UpdateStmt, DeleteStmt, MergeStmt {}
