/// Query -> SQL for the shards (the role of ruleutils.c): schema-qualified names, explicit casts, parameters
/// `$n` in
/// casts, so that a shard's parse analysis comes to exactly the tree that was deparsed.
///
/// Begin at [QueryText]. Join alias Vars must be flattened before.
@NullMarked
package org.pgherd.shardplanner.deparse;

import org.jspecify.annotations.NullMarked;
