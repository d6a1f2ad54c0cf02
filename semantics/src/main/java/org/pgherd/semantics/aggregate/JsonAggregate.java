package org.pgherd.semantics.aggregate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.JsonbText;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.json.JsonWriter;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.JsonbObjectBuilder;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.vector.Vector;

/// json_agg, jsonb_agg, json_object_agg and jsonb_object_agg, also strict (NULL values left out) and unique.
final class JsonAggregate implements AggregateFunction {
    private final int oid;
    private final boolean binary;
    private final boolean object;
    private final boolean strict;
    private final boolean unique;

    private JsonAggregate(int oid, boolean binary, boolean object, boolean strict, boolean unique) {
        this.oid = oid;
        this.binary = binary;
        this.object = object;
        this.strict = strict;
        this.unique = unique;
    }

    static List<AggregateFunction> all() {
        return List.of(
                new JsonAggregate(3175, false, false, false, false),
                new JsonAggregate(6276, false, false, true, false),
                new JsonAggregate(3267, true, false, false, false),
                new JsonAggregate(6284, true, false, true, false),
                new JsonAggregate(3197, false, true, false, false),
                new JsonAggregate(6280, false, true, true, false),
                new JsonAggregate(6281, false, true, false, true),
                new JsonAggregate(6282, false, true, true, true),
                new JsonAggregate(3270, true, true, false, false),
                new JsonAggregate(6288, true, true, true, false),
                new JsonAggregate(6289, true, true, false, true),
                new JsonAggregate(6290, true, true, true, true));
    }

    @Override
    public int[] oids() {
        return new int[] {oid};
    }

    @Override
    public GroupedAccumulator accumulator(FunctionContext context, CallSite site, int aggregateOid) {
        return binary ? new BinaryParts(context, site) : new TextParts(context, site);
    }

    /// What a group has collected; keys only of an object.
    private static final class Parts {
        final StringBuilder text = new StringBuilder();
        final List<String> keys = new ArrayList<>();
        final List<Jsonb> values = new ArrayList<>();
        final Set<String> seen = new HashSet<>();
        /// Of jsonb, which tells only at the end.
        boolean duplicate;
        boolean started;
    }

    private abstract class Collected extends StateAccumulator<Parts> {
        final JsonWriter writer;
        final CallSite site;

        Collected(FunctionContext context, CallSite site) {
            this.writer = new JsonWriter(context);
            this.site = site;
        }

        @Override
        protected boolean accepts(Vector[] arguments, int row) {
            return true;
        }

        @Override
        protected Parts create() {
            return new Parts();
        }

        /// Of a row's key; checks it.
        final String key(Vector[] arguments, int row) {
            Object key = arguments[0].boxed(row);
            if (key == null) {
                throw binary
                        ? new SqlException(SqlState.INVALID_PARAMETER_VALUE, "field name must not be null")
                        : new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "null value not allowed for object key");
            }
            return writer.key(site.argumentOid(0), key);
        }

        final SqlException duplicate(String key) {
            return new SqlException(
                    SqlState.DUPLICATE_JSON_OBJECT_KEY_VALUE,
                    binary ? "duplicate JSON object key value" : "duplicate JSON object key value: " + quoted(key));
        }

        private static String quoted(String key) {
            StringBuilder out = new StringBuilder();
            JsonbText.quote(key, out);
            return out.toString();
        }
    }

    private final class TextParts extends Collected {
        TextParts(FunctionContext context, CallSite site) {
            super(context, site);
        }

        @Override
        protected void accumulate(Parts state, Vector[] arguments, int row) {
            int before = state.text.length();
            int index = object ? 1 : 0;
            Object value = arguments[index].boxed(row);
            if (object) {
                member(state, arguments, row, value);
            } else if (value != null || !strict) {
                if (state.started) {
                    state.text.append(", ");
                }
                if (value != null && writer.isStructured(site.argumentOid(0)) && state.started) {
                    state.text.append("\n ");
                }
                state.started = true;
                writer.write(site.argumentOid(0), value, state.text);
            }
            hold(state.text.length() - before);
        }

        private void member(Parts state, Vector[] arguments, int row, @Nullable Object value) {
            if (value == null && strict && !unique) {
                key(arguments, row);
                return;
            }
            String key = key(arguments, row);
            if (unique && !state.seen.add(key)) {
                throw duplicate(key);
            }
            if (value == null && strict) {
                return;
            }
            if (state.started) {
                state.text.append(", ");
            }
            state.started = true;
            JsonbText.quote(key, state.text);
            writer.write(site.argumentOid(1), value, state.text.append(" : "));
        }

        @Override
        protected Object result(Parts state) {
            return Text.of(object ? "{ " + state.text + " }" : "[" + state.text + "]");
        }
    }

    private final class BinaryParts extends Collected {
        BinaryParts(FunctionContext context, CallSite site) {
            super(context, site);
        }

        @Override
        protected void accumulate(Parts state, Vector[] arguments, int row) {
            int index = object ? 1 : 0;
            Object value = arguments[index].boxed(row);
            String key = object ? key(arguments, row) : "";
            if (object && unique && !state.seen.add(key)) {
                state.duplicate = true;
            }
            if (value == null && strict) {
                return;
            }
            if (object) {
                state.keys.add(key);
            }
            state.values.add(writer.toJsonb(site.argumentOid(index), value));
            hold(64);
        }

        @Override
        protected Object result(Parts state) {
            if (!object) {
                return new Jsonb.Array(state.values.toArray(new Jsonb[0]));
            }
            if (state.duplicate) {
                throw duplicate("");
            }
            JsonbObjectBuilder builder = new JsonbObjectBuilder();
            for (int i = 0; i < state.keys.size(); i++) {
                builder.put(Text.of(state.keys.get(i)), state.values.get(i));
            }
            return builder.build();
        }
    }
}
