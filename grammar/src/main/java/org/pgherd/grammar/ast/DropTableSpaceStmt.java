package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// DROP TABLESPACE.
public record DropTableSpaceStmt(String tablespacename, boolean missingOk, Position at) implements UtilityStatement {}
