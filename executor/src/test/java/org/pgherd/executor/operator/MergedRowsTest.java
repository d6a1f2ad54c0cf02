package org.pgherd.executor.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.expression.EvaluationContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.shardplanner.plan.PlanColumn;

/// The rows before an error come first, then the error, whichever inputs have ended meanwhile.
class MergedRowsTest {
    private static final EvaluationContext NOT_ASKED = (EvaluationContext) Proxy.newProxyInstance(
            MergedRowsTest.class.getClassLoader(), new Class<?>[] {EvaluationContext.class}, (_, method, _) -> {
                throw new AssertionError(method);
            });

    private final MergedRows merged =
            new MergedRows(new RowOrder(List.of(), NOT_ASKED), List.of(new PlanColumn("a", SqlType.INT4)));

    @Test
    void anErrorOfTheOnlyInputLeftIsRaised() {
        merged.start(List.of(input(false, 1), input(true, 2, 3)));

        Batch rows = merged.next();

        assertThat(rows).isNotNull();
        assertThat(rows.rowCount()).isEqualTo(3);
        assertThatThrownBy(merged::next).isInstanceOf(SqlException.class).hasMessage("division by zero");
    }

    private static MergedRows.Source input(boolean fails, int... values) {
        Deque<Batch> batches = new ArrayDeque<>();
        Arrays.stream(values).forEach(value -> batches.add(new Batch(1, new IntVector(1, new int[] {value}, null))));
        return () -> {
            if (batches.isEmpty() && fails) {
                throw new SqlException(SqlState.DIVISION_BY_ZERO, "division by zero");
            }
            return batches.poll();
        };
    }
}
