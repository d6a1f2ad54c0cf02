package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.executor.expression.BatchExpression;
import org.pgherd.executor.expression.BatchPredicate;
import org.pgherd.executor.expression.BatchProjection;
import org.pgherd.executor.expression.Evaluator;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.expression.SetExpression;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.shardplanner.plan.Aggregate;
import org.pgherd.shardplanner.plan.Append;
import org.pgherd.shardplanner.plan.AskShard;
import org.pgherd.shardplanner.plan.CollectKeys;
import org.pgherd.shardplanner.plan.CteDefinition;
import org.pgherd.shardplanner.plan.CteScan;
import org.pgherd.shardplanner.plan.Distinct;
import org.pgherd.shardplanner.plan.Filter;
import org.pgherd.shardplanner.plan.FunctionScan;
import org.pgherd.shardplanner.plan.Gate;
import org.pgherd.shardplanner.plan.HashJoin;
import org.pgherd.shardplanner.plan.HashKey;
import org.pgherd.shardplanner.plan.JoinKind;
import org.pgherd.shardplanner.plan.Limit;
import org.pgherd.shardplanner.plan.Materialize;
import org.pgherd.shardplanner.plan.Memoize;
import org.pgherd.shardplanner.plan.NestedLoop;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Project;
import org.pgherd.shardplanner.plan.ProjectSet;
import org.pgherd.shardplanner.plan.RecursiveUnion;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.RemoteCall;
import org.pgherd.shardplanner.plan.RepartitionJoin;
import org.pgherd.shardplanner.plan.SetOp;
import org.pgherd.shardplanner.plan.ShardDelete;
import org.pgherd.shardplanner.plan.ShardInsert;
import org.pgherd.shardplanner.plan.ShardMerge;
import org.pgherd.shardplanner.plan.ShardUpdate;
import org.pgherd.shardplanner.plan.Sort;
import org.pgherd.shardplanner.plan.TableFunction;
import org.pgherd.shardplanner.plan.TopN;
import org.pgherd.shardplanner.plan.Values;
import org.pgherd.shardplanner.plan.WindowAgg;
import org.pgherd.shardplanner.plan.With;
import org.pgherd.shardplanner.plan.WorkTableScan;

/// Makes a plan's operators for one execution (ExecInitNode).
final class OperatorFactory {
    /// Rows that a shard computes ahead where the reader may stop before the end.
    private static final int FETCH_SIZE = 1000;

    private final CompiledPlan plan;
    private final ExpressionCompiler compiler;
    private final ExecutionState state;

    OperatorFactory(CompiledPlan plan, ExecutionState state) {
        this.plan = plan;
        this.compiler = plan.compiler();
        this.state = state;
    }

    /// @param early whether the reader may stop before the end
    Operator create(PlanNode node, boolean early) {
        Operator operator = make(node, early);
        NodeStatistics statistics = state.statistics();
        return statistics == null ? operator : new MeasuredOperator(operator, statistics.node(node));
    }

    private Operator make(PlanNode node, boolean early) {
        return switch (node) {
            case Remote n -> {
                RemoteOperator opened = state.opened(n);
                if (opened != null) {
                    yield opened.stepwise(early);
                }
                CteStore read = state.rowsReadFirst(n);
                yield read != null
                        ? new CteScanOperator(read)
                        : new RemoteOperator(plan.remote(n), early ? FETCH_SIZE : 0, plan.counts(n), state)
                                .stepwise(early);
            }
            case RemoteCall n -> new RemoteCallOperator(n, Router.compile(n.routing(), compiler), state);
            case Project n ->
                new ProjectOperator(
                        create(n.child(), early), BatchProjection.compile(n.expressions(), compiler), state);
            case Filter n ->
                new FilterOperator(create(n.child(), early), BatchPredicate.compile(n.quals(), compiler), state);
            case Gate n -> new GateOperator(create(n.child(), early), compiler.compileAll(n.quals()), state);
            case HashJoin n -> hashJoin(n, early);
            case RepartitionJoin n ->
                new RepartitionJoinOperator(
                        n,
                        create(n.outer(), false),
                        create(n.inner(), false),
                        expressions(n.keys().stream().map(HashKey::outer).toList()),
                        expressions(n.keys().stream()
                                .map(key -> InnerToOuter.rewrite(key.inner()))
                                .toList()),
                        state);
            case NestedLoop n -> nestedLoop(n, early);
            case Aggregate n -> new AggregateOperator(n, create(n.child(), false), compiler, state);
            case WindowAgg n -> new WindowOperator(n, create(n.child(), false), compiler, state);
            case Sort n -> new SortOperator(create(n.child(), false), new RowOrder(n.keys(), state), n.output(), state);
            case TopN n ->
                new TopNOperator(
                        create(n.child(), false),
                        new RowOrder(n.keys(), state),
                        limits(n.count(), n.offset()),
                        n.output(),
                        state);
            case Limit n ->
                new LimitOperator(
                        create(n.child(), true),
                        limits(n.count(), n.offset()),
                        n.ties().isEmpty() ? null : new RowOrder(n.ties(), state),
                        state);
            case Distinct n ->
                new DistinctOperator(
                        create(n.child(), early),
                        new DistinctRows(n.keys(), n.child().output(), state),
                        state);
            case Append n -> new AppendOperator(createAll(n.children(), early));
            case SetOp n -> new SetOpOperator(n, create(n.left(), false), create(n.right(), false), state);
            case RecursiveUnion n ->
                new RecursiveUnionOperator(
                        create(n.start(), false),
                        create(n.step(), false),
                        state.workTable(n.workTable()),
                        n.distinctKeys().isEmpty()
                                ? null
                                : new SeenKeys(n.distinctKeys(), state.types(), state.memory()),
                        n.output(),
                        state);
            case WorkTableScan n -> new WorkTableOperator(state.workTable(n.workTable()));
            case With n -> with(n, early);
            case CteScan n -> new CteScanOperator(state.cte(n.cte()));
            case Values n -> values(n);
            case FunctionScan n -> functionScan(n);
            case ProjectSet n -> projectSet(n, early);
            case Materialize n ->
                new MaterializeOperator(
                        create(n.child(), false), PlanDependencies.of(n.child(), state), n.output(), state);
            case Memoize n ->
                new MemoizeOperator(create(n.child(), false), PlanDependencies.of(n.child(), state), state);
            case CollectKeys n -> new CollectKeysOperator(n, create(n.child(), false), state);
            case AskShard n -> new AskShardOperator(n, create(n.child(), false), compiler, state);
            case ShardInsert n -> new InsertOperator(n, create(n.child(), false), plan.counts(n), compiler, state);
            case ShardUpdate n -> new UpdateOperator(n, create(n.child(), false), plan.counts(n), state);
            case ShardMerge n -> new MergeOperator(n, create(n.child(), false), plan.counts(n), state);
            case ShardDelete n -> new DeleteOperator(n, create(n.child(), false), plan.counts(n), state);
        };
    }

