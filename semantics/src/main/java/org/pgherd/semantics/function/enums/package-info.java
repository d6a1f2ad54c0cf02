/// Functions of enums.
@NullMarked
package org.pgherd.semantics.function.enums;

import org.jspecify.annotations.NullMarked;
