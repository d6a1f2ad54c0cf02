/// Columns of values: one final class per carrier, exposing its primitive array, and builders for them.
/// Nothing here knows SQL types. Begin with [Batch].
@NullMarked
package org.pgherd.semantics.vector;

import org.jspecify.annotations.NullMarked;
