/// What all sessions of one [org.pgherd.engine.PgHerd] share: the pool of shard connections, the catalog
/// snapshot, the
/// sharding metadata, the plan cache. Begin with [Herd].
@NullMarked
package org.pgherd.engine.herd;

import org.jspecify.annotations.NullMarked;
