package org.pgherd.shardplanner.cost;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.shardplanner.plan.Aggregate;
import org.pgherd.shardplanner.plan.Append;
import org.pgherd.shardplanner.plan.AskShard;
import org.pgherd.shardplanner.plan.CollectKeys;
import org.pgherd.shardplanner.plan.CteScan;
import org.pgherd.shardplanner.plan.Distinct;
import org.pgherd.shardplanner.plan.Filter;
import org.pgherd.shardplanner.plan.FunctionScan;
import org.pgherd.shardplanner.plan.Gate;
import org.pgherd.shardplanner.plan.HashJoin;
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
import org.pgherd.shardplanner.plan.TopN;
import org.pgherd.shardplanner.plan.Values;
import org.pgherd.shardplanner.plan.WindowAgg;
import org.pgherd.shardplanner.plan.With;
import org.pgherd.shardplanner.plan.WorkTableScan;

/// Costs of plan trees (costsize.c). What travels over the network is what counts; work here is counted as
/// PostgreSQL counts its own.
public final class Estimator {
    /// Rows of what nobody knows anything of.
    public static final double DEFAULT_ROWS = 1000;

    private static final double ROUND_TRIP = 10;
    private static final double PER_ROW = 0.01;
    private static final double PER_BYTE = 0.0001;
    private static final double PER_OPERATION = 0.0025;
    private static final double GROUPS = 0.1;
    private static final int UNKNOWN_WIDTH = 32;

    private final TypeLookup types;
    private final Map<PlanNode, Estimate> known = new IdentityHashMap<>();

    public Estimator(TypeLookup types) {
        this.types = types;
    }

    public Estimate of(PlanNode node) {
        Estimate estimate = known.get(node);
        if (estimate == null) {
            estimate = estimate(node);
            known.put(node, estimate);
        }
        return estimate;
    }

    private Estimate estimate(PlanNode node) {
        int width = width(node.output());
        return switch (node) {
            case Remote r -> {
                double rows = r.rows() < 0 ? DEFAULT_ROWS : r.rows();
                yield new Estimate(ROUND_TRIP, ROUND_TRIP + rows * (PER_ROW + PER_BYTE * width), rows, width);
            }
            case RemoteCall _ -> new Estimate(ROUND_TRIP, ROUND_TRIP, 1, width);
            case Filter n -> streamed(n.child(), Math.max(1, of(n.child()).rows() / 3), width);
            case Gate n -> streamed(n.child(), of(n.child()).rows(), width);
            case Project n -> streamed(n.child(), of(n.child()).rows(), width);
            case ProjectSet n -> streamed(n.child(), of(n.child()).rows() * 10, width);
            case AskShard n -> {
                Estimate in = of(n.child());
                double asked = in.rows() * (2 * PER_ROW + PER_BYTE * width);
                yield new Estimate(in.startup() + ROUND_TRIP, in.total() + ROUND_TRIP + asked, in.rows(), width);
            }
            case HashJoin n -> hashJoin(n, width);
            case RepartitionJoin n -> repartition(n, width);
            case NestedLoop n -> nestedLoop(n, width);
            case Aggregate n -> {
                Estimate in = of(n.child());
                double rows = n.keys().isEmpty() ? 1 : Math.max(1, in.rows() * GROUPS);
                double work =
                        in.rows() * PER_OPERATION * (n.keys().size() + n.calls().size());
                yield new Estimate(in.total() + work, in.total() + work + rows * PER_ROW, rows, width);
            }
            case Distinct n -> {
                Estimate in = of(n.child());
                double work = in.rows() * PER_OPERATION * n.keys().size();
                yield new Estimate(in.startup(), in.total() + work, Math.max(1, in.rows() * GROUPS), width);
            }
            case WindowAgg n -> {
                Estimate in = of(n.child());
                double work = in.rows() * PER_OPERATION * (1 + n.calls().size());
                yield new Estimate(in.startup(), in.total() + work, in.rows(), width);
            }
            case Sort n -> sorted(n.child(), of(n.child()).rows(), width);
            case TopN n -> sorted(n.child(), Math.min(of(n.child()).rows(), Constants.count(n.count())), width);
            case Limit n -> {
                Estimate in = of(n.child());
                double rows = n.count() == null ? in.rows() : Math.min(in.rows(), Constants.count(n.count()));
                double part = in.rows() <= 0 ? 1 : rows / in.rows();
                yield new Estimate(in.startup(), in.startup() + (in.total() - in.startup()) * part, rows, width);
            }
            case Append n -> sum(n.children(), width);
            case SetOp n -> {
                Estimate in = sum(n.children(), width);
                yield new Estimate(in.total(), in.total() + in.rows() * PER_OPERATION, in.rows(), width);
            }
            case RecursiveUnion n -> {
                Estimate start = of(n.start());
                Estimate step = of(n.step());
                // as PostgreSQL guesses: ten rounds
                yield new Estimate(
                        start.startup(), start.total() + 10 * step.total(), start.rows() + 10 * step.rows(), width);
            }
            case With n -> {
                Estimate in = of(n.child());
                double before = 0;
                for (var definition : n.definitions()) {
                    before += of(definition.plan()).total();
                }
                yield new Estimate(in.startup() + before, in.total() + before, in.rows(), width);
            }
            case Materialize n -> streamed(n.child(), of(n.child()).rows(), width);
            case Memoize n -> streamed(n.child(), of(n.child()).rows(), width);
            case CollectKeys n -> streamed(n.child(), of(n.child()).rows(), width);
            case Values n -> new Estimate(0, n.rows().size() * PER_ROW, n.rows().size(), width);
            case FunctionScan _ -> new Estimate(0, 100 * PER_ROW, 100, width);
            case WorkTableScan _, CteScan _ -> new Estimate(0, DEFAULT_ROWS * PER_ROW, DEFAULT_ROWS, width);
            case ShardInsert n -> written(n.child(), n.output());
            case ShardUpdate n -> written(n.child(), n.output());
            case ShardDelete n -> written(n.child(), n.output());
            case ShardMerge n -> written(n.child(), n.output());
        };
    }

