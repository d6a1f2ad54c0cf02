package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.Expressions.expr;
import static org.pgherd.grammar.deparse.Expressions.exprs;
import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.AConst;
import org.pgherd.grammar.ast.CommonTableExpr;
import org.pgherd.grammar.ast.CteCycleClause;
import org.pgherd.grammar.ast.CteSearchClause;
import org.pgherd.grammar.ast.DeleteStmt;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.GroupingSet;
import org.pgherd.grammar.ast.InsertStmt;
import org.pgherd.grammar.ast.IntoClause;
import org.pgherd.grammar.ast.LimitOption;
import org.pgherd.grammar.ast.LockingClause;
import org.pgherd.grammar.ast.MergeStmt;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.NullConst;
import org.pgherd.grammar.ast.PLAssignStmt;
import org.pgherd.grammar.ast.Query;
import org.pgherd.grammar.ast.ResTarget;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.SetOperation;
import org.pgherd.grammar.ast.SortBy;
import org.pgherd.grammar.ast.SortByNulls;
import org.pgherd.grammar.ast.TypeCast;
import org.pgherd.grammar.ast.UpdateStmt;
import org.pgherd.grammar.ast.WithClause;

/// SELECT, VALUES, set operations, and WITH.
final class Queries {
    private Queries() {}

    static String query(Query q) {
        return switch (q) {
            case SelectStmt s -> select(s);
            case InsertStmt s -> Changes.insert(s);
            case UpdateStmt s -> Changes.update(s);
            case DeleteStmt s -> Changes.delete(s);
            case MergeStmt s -> Changes.merge(s);
        };
    }

    static String select(SelectStmt s) {
        return spaced(with(s.withClause()), body(s), tail(s));
    }

    /// Everything but the first word, as PL/pgSQL has it.
    static String withoutSelect(SelectStmt s) {
        return select(s).substring("SELECT ".length());
    }

    static String assignment(PLAssignStmt s) {
        String variable = s.name().startsWith("$") ? s.name() : name(s.name());
        return variable + Expressions.path(s.indirection()) + " := " + withoutSelect(s.val());
    }

    private static String body(SelectStmt s) {
        SelectStmt left = s.larg();
        SelectStmt right = s.rarg();
        if (left != null && right != null) {
            return spaced(branch(left, s, true), s.op().name(), when(s.all(), "ALL"), branch(right, s, false));
        }
        if (!s.valuesLists().isEmpty()) {
            return "VALUES " + list(s.valuesLists(), row -> "(" + exprs(row.items()) + ")");
        }
        return spaced(
                "SELECT",
                distinct(s),
                list(s.targetList(), Queries::target),
                given("", s.intoClause(), Queries::into),
                s.fromClause().isEmpty() ? "" : "FROM " + FromItems.items(s.fromClause()),
                given("WHERE", s.whereClause(), Expressions::expr),
                s.groupClause().isEmpty()
                        ? ""
                        : spaced(
                                "GROUP BY", when(s.groupDistinct(), "DISTINCT"), list(s.groupClause(), Queries::group)),
                given("HAVING", s.havingClause(), Expressions::expr),
                s.windowClause().isEmpty() ? "" : "WINDOW " + list(s.windowClause(), Windows::definition));
    }

    /// A branch of a set operation; these are left-associative, and INTERSECT binds tighter than the others.
    private static String branch(SelectStmt s, SelectStmt parent, boolean left) {
        boolean looser = s.op() != SetOperation.NONE
                && (!left || (parent.op() == SetOperation.INTERSECT && s.op() != SetOperation.INTERSECT));
        boolean clauses = s.withClause() != null || !tail(s).isEmpty();
        return looser || clauses ? "(" + select(s) + ")" : select(s);
    }

    private static String distinct(SelectStmt s) {
        return spaced(when(s.distinct(), "DISTINCT"), parens("ON", s.distinctClause(), Expressions::expr));
    }

    static String target(ResTarget t) {
        return spaced(given("", t.val(), Expressions::expr), given("AS", t.name(), SqlWords::name));
    }

    static String targets(List<ResTarget> targets) {
        return list(targets, Queries::target);
    }

