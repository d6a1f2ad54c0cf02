package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.CancelToken;
import org.pgherd.executor.ExecutionContext;
import org.pgherd.executor.MemoryAccount;
import org.pgherd.executor.expression.EvaluationContext;
import org.pgherd.executor.expression.RememberedResults;
import org.pgherd.executor.expression.SubPlanRun;
import org.pgherd.executor.spill.BatchForm;
import org.pgherd.executor.spill.RowStore;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.spi.RoutineCaller;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.plan.PlanColumn;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.SubPlanExpr;

/// Everything that changes while one statement runs (EState of execnodes.h).
public final class ExecutionState implements EvaluationContext, AutoCloseable {
    private final ExecutionContext context;
    private final OperatorFactory factory;
    private final @Nullable Object[] externParams;
    private final @Nullable Object[] execParams;
    private final @Nullable LazyParameter[] lazyParams;
    private final boolean[] fixed;
    private final Map<SubPlanExpr, SubPlanRunner> subPlans = new IdentityHashMap<>();
    private final Map<Object, @Nullable RememberedResults> remembered = new IdentityHashMap<>();
    private final Map<Integer, CteStore> ctes = new HashMap<>();
    private final Map<Integer, WorkTable> workTables = new HashMap<>();
    private final List<CteStore> writingCtes = new ArrayList<>();
    private final Map<Remote, CteStore> readFirst = new IdentityHashMap<>();
    private final Map<Remote, RemoteOperator> opened = new IdentityHashMap<>();
    private final List<AutoCloseable> resources = new ArrayList<>();
    private @Nullable NodeStatistics statistics;
    private long processed;
    private @Nullable String commandTag;
    /// Counts the rounds of recursive queries: what was read from a work table is stale in the next.
    private int round;

    /// A value that is computed when it is first asked for.
    @FunctionalInterface
    public interface LazyParameter {
        @Nullable
        Object compute();
    }

    public ExecutionState(CompiledPlan plan, @Nullable Object[] externParams, ExecutionContext context) {
        this.context = context;
        this.externParams = externParams;
        this.execParams = new Object[plan.plan().execParameters()];
        this.lazyParams = new LazyParameter[execParams.length];
        this.fixed = new boolean[execParams.length];
        this.factory = new OperatorFactory(plan, this);
    }

    public ExecutionContext context() {
        return context;
    }

    OperatorFactory factory() {
        return factory;
    }

    public CancelToken cancel() {
        return context.cancel();
    }

    /// How rows with these columns lie in temporary files.
    BatchForm form(List<PlanColumn> columns) {
        SqlType[] types = new SqlType[columns.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = columns.get(i).type();
        }
        return new BatchForm(types, context.codecs());
    }

    /// A place for rows that are read again.
    RowStore rowStore(List<PlanColumn> columns) {
        RowStore store = new RowStore(memory(), form(columns));
        onClose(store);
        return store;
    }

    MemoryAccount memory() {
        return context.memory();
    }

    @Override
    public FunctionContext functions() {
        return context.functions();
    }

    TypeLookup types() {
        return context.functions().types();
    }

    @Override
    public RoutineCaller routines() {
        return context.routines();
    }

    @Override
    public TypeCodec codec(int typeOid) {
        return context.codecs().codec(typeOid);
    }

    @Override
    public @Nullable Object externParam(int number) {
        return externParams[number - 1];
    }

    @Override
    public @Nullable Object execParam(int number) {
        LazyParameter lazy = lazyParams[number];
        if (lazy != null) {
            lazyParams[number] = null;
            execParams[number] = lazy.compute();
        }
        return execParams[number];
    }

    @Override
    public void execParam(int number, @Nullable Object value) {
        lazyParams[number] = null;
        execParams[number] = value;
    }

    public void lazyParam(int number, LazyParameter value) {
        lazyParams[number] = value;
        fixed[number] = true;
    }

    /// Whether a parameter has one value in all of the execution.
    boolean isFixed(int number) {
        return fixed[number];
    }

    int round() {
        return round;
    }

