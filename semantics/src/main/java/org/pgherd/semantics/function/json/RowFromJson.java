package org.pgherd.semantics.function.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.PgRecord;

/// Makes rows, and what is in them, of JSON objects (jsonfuncs.c: populate_record, populate_record_field and below).
final class RowFromJson {
    /// What a row consists of.
    ///
    /// @param typeOid the composite type, or RECORD
    record Shape(int typeOid, List<TypeLookup.Field> fields) {
        int[] oids() {
            return fields.stream().mapToInt(field -> field.type().oid()).toArray();
        }

        List<String> names() {
            return fields.stream().map(TypeLookup.Field::name).toList();
        }
    }

    private final FunctionContext context;

    RowFromJson(FunctionContext context) {
        this.context = context;
    }

    private TypeRow type(int oid) {
        TypeRow row = context.types().type(oid);
        if (row == null) {
            throw new SqlException(
                    SqlState.INTERNAL_ERROR, "cache lookup failed for type " + Integer.toUnsignedString(oid));
        }
        return row;
    }

    /// The type below a domain, or the type itself; with the modifier that counts there.
    SqlType base(SqlType type) {
        SqlType base = type;
        TypeRow row = type(base.oid());
        while (row.kind() == 'd') {
            base = SqlType.of(row.baseOid(), row.typmod());
            row = type(base.oid());
        }
        return base;
    }

    boolean isComposite(int oid) {
        return oid == TypeOids.RECORD || type(oid).kind() == 'c';
    }

    Shape shape(int compositeOid) {
        return new Shape(compositeOid, context.types().fields(compositeOid));
    }

    /// A row of an object; what the object does not name comes from the default row if there is one.
    PgRecord row(Shape shape, @Nullable PgRecord defaults, JsonSource object) {
        if (defaults != null && object.isEmptyObject()) {
            return defaults;
        }
        int count = shape.fields.size();
        @Nullable Object[] values = defaults == null ? new Object[count] : Arrays.copyOf(defaults.values(), count);
        for (int i = 0; i < count; i++) {
            TypeLookup.Field field = shape.fields.get(i);
            JsonSource found = object.field(field.name());
            if (found != null || defaults == null) {
                values[i] = value(field.type(), field.name(), values[i], found);
            }
        }
        List<String> names = shape.typeOid == TypeOids.RECORD ? shape.names() : List.of();
        return new PgRecord(shape.typeOid, shape.oids(), values, names);
    }

    /// @param source null for what is not there, which is as JSON's null
    private @Nullable Object value(
            SqlType type, @Nullable String key, @Nullable Object before, @Nullable JsonSource source) {
        boolean isNull = source == null || source.isNull();
        if (type.oid() == TypeOids.RECORD) {
            return isNull ? null : composite(type, before, source);
        }
        TypeRow row = type(type.oid());
        if (row.kind() == 'd') {
            SqlType base = base(type);
            Object value = isNull ? null : value(base, key, isComposite(base.oid()) ? before : null, source);
            context.checkDomain(type, value);
            return value;
        }
        if (source == null || isNull) {
            return null;
        }
        if (!source.isString() && row.kind() == 'c') {
            return composite(type, before, source);
        }
        if (!source.isString() && row.isTrueArray()) {
            return new ArrayFromJson(this, type, row, key).array(source);
        }
        return scalar(type, source);
    }

    /// @param source null for what is not there
    @Nullable
    Object element(SqlType type, @Nullable JsonSource source) {
        return value(type, null, null, source);
    }

    private @Nullable Object composite(SqlType type, @Nullable Object before, @Nullable JsonSource source) {
        if (source == null) {
            return null;
        }
        return row(shape(type.oid()), (PgRecord) before, object(source));
    }

    static JsonSource object(JsonSource source) {
        if (!source.isObject()) {
            throw new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "cannot call populate_composite on " + (source.isArray() ? "an array" : "a scalar"));
        }
        return source;
    }

    private Object scalar(SqlType type, JsonSource source) {
        if (type.oid() == TypeOids.JSONB) {
            Jsonb whole = source.jsonb();
            if (whole != null) {
                return whole;
            }
        }
        boolean json = type.oid() == TypeOids.JSON || type.oid() == TypeOids.JSONB;
        return Codecs.input(type.oid(), type.typmod(), json ? source.json() : source.text(), context);
    }

    /// Arrays of any dimension: the first element that is no array tells how many there are.
    private static final class ArrayFromJson {
        private static final int MAX_DIMENSIONS = 6;

        private final RowFromJson rows;
        private final SqlType elementType;
        private final @Nullable String key;
        private final List<@Nullable Object> elements = new ArrayList<>();
        private int[] lengths = {};
        /// Elements seen so far at each level that is being read.
        private int[] seen = {};

        ArrayFromJson(RowFromJson rows, SqlType type, TypeRow array, @Nullable String key) {
            this.rows = rows;
            this.elementType = SqlType.of(array.elementOid(), type.typmod());
            this.key = key;
        }

        PgArray array(JsonSource source) {
            level(source, 1);
            lengths[0] = seen[0];
            int[] bounds = new int[lengths.length];
            Arrays.fill(bounds, 1);
            return elements.isEmpty()
                    ? PgArray.empty(elementType.oid())
                    : new PgArray(elementType.oid(), lengths, bounds, elements.toArray());
        }

        private void level(JsonSource source, int depth) {
            if (!source.isArray()) {
                throw expectedArray(depth - 1);
            }
            List<JsonSource> children = source.elements();
            if (lengths.length == 0
                    && (children.isEmpty() || !children.getFirst().isArray())) {
                if (depth > MAX_DIMENSIONS) {
                    throw new SqlException(
                            SqlState.PROGRAM_LIMIT_EXCEEDED,
                            "number of array dimensions (" + depth + ") exceeds the maximum allowed (" + MAX_DIMENSIONS
                                    + ")");
                }
                lengths = new int[depth];
                seen = new int[depth];
                Arrays.fill(lengths, -1);
            }
            for (JsonSource child : children) {
                if (lengths.length > 0 && depth >= lengths.length) {
                    elements.add(rows.element(elementType, child));
                    seen[depth - 1]++;
                } else {
                    level(child, depth + 1);
                    endOf(depth);
                }
            }
        }

        private void endOf(int index) {
            if (lengths[index] == -1) {
                lengths[index] = seen[index];
            } else if (lengths[index] != seen[index]) {
                throw new SqlException(SqlState.INVALID_TEXT_REPRESENTATION, "malformed JSON array")
                        .withDetail("Multidimensional arrays must have sub-arrays with matching dimensions.");
            }
            seen[index] = 0;
            seen[index - 1]++;
        }

        private SqlException expectedArray(int depth) {
            SqlException error = new SqlException(SqlState.INVALID_TEXT_REPRESENTATION, "expected JSON array");
            if (depth <= 0) {
                return key == null ? error : error.withHint("See the value of key \"" + key + "\".");
            }
            StringBuilder indices = new StringBuilder();
            for (int i = 0; i < depth; i++) {
                indices.append('[').append(seen[i]).append(']');
            }
            return error.withHint(
                    "See the array element " + indices + (key == null ? "." : " of key \"" + key + "\"."));
        }
    }
}
