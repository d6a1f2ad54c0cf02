package org.pgherd.semantics.aggregate;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.codec.ByteSink;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.Bytea;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.Vector;

/// string_agg of text and bytea. A row's delimiter stands before its value; the first one's is not used.
final class StringAggregate implements AggregateFunction {
    private static final int TEXT = 3538;
    private static final int[] OIDS = {TEXT, 3545};

    @Override
    public int[] oids() {
        return OIDS.clone();
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return new Strings(aggregateOid == TEXT);
    }

    private static final class Joined {
        final ByteSink bytes = new ByteSink(32);
        boolean started;
    }

    private static final class Strings extends StateAccumulator<Joined> {
        private final boolean text;

        Strings(boolean text) {
            this.text = text;
        }

        @Override
        protected boolean accepts(Vector[] arguments, int row) {
            return !arguments[0].isNull(row);
        }

        @Override
        protected Joined create() {
            return new Joined();
        }

        @Override
        protected void accumulate(Joined state, Vector[] arguments, int row) {
            int before = state.bytes.length();
            if (state.started) {
                put(state.bytes, ((RefVector) arguments[1]).get(row));
            }
            state.started = true;
            put(state.bytes, ((RefVector) arguments[0]).get(row));
            hold(state.bytes.length() - before);
        }

        private static void put(ByteSink out, @Nullable Object value) {
            switch (value) {
                case Text t -> out.putText(t);
                case Bytea b -> out.putBytes(b.bytes());
                case null, default -> {}
            }
        }

        @Override
        protected Object result(Joined state) {
            byte[] bytes = state.bytes.toByteArray();
            return text ? Text.of(bytes) : new Bytea(bytes);
        }
    }
}
