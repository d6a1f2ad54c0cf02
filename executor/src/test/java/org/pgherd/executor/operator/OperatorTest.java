package org.pgherd.executor.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pgherd.executor.operator.Plans.ascending;
import static org.pgherd.executor.operator.Plans.columns;
import static org.pgherd.executor.operator.Plans.descending;
import static org.pgherd.executor.operator.Plans.inner;
import static org.pgherd.executor.operator.Plans.int4;
import static org.pgherd.executor.operator.Plans.int8;
import static org.pgherd.executor.operator.Plans.ints;
import static org.pgherd.executor.operator.Plans.key;
import static org.pgherd.executor.operator.Plans.op;
import static org.pgherd.executor.operator.Plans.operator;
import static org.pgherd.executor.operator.Plans.outer;
import static org.pgherd.executor.operator.Plans.rows;
import static org.pgherd.executor.operator.Plans.table;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.ExecutionContext;
import org.pgherd.executor.PlanExecutor;
import org.pgherd.executor.ResultCursor;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.plan.Append;
import org.pgherd.shardplanner.plan.CteDefinition;
import org.pgherd.shardplanner.plan.CteScan;
import org.pgherd.shardplanner.plan.Distinct;
import org.pgherd.shardplanner.plan.Filter;
import org.pgherd.shardplanner.plan.FrameClause;
import org.pgherd.shardplanner.plan.GroupKey;
import org.pgherd.shardplanner.plan.HashJoin;
import org.pgherd.shardplanner.plan.HashKey;
import org.pgherd.shardplanner.plan.InitPlan;
import org.pgherd.shardplanner.plan.JoinKind;
import org.pgherd.shardplanner.plan.Limit;
import org.pgherd.shardplanner.plan.NestParameter;
import org.pgherd.shardplanner.plan.NestedLoop;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Project;
import org.pgherd.shardplanner.plan.RecursiveUnion;
import org.pgherd.shardplanner.plan.SetOp;
import org.pgherd.shardplanner.plan.Sort;
import org.pgherd.shardplanner.plan.SubPlanExpr;
import org.pgherd.shardplanner.plan.TopN;
import org.pgherd.shardplanner.plan.Values;
import org.pgherd.shardplanner.plan.WindowAgg;
import org.pgherd.shardplanner.plan.WindowCall;
import org.pgherd.shardplanner.plan.With;
import org.pgherd.shardplanner.plan.WorkTableScan;

class OperatorTest {
    private static final SqlType TEXT_C = SqlType.TEXT.withCollation(Collations.C);

    private static Param exec(int number) {
        return new Param(Param.Kind.EXEC, number, SqlType.INT4, Position.NONE);
    }

    private static Project project(PlanNode child, Expr... expressions) {
        SqlType[] types = java.util.Arrays.stream(expressions).map(Expr::type).toArray(SqlType[]::new);
        return new Project(child, List.of(expressions), columns(types));
    }

    @Test
    void filterAndProject() {
        PlanNode positive = new Filter(ints("1", "-5", "-", "3"), List.of(op(outer(1), ">", int4(0))));
        assertThat(rows(project(positive, op(outer(1), "*", int4(10)), outer(1))))
                .containsExactly("10 1", "30 3");
    }

    @Test
    void aFilterStopsAtTheFirstQualThatIsNotTrue() {
        List<Expr> quals = List.of(op(outer(1), ">", int4(0)), op(op(int4(6), "/", outer(1)), "=", int4(2)));
        assertThat(rows(new Filter(ints("0", "3"), quals))).containsExactly("3");
        assertThatThrownBy(() -> rows(new Filter(ints("0", "3"), quals.reversed())))
                .hasMessage("division by zero");
    }

    private static HashJoin hashJoin(JoinKind kind, List<Expr> quals) {
        return new HashJoin(
                kind,
                ints("1 10", "2 20", "2 21", "- 30", "4 40"),
                ints("2 200", "2 201", "4 400", "- 500", "6 600"),
                List.of(new HashKey(
                        outer(1),
                        inner(1),
                        operator("=", SqlType.INT4, SqlType.INT4).oid(),
                        0)),
                quals);
    }

