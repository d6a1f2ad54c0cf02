package org.pgherd.semantics.function.json;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.JsonParser;
import org.pgherd.semantics.codec.JsonbText;
import org.pgherd.semantics.datetime.DateTimeOutput;
import org.pgherd.semantics.function.DateStyle;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.JsonbObjectBuilder;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.PgRecord;
import org.pgherd.semantics.value.Text;

/// JSON of values of any type (json.c:datum_to_json_internal, jsonb.c:datum_to_jsonb_internal).
public final class JsonWriter {
    private final FunctionContext context;

    public JsonWriter(FunctionContext context) {
        this.context = context;
    }

    private enum Form {
        BOOLEAN,
        NUMBER,
        MOMENT,
        JSON,
        JSONB,
        ARRAY,
        RECORD,
        OTHER
    }

    private Form form(int type) {
        return switch (type) {
            case TypeOids.BOOL -> Form.BOOLEAN;
            case TypeOids.INT2, TypeOids.INT4, TypeOids.INT8, TypeOids.FLOAT4, TypeOids.FLOAT8, TypeOids.NUMERIC ->
                Form.NUMBER;
            case TypeOids.DATE, TypeOids.TIMESTAMP, TypeOids.TIMESTAMPTZ -> Form.MOMENT;
            case TypeOids.JSON -> Form.JSON;
            case TypeOids.JSONB -> Form.JSONB;
            case TypeOids.RECORD -> Form.RECORD;
            default -> {
                TypeRow row = context.types().type(type);
                if (row == null) {
                    yield Form.OTHER;
                }
                if (row.kind() == 'd') {
                    yield form(row.baseOid());
                }
                yield row.isTrueArray() ? Form.ARRAY : row.kind() == 'c' ? Form.RECORD : Form.OTHER;
            }
        };
    }

    /// Whether a value of the type is an array, record or JSON, which cannot be a key.
    boolean isContainer(int type) {
        return switch (form(type)) {
            case ARRAY, RECORD, JSON, JSONB -> true;
            case BOOLEAN, NUMBER, MOMENT, OTHER -> false;
        };
    }

    /// Whether json_agg() writes it on a line of its own.
    public boolean isStructured(int type) {
        Form form = form(type);
        return form == Form.ARRAY || form == Form.RECORD;
    }

    public void write(int type, @Nullable Object value, StringBuilder out) {
        write(type, value, out, false);
    }

    void write(int type, @Nullable Object value, StringBuilder out, boolean lines) {
        if (value == null) {
            out.append("null");
            return;
        }
        switch (form(type)) {
            case BOOLEAN -> out.append((boolean) (Boolean) value);
            case NUMBER -> {
                String number = Codecs.output(type, value, context).toString();
                if (isJsonNumber(number)) {
                    out.append(number);
                } else {
                    JsonbText.quote(number, out);
                }
            }
            case MOMENT -> JsonbText.quote(moment(type, value), out);
            case JSON -> out.append(value);
            case JSONB -> JsonbText.append((Jsonb) value, out);
            case ARRAY -> array((PgArray) value, 0, 0, out, lines);
            case RECORD -> record((PgRecord) value, out, lines);
            case OTHER -> JsonbText.quote(Codecs.output(type, value, context).toString(), out);
        }
    }

    private static boolean isJsonNumber(String s) {
        char last = s.charAt(s.length() - 1);
        return last >= '0' && last <= '9';
    }

    private String moment(int type, Object value) {
        String text = switch (type) {
            case TypeOids.DATE -> DateTimeOutput.date((Integer) value, DateStyle.ISO_MDY);
            case TypeOids.TIMESTAMP -> DateTimeOutput.timestamp((Long) value, DateStyle.ISO_MDY);
            default -> {
                String s = DateTimeOutput.timestampTz((Long) value, context.timeZone(), DateStyle.ISO_MDY);
                yield s;
            }
        };
        int blank = text.indexOf(' ');
        if (type == TypeOids.DATE || blank < 0) {
            return text;
        }
        String iso = text.substring(0, blank) + "T" + text.substring(blank + 1);
        return type == TypeOids.TIMESTAMPTZ ? withMinutes(iso) : iso;
    }

