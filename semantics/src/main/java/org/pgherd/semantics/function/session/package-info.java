/// What a session tells of itself, types of arguments, and chance.
@NullMarked
package org.pgherd.semantics.function.session;

import org.jspecify.annotations.NullMarked;
