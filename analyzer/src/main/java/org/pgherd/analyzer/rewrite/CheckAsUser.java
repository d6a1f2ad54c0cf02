package org.pgherd.analyzer.rewrite;

import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RteRelation;

/// Marks every relation of a query, at any depth, to be read with the rights of a role
/// (setRuleCheckAsUser of rewriteDefine.c).
final class CheckAsUser extends ExprRewriter {
    private final int role;

    private CheckAsUser(int role) {
        this.role = role;
    }

    static Query in(Query query, int role) {
        return new CheckAsUser(role).rewrite(query);
    }

    @Override
    public RangeTblEntry rewrite(RangeTblEntry entry) {
        RangeTblEntry rewritten = super.rewrite(entry);
        return rewritten instanceof RteRelation relation ? relation.checkedAs(role) : rewritten;
    }
}
