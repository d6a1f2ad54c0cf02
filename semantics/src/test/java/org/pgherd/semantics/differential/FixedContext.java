package org.pgherd.semantics.differential;

import java.util.Objects;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.datetime.TimeZones;
import org.pgherd.semantics.function.DetachedContext;

/// A session with the same settings as the oracle's, and a clock that stands still.
final class FixedContext extends DetachedContext {
    private final PgTimeZone zone = Objects.requireNonNull(TimeZones.find(Oracle.TIME_ZONE));

    @Override
    public PgTimeZone timeZone() {
        return zone;
    }
}
