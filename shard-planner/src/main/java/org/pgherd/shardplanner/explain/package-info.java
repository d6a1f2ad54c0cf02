/// EXPLAIN (SHARDED): a plan tree as text or JSON. Begin at [Explain].
@NullMarked
package org.pgherd.shardplanner.explain;

import org.jspecify.annotations.NullMarked;
