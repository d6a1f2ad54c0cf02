package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RowMarkClause;
import org.pgherd.analyzer.query.RowlessClause;
import org.pgherd.analyzer.query.RteCte;
import org.pgherd.analyzer.query.RteFunction;
import org.pgherd.analyzer.query.RteJoin;
import org.pgherd.analyzer.query.RteNamedTuplestore;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteResult;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.LockingClause;
import org.pgherd.grammar.ast.RangeVar;

/// FOR UPDATE and its kin (transformLockingClause of analyze.c).
final class Locking {
    private Locking() {}

    static String name(LockingClause clause) {
        return name(RowMarkClause.Strength.valueOf(clause.strength().name()));
    }

    static String name(RowMarkClause.Strength strength) {
        return switch (strength) {
            case KEY_SHARE -> "FOR KEY SHARE";
            case SHARE -> "FOR SHARE";
            case NO_KEY_UPDATE -> "FOR NO KEY UPDATE";
            case UPDATE -> "FOR UPDATE";
        };
    }

    static void transform(ParseState p, Query.Builder q, LockingClause clause, boolean pushedDown) {
        String name = name(clause);
        check(q, name);
        List<RangeTblEntry> rtable = new ArrayList<>(p.rtable);
        if (clause.lockedRels().isEmpty()) {
            for (int i = 1; i <= rtable.size(); i++) {
                RangeTblEntry rte = rtable.get(i - 1);
                if (rte.inFromClause()) {
                    lock(p, q, rte, i, clause, pushedDown, name, null);
                }
            }
            return;
        }
        for (RangeVar wanted : clause.lockedRels()) {
            if (wanted.schemaname() != null || wanted.catalogname() != null) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR, name + " must specify unqualified relation names", wanted.at());
            }
            boolean found = false;
            for (int i = 1; i <= rtable.size(); i++) {
                RangeTblEntry rte = rtable.get(i - 1);
                boolean visible = rte.inFromClause() && !(rte instanceof RteJoin join && join.alias() == null);
                if (visible && rte.eref().name().equals(wanted.relname())) {
                    lock(p, q, rte, i, clause, pushedDown, name, wanted.at());
                    found = true;
                    break;
                }
                if (rte instanceof RteJoin join
                        && join.alias() == null
                        && join.joinUsingAlias() != null
                        && join.joinUsingAlias().name().equals(wanted.relname())) {
                    refuse(wanted.at(), name, "a join");
                }
            }
            if (!found) {
                throw new SqlException(
                        SqlState.UNDEFINED_TABLE,
                        "relation \"" + wanted.relname() + "\" in " + name + " clause not found in FROM clause",
                        wanted.at());
            }
        }
    }

    private static void lock(
            ParseState p,
            Query.Builder q,
            RangeTblEntry rte,
            int index,
            LockingClause clause,
            boolean pushedDown,
            String name,
            @Nullable Position named) {
        switch (rte) {
            case RteRelation r -> {
                if (r.relation().kind() == RelationKind.SEQUENCE && named != null) {
                    throw new SqlException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "cannot lock rows in sequence \"" + r.relation().name() + "\"");
                }
                mark(q, index, clause, pushedDown);
            }
            case RteSubquery s -> {
                mark(q, index, clause, pushedDown);
                // the rows are those of the tables inside
                Query.Builder inner = s.query().toBuilder();
                ParseState innerState = p.child();
                innerState.rtable.addAll(s.query().rtable());
                transform(
                        innerState,
                        inner,
                        new LockingClause(List.of(), clause.strength(), clause.waitPolicy(), clause.at()),
                        true);
                inner.rtable = innerState.rtable;
                p.rtable.set(index - 1, s.withQuery(inner.build()));
            }
            case RteJoin _ -> refuse(named, name, "a join");
            case RteFunction _ -> refuse(named, name, "a function");
            case RteValues _ -> refuse(named, name, "VALUES");
            case RteCte _ -> refuse(named, name, "a WITH query");
            case RteNamedTuplestore _ -> refuse(named, name, "a named tuplestore");
            case RteResult _ -> {}
        }
    }

    private static void refuse(@Nullable Position named, String name, String what) {
        if (named != null) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, name + " cannot be applied to " + what, named);
        }
    }

    private static void mark(Query.Builder q, int rti, LockingClause clause, boolean pushedDown) {
        RowMarkClause.Strength strength =
                RowMarkClause.Strength.valueOf(clause.strength().name());
        RowMarkClause.WaitPolicy wait =
                RowMarkClause.WaitPolicy.valueOf(clause.waitPolicy().name());
        List<RowMarkClause> marks = new ArrayList<>(q.rowMarks);
        for (int i = 0; i < marks.size(); i++) {
            RowMarkClause mark = marks.get(i);
            if (mark.rti() == rti) {
                marks.set(
                        i,
                        new RowMarkClause(
                                rti,
                                strength.compareTo(mark.strength()) > 0 ? strength : mark.strength(),
                                wait.compareTo(mark.waitPolicy()) > 0 ? wait : mark.waitPolicy(),
                                mark.pushedDown() && pushedDown));
                q.rowMarks = marks;
                return;
            }
        }
        marks.add(new RowMarkClause(rti, strength, wait, pushedDown));
        q.rowMarks = marks;
    }

    private static void check(Query.Builder q, String name) {
        String what = RowlessClause.of(q);
        if (what != null) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, name + " is not allowed with " + what);
        }
    }
}
