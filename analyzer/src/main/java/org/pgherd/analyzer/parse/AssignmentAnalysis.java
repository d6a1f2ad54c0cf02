package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.grammar.ast.FieldName;
import org.pgherd.grammar.ast.Indirection;
import org.pgherd.grammar.ast.PLAssignStmt;
import org.pgherd.grammar.ast.ParamRef;

/// A PL/pgSQL assignment to a part of a variable, as a SELECT of what the variable becomes (transformPLAssignStmt of
/// analyze.c).
final class AssignmentAnalysis {
    private AssignmentAnalysis() {}

    static Query transform(ParseState p, PLAssignStmt s) {
        List<String> names = new ArrayList<>();
        names.add(s.name());
        int consumed = 0;
        while (names.size() < s.nnames() && s.indirection().get(consumed) instanceof FieldName field) {
            names.add(field.name());
            consumed++;
        }
        Expr target = ExpressionAnalysis.transform(p, reference(names, s), ExprKind.UPDATE_TARGET);
        p.resolveUnknowns = false;
        Query q = SelectAnalysis.statement(p, s.val());
        List<TargetEntry> shown =
                q.targetList().stream().filter(entry -> !entry.junk()).toList();
        if (shown.size() != 1) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "assignment source returned " + shown.size() + (shown.size() == 1 ? " column" : " columns"),
                    s.val().at());
        }
        TargetEntry entry = shown.getFirst();
        List<Indirection> steps =
                s.indirection().subList(consumed, s.indirection().size());
        Expr changed = TargetRelation.part(
                p,
                target,
                s.name(),
                false,
                target.type(),
                steps,
                0,
                entry.expr(),
                CoercionPathway.Context.PLPGSQL,
                target.at());
        List<TargetEntry> targets = new ArrayList<>(q.targetList());
        targets.set(targets.indexOf(entry), entry.withExpr(CollationAssignment.expression(p, changed)));
        Query.Builder b = q.toBuilder();
        b.targetList = targets;
        return b.build();
    }

    private static org.pgherd.grammar.ast.Expr reference(List<String> names, PLAssignStmt s) {
        return s.name().startsWith("$") && names.size() == 1
                ? new ParamRef(Integer.parseInt(s.name().substring(1)), s.at())
                : new ColumnRef(names, false, s.at());
    }
}
