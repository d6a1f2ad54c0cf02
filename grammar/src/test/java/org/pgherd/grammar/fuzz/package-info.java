/// Texts made by chance against the parsers: what no one thought of must be refused as PostgreSQL refuses, too.
@NullMarked
package org.pgherd.grammar.fuzz;

import org.jspecify.annotations.NullMarked;
