package org.pgherd.grammar.fingerprint;

import org.pgherd.errors.Position;

/// A literal of the statement that became parameter `parameter` (from 1, behind those the statement has itself).
/// `value` is its text without quotes or underscores; a bit string begins with b or x.
public record Literal(int parameter, LiteralKind kind, String value, Position at) {}