    /// XSD wants an offset's minutes, always.
    private static String withMinutes(String iso) {
        int bc = iso.endsWith(" BC") ? iso.length() - 3 : iso.length();
        int sign = Math.max(iso.lastIndexOf('+', bc - 1), iso.lastIndexOf('-', bc - 1));
        return bc - sign == 3 ? iso.substring(0, bc) + ":00" + iso.substring(bc) : iso;
    }

    /// One level of an array; returns the number of elements behind it.
    private int array(PgArray a, int dimension, int from, StringBuilder out, boolean lines) {
        out.append('[');
        int at = from;
        int count = a.ndims() == 0 ? 0 : a.dims()[dimension];
        boolean last = dimension == a.ndims() - 1;
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : lines && dimension == 0 ? ",\n " : ",");
            if (last) {
                write(a.elementOid(), a.get(at++), out, false);
            } else {
                at = array(a, dimension + 1, at, out, lines);
            }
        }
        out.append(']');
        return at;
    }

    private void record(PgRecord r, StringBuilder out, boolean lines) {
        out.append('{');
        for (int i = 0; i < r.size(); i++) {
            out.append(i == 0 ? "" : lines ? ",\n " : ",");
            JsonbText.quote(fieldName(r, i), out);
            write(r.fieldOids()[i], r.get(i), out.append(':'), false);
        }
        out.append('}');
    }

    private String fieldName(PgRecord r, int index) {
        if (r.typeOid() != TypeOids.RECORD) {
            var fields = context.types().fields(r.typeOid());
            if (index < fields.size()) {
                return fields.get(index).name();
            }
        }
        return r.names().isEmpty() ? "f" + (index + 1) : r.names().get(index);
    }

    public Jsonb toJsonb(int type, @Nullable Object value) {
        if (value == null) {
            return Jsonb.NULL;
        }
        return switch (form(type)) {
            case BOOLEAN -> Jsonb.of((Boolean) value);
            case NUMBER -> {
                String number = Codecs.output(type, value, context).toString();
                yield isJsonNumber(number) ? new Jsonb.Number(Numeric.parse(number)) : new Jsonb.Str(Text.of(number));
            }
            case MOMENT -> new Jsonb.Str(Text.of(moment(type, value)));
            case JSON -> JsonParser.parseJsonb(value.toString());
            case JSONB -> (Jsonb) value;
            case ARRAY -> {
                int[] at = {0};
                yield arrayToJsonb((PgArray) value, 0, at);
            }
            case RECORD -> {
                PgRecord r = (PgRecord) value;
                JsonbObjectBuilder builder = new JsonbObjectBuilder();
                for (int i = 0; i < r.size(); i++) {
                    builder.put(Text.of(fieldName(r, i)), toJsonb(r.fieldOids()[i], r.get(i)));
                }
                yield builder.build();
            }
            case OTHER -> new Jsonb.Str(Text.of(Codecs.output(type, value, context)));
        };
    }

    private Jsonb arrayToJsonb(PgArray a, int dimension, int[] at) {
        Jsonb[] elements = new Jsonb[a.ndims() == 0 ? 0 : a.dims()[dimension]];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = dimension == a.ndims() - 1
                    ? toJsonb(a.elementOid(), a.get(at[0]++))
                    : arrayToJsonb(a, dimension + 1, at);
        }
        return new Jsonb.Array(elements);
    }

    /// The text of a key; a container is an error.
    public String key(int type, Object value) {
        if (isContainer(type)) {
            throw new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE, "key value must be scalar, not array, composite, or json");
        }
        return switch (form(type)) {
            case BOOLEAN -> (Boolean) value ? "true" : "false";
            case MOMENT -> moment(type, value);
            default -> Codecs.output(type, value, context).toString();
        };
    }
}
