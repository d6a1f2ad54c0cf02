/// Whole queries over a herd beside one PostgreSQL with all the rows on the same machine, and beside other ways to
/// query the same shards. Begin with [org.pgherd.jmh.versus.Versus].
@NullMarked
package org.pgherd.jmh.versus;

import org.jspecify.annotations.NullMarked;
