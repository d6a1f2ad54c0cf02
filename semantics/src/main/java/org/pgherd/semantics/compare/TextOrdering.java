package org.pgherd.semantics.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.vector.Vector;

/// The order of a text type under a collation.
final class TextOrdering extends Ordering {
    private final CollationOrder order;
    private final UnaryOperator<Text> compared;

    /// @param compared what of a value counts
    TextOrdering(CollationOrder order, UnaryOperator<Text> compared) {
        this.order = order;
        this.compared = compared;
    }

    @Override
    public int compare(Object a, Object b) {
        return order.compare(compared.apply((Text) a), compared.apply((Text) b));
    }

    @Override
    public void foresee(Vector column, int rows) {
        if (!order.wantsForesight()) {
            return;
        }
        List<Text> texts = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            if (column.boxed(row) instanceof Text text) {
                texts.add(compared.apply(text));
            }
        }
        order.foresee(texts);
    }
}
