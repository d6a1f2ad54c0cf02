package org.pgherd.engine.session;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.command.Cursors;
import org.pgherd.engine.command.PreparedStatements;
import org.pgherd.engine.herd.TextRows;
import org.pgherd.engine.sharding.PlacementWriter;
import org.pgherd.errors.Notice;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.datetime.TimeZones;
import org.pgherd.semantics.function.ByteaOutput;
import org.pgherd.semantics.function.DateStyle;
import org.pgherd.semantics.function.ExactContext;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.IntervalStyle;
import org.pgherd.semantics.function.SequenceAccess;
import org.pgherd.semantics.spi.RoutineCaller;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.Text;

/// The session as functions see it. Formatting settings are parsed once per change.
public final class HerdFunctionContext implements FunctionContext {
    private static final long EPOCH_2000 = 946_684_800L;

    private final SessionState session;
    private final SequenceAccess sequences;
    private final RoutineCaller routines;
    private final FunctionContext exact = new ExactContext(this);
    private final ShardDomains domains;
    private @Nullable Cursors cursors;
    private @Nullable PreparedStatements prepared;
    private SplittableRandom random = new SplittableRandom();
    private long settingsVersion = -1;
    private PgTimeZone timeZone = PgTimeZone.UTC;
    private DateStyle dateStyle = DateStyle.ISO_MDY;
    private IntervalStyle intervalStyle = IntervalStyle.POSTGRES;
    private int extraFloatDigits = 1;
    private ByteaOutput byteaOutput = ByteaOutput.HEX;
    private long statementTimestamp = now();
    private long transactionTimestamp = statementTimestamp;

    public HerdFunctionContext(SessionState session, SequenceAccess sequences, RoutineCaller routines) {
        this.session = session;
        this.sequences = sequences;
        this.routines = routines;
        this.domains = new ShardDomains(session, this);
    }

    /// What the session keeps beside its settings, known only when it is complete.
    void objects(Cursors open, PreparedStatements statements) {
        cursors = open;
        prepared = statements;
    }

    @Override
    public List<@Nullable Object[]> openCursors() {
        return cursors == null ? List.of() : cursors.described();
    }

    @Override
    public List<@Nullable Object[]> preparedStatements() {
        return prepared == null ? List.of() : prepared.described();
    }

    @Override
    public List<String> listeningChannels() {
        return TextRows.of(session.catalogShard(false), "SELECT pg_catalog.pg_listening_channels()").stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
    }

    @Override
    public Text xml(Text text) {
        return XmlInput.read(text, session.catalogShard(false));
    }

    @Override
    public void checkDomain(SqlType domain, @Nullable Object value) {
        domains.check(domain, value);
    }

    /// A statement of the client's begins.
    void statementBegins() {
        statementTimestamp = now();
        if (session.transaction().statusIndicator() == 'I') {
            transactionTimestamp = statementTimestamp;
        }
    }

    /// A transaction block begins: now() stands still from here.
    void transactionBegins() {
        transactionTimestamp = statementTimestamp;
    }

    /// Does something as if the transaction had begun at that time.
    <T> T asOf(long time, java.util.function.Supplier<T> action) {
        long own = transactionTimestamp;
        transactionTimestamp = time;
        try {
            return action.get();
        } finally {
            transactionTimestamp = own;
        }
    }

    private static long now() {
        Instant now = Instant.now();
        return (now.getEpochSecond() - EPOCH_2000) * 1_000_000L + now.getNano() / 1000;
    }

    private void refresh() {
        SessionSettings settings = session.knownSettings();
        if (settingsVersion == settings.version()) {
            return;
        }
        PgTimeZone zone = TimeZones.forSetting(settings.required("timezone"));
        timeZone = zone == null ? PgTimeZone.UTC : zone;
        dateStyle = FormatSettings.dateStyle(settings.required("datestyle"));
        intervalStyle = FormatSettings.intervalStyle(settings.required("intervalstyle"));
        extraFloatDigits = Integer.parseInt(settings.required("extra_float_digits"));
        byteaOutput = FormatSettings.byteaOutput(settings.required("bytea_output"));
        settingsVersion = settings.version();
    }

    @Override
    public PgTimeZone timeZone() {
        refresh();
        return timeZone;
    }

    @Override
    public DateStyle dateStyle() {
        refresh();
        return dateStyle;
    }

    @Override
    public IntervalStyle intervalStyle() {
        refresh();
        return intervalStyle;
    }

    @Override
    public int extraFloatDigits() {
        refresh();
        return extraFloatDigits;
    }

    @Override
    public FunctionContext exact() {
        return extraFloatDigits() > 0 ? this : exact;
    }

    @Override
    public ByteaOutput byteaOutput() {
        refresh();
        return byteaOutput;
    }

    @Override
    public long transactionTimestamp() {
        return transactionTimestamp;
    }

    @Override
    public long statementTimestamp() {
        return statementTimestamp;
    }

    @Override
    public long clockTimestamp() {
        return now();
    }

    @Override
    public String currentUser() {
        return session.settings().user();
    }

    @Override
    public String sessionUser() {
        return session.settings().required("session_authorization");
    }

    @Override
    public String currentDatabase() {
        return session.options().database();
    }

    @Override
    public @Nullable String currentSchema() {
        return session.view().path().creationSchema();
    }

    @Override
    public @Nullable String setting(String name) {
        String known = session.settings().get(name);
        return known != null
                ? known
                : TextRows.single(
                        session.catalogShard(false),
                        "SELECT pg_catalog.current_setting(" + PlacementWriter.literal(name) + ", true)");
    }

    @Override
    public void setSetting(String name, @Nullable String value, boolean local) {
        session.catalogShard(false)
                .command("SELECT pg_catalog.set_config(" + PlacementWriter.literal(name) + ", "
                        + (value == null ? "NULL" : PlacementWriter.literal(value)) + ", " + local + ")");
        if (local) {
            session.setLocally(name, value);
        } else {
            session.setForSession(name, value);
        }
        session.settingsChanged();
    }

    @Override
    public long nextRandom() {
        return random.nextLong();
    }

    @Override
    public void setSeed(double seed) {
        random = new SplittableRandom(Double.doubleToLongBits(seed));
    }

    @Override
    public SequenceAccess sequences() {
        return sequences;
    }

    @Override
    public TypeLookup types() {
        return session.view();
    }

    @Override
    public RoutineCaller routines() {
        return routines;
    }

    @Override
    public void notice(Notice notice) {
        session.notice(notice);
    }
}
