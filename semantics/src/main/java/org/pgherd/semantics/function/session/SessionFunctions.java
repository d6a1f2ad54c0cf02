package org.pgherd.semantics.function.session;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.TypeNames;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;

/// Users, database, settings, and what an expression is (miscadmin.h's functions, misc.c, guc_funcs.c).
public final class SessionFunctions {
    private SessionFunctions() {}

    @PgFunction(oid = {710, 745})
    public static Text current_user(FunctionContext context) {
        return Text.of(context.currentUser());
    }

    @PgFunction(oid = 746)
    public static Text session_user(FunctionContext context) {
        return Text.of(context.sessionUser());
    }

    @PgFunction(oid = 861)
    public static Text current_database(FunctionContext context) {
        return Text.of(context.currentDatabase());
    }

    @PgFunction(oid = 1402)
    public static @Nullable Text current_schema(FunctionContext context) {
        String schema = context.currentSchema();
        return schema == null ? null : Text.of(schema);
    }

    @PgFunction(oid = 2077)
    public static Text show_config_by_name(FunctionContext context, Text name) {
        String value = context.setting(name.toString());
        if (value == null) {
            throw new SqlException(SqlState.UNDEFINED_OBJECT, "unrecognized configuration parameter \"" + name + "\"");
        }
        return Text.of(value);
    }

    @PgFunction(oid = 3294)
    public static @Nullable Text show_config_by_name_missing_ok(FunctionContext context, Text name, boolean missingOk) {
        String value = context.setting(name.toString());
        if (value == null && missingOk) {
            return null;
        }
        return show_config_by_name(context, name);
    }

    @PgFunction(oid = 2078)
    public static @Nullable Text set_config_by_name(
            FunctionContext context, @Nullable Text name, @Nullable Text value, @Nullable Boolean local) {
        if (name == null) {
            throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "SET requires parameter name");
        }
        context.setSetting(name.toString(), value == null ? null : value.toString(), local != null && local);
        String now = context.setting(name.toString());
        return now == null ? null : Text.of(now);
    }

    @PgFunction(oid = 1619)
    public static int pg_typeof(CallSite site, @Nullable Object value) {
        return site.argumentOid(0);
    }

    @PgFunction(oid = 3162)
    public static @Nullable Text pg_collation_for(FunctionContext context, CallSite site, @Nullable Object value) {
        int oid = site.argumentOid(0);
        TypeRow type = context.types().type(oid);
        if (oid != TypeOids.UNKNOWN && (type == null || type.collation() == 0)) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "collations are not supported by type " + TypeNames.name(oid, context.types()));
        }
        String name = site.inputCollation() == 0
                ? null
                : context.types().objectName(TypeOids.REGCOLLATION, site.inputCollation());
        return name == null ? null : Text.of(name);
    }

    @PgFunction(oid = 1081)
    public static @Nullable Text format_type(FunctionContext context, @Nullable Integer oid, @Nullable Integer typmod) {
        if (oid == null) {
            return null;
        }
        TypeRow type = context.types().type(oid);
        if (typmod != null && typmod >= 0 && type != null && type.typmodOutOid() == 0) {
            return Text.of(TypeNames.name(oid, context.types()) + "(" + typmod + ")");
        }
        return Text.of(
                typmod == null ? TypeNames.name(oid, context.types()) : TypeNames.format(oid, typmod, context.types()));
    }

    @PgFunction(oid = 438)
    public static @Nullable Integer pg_num_nulls(CallSite site, @Nullable Object[] values) {
        Integer present = pg_num_nonnulls(site, values);
        return present == null ? null : (Integer) (count(site, values) - present);
    }

    @PgFunction(oid = 440)
    public static @Nullable Integer pg_num_nonnulls(CallSite site, @Nullable Object[] values) {
        @Nullable Object[] all = values;
        if (site.variadic()) {
            PgArray array = (PgArray) values[0];
            if (array == null) {
                return null;
            }
            all = array.elements();
        }
        int n = 0;
        for (Object value : all) {
            n += value == null ? 0 : 1;
        }
        return n;
    }

    private static int count(CallSite site, @Nullable Object[] values) {
        if (!site.variadic()) {
            return values.length;
        }
        PgArray array = (PgArray) values[0];
        return array == null ? 0 : array.size();
    }
}
