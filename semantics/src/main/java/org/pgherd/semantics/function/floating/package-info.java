/// Functions of real and double precision. What the C library computes is asked of it: see [LibM].
@NullMarked
package org.pgherd.semantics.function.floating;

import org.jspecify.annotations.NullMarked;
