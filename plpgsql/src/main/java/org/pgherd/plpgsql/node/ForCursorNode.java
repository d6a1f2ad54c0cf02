package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.spi.Cursor;

/// A loop over a bound cursor, which is open while it runs.
public final class ForCursorNode extends StatementNode {

    @Child
    private OpenNode open;

    @Child
    private IntoNode into;

    @Child
    private LoopBody body;

    private final int found;

    public ForCursorNode(int line, OpenNode open, IntoNode into, LoopBody body, int found) {
        super(line);
        this.open = open;
        this.into = into;
        this.body = body;
        this.found = found;
    }

    @Override
    void execute(VirtualFrame frame) {
        boolean named = frame.getObject(open.cursor().slot()) != null;
        Cursor cursor = open.open(frame);
        RowShape shape = RowShape.ofColumns(cursor.columns());
        boolean any = false;
        boolean more = true;
        while (more) {
            // row by row: the body may ask where the cursor stands
            @Nullable Object[] row = null;
            try (RowIterator fetched = cursor.fetch(Cursor.Direction.FORWARD, 1)) {
                if (fetched.next()) {
                    row = IntoRows.row(fetched, shape.size());
                }
            }
            more = row != null;
            if (row != null) {
                any = true;
                into.assign(frame, shape, row);
                more = body.run(frame);
            }
        }
        cursor.close();
        if (!named) {
            frame.setObject(open.cursor().slot(), null);
        }
        frame.setObject(found, any);
    }

    @Override
    String what() {
        return "FOR over cursor";
    }
}
