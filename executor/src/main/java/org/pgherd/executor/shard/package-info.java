/// Connections to the shards: protocol 3.0 spoken directly, so that a row goes from the socket's buffer into column
/// vectors with nothing between, result formats are chosen before the first execution, BEGIN travels together with the
/// first statement, and a response can be left half read. A general driver hides all four.
/// Knows nothing of plans or transactions over several shards. Begin with [ShardConnection].
@NullMarked
package org.pgherd.executor.shard;

import org.jspecify.annotations.NullMarked;