    private List<Operator> createAll(List<PlanNode> nodes, boolean early) {
        List<Operator> operators = new ArrayList<>(nodes.size());
        for (PlanNode node : nodes) {
            operators.add(create(node, early));
        }
        return operators;
    }

    private BatchExpression[] expressions(List<Expr> list) {
        return AggregateState.compile(list, compiler);
    }

    private LimitCounts limits(@Nullable Expr count, @Nullable Expr offset) {
        return new LimitCounts(
                count == null ? null : compiler.compile(count), offset == null ? null : compiler.compile(offset));
    }

    private Operator hashJoin(HashJoin n, boolean early) {
        return new HashJoinOperator(
                n,
                create(n.outer(), early),
                create(n.inner(), false),
                expressions(n.keys().stream().map(HashKey::outer).toList()),
                // evaluated over batches of the inner child alone
                expressions(n.keys().stream()
                        .map(key -> InnerToOuter.rewrite(key.inner()))
                        .toList()),
                BatchPredicate.compile(n.quals(), compiler),
                state);
    }

    RemoteOperator remote(Remote node) {
        return new RemoteOperator(plan.remote(node), 0, plan.counts(node), state);
    }

    private Operator nestedLoop(NestedLoop n, boolean early) {
        if (n.kind() == JoinKind.FULL && n.quals().stream().anyMatch(ExprWalk::hasExternParam)) {
            // no constant without the parameters' values, as in a generic plan
            throw NestedLoop.fullJoinUnsupported();
        }
        return new NestedLoopOperator(
                n,
                create(n.outer(), early),
                create(n.inner(), !n.kind().yieldsInner()),
                BatchPredicate.compile(n.quals(), compiler),
                state);
    }

    private Operator with(With n, boolean early) {
        List<CteStore> stores = new ArrayList<>();
        for (CteDefinition definition : n.definitions()) {
            CteStore store = new CteStore(
                    create(definition.plan(), false),
                    definition.writes(),
                    PlanDependencies.of(definition.plan(), state),
                    definition.plan().output(),
                    state);
            state.defineCte(definition.id(), store);
            stores.add(store);
        }
        return new WithOperator(stores, create(n.child(), early));
    }

    private Operator values(Values n) {
        List<Evaluator[]> rows = new ArrayList<>(n.rows().size());
        for (List<Expr> row : n.rows()) {
            rows.add(compiler.compileAll(row));
        }
        return new ValuesOperator(rows, n.output(), state);
    }

    private Operator functionScan(FunctionScan n) {
        SetExpression[] calls = new SetExpression[n.functions().size()];
        for (int i = 0; i < calls.length; i++) {
            TableFunction function = n.functions().get(i);
            calls[i] = SetExpression.compile(
                    function.call(), function.composite(), resultColumns(function.columns()), compiler);
        }
        return new FunctionScanOperator(n, calls, state);
    }

    private static List<CallSite.ResultColumn> resultColumns(List<PlanColumn> columns) {
        return columns.stream()
                .map(column -> new CallSite.ResultColumn(column.name(), column.type()))
                .toList();
    }

    private Operator projectSet(ProjectSet n, boolean early) {
        SetExpression[] expressions = new SetExpression[n.expressions().size()];
        for (int i = 0; i < expressions.length; i++) {
            Expr expr = n.expressions().get(i);
            List<CallSite.ResultColumn> fields = Fields.of(expr, state);
            expressions[i] = SetExpression.compile(expr, !fields.isEmpty(), fields, compiler);
        }
        return new ProjectSetOperator(create(n.child(), early), expressions, n.output(), state);
    }
}
