package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// ALTER EXTENSION ADD (+1) or DROP (-1).
public record AlterExtensionContentsStmt(String extname, int action, ObjectType objtype, Node object, Position at)
        implements UtilityStatement {}
