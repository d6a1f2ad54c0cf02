package org.pgherd.semantics.function.json;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.function.json.RowFromJson.Shape;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.PgRecord;
import org.pgherd.semantics.value.Text;

/// json(b)_populate_record(set) and json(b)_to_record(set) (jsonfuncs.c: populate_record_worker,
/// populate_recordset_worker). A set's rows come by columns if the query names them, else whole.
public final class JsonRecords {
    private JsonRecords() {}

    @PgFunction(oid = 3960)
    public static @Nullable PgRecord json_populate_record(
            FunctionContext context,
            CallSite site,
            @Nullable Object defaults,
            @Nullable Text json,
            @Nullable Boolean useJsonAsText) {
        return populate(context, site, "json_populate_record", defaults, source(json));
    }

    @PgFunction(oid = 3209)
    public static @Nullable PgRecord jsonb_populate_record(
            FunctionContext context, CallSite site, @Nullable Object defaults, @Nullable Jsonb json) {
        return populate(context, site, "jsonb_populate_record", defaults, source(json));
    }

    /// Whether the above would succeed: what is wrong with values does not count as an error.
    @PgFunction(oid = 6338)
    public static @Nullable Boolean jsonb_populate_record_valid(
            FunctionContext context, CallSite site, @Nullable Object defaults, @Nullable Jsonb json) {
        try {
            PgRecord row = populate(context, site, "jsonb_populate_record", defaults, source(json));
            return row == null ? null : true;
        } catch (SqlException e) {
            String kind = e.state().code().substring(0, 2);
            if (kind.equals("22") || kind.equals("23")) {
                return false;
            }
            throw e;
        }
    }

    @PgFunction(oid = 3204)
    public static PgRecord json_to_record(FunctionContext context, CallSite site, Text json) {
        return new RowFromJson(context)
                .row(ofQuery(site, "json_to_record"), null, RowFromJson.object(required(source(json))));
    }

    @PgFunction(oid = 3490)
    public static PgRecord jsonb_to_record(FunctionContext context, CallSite site, Jsonb json) {
        return new RowFromJson(context)
                .row(ofQuery(site, "jsonb_to_record"), null, RowFromJson.object(required(source(json))));
    }

    @PgFunction(oid = 3961)
    public static RowIterator json_populate_recordset(
            FunctionContext context,
            CallSite site,
            @Nullable Object defaults,
            @Nullable Text json,
            @Nullable Boolean useJsonAsText) {
        return populateSet(context, site, "json_populate_recordset", defaults, source(json));
    }

    @PgFunction(oid = 3475)
    public static RowIterator jsonb_populate_recordset(
            FunctionContext context, CallSite site, @Nullable Object defaults, @Nullable Jsonb json) {
        return populateSet(context, site, "jsonb_populate_recordset", defaults, source(json));
    }

    @PgFunction(oid = 3205)
    public static RowIterator json_to_recordset(FunctionContext context, CallSite site, @Nullable Text json) {
        return set(context, site, "json_to_recordset", ofQuery(site, "json_to_recordset"), null, source(json));
    }

    @PgFunction(oid = 3491)
    public static RowIterator jsonb_to_recordset(FunctionContext context, CallSite site, @Nullable Jsonb json) {
        return set(context, site, "jsonb_to_recordset", ofQuery(site, "jsonb_to_recordset"), null, source(json));
    }

    private static @Nullable JsonSource source(@Nullable Text json) {
        return json == null ? null : new JsonSource.OfJson(JsonTree.parse(json));
    }

    private static @Nullable JsonSource source(@Nullable Jsonb json) {
        return json == null ? null : new JsonSource.OfJsonb(json);
    }

    private static JsonSource required(@Nullable JsonSource source) {
        if (source == null) {
            throw new AssertionError("a strict function got NULL");
        }
        return source;
    }

