/// Functions of row values.
@NullMarked
package org.pgherd.semantics.function.record;

import org.jspecify.annotations.NullMarked;
