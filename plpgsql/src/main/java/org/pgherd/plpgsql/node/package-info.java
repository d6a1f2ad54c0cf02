/// The nodes that run: a statement is a node, the variables are slots of the frame, EXIT, CONTINUE and RETURN are
/// exceptions of control flow. Begin with [BodyRoot] and [StatementNode].
@NullMarked
package org.pgherd.plpgsql.node;

import org.jspecify.annotations.NullMarked;
