package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// DROP USER MAPPING.
public record DropUserMappingStmt(RoleSpec user, String servername, boolean missingOk, Position at)
        implements UtilityStatement {}
