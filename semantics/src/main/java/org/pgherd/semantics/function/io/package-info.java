/// Input and output functions of types, as far as SQL may call them.
@NullMarked
package org.pgherd.semantics.function.io;

import org.jspecify.annotations.NullMarked;
