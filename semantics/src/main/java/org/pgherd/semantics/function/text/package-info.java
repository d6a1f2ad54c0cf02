/// Functions of text, varchar, char(n), name and "char". Regular expressions live in `regexp`.
@NullMarked
package org.pgherd.semantics.function.text;

import org.jspecify.annotations.NullMarked;
