package org.pgherd.semantics.differential;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Notice;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.function.ByteaOutput;
import org.pgherd.semantics.function.DateStyle;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.IntervalStyle;
import org.pgherd.semantics.function.SequenceAccess;
import org.pgherd.semantics.spi.RoutineCaller;

/// A session with the same settings as the oracle's, and a clock that stands still.
final class FixedContext implements FunctionContext {
    private static final long START =
            (System.currentTimeMillis() / 1000 - org.pgherd.semantics.datetime.Calendar.EPOCH_SECONDS) * 1_000_000L;
    private final PgTimeZone zone =
            java.util.Objects.requireNonNull(org.pgherd.semantics.datetime.TimeZones.find(Oracle.TIME_ZONE));

    @Override
    public PgTimeZone timeZone() {
        return zone;
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
        return START;
    }

    @Override
    public long statementTimestamp() {
        return transactionTimestamp();
    }

    @Override
    public long clockTimestamp() {
        return transactionTimestamp();
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
    public String currentSchema() {
        return "public";
    }

    @Override
    public @Nullable String setting(String name) {
        return null;
    }

    @Override
    public void setSetting(String name, @Nullable String value, boolean local) {
        throw new AssertionError("no settings here");
    }

    @Override
    public long nextRandom() {
        return 0x5DEECE66DL;
    }

    @Override
    public void setSeed(double seed) {}

    @Override
    public SequenceAccess sequences() {
        throw new AssertionError("no sequences here");
    }

    @Override
    public TypeLookup types() {
        return BuiltinCatalog.instance();
    }

    @Override
    public RoutineCaller routines() {
        throw new AssertionError("no routines here");
    }

    @Override
    public void notice(Notice notice) {}
}