    @ParameterizedTest
    @CsvSource({
        "INNER, '2 20 2 200|2 20 2 201|2 21 2 200|2 21 2 201|4 40 4 400'",
        "LEFT, '1 10 - -|2 20 2 200|2 20 2 201|2 21 2 200|2 21 2 201|- 30 - -|4 40 4 400'",
        "RIGHT, '2 20 2 200|2 20 2 201|2 21 2 200|2 21 2 201|4 40 4 400|- - - 500|- - 6 600'",
        "FULL, '1 10 - -|2 20 2 200|2 20 2 201|2 21 2 200|2 21 2 201|- 30 - -|4 40 4 400|- - - 500|- - 6 600'",
        "SEMI, '2 20|2 21|4 40'",
        "ANTI, '1 10|- 30'"
    })
    void hashJoins(JoinKind kind, String expected) {
        assertThat(String.join("|", rows(hashJoin(kind, List.of())))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "INNER, '2 21 2 200|4 40 4 400'",
        "LEFT, '1 10 - -|2 20 - -|2 21 2 200|- 30 - -|4 40 4 400'",
        "RIGHT, '2 21 2 200|4 40 4 400|- - 2 201|- - - 500|- - 6 600'",
        "FULL, '1 10 - -|2 20 - -|2 21 2 200|- 30 - -|4 40 4 400|- - 2 201|- - - 500|- - 6 600'",
        "SEMI, '2 21|4 40'",
        "ANTI, '1 10|2 20|- 30'"
    })
    void furtherQualsArePartOfTheMatch(JoinKind kind, String expected) {
        List<Expr> quals = List.of(op(outer(2), "<>", int4(20)), op(inner(2), "<>", int4(201)));
        assertThat(String.join("|", rows(hashJoin(kind, quals)))).isEqualTo(expected);
        NestedLoop loop = new NestedLoop(
                kind,
                hashJoin(kind, quals).outer(),
                hashJoin(kind, quals).inner(),
                List.of(op(outer(1), "=", inner(1)), quals.get(0), quals.get(1)),
                List.of());
        assertThat(String.join("|", rows(loop))).isEqualTo(expected);
    }

    @Test
    void joinsOfManyRowsComeInSeveralBatches() {
        String[] many = new String[5000];
        java.util.Arrays.setAll(many, i -> i % 10 + " " + i);
        HashJoin join = new HashJoin(
                JoinKind.FULL,
                ints(many),
                ints("3 0", "3 1", "11 2"),
                List.of(new HashKey(
                        outer(1),
                        inner(1),
                        operator("=", SqlType.INT4, SqlType.INT4).oid(),
                        0)),
                List.of());
        assertThat(rows(join)).hasSize(4500 + 1000 + 1).endsWith("- - 11 2");
    }

    @Test
    void aLateralInnerSideSeesTheOuterRow() {
        PlanNode inner = new Filter(ints("1", "2", "3"), List.of(op(outer(1), "<", exec(0))));
        assertThat(rows(
                        new NestedLoop(
                                JoinKind.LEFT, ints("1", "3", "-"), inner, List.of(), List.of(new NestParameter(0, 1))),
                        1))
                .containsExactly("1 -", "3 1", "3 2", "- -");
    }

    @Test
    void sortLimitTies() {
        Values input = ints("2 1", "1 2", "- 3", "2 4", "3 5");
        Sort sort = new Sort(input, List.of(ascending(1), descending(2)));
        assertThat(rows(sort)).containsExactly("1 2", "2 4", "2 1", "3 5", "- 3");
        Sort byFirst = new Sort(input, List.of(ascending(1)));
        assertThat(rows(new Limit(byFirst, int8(2), null, List.of(ascending(1)))))
                .containsExactly("1 2", "2 1", "2 4");
        assertThat(rows(new Limit(sort, int8(2), int8(1), List.of()))).containsExactly("2 4", "2 1");
        assertThat(rows(new Limit(sort, int8(0), null, List.of()))).isEmpty();
        assertThat(rows(new TopN(input, List.of(descending(1)), int8(2), int8(1))))
                .hasSize(2)
                .first()
                .isEqualTo("3 5");
        assertThatThrownBy(() -> rows(new Limit(sort, int8(-1), null, List.of())))
                .hasMessage("LIMIT must not be negative");
    }

    @Test
    void topNOfMoreRowsThanItKeeps() {
        String[] many = new String[40000];
        java.util.Arrays.setAll(many, i -> String.valueOf((i * 7919) % 40000));
        assertThat(rows(new TopN(ints(many), List.of(descending(1)), int8(3), int8(1))))
                .containsExactly("39998", "39997", "39996");
    }

