package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// ALTER CONSTRAINT (ATAlterConstraint).
public record AlterConstraintStmt(
        String conname,
        boolean alterEnforceability,
        boolean isEnforced,
        boolean alterDeferrability,
        boolean deferrable,
        boolean initdeferred,
        boolean alterInheritability,
        boolean noinherit,
        Position at)
        implements Node {}
