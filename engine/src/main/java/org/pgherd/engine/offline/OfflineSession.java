package org.pgherd.engine.offline;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.function.ByteaOutput;
import org.pgherd.semantics.function.DateStyle;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.IntervalStyle;
import org.pgherd.semantics.function.SequenceAccess;
import org.pgherd.semantics.spi.RoutineCaller;

/// Default settings, a fixed time, and nothing that only a server has.
final class OfflineSession implements FunctionContext {
    /// Of 2000-01-01, from which timestamps count.
    private static final long EPOCH_MILLIS = 946_684_800_000L;

    private final Supplier<CatalogView> view;
    private final long now = (System.currentTimeMillis() - EPOCH_MILLIS) * 1000;

    private long random = 1;

    OfflineSession(Supplier<CatalogView> view) {
        this.view = view;
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
    public long transactionTimestamp() {
        return now;
    }

    @Override
    public long statementTimestamp() {
        return now;
    }

    @Override
    public long clockTimestamp() {
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
        throw needsServer();
    }

    @Override
    public long nextRandom() {
        random = random * 6364136223846793005L + 1442695040888963407L;
        return random;
    }

    @Override
    public void setSeed(double seed) {
        random = Double.doubleToLongBits(seed);
    }

    @Override
    public SequenceAccess sequences() {
        throw needsServer();
    }

    @Override
    public TypeLookup types() {
        return view.get();
    }

    @Override
    public RoutineCaller routines() {
        throw needsServer();
    }

    @Override
    public void notice(Notice notice) {
        // a plan is all that is asked for
    }

    private static SqlException needsServer() {
        return new SqlException(SqlState.FEATURE_NOT_SUPPORTED, "this cannot be planned without a server");
    }
}
