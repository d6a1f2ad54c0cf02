/// Keys of the plan cache, from the tokens alone: [org.pgherd.grammar.fingerprint.Fingerprint] takes the
/// literals out of a
/// statement, gives them as parameters, and hashes the rest. What decides the plan is never taken out: typed
/// literals,
/// type modifiers, positions in ORDER BY and GROUP BY, and anything in commands that are not queries.
@NullMarked
package org.pgherd.grammar.fingerprint;

import org.jspecify.annotations.NullMarked;
