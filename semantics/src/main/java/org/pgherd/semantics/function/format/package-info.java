/// to_char() and its pictures (formatting.c): numbers by [NumberPicture], dates and times by [DatePicture].
@NullMarked
package org.pgherd.semantics.function.format;

import org.jspecify.annotations.NullMarked;
