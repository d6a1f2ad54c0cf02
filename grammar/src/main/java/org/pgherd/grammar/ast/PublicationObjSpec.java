package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// A table or schema of a publication.
public record PublicationObjSpec(
        PublicationObjSpecType pubobjtype,
        @Nullable String name,
        @Nullable PublicationTable pubtable,
        Position at) implements Node {}
