/// generate_series() and others that make rows from numbers.
@NullMarked
package org.pgherd.semantics.function.series;

import org.jspecify.annotations.NullMarked;
