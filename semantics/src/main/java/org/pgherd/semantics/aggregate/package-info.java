/// How an aggregate is computed: states indexed by group number, fed from vectors, split between shards and
/// coordinator.
@NullMarked
package org.pgherd.semantics.aggregate;

import org.jspecify.annotations.NullMarked;
