package org.pgherd.semantics.function.json;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.codec.JsonbText;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.Text;

/// jsonb as a value of any type (json_populate_type of jsonfuncs.c).
public final class JsonPopulation {
    private JsonPopulation() {}

    /// @param omitQuotes a string gives its characters rather than JSON text
    public static @Nullable Object of(
            SqlType type, @Nullable Jsonb value, boolean omitQuotes, FunctionContext context) {
        RowFromJson rows = new RowFromJson(context);
        if (value == null) {
            return rows.element(type, null);
        }
        if (!omitQuotes) {
            return rows.element(type, new JsonSource.Document(value));
        }
        Text text = value instanceof Jsonb.Str string ? string.value() : Text.of(JsonbText.format(value));
        return rows.element(type, new JsonSource.Characters(text.toString()));
    }
}
