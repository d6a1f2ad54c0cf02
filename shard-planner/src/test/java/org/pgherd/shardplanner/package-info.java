/// Plans as text fixtures (`src/test/resources/plans/*.plan`), made with the catalog of a real server.
@NullMarked
package org.pgherd.shardplanner;

import org.jspecify.annotations.NullMarked;
