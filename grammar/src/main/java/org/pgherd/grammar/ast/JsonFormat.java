package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// FORMAT JSON [ENCODING].
public record JsonFormat(JsonFormatType formatType, JsonEncoding encoding, Position at) implements Node {}
