package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.nodes.ControlFlowException;
import org.jspecify.annotations.Nullable;

/// RETURN on its way out, with the value in the type of the function.
final class Returned extends ControlFlowException {
    private static final long serialVersionUID = 1L;
    final transient @Nullable Object value;

    Returned(@Nullable Object value) {
        this.value = value;
    }
}
