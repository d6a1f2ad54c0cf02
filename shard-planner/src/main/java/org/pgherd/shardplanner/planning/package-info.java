/// Puts the plan tree together: the part of a query that no shard can do alone is planned here, clause by clause.
///
/// Begin at [QueryPlanner]. FROM becomes a [Part] ([FromPlanner]), which is either still SQL for shards
/// ([RemotePart])
/// or a node ([LocalPart]); the clauses above are put on it in the order in which PostgreSQL evaluates them.
@NullMarked
package org.pgherd.shardplanner.planning;

import org.jspecify.annotations.NullMarked;
