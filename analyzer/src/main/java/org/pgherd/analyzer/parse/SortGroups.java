package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.parse.CoercionPathway.Context;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.AConst;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.SortBy;
import org.pgherd.grammar.ast.SortByDir;
import org.pgherd.grammar.ast.SortByNulls;
import org.pgherd.semantics.catalog.AmopRow;
import org.pgherd.semantics.catalog.OperatorClasses;
import org.pgherd.semantics.catalog.OperatorRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// ORDER BY, GROUP BY and DISTINCT items over a target list, which grows by what only they need (parse_clause.c).
final class SortGroups {
    private SortGroups() {}

    // finding the target entry that an item means; its index in the list

    /// SQL92: a bare name may be an output column's, an integer its position.
    static int findSql92(ParseState p, org.pgherd.grammar.ast.Expr node, List<TargetEntry> targets, ExprKind kind) {
        if (node instanceof ColumnRef ref && !ref.star() && ref.fields().size() == 1) {
            String name = ref.fields().getFirst();
            // in GROUP BY an input column wins over an output one
            boolean inputWins = kind == ExprKind.GROUP_BY && Relations.column(p, name, true, ref.location()) != null;
            if (!inputWins) {
                int found = -1;
                for (int i = 0; i < targets.size(); i++) {
                    TargetEntry entry = targets.get(i);
                    if (!entry.junk() && name.equals(entry.name())) {
                        if (found >= 0 && !ExprEquality.same(targets.get(found).expr(), entry.expr())) {
                            throw new SqlException(
                                    SqlState.AMBIGUOUS_COLUMN,
                                    kind.text() + " \"" + name + "\" is ambiguous",
                                    ref.location());
                        }
                        if (found < 0) {
                            found = i;
                        }
                    }
                }
                if (found >= 0) {
                    checkTarget(p, targets.get(found), kind);
                    return found;
                }
            }
        }
        if (node instanceof AConst constant) {
            if (!(constant instanceof IntegerConst number)) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR, "non-integer constant in " + kind.text(), node.location());
            }
            int position = 0;
            for (int i = 0; i < targets.size(); i++) {
                if (!targets.get(i).junk() && ++position == number.ival()) {
                    checkTarget(p, targets.get(i), kind);
                    return i;
                }
            }
            throw new SqlException(
                    SqlState.INVALID_COLUMN_REFERENCE,
                    kind.text() + " position " + number.ival() + " is not in select list",
                    node.location());
        }
        return findSql99(p, node, targets, kind);
    }

    /// SQL99: an expression over the input.
    static int findSql99(ParseState p, org.pgherd.grammar.ast.Expr node, List<TargetEntry> targets, ExprKind kind) {
        Expr expr = ExpressionAnalysis.transform(p, node, kind);
        for (int i = 0; i < targets.size(); i++) {
            if (ExprEquality.same(expr, uncast(targets.get(i).expr()))) {
                return i;
            }
        }
        targets.add(new TargetEntry(expr, p.nextResno++, null, 0, 0, 0, true));
        return targets.size() - 1;
    }

    /// Without implied casts, which the analysis may have put over it meanwhile.
    private static Expr uncast(Expr expr) {
        Expr e = expr;
        while (true) {
            switch (e) {
                case org.pgherd.analyzer.query.RelabelType r when r.form() == CoercionForm.IMPLICIT_CAST -> e = r.arg();
                case org.pgherd.analyzer.query.CoerceViaIO c when c.form() == CoercionForm.IMPLICIT_CAST -> e = c.arg();
                case org.pgherd.analyzer.query.FuncExpr f
                when f.form() == CoercionForm.IMPLICIT_CAST -> e = f.args().getFirst();
                default -> {
                    return e;
                }
            }
        }
    }

    private static void checkTarget(ParseState p, TargetEntry entry, ExprKind kind) {
        if (kind == ExprKind.GROUP_BY) {
            Expr aggregate = Aggregates.findOwn(entry.expr(), 0);
            if (p.hasAggs && aggregate != null) {
                throw new SqlException(
                        SqlState.GROUPING_ERROR, "aggregate functions are not allowed in GROUP BY", aggregate.at());
            }
            Expr window = Windows.find(entry.expr());
            if (p.hasWindowFuncs && window != null) {
                throw new SqlException(
                        SqlState.WINDOWING_ERROR, "window functions are not allowed in GROUP BY", window.at());
            }
        }
    }

    // ORDER BY

    static List<SortGroupClause> sort(
            ParseState p, List<SortBy> raw, List<TargetEntry> targets, ExprKind kind, boolean sql99) {
        List<SortGroupClause> list = new ArrayList<>();
        for (SortBy item : raw) {
            int index = sql99 ? findSql99(p, item.node(), targets, kind) : findSql92(p, item.node(), targets, kind);
            addSort(p, index, list, targets, item);
        }
        return list;
    }

    static void addSort(ParseState p, int index, List<SortGroupClause> list, List<TargetEntry> targets, SortBy sortBy) {
        textIfUnknown(p, targets, index);
        CatalogView c = p.catalog();
        TargetEntry entry = targets.get(index);
        int type = entry.expr().type().oid();
        int sortOp;
        int eqOp;
        boolean reverse;
        Position at = sortBy.sortbyDir() == SortByDir.USING
                ? sortBy.location()
                : sortBy.node().location();
        switch (sortBy.sortbyDir()) {
            case DEFAULT, ASC -> {
                sortOp = require(c, type, OperatorClasses.LESS, at);
                reverse = false;
                eqOp = equality(c, type);
            }
            case DESC -> {
                sortOp = require(c, type, OperatorClasses.GREATER, at);
                reverse = true;
                eqOp = equality(c, type);
            }
            default -> {
                OperatorRow row = OperatorResolution.infix(p, sortBy.useOp(), type, type, at);
                sortOp = row.oid();
                AmopRow meaning = null;
                for (AmopRow amop : c.operatorClasses().amopsOfOperator(sortOp)) {
                    if (amop.method().equals("btree")
                            && (amop.strategy() == OperatorClasses.LESS
                                    || amop.strategy() == OperatorClasses.GREATER)) {
                        meaning = amop;
                        break;
                    }
                }
                if (meaning == null) {
                    throw new SqlException(
                                    SqlState.WRONG_OBJECT_TYPE,
                                    "operator " + String.join(".", sortBy.useOp())
                                            + " is not a valid ordering operator",
                                    at)
                            .withHint("Ordering operators must be \"<\" or \">\" members of btree operator families.");
                }
                reverse = meaning.strategy() == OperatorClasses.GREATER;
                eqOp = c.operatorClasses()
                        .operator(meaning.family(), meaning.left(), meaning.right(), OperatorClasses.EQUAL);
            }
        }
        int ref = entry.sortGroupRef();
        for (SortGroupClause clause : list) {
            // a second item over the same column with the same or the reverse order decides nothing more
            if (ref != 0 && clause.tleSortGroupRef() == ref && (clause.sortOp() == sortOp || clause.eqOp() == eqOp)) {
                return;
            }
        }
        boolean nullsFirst =
                sortBy.sortbyNulls() == SortByNulls.DEFAULT ? reverse : sortBy.sortbyNulls() == SortByNulls.FIRST;
        list.add(new SortGroupClause(
                assignRef(targets, index), eqOp, sortOp, reverse, nullsFirst, hashable(c, eqOp, type)));
    }

    // GROUP BY and DISTINCT

    /// Adds an item that only needs equality; one already sorted by is taken over.
    static void addGroup(ParseState p, int index, List<SortGroupClause> list, List<TargetEntry> targets, Position at) {
        textIfUnknown(p, targets, index);
        TargetEntry entry = targets.get(index);
        if (entry.sortGroupRef() != 0 && list.stream().anyMatch(c -> c.tleSortGroupRef() == entry.sortGroupRef())) {
            return;
        }
        list.add(groupClause(p, assignRef(targets, index), entry.expr().type().oid(), at));
    }

    static SortGroupClause groupClause(ParseState p, int ref, int type, Position at) {
        CatalogView c = p.catalog();
        int eqOp = equality(c, type);
        if (eqOp == 0) {
            throw new SqlException(
                    SqlState.UNDEFINED_FUNCTION,
                    "could not identify an equality operator for type " + c.formatType(type),
                    at);
        }
        return new SortGroupClause(
                ref, eqOp, ordering(c, type, OperatorClasses.LESS), false, false, hashable(c, eqOp, type));
    }

    /// DISTINCT: all output columns, those of ORDER BY first in its order.
    static List<SortGroupClause> distinct(
            ParseState p, List<TargetEntry> targets, List<SortGroupClause> sort, boolean isAggregate) {
        List<SortGroupClause> list = new ArrayList<>();
        for (SortGroupClause clause : sort) {
            TargetEntry entry = byRef(targets, clause.tleSortGroupRef());
            if (entry.junk()) {
                throw new SqlException(
                        SqlState.INVALID_COLUMN_REFERENCE,
                        isAggregate
                                ? "in an aggregate with DISTINCT, ORDER BY expressions must appear in argument list"
                                : "for SELECT DISTINCT, ORDER BY expressions must appear in select list",
                        ExprLocation.of(entry.expr()));
            }
            list.add(clause);
        }
        for (int i = 0; i < targets.size(); i++) {
            if (!targets.get(i).junk()) {
                addGroup(p, i, list, targets, ExprLocation.of(targets.get(i).expr()));
            }
        }
        if (list.isEmpty()) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    isAggregate
                            ? "an aggregate with DISTINCT must have at least one argument"
                            : "SELECT DISTINCT must have at least one column");
        }
        return list;
    }

    /// DISTINCT ON: the items must be the first of ORDER BY, in any order.
    static List<SortGroupClause> distinctOn(
            ParseState p,
            List<org.pgherd.grammar.ast.Expr> raw,
            List<TargetEntry> targets,
            List<SortGroupClause> sort) {
        List<Integer> refs = new ArrayList<>();
        List<Position> places = new ArrayList<>();
        for (org.pgherd.grammar.ast.Expr item : raw) {
            int index = findSql92(p, item, targets, ExprKind.DISTINCT_ON);
            refs.add(assignRef(targets, index));
            places.add(item.at());
        }
        List<SortGroupClause> list = new ArrayList<>();
        boolean skipped = false;
        for (SortGroupClause clause : sort) {
            if (refs.contains(clause.tleSortGroupRef())) {
                if (skipped) {
                    throw new SqlException(
                            SqlState.INVALID_COLUMN_REFERENCE,
                            "SELECT DISTINCT ON expressions must match initial ORDER BY expressions",
                            places.get(refs.indexOf(clause.tleSortGroupRef())));
                }
                list.add(clause);
            } else {
                skipped = true;
            }
        }
        for (int i = 0; i < refs.size(); i++) {
            int ref = refs.get(i);
            if (list.stream().anyMatch(c -> c.tleSortGroupRef() == ref)) {
                continue;
            }
            if (skipped) {
                throw new SqlException(
                        SqlState.INVALID_COLUMN_REFERENCE,
                        "SELECT DISTINCT ON expressions must match initial ORDER BY expressions",
                        places.get(i));
            }
            addGroup(p, indexByRef(targets, ref), list, targets, places.get(i));
        }
        return list;
    }

    private static void textIfUnknown(ParseState p, List<TargetEntry> targets, int index) {
        TargetEntry entry = targets.get(index);
        if (entry.expr().type().oid() == TypeOids.UNKNOWN) {
            targets.set(
                    index,
                    entry.withExpr(Coercion.toType(
                            p,
                            entry.expr(),
                            SqlType.TEXT,
                            Context.IMPLICIT,
                            CoercionForm.IMPLICIT_CAST,
                            Position.NONE)));
        }
    }

    static int assignRef(List<TargetEntry> targets, int index) {
        TargetEntry entry = targets.get(index);
        if (entry.sortGroupRef() != 0) {
            return entry.sortGroupRef();
        }
        int max = 0;
        for (TargetEntry other : targets) {
            max = Math.max(max, other.sortGroupRef());
        }
        targets.set(index, entry.withSortGroupRef(max + 1));
        return max + 1;
    }

    static TargetEntry byRef(List<TargetEntry> targets, int ref) {
        return targets.get(indexByRef(targets, ref));
    }

    private static int indexByRef(List<TargetEntry> targets, int ref) {
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).sortGroupRef() == ref) {
                return i;
            }
        }
        throw new AssertionError("no target entry has sortgroupref " + ref);
    }

    // operators of a type (get_sort_group_operators, typcache.c)

    private static int require(CatalogView c, int type, int strategy, Position at) {
        int operator = ordering(c, type, strategy);
        if (operator == 0) {
            throw new SqlException(
                            SqlState.UNDEFINED_FUNCTION,
                            "could not identify an ordering operator for type " + c.formatType(type),
                            at)
                    .withHint("Use an explicit ordering operator or modify the query.");
        }
        return operator;
    }

    /// The operator of a btree strategy for a type; 0 if its values have no order.
    static int ordering(CatalogView c, int type, int strategy) {
        int base = c.baseType(type);
        return comparable(c, base, true) ? c.operatorClasses().orderingOperator(base, strategy, c) : 0;
    }

    /// The `=` of a type; 0 if there is none.
    static int equality(CatalogView c, int type) {
        int base = c.baseType(type);
        return comparable(c, base, false) ? c.operatorClasses().equalityOperator(base, c) : 0;
    }

    /// Arrays and rows compare if what is in them does.
    private static boolean comparable(CatalogView c, int type, boolean order) {
        int element = c.elementType(type);
        if (element != 0) {
            return order ? ordering(c, element, OperatorClasses.LESS) != 0 : equality(c, element) != 0;
        }
        if (type != TypeOids.RECORD && c.typeKind(type) == 'c') {
            for (TypeLookup.Field field : c.fields(type)) {
                int fieldType = field.type().oid();
                if (order ? ordering(c, fieldType, OperatorClasses.LESS) == 0 : equality(c, fieldType) == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /// As [#groupClause], where nothing but hashing will do: what anonymous records consist of is not known, they are
    /// taken for hashable then.
    static SortGroupClause hashedClause(ParseState p, int ref, int type, Position at) {
        SortGroupClause clause = groupClause(p, ref, type, at);
        return type != TypeOids.RECORD && type != TypeOids.RECORD_ARRAY
                ? clause
                : new SortGroupClause(
                        ref, clause.eqOp(), clause.sortOp(), clause.reverseSort(), clause.nullsFirst(), true);
    }

    /// Whether equal values hash alike (op_hashjoinable).
    static boolean hashable(CatalogView c, int eqOp, int type) {
        OperatorRow row = c.catalog().operator(eqOp);
        if (row == null || !row.canHash()) {
            return false;
        }
        int element = c.elementType(c.baseType(type));
        if (element != 0) {
            return hashable(c, equality(c, element), element);
        }
        if (c.typeKind(c.baseType(type)) == 'c') {
            return c.fields(c.baseType(type)).stream()
                    .allMatch(f ->
                            hashable(c, equality(c, f.type().oid()), f.type().oid()));
        }
        return c.baseType(type) != TypeOids.RECORD;
    }
}
