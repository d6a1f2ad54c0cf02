package org.pgherd.analyzer.parse;

import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.grammar.ast.DeleteStmt;

/// DELETE (transformDeleteStmt of analyze.c).
final class DeleteAnalysis {
    private DeleteAnalysis() {}

    static Query transform(ParseState p, DeleteStmt s) {
        Query.Builder q = Query.builder(CommandType.DELETE);
        q.at = s.at();
        if (s.withClause() != null) {
            q.hasRecursive = s.withClause().recursive();
            CteAnalysis.transform(p, s.withClause());
        }
        Relation relation = TargetRelation.open(p, s.relation(), true);
        TargetRelation.checkWritable(relation);
        NamespaceItem target = ExpressionAnalysis.nonNull(p.target);
        // USING must not refer to the target by LATERAL
        target.lateralOnly = true;
        target.lateralOk = false;
        FromClause.transform(p, s.usingClause());
        target.lateralOnly = false;
        target.lateralOk = true;
        Expr where = Clauses.optionalWhere(p, s.whereClause(), ExprKind.WHERE, "WHERE");
        TargetRelation.returning(p, q, s.returningClause(), ExprKind.RETURNING);
        q.resultRelation = TargetRelation.index(p);
        q.jointree = new FromExpr(p.joinlist, where);
        p.fill(q);
        CollationAssignment.query(p, q);
        return q.build();
    }
}
