package org.pgherd.semantics.spi;

import java.util.List;
import org.pgherd.semantics.function.RowIterator;

/// What a statement gave: rows, or how many it touched.
public interface Result extends RowIterator {
    List<PreparedStatement.Column> columns();

    /// Rows processed; final once all rows are read.
    long processed();

    /// As the protocol has it (`INSERT 0 5`); final once all rows are read.
    String commandTag();
}
