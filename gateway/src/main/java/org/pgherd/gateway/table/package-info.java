/// Results as psql prints them, character for character: aligned and expanded tables (print.c, mbprint.c).
/// Begin with [AlignedTable].
@NullMarked
package org.pgherd.gateway.table;

import org.jspecify.annotations.NullMarked;