    @Test
    void keysAreEqualAsTheirTypesSay() {
        SqlType bpchar = new SqlType(org.pgherd.semantics.type.TypeOids.BPCHAR, -1, Collations.C);
        Values padded = new Values(
                List.of(
                        List.of(new org.pgherd.analyzer.query.Const(
                                bpchar, org.pgherd.semantics.value.Text.of("a  "), Position.NONE)),
                        List.of(new org.pgherd.analyzer.query.Const(
                                bpchar, org.pgherd.semantics.value.Text.of("a"), Position.NONE))),
                columns(bpchar));
        assertThat(rows(new Distinct(padded, List.of(key(1, bpchar)), false))).hasSize(1);
        Values doubles = table(columns(SqlType.FLOAT8), "0.0", "-0.0", "NaN", "NaN", "1");
        assertThat(rows(new Distinct(doubles, List.of(key(1, SqlType.FLOAT8)), false)))
                .containsExactly("0.0", "NaN", "1.0");
        Values texts = table(columns(TEXT_C, SqlType.INT4), "x 1", "x 1", "x 2", "- 1", "- 1");
        assertThat(rows(new Distinct(texts, List.of(key(1, TEXT_C), key(2)), false)))
                .containsExactly("x 1", "x 2", "- 1");
    }

    @ParameterizedTest
    @CsvSource({"INTERSECT, false, '1|-'", "INTERSECT, true, '1|1|-'", "EXCEPT, false, '2'", "EXCEPT, true, '1|2|2'"})
    void setOperations(SetOp.Kind kind, boolean all, String expected) {
        Values left = ints("1", "1", "1", "2", "2", "-");
        Values right = ints("1", "1", "-", "-", "7");
        assertThat(String.join("|", rows(new SetOp(kind, all, left, right, List.of(key(1)), left.output()))))
                .isEqualTo(expected);
    }

    @Test
    void recursionGoesOnUntilARoundIsEmpty() {
        PlanNode step = project(
                new Filter(new WorkTableScan(0, columns(SqlType.INT4)), List.of(op(outer(1), "<", int4(5)))),
                op(outer(1), "+", int4(1)));
        assertThat(rows(new RecursiveUnion(0, ints("1", "3"), step, List.of(), columns(SqlType.INT4))))
                .containsExactly("1", "3", "2", "4", "3", "5", "4", "5");
        assertThat(rows(new RecursiveUnion(0, ints("1", "3"), step, List.of(key(1)), columns(SqlType.INT4))))
                .containsExactly("1", "3", "2", "4", "5");
    }

    @Test
    void aCteIsReadByItsScansIndependently() {
        CteScan scan = new CteScan(1, "w", columns(SqlType.INT4));
        Append both = new Append(List.of(scan, new Filter(scan, List.of(op(outer(1), ">", int4(1))))), scan.output());
        assertThat(rows(new With(List.of(new CteDefinition(1, "w", ints("1", "2"), false)), both)))
                .containsExactly("1", "2", "2");
    }

    private static SubPlanExpr subPlan(SubPlanExpr.Kind kind, PlanNode plan, Expr test) {
        return new SubPlanExpr(
                kind,
                plan,
                List.of(0),
                List.of(outer(1)),
                true,
                false,
                test,
                kind == SubPlanExpr.Kind.EXPR ? SqlType.INT4 : SqlType.BOOL,
                Position.NONE);
    }

    @Test
    void correlatedSubPlans() {
        PlanNode below = new Filter(ints("1", "2", "-"), List.of(op(outer(1), "<", exec(0))));
        Expr equalsOuter =
                op(new Param(Param.Kind.SUBLINK, 1, SqlType.INT4, Position.NONE), "=", op(outer(1), "-", int4(1)));
        assertThat(rows(
                        project(
                                ints("1", "2", "3", "2"),
                                subPlan(SubPlanExpr.Kind.EXISTS, below, null),
                                subPlan(SubPlanExpr.Kind.ANY, below, equalsOuter),
                                subPlan(SubPlanExpr.Kind.ALL, below, equalsOuter)),
                        1))
                .containsExactly("false false true", "true true true", "true true false", "true true true");
        PlanNode equal = new Filter(ints("1", "2", "2"), List.of(op(outer(1), "=", exec(0))));
        assertThat(rows(project(ints("1", "5"), subPlan(SubPlanExpr.Kind.EXPR, equal, null)), 1))
                .containsExactly("1", "-");
        assertThatThrownBy(() -> rows(project(ints("2"), subPlan(SubPlanExpr.Kind.EXPR, equal, null)), 1))
                .hasMessage("more than one row returned by a subquery used as an expression");
    }