    private Estimate streamed(PlanNode child, double rows, int width) {
        Estimate in = of(child);
        return new Estimate(in.startup(), in.total() + in.rows() * PER_OPERATION, rows, width);
    }

    private Estimate sorted(PlanNode child, double rows, int width) {
        Estimate in = of(child);
        double work = in.rows() * Math.log(Math.max(2, in.rows())) / Math.log(2) * 2 * PER_OPERATION;
        return new Estimate(in.total() + work, in.total() + work + rows * PER_OPERATION, rows, width);
    }

    private Estimate hashJoin(HashJoin n, int width) {
        Estimate outer = of(n.outer());
        Estimate inner = of(n.inner());
        double rows = n.rows() >= 0 ? n.rows() : joined(n.kind(), outer.rows(), inner.rows());
        double work = (outer.rows() + inner.rows()) * PER_OPERATION * n.keys().size() + rows * PER_ROW;
        return new Estimate(inner.total() + outer.startup(), inner.total() + outer.total() + work, rows, width);
    }

    /// Both sides are sent to the shards, the result comes back.
    private Estimate repartition(RepartitionJoin n, int width) {
        Estimate outer = of(n.outer());
        Estimate inner = of(n.inner());
        double rows = n.rows() >= 0 ? n.rows() : joined(n.kind(), outer.rows(), inner.rows());
        double sent = ROUND_TRIP * 2
                + outer.rows() * (PER_ROW + PER_BYTE * outer.width())
                + inner.rows() * (PER_ROW + PER_BYTE * inner.width());
        double startup = outer.total() + inner.total() + sent;
        return new Estimate(startup, startup + rows * (PER_ROW + PER_BYTE * width), rows, width);
    }

    private Estimate nestedLoop(NestedLoop n, int width) {
        Estimate outer = of(n.outer());
        Estimate inner = of(n.inner());
        double runs = n.parameters().isEmpty() ? 1 : Math.max(1, outer.rows());
        double pairs = outer.rows() * inner.rows();
        double rows = n.quals().isEmpty() ? pairs : Math.max(1, pairs / 10);
        double work = pairs * PER_OPERATION * Math.max(1, n.quals().size());
        return new Estimate(
                outer.startup() + inner.startup(),
                outer.total() + runs * inner.total() + work,
                n.kind() == JoinKind.SEMI || n.kind() == JoinKind.ANTI ? Math.max(1, outer.rows() / 2) : rows,
                width);
    }

    private static double joined(JoinKind kind, double outer, double inner) {
        return switch (kind) {
            case INNER, LEFT, RIGHT -> Math.max(outer, inner);
            case FULL -> outer + inner;
            case SEMI, ANTI -> Math.max(1, outer / 2);
        };
    }

    private Estimate sum(List<PlanNode> children, int width) {
        double startup = 0;
        double total = 0;
        double rows = 0;
        for (PlanNode child : children) {
            Estimate in = of(child);
            startup = startup == 0 ? in.startup() : startup;
            total += in.total();
            rows += in.rows();
        }
        return new Estimate(startup, total, rows, width);
    }

    private Estimate written(PlanNode child, List<PlanColumn> output) {
        Estimate in = of(child);
        double sent = ROUND_TRIP + in.rows() * (PER_ROW + PER_BYTE * in.width());
        return new Estimate(in.total(), in.total() + sent, output.isEmpty() ? 0 : in.rows(), width(output));
    }

    private int width(List<PlanColumn> columns) {
        int width = 0;
        for (PlanColumn column : columns) {
            TypeRow row = types.type(column.type().oid());
            width += row == null || row.length() <= 0 ? UNKNOWN_WIDTH : row.length();
        }
        return width;
    }
}
