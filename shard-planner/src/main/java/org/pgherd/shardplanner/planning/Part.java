package org.pgherd.shardplanner.planning;

import java.util.Set;

/// A joined part of a FROM clause.
public sealed interface Part permits RemotePart, LocalPart {
    /// Range table indexes of what is joined in it.
    Set<Integer> relations();

    /// Estimated rows.
    double rows();
}
