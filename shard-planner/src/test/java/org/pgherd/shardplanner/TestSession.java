package org.pgherd.shardplanner;

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

/// A session of tests: settings are fields, time stands still, nothing else is there.
final class TestSession implements FunctionContext {
    PgTimeZone timeZone = PgTimeZone.UTC;
    DateStyle dateStyle = DateStyle.ISO_MDY;
    IntervalStyle intervalStyle = IntervalStyle.POSTGRES;
    int extraFloatDigits = 1;
    ByteaOutput byteaOutput = ByteaOutput.HEX;
    TypeLookup types = BuiltinCatalog.instance();
    /// 2026-01-02 03:04:05.678901+00
    long now = 820638245678901L;

    private long random = 1;

    @Override
    public PgTimeZone timeZone() {
        return timeZone;
    }

    @Override
    public DateStyle dateStyle() {
        return dateStyle;
    }

    @Override
    public IntervalStyle intervalStyle() {
        return intervalStyle;
    }

    @Override
    public int extraFloatDigits() {
        return extraFloatDigits;
    }

    @Override
    public ByteaOutput byteaOutput() {
        return byteaOutput;
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
        return "alice";
    }

    @Override
    public String sessionUser() {
        return "alice";
    }

    @Override
    public String currentDatabase() {
        return "test";
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
        throw new AssertionError(name);
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
        throw new AssertionError("no sequences here");
    }

    @Override
    public TypeLookup types() {
        return types;
    }

    @Override
    public RoutineCaller routines() {
        throw new AssertionError("no routines here");
    }

    @Override
    public void notice(Notice notice) {
        throw new AssertionError(notice);
    }
}
