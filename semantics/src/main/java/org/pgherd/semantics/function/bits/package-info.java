/// Functions of bit strings.
@NullMarked
package org.pgherd.semantics.function.bits;

import org.jspecify.annotations.NullMarked;
