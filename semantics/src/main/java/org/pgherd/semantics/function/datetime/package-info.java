/// Functions of dates, times, timestamps and intervals. Calendar and zones are `semantics.datetime`'s.
@NullMarked
package org.pgherd.semantics.function.datetime;

import org.jspecify.annotations.NullMarked;
