package org.pgherd.executor.operator;

import java.util.List;
import org.pgherd.semantics.vector.Batch;

/// The rows of a recursive query's last round.
final class WorkTable {
    List<Batch> rows = List.of();
}
