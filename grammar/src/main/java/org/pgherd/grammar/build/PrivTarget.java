package org.pgherd.grammar.build;

import java.util.List;
import org.pgherd.grammar.ast.GrantTargetType;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.ObjectType;

/// What GRANT and REVOKE are on.
public record PrivTarget(GrantTargetType kind, ObjectType type, List<Node> objects) {}
