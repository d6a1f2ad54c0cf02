package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RowMarkClause;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.cost.QueryRows;
import org.pgherd.shardplanner.deparse.QueryText;
import org.pgherd.shardplanner.deparse.SqlText;
import org.pgherd.shardplanner.distribution.Spread;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.SortKey;
import org.pgherd.shardplanner.plan.Why;

/// Makes [Remote] nodes of queries and of parts of queries.
final class Remotes {
    private Remotes() {}

    /// A whole query on the shards of its spread; sharded rows are merged by its ORDER BY.
    static Remote whole(Query query, Spread spread, Rung rung, String notHigher, Planning planning) {
        List<PlanColumn> output = RecordFields.columns(query);
        boolean several = spread.kind() == Spread.Kind.SHARDED && !spread.onOneShard();
        List<SortKey> merge = several ? sortKeys(query.sortClause(), query.targetList()) : List.of();
        SqlText text = QueryText.of(query, planning.facts());
        return new Remote(
                output,
                text.sql(),
                text.parameters(),
                planning.routing(spread, !several),
                merge,
                false,
                false,
                false,
                new Why(rung, spread.because(), notHigher),
                reader(spread, planning),
                QueryRows.of(query, planning.facts()));
    }

    private static @Nullable String reader(Spread spread, Planning planning) {
        return spread.isReadByOther() ? planning.facts().roleName(spread.reader()) : null;
    }

    /// A column that no expression is equal to: numbers of such parameters begin at 1.
    private static final Expr UNREAD = new Param(Param.Kind.SUBLINK, 0, SqlType.BOOL, Position.NONE);

    /// A part of a query with chosen output expressions.
    static LocalPart part(RemotePart part, List<Expr> outputs, Query query, Planning planning, String notHigher) {
        List<Expr> exprs = new ArrayList<>(outputs);
        Expr shardNumber = exprs.stream().filter(ShardNumber::is).findFirst().orElse(null);
        exprs.removeIf(ShardNumber::is);
        if (exprs.isEmpty()) {
            // rows are counted, nothing of them is read
            exprs.add(Const.ofBoolean(true, Position.NONE));
        }
        List<TargetEntry> targets = new ArrayList<>();
        for (Expr expr : exprs) {
            targets.add(new TargetEntry(expr, targets.size() + 1, name(expr, query), 0, 0, 0, false));
        }
        Query.Builder b = fragment(part, query);
        b.targetList = targets;
        Rung rung = part.relations().size() > 1 ? Rung.SCATTER : Rung.PULL;
        Remote remote = of(b.build(), part.spread(), List.of(), rung, notHigher, planning);
        if (outputs.isEmpty() || shardNumber != null && outputs.size() == 1) {
            // above an outer join the column may be NULL: the constant must not be taken for it
            exprs.set(0, UNREAD);
        }
        if (shardNumber != null) {
            exprs.add(shardNumber);
            remote = withShardNumber(remote);
        }
        return new LocalPart(part.relations(), remote, exprs, part.rows());
    }

    private static Remote withShardNumber(Remote r) {
        List<PlanColumn> output = new ArrayList<>(r.output());
        output.add(new PlanColumn("shard", SqlType.INT4));
        return new Remote(
                output,
                r.sql(),
                r.parameters(),
                r.routing(),
                r.mergeOrder(),
                r.writes(),
                r.replicated(),
                true,
                r.why(),
                r.reader(),
                r.rows());
    }

    /// The query's range table under the part's join tree and quals, locks included.
    static Query.Builder fragment(RemotePart part, Query query) {
        Query.Builder b = Query.builder(CommandType.SELECT);
        b.rtable = query.rtable();
        b.jointree = part.jointree();
        b.windowClause = query.windowClause();
        List<RowMarkClause> marks = new ArrayList<>();
        for (RowMarkClause mark : query.rowMarks()) {
            if (part.relations().contains(mark.rti())) {
                marks.add(mark);
            }
        }
        b.rowMarks = marks;
        return b;
    }

    static Remote of(
            Query fragment, Spread spread, List<SortKey> merge, Rung rung, String notHigher, Planning planning) {
        SqlText text = QueryText.of(fragment, planning.facts());
        return new Remote(
                RecordFields.columns(fragment),
                text.sql(),
                text.parameters(),
                planning.routing(spread, false),
                spread.kind() == Spread.Kind.SHARDED && !spread.onOneShard() ? merge : List.of(),
                false,
                false,
                false,
                new Why(rung, spread.because(), notHigher),
                reader(spread, planning),
                QueryRows.of(fragment, planning.facts()));
    }

    static List<PlanColumn> columns(List<TargetEntry> entries) {
        List<PlanColumn> columns = new ArrayList<>();
        for (TargetEntry entry : entries) {
            String name = entry.name();
            columns.add(new PlanColumn(
                    name == null ? "?column?" : name, entry.expr().type()));
        }
        return columns;
    }

    static @Nullable String name(Expr expr, Query query) {
        if (expr instanceof Var var && var.attno() > 0) {
            List<String> names = query.rte(var.varno()).eref().columnNames();
            return var.attno() <= names.size() ? names.get(var.attno() - 1) : null;
        }
        return null;
    }

    /// Sort keys over the positions of the shown entries; empty if a key is junk (then the rows cannot be merged).
    static List<SortKey> sortKeys(List<SortGroupClause> clauses, List<TargetEntry> targets) {
        List<SortKey> keys = new ArrayList<>();
        for (SortGroupClause clause : clauses) {
            int position = 0;
            int shown = 0;
            TargetEntry found = null;
            for (TargetEntry entry : targets) {
                shown += entry.junk() ? 0 : 1;
                if (entry.sortGroupRef() == clause.tleSortGroupRef()) {
                    position = shown;
                    found = entry;
                    break;
                }
            }
            if (found == null || found.junk()) {
                return List.of();
            }
            keys.add(sortKey(position, found.expr(), clause));
        }
        return keys;
    }

    static SortKey sortKey(int position, Expr expr, SortGroupClause clause) {
        return new SortKey(
                position,
                expr.type(),
                clause.sortOp(),
                clause.eqOp(),
                clause.reverseSort(),
                clause.nullsFirst(),
                expr.collation());
    }
}