    private static @Nullable PgRecord populate(
            FunctionContext context,
            CallSite site,
            String function,
            @Nullable Object defaults,
            @Nullable JsonSource source) {
        RowFromJson rows = new RowFromJson(context);
        Shape shape = shape(rows, site, function, defaults);
        if (source == null) {
            return (PgRecord) defaults;
        }
        PgRecord row = rows.row(shape, (PgRecord) defaults, RowFromJson.object(source));
        SqlType argument = site.argumentTypes().getFirst();
        if (isDomain(rows, argument)) {
            context.checkDomain(argument, row);
        }
        return row;
    }

    private static boolean isDomain(RowFromJson rows, SqlType argument) {
        return argument.oid() != TypeOids.RECORD && rows.base(argument).oid() != argument.oid();
    }

    /// Of the first argument's type; of a record its value tells, else the query.
    private static Shape shape(RowFromJson rows, CallSite site, String function, @Nullable Object defaults) {
        SqlType argument = site.argumentTypes().getFirst();
        if (argument.oid() != TypeOids.RECORD) {
            SqlType base = rows.base(argument);
            if (!rows.isComposite(base.oid())) {
                throw new SqlException(
                        SqlState.DATATYPE_MISMATCH, "first argument of " + function + " must be a row type");
            }
            return rows.shape(base.oid());
        }
        return defaults == null ? ofQuery(site, function) : ofRecord(rows, (PgRecord) defaults);
    }

    private static Shape ofRecord(RowFromJson rows, PgRecord record) {
        if (record.typeOid() != TypeOids.RECORD) {
            return rows.shape(record.typeOid());
        }
        List<TypeLookup.Field> fields = IntStream.range(0, record.size())
                .mapToObj(i -> new TypeLookup.Field(
                        record.names().isEmpty()
                                ? "f" + (i + 1)
                                : record.names().get(i),
                        SqlType.of(record.fieldOids()[i])))
                .toList();
        return new Shape(TypeOids.RECORD, fields);
    }

    private static Shape ofQuery(CallSite site, String function) {
        if (site.resultColumns().isEmpty()) {
            throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED, "could not determine row type for result of " + function)
                    .withHint(
                            "Provide a non-null record argument, or call the function in the FROM clause using a column definition list.");
        }
        return new Shape(
                TypeOids.RECORD,
                site.resultColumns().stream()
                        .map(column -> new TypeLookup.Field(column.name(), column.type()))
                        .toList());
    }

    private static RowIterator populateSet(
            FunctionContext context,
            CallSite site,
            String function,
            @Nullable Object defaults,
            @Nullable JsonSource source) {
        Shape shape = shape(new RowFromJson(context), site, function, defaults);
        return set(context, site, function, shape, (PgRecord) defaults, source);
    }

    private static RowIterator set(
            FunctionContext context,
            CallSite site,
            String function,
            Shape shape,
            @Nullable PgRecord defaults,
            @Nullable JsonSource source) {
        if (source == null) {
            return RowIterator.EMPTY;
        }
        if (!source.isArray()) {
            String what =
                    source instanceof JsonSource.OfJsonb ? "a non-array" : source.isObject() ? "an object" : "a scalar";
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "cannot call " + function + " on " + what);
        }
        RowFromJson rows = new RowFromJson(context);
        SqlType domain = site.argumentTypes().getFirst();
        boolean checked = function.contains("populate") && isDomain(rows, domain);
        List<PgRecord> all = new ArrayList<>();
        for (JsonSource element : source.elements()) {
            if (!element.isObject()) {
                throw new SqlException(
                        SqlState.INVALID_PARAMETER_VALUE, "argument of " + function + " must be an array of objects");
            }
            PgRecord row = rows.row(shape, defaults, element);
            if (checked) {
                context.checkDomain(domain, row);
            }
            all.add(row);
        }
        return site.resultColumns().isEmpty()
                ? RowIterator.ofValues(all.iterator())
                : RowIterator.ofRows(all.stream().map(PgRecord::values).iterator());
    }
}
