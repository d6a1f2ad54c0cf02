package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// ALTER EVENT TRIGGER: 'O', 'D', 'R' or 'A'.
public record AlterEventTrigStmt(String trigname, char tgenabled, Position at) implements UtilityStatement {}
