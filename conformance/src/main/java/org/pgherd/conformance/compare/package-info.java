/// What makes two outcomes of one statement equal, and the lists that say where they need not be.
/// Begin with [Comparison].
@NullMarked
package org.pgherd.conformance.compare;

import org.jspecify.annotations.NullMarked;
