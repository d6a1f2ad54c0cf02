/// The distribution property: where the rows of a table expression are, and the proofs that a whole query may run
/// where they are.
///
/// Begin at [Spread] (the property) and [Locality] (the proof for a query). A proof yields a [Spread] or a
/// [Refusal]
/// that says in words what stands in the way.
@NullMarked
package org.pgherd.shardplanner.distribution;

import org.jspecify.annotations.NullMarked;