    @Test
    void anInitPlanRunsOnlyIfItsValueIsRead() {
        PlanNode failing = project(ints("0"), op(int4(1), "/", outer(1)));
        InitPlan initPlan = new InitPlan(SubPlanExpr.Kind.EXPR, 0, SqlType.INT4, failing);
        assertThat(rows(project(ints("1"), outer(1)), 1, initPlan)).containsExactly("1");
        assertThatThrownBy(() -> rows(project(ints("1"), exec(0)), 1, initPlan)).hasMessage("division by zero");
    }

    private static WindowCall window(int function, SqlType type, Expr... arguments) {
        return new WindowCall(function, List.of(arguments), null, false, false, 0, type);
    }

    @Test
    void windowFunctions() {
        Values input = ints("1 10", "1 10", "1 20", "2 5", "2 7");
        List<WindowCall> calls = List.of(
                window(3100, SqlType.INT8),
                window(3101, SqlType.INT8),
                window(3102, SqlType.INT8),
                window(3105, SqlType.INT4, int4(2)),
                window(3106, SqlType.INT4, outer(2)),
                window(3109, SqlType.INT4, outer(2)),
                window(3113, SqlType.INT4, outer(2)));
        SqlType[] types = calls.stream().map(WindowCall::type).toArray(SqlType[]::new);
        assertThat(rows(new WindowAgg(
                        input, List.of(key(1)), List.of(ascending(2)), FrameClause.DEFAULT, calls, columns(types))))
                .containsExactly(
                        "1 10 1 1 1 1 - 10 10",
                        "1 10 2 1 1 1 10 20 10",
                        "1 20 3 3 2 2 10 - 20",
                        "2 5 1 1 1 1 - 7 5",
                        "2 7 2 2 2 2 5 - 7");
    }

    @Test
    void memoryIsLimitedAndGivenBack() {
        String[] many = new String[20000];
        java.util.Arrays.setAll(many, String::valueOf);
        PlanNode union = new RecursiveUnion(
                0,
                ints(many),
                new WorkTableScan(0, columns(SqlType.INT4)),
                List.of(new GroupKey(1, SqlType.INT4, 96, 0)),
                columns(SqlType.INT4));
        ExecutionContext tight =
                Plans.context(Plans.context().transaction(), Plans.context().sharding(), 10_000);
        assertThatThrownBy(() -> Plans.run(Plans.statement(CommandType.SELECT, union, 0), tight))
                .isInstanceOf(SqlException.class)
                .hasMessage("out of memory");
        assertThat(tight.memory().used()).isZero();
    }

    @Test
    void whatDoesNotFitIntoMemoryGoesByWayOfFiles() {
        String[] many = new String[20000];
        java.util.Arrays.setAll(many, i -> String.valueOf(i * 7919 % 20000));
        PlanNode sort = new Sort(ints(many), List.of(ascending(1)));
        ExecutionContext tight =
                Plans.context(Plans.context().transaction(), Plans.context().sharding(), 100_000);
        List<String> sorted = Plans.run(Plans.statement(CommandType.SELECT, sort, 0), tight);
        assertThat(sorted).hasSize(20000).startsWith("0", "1", "2", "3").endsWith("19998", "19999");
        assertThat(tight.memory().spilled()).isPositive();
        assertThat(tight.memory().used()).isZero();
        assertThat(tight.memory().inFiles()).isZero();
    }

    @Test
    void aCancelledStatementStops() {
        ExecutionContext context = Plans.context();
        PlanNode endless = new RecursiveUnion(
                0, ints("1"), new WorkTableScan(0, columns(SqlType.INT4)), List.of(), columns(SqlType.INT4));
        try (ResultCursor cursor = PlanExecutor.execute(
                new CompiledPlan(Plans.statement(CommandType.SELECT, endless, 0), Plans.CODECS),
                new Object[0],
                context)) {
            assertThat(cursor.next()).isNotNull();
            context.cancel().timeOut();
            assertThatThrownBy(cursor::next).hasMessage("canceling statement due to statement timeout");
            assertThat(cursor.next()).isNull();
        }
    }
}
