/// From the tree of a body to nodes: names get their variables here. Begin with [BodyCompiler].
@NullMarked
package org.pgherd.plpgsql.compile;

import org.jspecify.annotations.NullMarked;
