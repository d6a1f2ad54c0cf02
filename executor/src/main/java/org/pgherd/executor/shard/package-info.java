/// Connections to the shards. PgJDBC opens them: start-up, TLS, authentication, cancel requests. Once logged in
/// the same socket is taken over and protocol 3.0 spoken on it directly, so that a row goes from the socket's
/// buffer into column vectors with nothing between, result formats are chosen before the first execution, BEGIN
/// travels together with the first statement, DateStyle may be any, and a response can be left half read:
/// PgJDBC's executor hides or forbids these. Knows nothing of plans or transactions over several shards. Begin
/// with [ShardConnection].
@NullMarked
package org.pgherd.executor.shard;

import org.jspecify.annotations.NullMarked;
