/// The immutable objects that carry SQL values which have no Java primitive. NULL is Java null.
/// Arithmetic lives here only where it is the value itself ([Numeric]); functions over values live in `function`.
@NullMarked
package org.pgherd.semantics.value;

import org.jspecify.annotations.NullMarked;
