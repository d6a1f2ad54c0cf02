package org.pgherd.shardplanner.planning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.KeyConstraint;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.CaseExpr;
import org.pgherd.analyzer.query.CaseWhen;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.JoinType;
import org.pgherd.analyzer.query.MergeAction;
import org.pgherd.analyzer.query.MergeAction.MatchKind;
import org.pgherd.analyzer.query.MergeSupportFunc;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.Overriding;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RowMarkClause;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.SetToDefault;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;
import org.pgherd.shardplanner.deparse.QueryText;
import org.pgherd.shardplanner.deparse.SystemColumns;
import org.pgherd.shardplanner.plan.MergeBranch;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Rung;
import org.pgherd.shardplanner.plan.ShardMerge;
import org.pgherd.shardplanner.plan.Why;
import org.pgherd.shardplanner.plan.WriteColumn;
import org.pgherd.shardplanner.prepare.SplitRowAssignment;

/// MERGE whose rows the coordinator joins (transform_MERGE_to_join of prepjointree.c): each joined row says which WHEN
/// it is for, and is written on the shard that has it. UPDATE and DELETE whose RETURNING needs more than the written
/// row are carried out as the MERGE of one WHEN MATCHED.
final class MergePlanner {

    private final Query query;
    private final RteRelation target;
    private final int rtindex;
    private final Environment environment;
    private final QueryPlanner queries;
    private final Planning planning;
    private final RowWriter writer;
    private final boolean merge;
    private final List<MergeAction> actions;
    private final ReturnedRows returned;
    /// Whether every shard has a copy of the target.
    private final boolean replicated;
    /// Columns that together find a row of the target; the first is NULL if there is none.
    private final List<Var> address;
    private final List<Expr> sources = new ArrayList<>();

    MergePlanner(Query query, RteRelation target, Environment environment, QueryPlanner queries, RowWriter writer) {
        this.query = query;
        this.target = target;
        this.rtindex = query.resultRelation();
        this.environment = environment;
        this.queries = queries;
        this.planning = queries.planning();
        this.writer = writer;
        this.merge = query.commandType() == CommandType.MERGE;
        this.actions = merge
                ? query.mergeActionList()
                : List.of(new MergeAction(
                        MatchKind.MATCHED, query.commandType(), Overriding.NOT_SET, null, query.targetList()));
        this.returned = new ReturnedRows(query, actions);
        this.replicated = planning.tables().distribution(target) instanceof Distribution.Reference;
        this.address = address();
    }

