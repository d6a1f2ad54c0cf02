package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// A statement of a script. `at` is its text without the semicolon and without the blanks and comments around it,
/// so that it can be forwarded verbatim: `source.substring(at.start(), at.end())`.
public record RawStmt(Statement stmt, Position at) implements Node {}
