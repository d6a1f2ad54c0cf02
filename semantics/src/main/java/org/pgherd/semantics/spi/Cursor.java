package org.pgherd.semantics.spi;

import java.util.List;
import org.pgherd.semantics.function.RowIterator;

/// An open cursor (portal).
public interface Cursor {
    String name();

    List<PreparedStatement.Column> columns();

    /// At most `count` rows in the direction; leaves the cursor on the last one.
    RowIterator fetch(Direction direction, long count);

    /// As [#fetch], without the rows: how many there were.
    long move(Direction direction, long count);

    void close();

    /// As FETCH has them; of ABSOLUTE and RELATIVE the count is the position.
    enum Direction {
        FORWARD,
        BACKWARD,
        ABSOLUTE,
        RELATIVE
    }
}
