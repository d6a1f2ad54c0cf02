/// Functions over xml that need no parser (xml.c). What needs one, with its words for what is wrong, is asked of a
/// server.
@NullMarked
package org.pgherd.semantics.function.xml;

import org.jspecify.annotations.NullMarked;
