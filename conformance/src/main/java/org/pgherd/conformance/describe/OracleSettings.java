package org.pgherd.conformance.describe;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.engine.session.FormatSettings;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.gateway.client.WireMessage;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.datetime.TimeZones;
import org.pgherd.semantics.function.ByteaOutput;
import org.pgherd.semantics.function.DateStyle;
import org.pgherd.semantics.function.DetachedContext;
import org.pgherd.semantics.function.IntervalStyle;
import org.pgherd.semantics.type.SqlType;

/// The oracle's session as input functions of literals see it during analysis, which changes and calls nothing.
final class OracleSettings extends DetachedContext {
    private final Oracle oracle;
    private final CatalogView view;
    private final Map<String, String> settings = new HashMap<>();

    OracleSettings(Oracle oracle, CatalogView view) {
        this.oracle = oracle;
        this.view = view;
        for (@Nullable
        String[] row : oracle.rows("select name, current_setting(name) from pg_catalog.pg_settings"
                + " union all select 'session_user', session_user union all select 'current_user', current_user"
                + " union all select 'current_database', current_database()")) {
            String name = row[0];
            String value = row[1];
            if (name != null && value != null) {
                settings.put(name.toLowerCase(java.util.Locale.ROOT), value);
            }
        }
    }

    /// The oracle casts the value, and fails in its own words.
    @Override
    public void checkDomain(SqlType domain, @Nullable Object value) {
        String text = value == null
                ? "NULL"
                : "E'"
                        + Codecs.output(view.baseType(domain).oid(), value, this)
                                .replace("\\", "\\\\")
                                .replace("'", "''")
                        + "'";
        WireMessage error =
                oracle.aside(() -> oracle.failure("select (" + text + ")::" + view.formatType(domain.oid())));
        if (error != null) {
            throw new SqlException(SqlState.of(error.state()), error.message());
        }
    }

    private String required(String name) {
        String value = setting(name);
        if (value == null) {
            throw new AssertionError("no setting " + name);
        }
        return value;
    }

    @Override
    public PgTimeZone timeZone() {
        PgTimeZone zone = TimeZones.forSetting(required("timezone"));
        return zone == null ? PgTimeZone.UTC : zone;
    }

    @Override
    public DateStyle dateStyle() {
        return FormatSettings.dateStyle(required("datestyle"));
    }

    @Override
    public IntervalStyle intervalStyle() {
        return FormatSettings.intervalStyle(required("intervalstyle"));
    }

    @Override
    public int extraFloatDigits() {
        return Integer.parseInt(required("extra_float_digits"));
    }

    @Override
    public ByteaOutput byteaOutput() {
        return FormatSettings.byteaOutput(required("bytea_output"));
    }

    @Override
    public String currentUser() {
        return required("current_user");
    }

    @Override
    public String sessionUser() {
        return required("session_user");
    }

    @Override
    public String currentDatabase() {
        return required("current_database");
    }

    @Override
    public @Nullable String currentSchema() {
        return view.path().creationSchema();
    }

    @Override
    public @Nullable String setting(String name) {
        return settings.get(name.toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public TypeLookup types() {
        return view;
    }
}
