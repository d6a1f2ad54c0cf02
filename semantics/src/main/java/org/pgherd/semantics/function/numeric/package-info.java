/// Functions of numeric. The value itself and its four operations are [org.pgherd.semantics.value.Numeric]'s.
@NullMarked
package org.pgherd.semantics.function.numeric;

import org.jspecify.annotations.NullMarked;
