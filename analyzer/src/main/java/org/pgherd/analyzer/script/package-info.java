/// Definitions of a script as a catalog, without a server. Begin at [DefinitionScript]; what a statement of a kind
/// defines is in the class named after it.
@NullMarked
package org.pgherd.analyzer.script;

import org.jspecify.annotations.NullMarked;
