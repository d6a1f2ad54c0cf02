/// What window frames need of types.
@NullMarked
package org.pgherd.semantics.function.window;

import org.jspecify.annotations.NullMarked;
