/// Cuts scripts into statements without parsing them. [org.pgherd.grammar.split.ScriptSplitter] is the entry.
@NullMarked
package org.pgherd.grammar.split;

import org.jspecify.annotations.NullMarked;
