/// The public API: a herd is opened with [PgHerd#open], gives [Session]s, and a session runs statements whose
/// results
/// are streamed as [StatementResult]s. Hosts and the gateway use this package alone; what stands behind it
/// lives in the
/// packages below. No protocol, no SQL semantics here.
@NullMarked
package org.pgherd.engine;

import org.jspecify.annotations.NullMarked;