    void nextRound() {
        round++;
    }

    @Override
    public void checkDomain(SqlType domain, @Nullable Object value) {
        context.domains().check(domain, value);
    }

    @Override
    public SubPlanRun subPlan(SubPlanExpr plan) {
        SubPlanRunner run = subPlans.get(plan);
        if (run == null) {
            run = new SubPlanRunner(plan, this);
            subPlans.put(plan, run);
            resources.add(run);
        }
        return run;
    }

    @Override
    public @Nullable RememberedResults remembered(Object call, int routineOid) {
        RememberedResults known = remembered.get(call);
        if (known == null && !remembered.containsKey(call)) {
            known = context.routines().onlyReads(routineOid) ? new RememberedResults() : null;
            remembered.put(call, known);
        }
        return known;
    }

    void defineCte(int id, CteStore store) {
        ctes.put(id, store);
        if (store.writes()) {
            writingCtes.add(store);
        }
    }

    /// Opens all that a cursor reads, so that it sees nothing of what is written between its rows.
    public void openFirst(PlannedStatement plan) {
        for (Remote remote : PlanDependencies.reads(plan)) {
            if (readFirst.containsKey(remote)) {
                continue;
            }
            RemoteOperator operator = factory.remote(remote);
            onClose(operator::close);
            operator.open();
            opened.put(remote, operator);
        }
    }

    /// What [#openFirst] has opened, for its only reader.
    @Nullable
    RemoteOperator opened(Remote remote) {
        return opened.remove(remote);
    }

    /// Reads all that the statement reads, before it writes anything.
    public void readFirst(PlannedStatement plan) {
        for (Remote remote : PlanDependencies.reads(plan)) {
            CteStore rows = new CteStore(
                    factory.create(remote, false), false, PlanDependencies.of(remote, this), remote.output(), this);
            onClose(rows::close);
            rows.readToEnd();
            readFirst.put(remote, rows);
        }
    }

    /// The rows of a node that was read first; null if it is read when they are needed.
    @Nullable
    CteStore rowsReadFirst(Remote remote) {
        return readFirst.get(remote);
    }

    CteStore cte(int id) {
        CteStore store = ctes.get(id);
        if (store == null) {
            throw new AssertionError("no CTE " + id);
        }
        return store;
    }

    WorkTable workTable(int number) {
        return workTables.computeIfAbsent(number, n -> new WorkTable());
    }

    /// Rows that the statement's own writing nodes have processed.
    public long processed() {
        return processed;
    }

    /// The tag a forwarded statement was answered with; null if there was none.
    public @Nullable String commandTag() {
        return commandTag;
    }

    void commandTag(String tag) {
        commandTag = tag;
    }

    void addProcessed(long rows) {
        processed += rows;
    }

    /// Counts rows and time per node from now on, for EXPLAIN ANALYZE.
    public void collectStatistics(NodeStatistics into) {
        statistics = into;
    }

    @Nullable
    NodeStatistics statistics() {
        return statistics;
    }

    /// The statement is over.
    public void noteMemory() {
        if (statistics != null) {
            statistics.peakMemory(context.memory().peak());
        }
    }

    public Operator operator(PlanNode node) {
        return factory.create(node, false);
    }

    /// Of the rows that the client reads, all of them or as far as it moves a cursor.
    public Operator root(PlanNode node) {
        return factory.create(node, context.demand() != null);
    }

    /// The statement's rows have all been read: data-modifying WITH queries run to their end, read or not.
    public void complete() {
        for (CteStore store : writingCtes) {
            store.readToEnd();
        }
    }

    void onClose(AutoCloseable resource) {
        resources.add(resource);
    }

    @Override
    public void close() {
        // a scan that is closed leaves the portals of an open cursor to be closed after it
        for (int i = 0; i < resources.size(); i++) {
            AutoCloseable resource = resources.get(i);
            try {
                resource.close();
            } catch (RuntimeException e) {
                // the statement's own error, if any, is the one to be seen
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        resources.clear();
        ctes.values().forEach(CteStore::close);
    }
}
