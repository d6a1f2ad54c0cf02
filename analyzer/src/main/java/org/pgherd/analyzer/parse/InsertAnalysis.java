package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.catalog.KeyConstraint;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.query.*;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.ExprList;
import org.pgherd.grammar.ast.IndexElem;
import org.pgherd.grammar.ast.InferClause;
import org.pgherd.grammar.ast.InsertStmt;
import org.pgherd.grammar.ast.OnConflictAction;
import org.pgherd.grammar.ast.OnConflictClause;
import org.pgherd.grammar.ast.ResTarget;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// INSERT (transformInsertStmt of analyze.c). One row of VALUES goes straight into the target list, several become
/// a VALUES range table entry, anything else a subquery.
final class InsertAnalysis {
    private InsertAnalysis() {}

    static Query transform(ParseState p, InsertStmt s) {
        Query.Builder q = Query.builder(CommandType.INSERT);
        q.at = s.at();
        p.isInsert = true;
        if (s.withClause() != null) {
            q.hasRecursive = s.withClause().recursive();
            CteAnalysis.transform(p, s.withClause());
        }
        q.override = Overriding.valueOf(s.override().name());
        SelectStmt source = s.selectStmt();
        boolean general = source != null
                && (source.valuesLists().isEmpty()
                        || !source.sortClause().isEmpty()
                        || source.limitOffset() != null
                        || source.limitCount() != null
                        || !source.lockingClause().isEmpty()
                        || source.withClause() != null);
        // in a rule's action a general source sees the old and new rows, which this level then has no part of
        List<RangeTblEntry> ruleRows = List.of();
        List<NamespaceItem> ruleNames = List.of();
        if (general && !p.rtable.isEmpty()) {
            ruleRows = List.copyOf(p.rtable);
            ruleNames = p.namespace;
            p.rtable.clear();
            p.namespace = new ArrayList<>();
        }
        Relation relation = TargetRelation.open(p, s.relation(), false);
        TargetRelation.checkWritable(relation);
        // a general source sees no part of this level but its WITH queries
        Query sub = null;
        if (general) {
            ParseState inner = p.child();
            inner.resolveUnknowns = false;
            inner.rtable.addAll(ruleRows);
            inner.namespace.addAll(ruleNames);
            // the source is a query level of its own
            sub = SelectAnalysis.statement(inner, ExpressionAnalysis.nonNull(source));
        }
        List<Integer> attnums = new ArrayList<>();
        List<ResTarget> columns = TargetRelation.insertColumns(p, relation, s.cols(), attnums);
        boolean explicit = !s.cols().isEmpty();
        List<TargetEntry> targets = new ArrayList<>();
        if (source == null) {
            targets = List.of();
        } else if (sub != null) {
            targets = fromQuery(p, relation, columns, attnums, explicit, sub);
        } else if (source.valuesLists().size() > 1) {
            targets = fromValues(p, relation, columns, attnums, explicit, source);
        } else {
            List<Expr> row = TargetList.expandedExpressions(
                    p, source.valuesLists().getFirst().items(), ExprKind.VALUES_SINGLE);
            targets = entries(
                    relation, row(p, row, relation, columns, attnums, explicit, ExprKind.INSERT_TARGET), attnums);
        }
        if (s.onConflictClause() != null || s.returningClause() != null) {
            // the target's columns can be named from here on
            p.namespace = new ArrayList<>(List.of(ExpressionAnalysis.nonNull(p.target)));
        }
        if (s.onConflictClause() != null) {
            q.onConflict = conflict(p, s.onConflictClause(), relation);
        }
        TargetRelation.returning(p, q, s.returningClause(), ExprKind.RETURNING);
        q.targetList = targets;
        q.resultRelation = TargetRelation.index(p);
        q.jointree = new FromExpr(p.joinlist, null);
        p.fill(q);
        CollationAssignment.query(p, q);
        return q.build();
    }

