/// What a plan is expected to cost. Begin at [Estimator]. Estimates choose between plans that are all right; no proof
/// may rest on one.
@NullMarked
package org.pgherd.shardplanner.cost;

import org.jspecify.annotations.NullMarked;
