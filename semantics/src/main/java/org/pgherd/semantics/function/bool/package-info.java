/// Functions of boolean.
@NullMarked
package org.pgherd.semantics.function.bool;

import org.jspecify.annotations.NullMarked;