    private static String into(IntoClause into) {
        return "INTO " + FromItems.persistence(into.rel()) + "TABLE " + FromItems.relation(into.rel());
    }

    private static String group(Node item) {
        return switch (item) {
            case GroupingSet g ->
                switch (g.kind()) {
                    case EMPTY -> "()";
                    case ROLLUP -> "ROLLUP (" + list(g.content(), Queries::group) + ")";
                    case CUBE -> "CUBE (" + list(g.content(), Queries::group) + ")";
                    case SETS -> "GROUPING SETS (" + list(g.content(), Queries::group) + ")";
                };
            case Expr e -> expr(e);
            default -> throw new AssertionError("no grouping element");
        };
    }

    private static String tail(SelectStmt s) {
        return spaced(
                s.sortClause().isEmpty() ? "" : order(s.sortClause()),
                limit(s),
                given("OFFSET", s.limitOffset(), Expressions::expr),
                joined(" ", s.lockingClause(), Queries::locking));
    }

    private static String limit(SelectStmt s) {
        Expr count = s.limitCount();
        if (count == null) {
            return "";
        }
        if (s.limitOption() == LimitOption.WITH_TIES) {
            return "FETCH FIRST "
                    + Operators.operand(count, count instanceof AConst ? Precedence.SIGN : Precedence.PRIMARY)
                    + " ROWS WITH TIES";
        }
        return count instanceof NullConst ? "LIMIT ALL" : "LIMIT " + expr(count);
    }

    static String order(List<SortBy> keys) {
        return "ORDER BY " + list(keys, Queries::sortKey);
    }

    private static String sortKey(SortBy s) {
        String direction = switch (s.sortbyDir()) {
            case DEFAULT -> "";
            case ASC -> "ASC";
            case DESC -> "DESC";
            case USING -> "USING " + operator(s.useOp());
        };
        return spaced(expr(s.node()), direction, nulls(s.sortbyNulls()));
    }

    static String nulls(SortByNulls nulls) {
        return nulls == SortByNulls.DEFAULT ? "" : "NULLS " + nulls.name();
    }

    private static String locking(LockingClause l) {
        String wait = switch (l.waitPolicy()) {
            case BLOCK -> "";
            case SKIP -> "SKIP LOCKED";
            case ERROR -> "NOWAIT";
        };
        return spaced(
                "FOR",
                l.strength().name().replace('_', ' '),
                l.lockedRels().isEmpty() ? "" : "OF " + list(l.lockedRels(), FromItems::relation),
                wait);
    }

    // ------------------------------------------------------------------ WITH

    static String with(@Nullable WithClause w) {
        return w == null ? "" : spaced("WITH", when(w.recursive(), "RECURSIVE"), list(w.ctes(), Queries::cte));
    }

    private static String cte(CommonTableExpr c) {
        String materialized = switch (c.ctematerialized()) {
            case DEFAULT -> "";
            case ALWAYS -> "MATERIALIZED";
            case NEVER -> "NOT MATERIALIZED";
        };
        return spaced(
                name(c.ctename()),
                columns(c.aliascolnames()),
                "AS",
                materialized,
                "(" + query(c.ctequery()) + ")",
                given("", c.searchClause(), Queries::search),
                given("", c.cycleClause(), Queries::cycle));
    }

    private static String search(CteSearchClause s) {
        return "SEARCH " + (s.searchBreadthFirst() ? "BREADTH" : "DEPTH") + " FIRST BY " + names(s.searchColList())
                + " SET " + name(s.searchSeqColumn());
    }

    private static String cycle(CteCycleClause c) {
        return spaced(
                "CYCLE",
                names(c.cycleColList()),
                "SET",
                name(c.cycleMarkColumn()),
                given("TO", c.cycleMarkValue(), Queries::constant),
                given("DEFAULT", c.cycleMarkDefault(), Queries::constant),
                "USING",
                name(c.cyclePathColumn()));
    }

    /// A constant of a type can only be written as `type 'literal'` there.
    private static String constant(Expr e) {
        return e instanceof TypeCast cast ? TypeNames.type(cast.typeName()) + " " + expr(cast.arg()) : expr(e);
    }
}
