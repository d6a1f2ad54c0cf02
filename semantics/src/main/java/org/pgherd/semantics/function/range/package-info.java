/// Functions of ranges over any subtype.
@NullMarked
package org.pgherd.semantics.function.range;

import org.jspecify.annotations.NullMarked;
