/// Functions of money.
@NullMarked
package org.pgherd.semantics.function.money;

import org.jspecify.annotations.NullMarked;
