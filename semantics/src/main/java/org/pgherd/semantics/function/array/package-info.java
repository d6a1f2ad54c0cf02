/// Functions of arrays of any element type: shape, order, search and change.
@NullMarked
package org.pgherd.semantics.function.array;

import org.jspecify.annotations.NullMarked;
