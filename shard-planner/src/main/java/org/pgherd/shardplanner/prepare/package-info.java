/// Query -> equivalent Query that is simpler to plan: one class per rewriting, applied in the order of
/// [Preparation].
@NullMarked
package org.pgherd.shardplanner.prepare;

import org.jspecify.annotations.NullMarked;
