/// Query -> immutable plan tree: where each part of a statement runs, and why.
///
/// Begin at [Planner]. The packages: `plan` (the tree), `distribution` (where rows are, locality proofs), `rule`
/// (one
/// class per way to push work down), `planning` (puts the tree together), `deparse` (Query -> SQL for shards),
/// `explain` (EXPLAIN SHARDED), `validate` (checks of trees). Nothing here talks to a server.
@NullMarked
package org.pgherd.shardplanner;

import org.jspecify.annotations.NullMarked;
