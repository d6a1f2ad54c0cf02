package org.pgherd.semantics.function;

import org.pgherd.errors.Notice;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.datetime.TimeZones;

/// A session of tests: settings are fields, time stands still, a notice is a failure.
public class FixedContext extends DetachedContext {
    public PgTimeZone timeZone = PgTimeZone.UTC;
    public DateStyle dateStyle = DateStyle.ISO_MDY;
    public IntervalStyle intervalStyle = IntervalStyle.POSTGRES;
    public int extraFloatDigits = 1;
    public ByteaOutput byteaOutput = ByteaOutput.HEX;
    public TypeLookup types = BuiltinCatalog.instance();

    public FixedContext() {
        // 2026-01-02 03:04:05.678901+00
        super(820638245678901L);
    }

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
    public TypeLookup types() {
        return types;
    }

    @Override
    public void notice(Notice notice) {
        throw new AssertionError(notice);
    }
}
