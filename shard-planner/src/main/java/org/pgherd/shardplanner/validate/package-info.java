/// Checks of plan trees, run after planning in tests: the cheapest bug finder. Begin at [PlanValidator].
@NullMarked
package org.pgherd.shardplanner.validate;

import org.jspecify.annotations.NullMarked;
