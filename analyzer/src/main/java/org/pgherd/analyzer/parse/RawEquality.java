package org.pgherd.analyzer.parse;

import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.WindowDef;

/// Whether two window definitions say the same, wherever they stand in the text.
final class RawEquality {
    private RawEquality() {}

    static boolean same(WindowDef a, WindowDef b) {
        return AstWalk.same(a.partitionClause(), b.partitionClause())
                && AstWalk.same(a.orderClause(), b.orderClause())
                && AstWalk.same(a.startOffset(), b.startOffset())
                && AstWalk.same(a.endOffset(), b.endOffset());
    }
}
