/// The language as PostgreSQL's own raw parser has it: verdicts, errors, and texts made of trees.
@NullMarked
package org.pgherd.conformance.language;

import org.jspecify.annotations.NullMarked;
