package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// DECLARE CURSOR; `options` are bits of [CursorOptions].
public record DeclareCursorStmt(String portalname, int options, SelectStmt query, Position at)
        implements UtilityStatement {}
