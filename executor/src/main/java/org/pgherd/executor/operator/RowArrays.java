package org.pgherd.executor.operator;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;

/// Columns of rows as array parameters of a statement over unnest(). Values of types that have no array type of
/// their own, are arrays themselves (unnest would take them apart), or differ between shards travel as text and
/// are cast back.
final class RowArrays {
    private static final int FIRST_NORMAL_OID = 16384;

    private RowArrays() {}

    /// How one column travels.
    ///
    /// @param arrayOid type of the parameter
    /// @param parameterCast of the parameter, such as `integer[]`
    /// @param valueCast of the unnested value, empty if it has its type already
    record Column(SqlType type, int arrayOid, String parameterCast, String valueCast) {
        static Column of(SqlType type, String sqlType) {
            TypeRow row = BuiltinCatalog.instance().type(type.oid());
            return row != null && travelsTyped(row)
                    ? new Column(type, row.arrayOid(), arrayName(sqlType), "")
                    : new Column(type, TypeOids.TEXT_ARRAY, "pg_catalog.text[]", "::" + sqlType);
        }

        private static boolean travelsTyped(TypeRow row) {
            return Integer.compareUnsigned(row.oid(), FIRST_NORMAL_OID) < 0
                    && row.kind() == 'b'
                    && row.arrayOid() != 0
                    && !row.isTrueArray();
        }

        /// `numeric(5,2)[]` is not wanted, the modifier would be applied to what was computed already.
        private static String arrayName(String sqlType) {
            return sqlType + "[]";
        }

        boolean asText() {
            return arrayOid == TypeOids.TEXT_ARRAY && !valueCast.isEmpty();
        }

        PgArray array(@Nullable Object[] values, ExecutionState state) {
            if (!asText()) {
                return PgArray.of(type.oid(), values);
            }
            @Nullable Object[] texts = new Object[values.length];
            for (int i = 0; i < texts.length; i++) {
                Object value = values[i];
                texts[i] = value == null
                        ? null
                        : Text.of(state.codec(type.oid())
                                .encodeText(value, state.functions().exact())
                                .getBytes(StandardCharsets.UTF_8));
            }
            return PgArray.of(TypeOids.TEXT, texts);
        }
    }
}
