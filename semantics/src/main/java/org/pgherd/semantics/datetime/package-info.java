/// Calendar arithmetic, time zones and the text of dates, times and intervals (datetime.c, timestamp.c).
@NullMarked
package org.pgherd.semantics.datetime;

import org.jspecify.annotations.NullMarked;
