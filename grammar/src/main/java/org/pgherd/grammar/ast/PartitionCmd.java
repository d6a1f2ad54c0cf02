package org.pgherd.grammar.ast;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// ATTACH and DETACH PARTITION.
public record PartitionCmd(RangeVar name, @Nullable PartitionBoundSpec bound, boolean concurrent, Position at)
        implements Node {}
