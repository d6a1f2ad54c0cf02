package org.pgherd.jmh;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.pgherd.executor.expression.BatchProjection;
import org.pgherd.executor.expression.EvaluationContext;
import org.pgherd.executor.expression.Evaluator;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.semantics.aggregate.AggregateRegistry;
import org.pgherd.semantics.aggregate.GroupedAccumulator;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.datetime.PgTimeZone;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.DateStyle;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// Expressions over a batch: nanoseconds per value, by the class that is generated for them, and by the tree of
/// evaluators
/// that it replaces.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@OperationsPerInvocation(SemanticsBenchmark.ROWS)
public class SemanticsBenchmark {
    static final int ROWS = Batch.DEFAULT_ROWS;
    private static final int SUM_OF_NUMERIC = 2114;

    @Param
    private SemanticsShape shape;

    private Batch batch;
    private RowFrame frame;
    private BatchProjection projection;
    private Evaluator tree;
    private GroupedAccumulator sum;
    private Vector[] summed;

    @Setup
    public void prepare() {
        FunctionContext session = session();
        ExpressionCompiler compiler = new ExpressionCompiler();
        batch = new SemanticsData(ROWS).batch(session);
        frame = new RowFrame(context(session));
        projection = BatchProjection.compile(List.of(shape.expr), compiler);
        tree = compiler.compile(shape.expr);
        sum = Objects.requireNonNull(AggregateRegistry.instance().aggregate(SUM_OF_NUMERIC))
                .accumulator(session, CallSite.of(SqlType.NUMERIC, SqlType.NUMERIC), SUM_OF_NUMERIC);
        sum.ensureGroups(1);
        summed = new Vector[] {batch.column(SemanticsShape.Column.N.ordinal())};
    }

    private static FunctionContext session() {
        return (FunctionContext) Proxy.newProxyInstance(
                SemanticsBenchmark.class.getClassLoader(),
                new Class<?>[] {FunctionContext.class},
                (_, method, _) -> switch (method.getName()) {
                    case "types" -> BuiltinCatalog.instance();
                    case "dateStyle" -> DateStyle.ISO_MDY;
                    case "timeZone" -> PgTimeZone.UTC;
                    default -> throw new AssertionError("not expected here: " + method.getName());
                });
    }

    private static EvaluationContext context(FunctionContext session) {
        return (EvaluationContext) Proxy.newProxyInstance(
                SemanticsBenchmark.class.getClassLoader(),
                new Class<?>[] {EvaluationContext.class},
                (_, method, _) -> switch (method.getName()) {
                    case "functions" -> session;
                    default -> throw new AssertionError("not expected here: " + method.getName());
                });
    }

    @Benchmark
    public Object compiled() {
        if (shape.aggregates()) {
            return sum();
        }
        return projection.evaluate(frame, batch);
    }

    @Benchmark
    public Object tree() {
        if (shape.aggregates()) {
            return sum();
        }
        VectorBuilder out = VectorBuilder.of(shape.expr.type().carrier(), ROWS);
        for (int row = 0; row < ROWS; row++) {
            out.appendBoxed(tree.evaluate(frame.at(batch, row)));
        }
        return out.build();
    }

    private Object sum() {
        sum.reset(0);
        sum.addAll(0, summed, 0, ROWS);
        return sum;
    }
}
