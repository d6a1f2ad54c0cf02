package org.pgherd.semantics.function;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.spi.RoutineCaller;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.Text;

/// What functions may ask of the session that runs them. Settings that formatting reads per value have methods of
/// their own; they must be cheap. Times are microseconds since 2000-01-01 00:00 UTC.
public interface FunctionContext {
    PgTimeZone timeZone();

    DateStyle dateStyle();

    IntervalStyle intervalStyle();

    /// extra_float_digits, -15..3.
    int extraFloatDigits();

    ByteaOutput byteaOutput();

    /// The same for texts that will be read back: whatever the session likes to see, no digit is lost.
    default FunctionContext exact() {
        return extraFloatDigits() > 0 ? this : new ExactContext(this);
    }

    /// now().
    long transactionTimestamp();

    long statementTimestamp();

    long clockTimestamp();

    String currentUser();

    String sessionUser();

    String currentDatabase();

    /// The first schema of the search path that exists; null if none does.
    @Nullable
    String currentSchema();

    /// Any setting by its name as SHOW gives it; null if there is no such setting.
    @Nullable
    String setting(String name);

    /// set_config().
    void setSetting(String name, @Nullable String value, boolean local);

    /// The session's random(): uniform in [0, 2^64). Seeded by [#setSeed].
    long nextRandom();

    /// setseed(), in -1..1.
    void setSeed(double seed);

    SequenceAccess sequences();

    TypeLookup types();

    /// Calls routines that SQL or PL/pgSQL defines, from functions that take functions.
    RoutineCaller routines();

    void notice(Notice notice);

    /// The session's open cursors: the rows of pg_cursor().
    default List<@Nullable Object[]> openCursors() {
        return List.of();
    }

    /// The session's prepared statements: the rows of pg_prepared_statement().
    default List<@Nullable Object[]> preparedStatements() {
        return List.of();
    }

    /// The channels that the session listens to: the rows of pg_listening_channels().
    default List<String> listeningChannels() {
        return List.of();
    }

    /// The input function of xml, which follows the setting xmloption: the text as xml is output again.
    default Text xml(Text text) {
        return text;
    }

    /// Throws if the value violates a constraint of the domain, or of one below it.
    default void checkDomain(SqlType domain, @Nullable Object value) {
        throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "constraints of domains are not known here");
    }
}
