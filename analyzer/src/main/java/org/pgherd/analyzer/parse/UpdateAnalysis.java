package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.query.*;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.MultiAssignRef;
import org.pgherd.grammar.ast.ResTarget;
import org.pgherd.grammar.ast.UpdateStmt;
import org.pgherd.semantics.type.SqlType;

/// UPDATE (transformUpdateStmt of analyze.c), and SET lists wherever they stand.
final class UpdateAnalysis {
    private UpdateAnalysis() {}

    static Query transform(ParseState p, UpdateStmt s) {
        Query.Builder q = Query.builder(CommandType.UPDATE);
        q.at = s.at();
        if (s.withClause() != null) {
            q.hasRecursive = s.withClause().recursive();
            CteAnalysis.transform(p, s.withClause());
        }
        Relation relation = TargetRelation.open(p, s.relation(), true);
        TargetRelation.checkWritable(relation);
        NamespaceItem target = ExpressionAnalysis.nonNull(p.target);
        // FROM must not refer to the target by LATERAL
        target.lateralOnly = true;
        target.lateralOk = false;
        FromClause.transform(p, s.fromClause());
        target.lateralOnly = false;
        target.lateralOk = true;
        Expr where = Clauses.optionalWhere(p, s.whereClause(), ExprKind.WHERE, "WHERE");
        TargetRelation.returning(p, q, s.returningClause(), ExprKind.RETURNING);
        q.targetList = set(p, s.targetList(), relation, ExprKind.UPDATE_SOURCE);
        q.resultRelation = TargetRelation.index(p);
        q.jointree = new FromExpr(p.joinlist, where);
        p.fill(q);
        CollationAssignment.query(p, q);
        return q.build();
    }

    /// A SET list: entries by attribute number, assignments to parts of one column joined.
    static List<TargetEntry> set(ParseState p, List<ResTarget> raw, Relation relation, ExprKind kind) {
        List<Expr> values = new ArrayList<>();
        for (ResTarget target : raw) {
            org.pgherd.grammar.ast.Expr value = ExpressionAnalysis.nonNull(target.val());
            if (value instanceof org.pgherd.grammar.ast.SetToDefault d) {
                values.add(new SetToDefault(SqlType.of(0), d.location()));
            } else {
                values.add(ExpressionAnalysis.transform(p, value, kind));
            }
        }
        List<TargetEntry> list = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            ResTarget target = raw.get(i);
            Column column = column(p, relation, target);
            Expr assigned = TargetRelation.assigned(
                    p,
                    values.get(i),
                    ExprKind.UPDATE_TARGET,
                    relation,
                    column,
                    target.indirection(),
                    target.location());
            int existing = -1;
            for (int k = 0; k < list.size(); k++) {
                if (list.get(k).resno() == column.attnum()) {
                    existing = k;
                }
            }
            if (existing < 0) {
                list.add(new TargetEntry(assigned, column.attnum(), column.name(), 0, 0, 0, false));
                continue;
            }
            if (target.indirection().isEmpty()
                    || raw.stream()
                            .anyMatch(other -> column.name().equals(other.name())
                                    && other.indirection().isEmpty())) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR, "multiple assignments to same column \"" + column.name() + "\"");
            }
            Expr before = list.get(existing).expr();
            list.set(existing, list.get(existing).withExpr(PartialAssignment.over(assigned, before)));
        }
        // a sub-SELECT source is evaluated once, as a column of its own that is not assigned
        for (ParseState.MultiAssignSource source : p.multiAssignSources) {
            if (source.analyzed() instanceof SubLink link) {
                list.add(new TargetEntry(link, relation.columns().size() + link.id(), null, 0, 0, 0, true));
            }
        }
        p.multiAssignSources.clear();
        return list;
    }

    private static Column column(ParseState p, Relation relation, ResTarget target) {
        String name = ExpressionAnalysis.nonNull(target.name());
        Column column = relation.column(name);
        if (column != null) {
            return column;
        }
        SqlException e = new SqlException(
                SqlState.UNDEFINED_COLUMN,
                "column \"" + name + "\" of relation \"" + relation.name() + "\" does not exist",
                target.location());
        NamespaceItem item = p.target;
        boolean aliased = item != null
                && item.names.name().equals(name)
                && !target.indirection().isEmpty();
        throw aliased ? e.withHint("SET target columns cannot be qualified with the relation name.") : e;
    }

    /// One column of `(a, b) = source` (transformMultiAssignRef).
    static Expr multiAssign(ParseState p, MultiAssignRef ref) {
        Expr source = null;
        for (ParseState.MultiAssignSource known : p.multiAssignSources) {
            if (known.raw() == ref.source() || known.raw().equals(ref.source())) {
                source = known.analyzed();
            }
        }
        if (source == null) {
            source = source(p, ref);
            p.multiAssignSources.add(new ParseState.MultiAssignSource(ref.source(), source));
        }
        if (source instanceof SubLink link) {
            TargetEntry entry = link.subselect().outputColumns().get(ref.colno() - 1);
            Param param = new Param(
                    Param.Kind.MULTIEXPR,
                    link.id() << 16 | ref.colno(),
                    entry.expr().type(),
                    ExprLocation.of(entry.expr()));
            return param;
        }
        RowExpr row = (RowExpr) source;
        return row.args().get(ref.colno() - 1);
    }

    private static Expr source(ParseState p, MultiAssignRef ref) {
        if (ref.source() instanceof org.pgherd.grammar.ast.SubLink raw
                && raw.subLinkType() == org.pgherd.grammar.ast.SubLinkType.EXPR) {
            p.hasSubLinks = true;
            Query query = SelectAnalysis.sub(p, raw.subselect(), null, null, true);
            if (query.outputColumns().size() != ref.ncolumns()) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR, "number of columns does not match number of values", raw.location());
            }
            return new SubLink(
                    SubLink.Kind.MULTIEXPR, p.nextSubLinkId++, null, List.of(), query, SqlType.RECORD, raw.location());
        }
        if (ref.source() instanceof org.pgherd.grammar.ast.RowExpr raw) {
            List<Expr> args = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (var item : raw.args()) {
                if (item instanceof org.pgherd.grammar.ast.SetToDefault d) {
                    args.add(new SetToDefault(SqlType.of(0), d.location()));
                } else {
                    args.addAll(TargetList.expandedExpressions(p, List.of(item), p.exprKind));
                }
            }
            for (int i = 1; i <= args.size(); i++) {
                names.add("f" + i);
            }
            if (args.size() != ref.ncolumns()) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR, "number of columns does not match number of values", raw.location());
            }
            return new RowExpr(args, names, CoercionForm.IMPLICIT_CAST, SqlType.RECORD, raw.location());
        }
        throw new SqlException(
                SqlState.FEATURE_NOT_SUPPORTED,
                "source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression",
                ref.source().at());
    }
}
