package org.pgherd.gateway.protocol;

import org.pgherd.engine.Session;
import org.pgherd.engine.SessionOptions;

/// Where a client's session comes from: `PgHerd::connect`.
@FunctionalInterface
public interface SessionSource {
    Session connect(SessionOptions options);
}
