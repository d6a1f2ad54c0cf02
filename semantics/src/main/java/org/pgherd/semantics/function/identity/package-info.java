/// Functions of uuid, of transaction identifiers and of log positions.
@NullMarked
package org.pgherd.semantics.function.identity;

import org.jspecify.annotations.NullMarked;
