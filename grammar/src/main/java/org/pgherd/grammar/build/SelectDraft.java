package org.pgherd.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.ExprList;
import org.pgherd.grammar.ast.FromItem;
import org.pgherd.grammar.ast.IntoClause;
import org.pgherd.grammar.ast.LimitOption;
import org.pgherd.grammar.ast.LockWaitPolicy;
import org.pgherd.grammar.ast.LockingClause;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.ResTarget;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.SetOperation;
import org.pgherd.grammar.ast.SortBy;
import org.pgherd.grammar.ast.WindowDef;
import org.pgherd.grammar.ast.WithClause;
import org.pgherd.grammar.lexer.SqlToken;

/// A [SelectStmt] while its clauses are read. What ORDER BY, LIMIT, FOR UPDATE and WITH may not do to a query in
/// parentheses is told as in gram.y:insertSelectOptions.
public final class SelectDraft {
    public boolean distinct;
    public List<Expr> distinctOn = List.of();
    public @Nullable IntoClause into;
    public List<ResTarget> targets = List.of();
    public List<FromItem> from = List.of();
    public @Nullable Expr where;
    public List<Node> group = List.of();
    public boolean groupDistinct;
    public @Nullable Expr having;
    public List<WindowDef> windows = List.of();
    public List<ExprList> values = List.of();
    public List<LockingClause> locking = List.of();
    public LimitOption limitOption = LimitOption.COUNT;
    public @Nullable SqlToken tiesAt;
    private List<SortBy> sort = List.of();
    private @Nullable Expr limitOffset;
    private @Nullable Expr limitCount;
    private @Nullable WithClause with;
    private SetOperation op = SetOperation.NONE;
    private boolean all;
    private @Nullable SelectStmt left;
    private @Nullable SelectStmt right;
    private int start;
    private int end;

    public void range(Token first, SqlToken last) {
        start = ((SqlToken) first).start();
        end = last.end();
    }

    public void window(WindowDef window) {
        if (windows.isEmpty()) {
            windows = new ArrayList<>(2);
        }
        windows.add(window);
    }

    public void row(ExprList row) {
        if (values.isEmpty()) {
            values = new ArrayList<>();
        }
        values.add(row);
    }

    public void lock(LockingClause clause) {
        if (!(locking instanceof ArrayList<LockingClause>)) {
            locking = new ArrayList<>(locking);
        }
        locking.add(clause);
    }

    static SelectDraft operation(SetOperation op, boolean all, SelectDraft left, SelectDraft right) {
        SelectDraft draft = new SelectDraft();
        draft.op = op;
        draft.all = all;
        draft.left = left.build(new Position(left.start, left.end));
        draft.right = right.build(new Position(right.start, right.end));
        draft.start = left.start;
        draft.end = right.end;
        return draft;
    }

    /// TABLE relation.
    public static SelectDraft table(RangeVar relation, Position at) {
        SelectDraft draft = new SelectDraft();
        draft.targets = List.of(new ResTarget(null, List.of(), new ColumnRef(List.of(), true, at), at));
        draft.from = List.of(relation);
        return draft;
    }

    /// A finished query, to which clauses may be added.
    public static SelectDraft of(SelectStmt s) {
        SelectDraft d = new SelectDraft();
        d.distinct = s.distinct();
        d.distinctOn = s.distinctClause();
        d.into = s.intoClause();
        d.targets = s.targetList();
        d.from = s.fromClause();
        d.where = s.whereClause();
        d.group = s.groupClause();
        d.groupDistinct = s.groupDistinct();
        d.having = s.havingClause();
        d.windows = s.windowClause();
        d.values = s.valuesLists();
        d.sort = s.sortClause();
        d.limitOffset = s.limitOffset();
        d.limitCount = s.limitCount();
        d.limitOption = s.limitOption();
        d.locking = s.lockingClause();
        d.with = s.withClause();
        d.op = s.op();
        d.all = s.all();
        d.left = s.larg();
        d.right = s.rarg();
        return d;
    }

    public void sort(List<SortBy> keys, Token at) {
        if (!sort.isEmpty()) {
            throw NodeActions.error(
                    "multiple ORDER BY clauses not allowed", keys.get(0).node().at());
        }
        sort = keys;
    }

    public void limit(Expr count, Token at) {
        if (limitCount != null) {
            throw NodeActions.error("multiple LIMIT clauses not allowed", NodeActions.startAt(at));
        }
        limitCount = count;
    }

    public void offset(Expr offset, Token at) {
        if (limitOffset != null) {
            throw NodeActions.error("multiple OFFSET clauses not allowed", NodeActions.startAt(at));
        }
        limitOffset = offset;
    }

    public SelectDraft with(@Nullable WithClause clause) {
        if (clause != null) {
            if (with != null) {
                throw NodeActions.error("multiple WITH clauses not allowed", clause.at());
            }
            with = clause;
        }
        return this;
    }

    public SelectStmt build(Position at) {
        if (tiesAt != null) {
            checkTies(tiesAt);
        }
        return new SelectStmt(
                distinct,
                distinctOn,
                into,
                targets,
                from,
                where,
                group,
                groupDistinct,
                having,
                windows,
                values,
                sort,
                limitOffset,
                limitCount,
                limitOption,
                locking,
                with,
                op,
                all,
                left,
                right,
                at);
    }

    private void checkTies(SqlToken fetch) {
        if (sort.isEmpty()) {
            throw NodeActions.error(
                    "WITH TIES cannot be specified without ORDER BY clause", NodeActions.startAt(fetch));
        }
        for (LockingClause lock : locking) {
            if (lock.waitPolicy() == LockWaitPolicy.SKIP) {
                throw NodeActions.error(
                        "SKIP LOCKED and WITH TIES options cannot be used together", NodeActions.startAt(fetch));
            }
        }
    }
}
