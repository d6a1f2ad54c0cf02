package org.pgherd.semantics.function;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Notice;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.spi.RoutineCaller;
import org.pgherd.semantics.type.SqlType;

/// Another context with floats written in full, as postgres_fdw has its servers write them (set_transmission_modes).
public record ExactContext(FunctionContext of) implements FunctionContext {
    @Override
    public PgTimeZone timeZone() {
        return of.timeZone();
    }

    @Override
    public DateStyle dateStyle() {
        return of.dateStyle();
    }

    @Override
    public IntervalStyle intervalStyle() {
        return of.intervalStyle();
    }

    @Override
    public int extraFloatDigits() {
        return Math.max(1, of.extraFloatDigits());
    }

    @Override
    public ByteaOutput byteaOutput() {
        return of.byteaOutput();
    }

    @Override
    public FunctionContext exact() {
        return this;
    }

    @Override
    public long transactionTimestamp() {
        return of.transactionTimestamp();
    }

    @Override
    public long statementTimestamp() {
        return of.statementTimestamp();
    }

    @Override
    public long clockTimestamp() {
        return of.clockTimestamp();
    }

    @Override
    public String currentUser() {
        return of.currentUser();
    }

    @Override
    public String sessionUser() {
        return of.sessionUser();
    }

    @Override
    public String currentDatabase() {
        return of.currentDatabase();
    }

    @Override
    public @Nullable String currentSchema() {
        return of.currentSchema();
    }

    @Override
    public @Nullable String setting(String name) {
        return of.setting(name);
    }

    @Override
    public void setSetting(String name, @Nullable String value, boolean local) {
        of.setSetting(name, value, local);
    }

    @Override
    public long nextRandom() {
        return of.nextRandom();
    }

    @Override
    public void setSeed(double seed) {
        of.setSeed(seed);
    }

    @Override
    public SequenceAccess sequences() {
        return of.sequences();
    }

    @Override
    public TypeLookup types() {
        return of.types();
    }

    @Override
    public RoutineCaller routines() {
        return of.routines();
    }

    @Override
    public void notice(Notice notice) {
        of.notice(notice);
    }

    @Override
    public List<@Nullable Object[]> openCursors() {
        return of.openCursors();
    }

    @Override
    public List<@Nullable Object[]> preparedStatements() {
        return of.preparedStatements();
    }

    @Override
    public List<String> listeningChannels() {
        return of.listeningChannels();
    }

    @Override
    public void checkDomain(SqlType domain, @Nullable Object value) {
        of.checkDomain(domain, value);
    }
}
