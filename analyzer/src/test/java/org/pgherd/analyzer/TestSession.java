package org.pgherd.analyzer;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Notice;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.function.ByteaOutput;
import org.pgherd.semantics.function.DateStyle;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.IntervalStyle;
import org.pgherd.semantics.function.SequenceAccess;
import org.pgherd.semantics.spi.RoutineCaller;

/// A session with all settings at their defaults and a clock that stands still.
record TestSession(TypeLookup types) implements FunctionContext {
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
        return 0;
    }

    @Override
    public long statementTimestamp() {
        return 0;
    }

    @Override
    public long clockTimestamp() {
        return 0;
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
        return "herd";
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
        throw new AssertionError("analysis sets " + name);
    }

    @Override
    public long nextRandom() {
        throw new AssertionError("analysis asks for a random number");
    }

    @Override
    public void setSeed(double seed) {
        throw new AssertionError("analysis sets the seed");
    }

    @Override
    public SequenceAccess sequences() {
        throw new AssertionError("analysis uses a sequence");
    }

    @Override
    public RoutineCaller routines() {
        throw new AssertionError("analysis calls a routine");
    }

    @Override
    public void notice(Notice notice) {}
}
