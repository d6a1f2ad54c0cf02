package org.pgherd.semantics.function;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.spi.RoutineCaller;

/// A context that belongs to no server: PostgreSQL's default settings, the built-in types and a clock that stands
/// still. What
/// only a server has (settings that are written, sequences, routines) is an error 0A000; notices are dropped. A
/// subclass
/// changes what it has better.
public class DetachedContext implements FunctionContext {
    private static final long EPOCH_MILLIS = 946_684_800_000L;

    private final long now;

    private long random = 1;

    /// The clock stands at the moment of the call.
    public DetachedContext() {
        this((System.currentTimeMillis() - EPOCH_MILLIS) * 1000);
    }

    /// @param now microseconds since 2000-01-01 00:00 UTC
    public DetachedContext(long now) {
        this.now = now;
    }

    @Override
    public PgTimeZone timeZone() {
        return PgTimeZone.UTC;
    }

    @Override
    public DateStyle dateStyle() {
        return DateStyle.ISO_MDY;
    }

    @Override
    public IntervalStyle intervalStyle() {
        return IntervalStyle.POSTGRES;
    }

    @Override
    public int extraFloatDigits() {
        return 1;
    }

    @Override
    public ByteaOutput byteaOutput() {
        return ByteaOutput.HEX;
    }

    @Override
    public final long transactionTimestamp() {
        return now;
    }

    @Override
    public final long statementTimestamp() {
        return now;
    }

    @Override
    public final long clockTimestamp() {
        return now;
    }

    @Override
    public String currentUser() {
        return "postgres";
    }

    @Override
    public String sessionUser() {
        return "postgres";
    }

    @Override
    public String currentDatabase() {
        return "postgres";
    }

    @Override
    public @Nullable String currentSchema() {
        return "public";
    }

    @Override
    public @Nullable String setting(String name) {
        return null;
    }

    @Override
    public void setSetting(String name, @Nullable String value, boolean local) {
        throw needsServer("setting " + name);
    }

    @Override
    public final long nextRandom() {
        random = random * 6364136223846793005L + 1442695040888963407L;
        return random;
    }

    @Override
    public final void setSeed(double seed) {
        random = Double.doubleToLongBits(seed);
    }

    @Override
    public SequenceAccess sequences() {
        throw needsServer("a sequence");
    }

    @Override
    public TypeLookup types() {
        return BuiltinCatalog.instance();
    }

    @Override
    public RoutineCaller routines() {
        throw needsServer("calling a routine");
    }

    @Override
    public void notice(Notice notice) {
        // nobody listens
    }

    private static SqlException needsServer(String what) {
        return new SqlException(SqlState.FEATURE_NOT_SUPPORTED, what + " is not possible without a server");
    }
}
