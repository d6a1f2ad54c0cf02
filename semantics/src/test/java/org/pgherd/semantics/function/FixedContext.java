package org.pgherd.semantics.function;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Notice;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.datetime.TimeZones;
import org.pgherd.semantics.spi.RoutineCaller;

/// A session of tests: settings are fields, time stands still, nothing else is there.
public final class FixedContext implements FunctionContext {
    public PgTimeZone timeZone = PgTimeZone.UTC;
    public DateStyle dateStyle = DateStyle.ISO_MDY;
    public IntervalStyle intervalStyle = IntervalStyle.POSTGRES;
    public int extraFloatDigits = 1;
    public ByteaOutput byteaOutput = ByteaOutput.HEX;
    public TypeLookup types = BuiltinCatalog.instance();
    /// 2026-01-02 03:04:05.678901+00
    public long now = 820638245678901L;

    private long random = 1;

    /// As in SET.
    public void set(String name, String value) {
        switch (name) {
            case "timezone" -> {
                PgTimeZone zone = TimeZones.forSetting(value);
                if (zone == null) {
                    throw new AssertionError(value);
                }
                timeZone = zone;
            }
            case "datestyle" -> {
                String[] parts = value.toUpperCase(java.util.Locale.ROOT).split(", ");
                dateStyle = new DateStyle(DateStyle.Format.valueOf(parts[0]), DateStyle.Order.valueOf(parts[1]));
            }
            case "intervalstyle" -> intervalStyle = IntervalStyle.valueOf(value.toUpperCase(java.util.Locale.ROOT));
            case "extra_float_digits" -> extraFloatDigits = Integer.parseInt(value);
            case "bytea_output" -> byteaOutput = ByteaOutput.valueOf(value.toUpperCase(java.util.Locale.ROOT));
            default -> throw new AssertionError(name);
        }
    }

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
