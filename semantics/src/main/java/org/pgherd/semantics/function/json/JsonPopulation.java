package org.pgherd.semantics.function.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.JsonbText;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.PgRecord;
import org.pgherd.semantics.value.Text;

/// jsonb as a value of any type (json_populate_type of jsonfuncs.c).
public final class JsonPopulation {
    private final FunctionContext context;
    private final DomainCheck domains;

    /// Throws if a value violates a domain's constraints.
    @FunctionalInterface
    public interface DomainCheck {
        void check(SqlType domain, @Nullable Object value);
    }

    public JsonPopulation(FunctionContext context, DomainCheck domains) {
        this.context = context;
        this.domains = domains;
    }

    /// @param omitQuotes a string gives its characters rather than JSON text
    public @Nullable Object of(SqlType type, @Nullable Jsonb value, boolean omitQuotes) {
        if (value == null) {
            return field(type, null, false, false, null);
        }
        if (omitQuotes) {
            Text text = value instanceof Jsonb.Str s ? s.value() : Text.of(JsonbText.format(value));
            return field(type, new Jsonb.Str(text), false, true, null);
        }
        return field(type, value, true, false, null);
    }

    /// populate_record_field.
    ///
    /// @param whole whether the value is a whole document: then null and strings in it are JSON text
    private @Nullable Object field(
            SqlType type, @Nullable Jsonb value, boolean whole, boolean unquoted, @Nullable String column) {
        TypeRow row = context.types().type(type.oid());
        boolean isNull = value == null || value instanceof Jsonb.Null && !whole;
        if (row != null && row.kind() == 'd') {
            SqlType base = base(row, type.typmod());
            Object inner = isNull ? null : field(base, value, whole, unquoted, column);
            domains.check(type, inner);
            return inner;
        }
        if (isNull || value == null) {
            return null;
        }
        boolean string = value instanceof Jsonb.Str && !whole;
        if (!string && row != null && row.kind() == 'c') {
            return composite(type, value);
        }
        if (!string && row != null && row.isTrueArray()) {
            return new Elements(row.elementOid(), type.typmod(), column).array(value);
        }
        if (type.oid() == TypeOids.JSONB && !unquoted) {
            return value;
        }
        String text = string && !(type.oid() == TypeOids.JSON && !unquoted)
                ? ((Jsonb.Str) value).value().toString()
                : JsonbText.format(value);
        return Codecs.input(type.oid(), type.typmod(), text, context);
    }

    private SqlType base(TypeRow domain, int typmod) {
        TypeRow row = domain;
        int modifier = typmod;
        while (row != null && row.kind() == 'd') {
            modifier = row.typmod();
            int next = row.baseOid();
            row = context.types().type(next);
            if (row == null || row.kind() != 'd') {
                return SqlType.of(next, modifier);
            }
        }
        throw new AssertionError("domain without a base type");
    }

    private PgRecord composite(SqlType type, Jsonb value) {
        if (!(value instanceof Jsonb.Object object)) {
            throw new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "cannot call populate_composite on " + (value instanceof Jsonb.Array ? "an array" : "a scalar"));
        }
        List<TypeLookup.Field> fields = context.types().fields(type.oid());
        int[] oids = new int[fields.size()];
        @Nullable Object[] values = new Object[oids.length];
        for (int i = 0; i < oids.length; i++) {
            TypeLookup.Field field = fields.get(i);
            oids[i] = field.type().oid();
            values[i] = field(field.type(), object.get(Text.of(field.name())), false, false, field.name());
        }
        return new PgRecord(type.oid(), oids, values);
    }

    /// The elements of an array of any number of dimensions (PopulateArrayState).
    private final class Elements {
        private final SqlType element;
        private final @Nullable String column;
        private final List<@Nullable Object> values = new ArrayList<>();
        private int[] sizes = {};
        private int[] counts = new int[8];
        private int dimensions;

        Elements(int elementOid, int typmod, @Nullable String column) {
            this.element = SqlType.of(elementOid, typmod);
            this.column = column;
        }

        PgArray array(Jsonb value) {
            dimension(value, 1);
            if (values.isEmpty()) {
                return new PgArray(element.oid(), new int[0], new int[0], new Object[0]);
            }
            int[] lower = new int[dimensions];
            java.util.Arrays.fill(lower, 1);
            return new PgArray(element.oid(), sizes, lower, values.toArray());
        }

        private void dimension(Jsonb value, int depth) {
            if (!(value instanceof Jsonb.Array array)) {
                throw expectedArray(depth - 1);
            }
            if (dimensions == 0 && (array.size() == 0 || !(array.elements()[0] instanceof Jsonb.Array))) {
                if (depth > 6) {
                    throw new SqlException(
                            SqlState.PROGRAM_LIMIT_EXCEEDED,
                            "number of array dimensions (" + depth + ") exceeds the maximum allowed (6)");
                }
                dimensions = depth;
                sizes = new int[depth];
                java.util.Arrays.fill(sizes, -1);
            }
            for (Jsonb child : array.elements()) {
                if (dimensions > 0 && depth >= dimensions) {
                    values.add(field(element, child, false, false, column));
                    counts[depth - 1]++;
                } else {
                    counts[depth] = 0;
                    dimension(child, depth + 1);
                    counts[depth - 1]++;
                    checkSize(depth);
                }
            }
            if (depth == 1) {
                checkSize(0);
            }
        }

        /// Of the sub-array at a depth that has just ended.
        private void checkSize(int depth) {
            int size = counts[depth];
            if (sizes[depth] < 0) {
                sizes[depth] = size;
            } else if (sizes[depth] != size) {
                throw new SqlException(SqlState.INVALID_TEXT_REPRESENTATION, "malformed JSON array")
                        .withDetail("Multidimensional arrays must have sub-arrays with matching dimensions.");
            }
            counts[depth] = 0;
        }

        private SqlException expectedArray(int depth) {
            SqlException error = new SqlException(SqlState.INVALID_TEXT_REPRESENTATION, "expected JSON array");
            if (depth <= 0) {
                return column == null ? error : error.withHint("See the value of key \"" + column + "\".");
            }
            StringBuilder indices = new StringBuilder();
            for (int i = 0; i < depth; i++) {
                indices.append('[').append(counts[i]).append(']');
            }
            return error.withHint(
                    column == null
                            ? "See the array element " + indices + "."
                            : "See the array element " + indices + " of key \"" + column + "\".");
        }
    }
}