    static List<TargetEntry> entries(Relation relation, List<Expr> row, List<Integer> attnums) {
        List<TargetEntry> list = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            list.add(new TargetEntry(
                    row.get(i), attnums.get(i), relation.column(attnums.get(i)).name(), 0, 0, 0, false));
        }
        return list;
    }

    /// Values as the columns take them (transformInsertRow).
    static List<Expr> row(
            ParseState p,
            List<Expr> exprs,
            Relation relation,
            List<ResTarget> columns,
            List<Integer> attnums,
            boolean explicit,
            ExprKind kind) {
        if (exprs.size() > columns.size()) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "INSERT has more expressions than target columns",
                    ExprLocation.of(exprs.get(columns.size())));
        }
        if (explicit && exprs.size() < columns.size()) {
            SqlException e = new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "INSERT has more target columns than expressions",
                    columns.get(exprs.size()).location());
            boolean oneRow = exprs.size() == 1
                    && exprs.getFirst() instanceof RowExpr r
                    && r.args().size() == columns.size();
            throw oneRow
                    ? e.withHint(
                            "The insertion source is a row expression containing the same number of columns expected"
                                    + " by the INSERT. Did you accidentally use extra parentheses?")
                    : e;
        }
        List<Expr> result = new ArrayList<>();
        for (int i = 0; i < exprs.size(); i++) {
            ResTarget target = columns.get(i);
            result.add(TargetRelation.assigned(
                    p,
                    exprs.get(i),
                    kind,
                    relation,
                    relation.column(attnums.get(i)),
                    target.indirection(),
                    target.location()));
        }
        return result;
    }

    private static List<TargetEntry> fromQuery(
            ParseState p,
            Relation relation,
            List<ResTarget> columns,
            List<Integer> attnums,
            boolean explicit,
            Query sub) {
        int placeholder = p.rtable.size() + 1;
        NamespaceItem item = Relations.addSubquery(
                p, sub, new org.pgherd.grammar.ast.Alias("*SELECT*", List.of(), Position.NONE), false, false);
        p.joinlist.add(new RangeTblRef(item.rtindex));
        List<Expr> exprs = new ArrayList<>();
        for (TargetEntry entry : sub.outputColumns()) {
            Expr expr = entry.expr();
            // unknown literals are cast to the target's type, not to text
            exprs.add(
                    expr.type().oid() == TypeOids.UNKNOWN && (expr instanceof Const || expr instanceof Param)
                            ? expr
                            : new Var(placeholder, entry.resno(), expr.type(), 0, ExprLocation.of(expr)));
        }
        return entries(relation, row(p, exprs, relation, columns, attnums, explicit, ExprKind.INSERT_TARGET), attnums);
    }

    private static List<TargetEntry> fromValues(
            ParseState p,
            Relation relation,
            List<ResTarget> columns,
            List<Integer> attnums,
            boolean explicit,
            SelectStmt source) {
        List<List<Expr>> rows = new ArrayList<>();
        int width = -1;
        boolean parts =
                columns.stream().anyMatch(column -> !column.indirection().isEmpty());
        for (ExprList raw : source.valuesLists()) {
            List<Expr> exprs = TargetList.expandedExpressions(p, raw.items(), ExprKind.VALUES);
            if (width >= 0 && exprs.size() != width) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR, "VALUES lists must all be the same length", ExprLocation.of(exprs));
            }
            width = exprs.size();
            List<Expr> cast = row(p, exprs, relation, columns, attnums, explicit, ExprKind.VALUES);
            if (parts) {
                cast.replaceAll(PartialAssignment::assigned);
            }
            rows.add(CollationAssignment.each(p, cast));
        }
        List<SqlType> types = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            Expr first = rows.getFirst().get(i);
            types.add(first.type());
        }
        boolean lateral = rows.stream()
                .flatMap(List::stream)
                .anyMatch(e -> ExprWalk.anyDeep(e, 0, (x, depth) -> x instanceof Var v && v.levelsUp() == depth));
        NamespaceItem item = Relations.addValues(p, rows, types, null, lateral, true);
        p.joinlist.add(new RangeTblRef(item.rtindex));
        List<Expr> vars = Relations.expandVars(item, 0, Position.NONE, null);
        // of a part of a column the lists have the part's value
        List<Expr> assigned = parts ? row(p, vars, relation, columns, attnums, explicit, ExprKind.INSERT_TARGET) : vars;
        return entries(relation, assigned, attnums);
    }

    // ON CONFLICT

    private static OnConflictExpr conflict(ParseState p, OnConflictClause raw, Relation relation) {
        InferClause infer = raw.infer();
        if (raw.action() == OnConflictAction.UPDATE && infer == null) {
            throw new SqlException(
                            SqlState.SYNTAX_ERROR,
                            "ON CONFLICT DO UPDATE requires inference specification or constraint name",
                            raw.location())
                    .withHint("For example, ON CONFLICT (column_name).");
        }
        // present already while the arbiter is analyzed: for hints only
        NamespaceItem excluded = raw.action() == OnConflictAction.NOTHING ? null : excluded(p, relation);
        List<InferenceElem> elems = new ArrayList<>();
        Expr where = null;
        int constraint = 0;
        List<NamespaceItem> before = p.namespace;
        if (infer != null) {
            if (!infer.indexElems().isEmpty()) {
                for (IndexElem elem : infer.indexElems()) {
                    elems.add(inference(p, elem, infer.at()));
                }
                where = infer.whereClause() == null
                        ? null
                        : Clauses.where(p, infer.whereClause(), ExprKind.INDEX_PREDICATE, "WHERE");
            }
            if (infer.conname() != null) {
                constraint = constraint(relation, infer.conname());
            }
        }
        if (excluded == null) {
            return new OnConflictExpr(OnConflictExpr.Action.NOTHING, elems, where, constraint, List.of(), null, 0);
        }
        p.isInsert = false;
        p.namespace = new ArrayList<>(before);
        p.namespace.add(excluded);
        List<TargetEntry> set = UpdateAnalysis.set(p, raw.targetList(), relation, ExprKind.UPDATE_SOURCE);
        Expr condition = Clauses.optionalWhere(p, raw.whereClause(), ExprKind.WHERE, "WHERE");
        p.namespace = before;
        return new OnConflictExpr(
                OnConflictExpr.Action.UPDATE, elems, where, constraint, set, condition, excluded.rtindex);
    }

    private static NamespaceItem excluded(ParseState p, Relation relation) {
        NamespaceItem item = Relations.addRelation(
                p, relation, new org.pgherd.grammar.ast.Alias("excluded", List.of(), Position.NONE), false, false);
        item.withoutSystemColumns = true;
        return item;
    }

    private static InferenceElem inference(ParseState p, IndexElem elem, Position clause) {
        if (elem.ordering() != org.pgherd.grammar.ast.SortByDir.DEFAULT) {
            throw new SqlException(
                    SqlState.INVALID_COLUMN_REFERENCE,
                    "ASC/DESC is not allowed in ON CONFLICT clause",
                    elem.location());
        }
        if (elem.nullsOrdering() != org.pgherd.grammar.ast.SortByNulls.DEFAULT) {
            throw new SqlException(
                    SqlState.INVALID_COLUMN_REFERENCE,
                    "NULLS FIRST/LAST is not allowed in ON CONFLICT clause",
                    elem.location());
        }
        org.pgherd.grammar.ast.Expr raw = elem.expr() != null
                ? elem.expr()
                : new org.pgherd.grammar.ast.ColumnRef(List.of(ExpressionAnalysis.nonNull(elem.name())), false, clause);
        Expr expr = CollationAssignment.expression(p, ExpressionAnalysis.transform(p, raw, ExprKind.INDEX_EXPRESSION));
        int collation =
                elem.collation().isEmpty() ? 0 : ExpressionAnalysis.collation(p, elem.collation(), elem.location());
        return new InferenceElem(expr, collation, 0);
    }

    private static int constraint(Relation relation, String name) {
        for (KeyConstraint key : relation.keys()) {
            if (key.oid() != 0 && key.name().equals(name)) {
                return key.oid();
            }
        }
        throw new SqlException(
                SqlState.UNDEFINED_OBJECT,
                "constraint \"" + name + "\" for table \"" + relation.name() + "\" does not exist");
    }
}