    PlanNode plan(String why) {
        Expr action = action();
        Query joined = joined(action);
        List<Expr> exprs = new ArrayList<>(List.of(action, shard()));
        List<PlanColumn> columns =
                new ArrayList<>(List.of(new PlanColumn("action", SqlType.INT4), new PlanColumn("shard", SqlType.INT4)));
        List<WriteColumn> identity = new ArrayList<>();
        for (Var var : address) {
            exprs.add(var);
            identity.add(addressColumn(var, exprs.size()));
            columns.add(new PlanColumn(identity.getLast().name(), var.type()));
        }
        List<MergeBranch> branches = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        List<PlanColumn> valueColumns = new ArrayList<>();
        List<Expr> read = new ArrayList<>();
        returned.read().forEach(expr -> addVars(expr, read));
        int first = exprs.size() + read.size();
        for (int i = 0; i < actions.size(); i++) {
            branches.add(branch(actions.get(i), action, i + 1, first, values, valueColumns));
        }
        boolean moves = branches.stream().anyMatch(branch -> !branch.move().isEmpty());
        if (moves && !planning.facts().referring(target.relation().oid()).isEmpty()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "changing the shard key of \"" + target.relation().name()
                            + "\", which other tables refer to, in this form of " + query.commandType()
                            + " is not supported",
                    query.at());
        }
        FromPlanner from = new FromPlanner(joined, environment, queries, why);
        List<Expr> above = new ArrayList<>(exprs);
        above.addAll(read);
        above.addAll(values);
        LocalPart rows = from.local(from.plan(above), above);
        // the action is decided once for each row, then the values of the action alone are computed
        rows = queries.withColumns(rows, List.of(action), environment);
        rows = queries.withColumns(rows, sources, environment);
        for (Expr expr : read) {
            exprs.add(expr);
            columns.add(new PlanColumn("?column?", expr.type()));
        }
        exprs.addAll(values);
        columns.addAll(valueColumns);
        LocalPart projected = queries.project(rows, exprs, columns, environment);
        return written(projected, identity, branches, why);
    }

    /// The target beside, or outer joined with, the source.
    private Query joined(Expr action) {
        List<FromItem> sources = new ArrayList<>();
        for (FromItem item : query.jointree().fromList()) {
            if (!(item instanceof RangeTblRef ref && ref.rtindex() == rtindex)) {
                sources.add(item);
            }
        }
        FromItem own = new RangeTblRef(rtindex);
        FromItem source = sources.size() == 1 ? sources.getFirst() : new FromExpr(sources, null);
        boolean keepsTarget = has(MatchKind.NOT_MATCHED_BY_SOURCE);
        boolean keepsSource = has(MatchKind.NOT_MATCHED_BY_TARGET);
        Query.Builder b = query.toBuilder();
        if (!keepsTarget && !keepsSource) {
            List<FromItem> items = new ArrayList<>(List.of(own));
            items.addAll(sources);
            List<Expr> quals = new ArrayList<>();
            addIfAny(quals, query.jointree().quals());
            addIfAny(quals, query.mergeJoinCondition());
            b.jointree = new FromExpr(items, Quals.and(quals));
            b.rowMarks = List.of(
                    new RowMarkClause(rtindex, RowMarkClause.Strength.UPDATE, RowMarkClause.WaitPolicy.BLOCK, false));
        } else {
            JoinType type = keepsTarget && keepsSource ? JoinType.FULL : JoinType.LEFT;
            Expr on = query.mergeJoinCondition() == null
                    ? Const.ofBoolean(true, Position.NONE)
                    : query.mergeJoinCondition();
            FromItem left = keepsTarget ? own : source;
            FromItem right = keepsTarget ? source : own;
            FromItem join = new JoinExpr(type, false, left, right, List.of(), on, null, 0);
            b.jointree = new FromExpr(List.of(join), query.jointree().quals());
        }
        b.commandType = CommandType.SELECT;
        b.resultRelation = 0;
        b.mergeTargetRelation = 0;
        b.mergeJoinCondition = null;
        b.targetList = List.of(new TargetEntry(action, 1, "action", 0, 0, 0, false));
        return b.build();
    }

    private static void addIfAny(List<Expr> quals, @Nullable Expr qual) {
        if (qual != null) {
            quals.add(qual);
        }
    }

    private boolean has(MatchKind kind) {
        return actions.stream().anyMatch(action -> action.matchKind() == kind);
    }

    private Expr shard() {
        return replicated ? Const.ofInt(0, Position.NONE) : ShardNumber.of(rtindex);
    }

    /// By what a row of the target is found again: its place on its shard, or in a table of copies its key.
    private List<Var> address() {
        if (!replicated) {
            return List.of(
                    new Var(rtindex, SystemColumns.CTID, SqlType.of(TypeOids.TID), 0, Position.NONE),
                    new Var(rtindex, SystemColumns.TABLEOID, SqlType.OID, 0, Position.NONE));
        }
        KeyConstraint key = target.relation().primaryKey();
        if (key == null) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "this form of " + query.commandType() + " of reference table \""
                            + target.relation().name() + "\", which has no primary key, is not supported",
                    query.at());
        }
        List<Var> vars = new ArrayList<>();
        for (int attnum : key.columns()) {
            Column column = target.relation().column(attnum);
            vars.add(new Var(rtindex, attnum, column.type(), 0, Position.NONE));
        }
        return vars;
    }

    private WriteColumn addressColumn(Var var, int source) {
        return switch (var.attno()) {
            case SystemColumns.CTID -> new WriteColumn("ctid", "ctid", "pg_catalog.tid", var.type(), source);
            case SystemColumns.TABLEOID ->
                new WriteColumn("tableoid", "tableoid", "pg_catalog.oid", var.type(), source);
            default -> writer.column(target.relation().column(var.attno()), source);
        };
    }

    /// The number of the first WHEN that a joined row is for; 0 if there is none or it does nothing.
    private Expr action() {
        if (!merge) {
            return Const.ofInt(1, Position.NONE);
        }
        List<CaseWhen> whens = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            MergeAction action = actions.get(i);
            int number = action.commandType() == CommandType.NOTHING ? 0 : i + 1;
            Expr chosen = kindTest(action.matchKind());
            if (action.qual() != null) {
                // a condition is computed for rows of its kind alone
                chosen = new CaseExpr(
                        null,
                        List.of(new CaseWhen(chosen, action.qual(), Position.NONE)),
                        Const.ofBoolean(false, Position.NONE),
                        SqlType.BOOL,
                        Position.NONE);
            }
            whens.add(new CaseWhen(chosen, Const.ofInt(number, Position.NONE), Position.NONE));
        }
        return ExprEquality.withoutPositions(
                new CaseExpr(null, whens, Const.ofInt(0, Position.NONE), SqlType.INT4, Position.NONE));
    }

    private Expr kindTest(MatchKind kind) {
        Expr found = new NullTest(address.getFirst(), false, false, Position.NONE);
        return switch (kind) {
            case NOT_MATCHED_BY_TARGET -> new NullTest(address.getFirst(), true, false, Position.NONE);
            case MATCHED ->
                has(MatchKind.NOT_MATCHED_BY_SOURCE)
                        ? new BoolExpr(BoolExpr.Kind.AND, List.of(found, sourceIsThere()), Position.NONE)
                        : found;
            case NOT_MATCHED_BY_SOURCE ->
                new BoolExpr(
                        BoolExpr.Kind.AND,
                        List.of(found, new BoolExpr(BoolExpr.Kind.NOT, List.of(sourceIsThere()), Position.NONE)),
                        Position.NONE);
        };
    }

    /// Whether one of the source's entries is not made up by the outer join.
    private Expr sourceIsThere() {
        List<Expr> present = new ArrayList<>();
        for (FromItem item : query.jointree().fromList()) {
            for (int leaf : FromPlanner.leaves(item)) {
                if (leaf != rtindex) {
                    SqlType row = query.rte(leaf) instanceof RteRelation relation
                            ? SqlType.of(relation.relation().rowType())
                            : SqlType.RECORD;
                    Expr whole = new Var(leaf, 0, row, 0, Position.NONE);
                    present.add(new NullTest(whole, false, false, Position.NONE));
                }
            }
        }
        return present.size() == 1 ? present.getFirst() : new BoolExpr(BoolExpr.Kind.OR, present, Position.NONE);
    }

    private static void addVars(Expr expr, List<Expr> list) {
        for (Var var : Quals.vars(expr)) {
            if (!list.contains(var)) {
                list.add(var);
            }
        }
    }

    /// @param first how many columns of the child come before the values
    private MergeBranch branch(
            MergeAction action, Expr chosen, int number, int first, List<Expr> values, List<PlanColumn> columns) {
        int key = planning.tables().distribution(target) instanceof Distribution.Hash hash ? hash.attnum() : 0;
        List<WriteColumn> written = new ArrayList<>();
        List<WriteColumn> move = new ArrayList<>();
        int insertKey = -1;
        int moveKey = -1;
        MergeBranch.Kind kind = switch (action.commandType()) {
            case INSERT -> MergeBranch.Kind.INSERT;
            case UPDATE -> MergeBranch.Kind.UPDATE;
            // rows that nothing is done with choose no branch
            case DELETE, NOTHING -> MergeBranch.Kind.DELETE;
            case SELECT, MERGE, UTILITY -> throw new AssertionError("MERGE action " + action.commandType());
        };
        boolean assignsKey = false;
        for (TargetEntry entry : action.targetList()) {
            if (entry.junk() || kind == MergeBranch.Kind.INSERT && entry.expr() instanceof SetToDefault) {
                continue;
            }
            RowWriter.requirePlain(entry);
            Column column = target.relation().column(entry.resno());
            if (entry.resno() == key) {
                insertKey = written.size();
                assignsKey = true;
            }
            Expr value = ExprRewriter.replace(entry.expr(), e -> {
                Expr source = SplitRowAssignment.isRecord(e) ? onlyFor(chosen, number, e) : null;
                if (source != null && !sources.contains(source)) {
                    sources.add(source);
                }
                return source;
            });
            values.add(onlyFor(chosen, number, value));
            columns.add(new PlanColumn(column.name(), entry.expr().type()));
            written.add(writer.column(column, first + values.size()));
        }
        if (kind == MergeBranch.Kind.INSERT && key != 0 && insertKey < 0) {
            insertKey = written.size();
            Column column = target.relation().column(key);
            values.add(Const.ofNull(column.type(), Position.NONE));
            columns.add(new PlanColumn(column.name(), column.type()));
            written.add(writer.column(column, first + values.size()));
        }
        if (kind == MergeBranch.Kind.UPDATE && assignsKey) {
            RowWriter.requireOwnRows(query, target);
            RowWriter.requireNoRowTriggers(target.relation());
            for (Column column : target.relation().columns()) {
                if (column.dropped() || column.isGenerated()) {
                    continue;
                }
                WriteColumn assigned = RowWriter.find(written, column.name());
                if (assigned == null) {
                    values.add(new Var(rtindex, column.attnum(), column.type(), 0, Position.NONE));
                    columns.add(new PlanColumn(column.name(), column.type()));
                }
                if (column.attnum() == key) {
                    moveKey = move.size();
                }
                move.add(assigned != null ? assigned : writer.column(column, first + values.size()));
            }
        }
        return new MergeBranch(kind, written, insertKey, RowWriter.overriding(action.override()), move, moveKey);
    }

    private Expr onlyFor(Expr chosen, int number, Expr value) {
        if (!merge || value instanceof Const) {
            return value;
        }
        Expr mine = ActionNumber.is(chosen, number);
        return new CaseExpr(
                null,
                List.of(new CaseWhen(mine, value, Position.NONE)),
                Const.ofNull(value.type(), Position.NONE),
                value.type(),
                Position.NONE);
    }

    private PlanNode written(LocalPart rows, List<WriteColumn> identity, List<MergeBranch> branches, String why) {
        List<Expr> own = new ArrayList<>();
        returned.shown(rows.columns().getFirst()).forEach(expr -> addVars(expr, own));
        own.removeIf(expr -> !(expr instanceof Var var) || var.varno() != rtindex);
        List<PlanColumn> columns = new ArrayList<>();
        List<TargetEntry> shown = new ArrayList<>();
        for (Expr expr : own) {
            columns.add(new PlanColumn("?column?", expr.type()));
            shown.add(new TargetEntry(expr, shown.size() + 1, "?column?", 0, 0, 0, false));
        }
        String suffix = "";
        if (!query.returningList().isEmpty()) {
            Query.Builder b = query.toBuilder();
            b.returningList = shown;
            b.returningOld = 0;
            b.returningNew = 0;
            suffix = shown.isEmpty() ? "RETURNING" : QueryText.returning(b.build(), "t", planning.facts());
        }
        boolean triggers = !target.relation().triggers().isEmpty();
        ShardMerge node = new ShardMerge(
                rows.node(),
                writer.target(target),
                1,
                2,
                identity,
                branches,
                merge,
                merge && !triggers,
                suffix,
                columns,
                new Why(
                        Rung.SPLIT,
                        merge ? "rows are joined here and written by their ctid" : "rows are found here and written",
                        why));
        if (query.returningList().isEmpty()) {
            return node;
        }
        return returning(rows, node, own);
    }

    /// RETURNING over the written rows and what they were joined with.
    private PlanNode returning(LocalPart rows, ShardMerge node, List<Expr> own) {
        List<Expr> columns = new ArrayList<>();
        for (Expr expr : rows.columns()) {
            // as RETURNING sees them the target's columns are those of the written row, its key among them
            columns.add(expr instanceof Var var && var.varno() == rtindex ? returned.before(var) : expr);
        }
        columns.addAll(own);
        LocalPart written = new LocalPart(rows.relations(), node, columns, rows.rows());
        Expr action = rows.columns().getFirst();
        List<Expr> shown = returned.shown(action).stream()
                .map(expr -> ExprRewriter.replace(expr, e -> e instanceof MergeSupportFunc ? actionName(action) : null))
                .toList();
        return queries.project(written, shown, Remotes.columns(query.returningList()), environment)
                .node();
    }

    private Expr actionName(Expr action) {
        List<CaseWhen> whens = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            Expr name =
                    new Const(SqlType.TEXT, Text.of(actions.get(i).commandType().name()), Position.NONE);
            Expr mine = ActionNumber.is(action, i + 1);
            whens.add(new CaseWhen(mine, name, Position.NONE));
        }
        return new CaseExpr(null, whens, Const.ofNull(SqlType.TEXT, Position.NONE), SqlType.TEXT, Position.NONE);
    }
}
