package org.pgherd.executor.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.embedded.EmbeddedPostgres;
import org.pgherd.errors.SqlException;
import org.pgherd.executor.operator.Plans;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.BooleanVector;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// Generated classes give what the trees give, and both what PostgreSQL gives: values, and which row fails first with
/// what.
/// `-Dpgherd.expressions=20000` for a larger run, `-Dpgherd.expressions.seed=N` for another.
class KernelDifferentialTest {
    private static final int EXPRESSIONS = Integer.getInteger("pgherd.expressions", 600);
    private static final long SEED = Long.getLong("pgherd.expressions.seed", 42);
    private static final int ROWS = 24;

    private final FunctionContext session = session();
    private final EvaluationContext context = context(session);
    private final ExpressionCompiler trees = new ExpressionCompiler();
    private final List<String> differences = new ArrayList<>();

    private static FunctionContext session() {
        return (FunctionContext) Proxy.newProxyInstance(
                KernelDifferentialTest.class.getClassLoader(),
                new Class<?>[] {FunctionContext.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "types" -> Plans.FUNCTIONS.types();
                    case "extraFloatDigits" -> 1;
                    case "dateStyle" -> org.pgherd.semantics.function.DateStyle.ISO_MDY;
                    case "intervalStyle" -> org.pgherd.semantics.function.IntervalStyle.POSTGRES;
                    case "timeZone" -> org.pgherd.semantics.datetime.PgTimeZone.UTC;
                    default -> throw new AssertionError("not expected here: " + method.getName());
                });
    }

    private static EvaluationContext context(FunctionContext session) {
        return (EvaluationContext) Proxy.newProxyInstance(
                KernelDifferentialTest.class.getClassLoader(),
                new Class<?>[] {EvaluationContext.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "functions" -> session;
                    case "codec" -> Codecs.forType((Integer) arguments[0], session.types());
                    default -> throw new AssertionError("not expected here: " + method.getName());
                });
    }

    /// Two columns per type, of texts.
    private static @Nullable String[][] table(Random random) {
        int types = RandomExpressions.TYPES.size();
        @Nullable String[][] rows = new String[ROWS][2 * types];
        for (@Nullable String[] row : rows) {
            for (int c = 0; c < row.length; c++) {
                List<String> samples = Objects.requireNonNull(RandomExpressions.SAMPLES.get(
                        RandomExpressions.TYPES.get(c % types).oid()));
                row[c] = random.nextInt(6) == 0 ? null : samples.get(random.nextInt(samples.size()));
            }
        }
        return rows;
    }

    private Batch batch(@Nullable String[][] rows) {
        List<Vector> columns = new ArrayList<>();
        for (int c = 0; c < rows[0].length; c++) {
            SqlType type = RandomExpressions.TYPES.get(c % RandomExpressions.TYPES.size());
            VectorBuilder builder = VectorBuilder.of(type.carrier());
            for (@Nullable String[] row : rows) {
                String text = row[c];
                builder.appendBoxed(text == null ? null : Codecs.input(type.oid(), -1, text, session));
            }
            columns.add(builder.build());
        }
        return Batch.of(columns);
    }

    @Test
    void generatedClassesGiveWhatTreesAndPostgresGive() throws SQLException {
        Random random = new Random(SEED);
        RandomExpressions expressions = new RandomExpressions(SEED, session);
        @Nullable String[][] rows = table(random);
        Batch batch = batch(rows);
        int failing = 0;
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            prepare(statement, rows);
            for (int i = 0; i < EXPRESSIONS; i++) {
                RandomExpressions.Generated generated = expressions.any(1 + random.nextInt(4));
                List<String> byTree = byTree(generated.expr(), batch);
                List<String> byClass = byClass(generated.expr(), batch);
                List<String> expected = ask(statement, generated);
                failing += byTree.getLast().startsWith("E") ? 1 : 0;
                compare(generated, "by tree", byTree, expected);
                compare(generated, "by class", byClass, byTree);
                compare(generated, "one by one", oneByOne(generated.expr(), batch), byTree);
                if (generated.expr().type().oid() == SqlType.BOOL.oid()) {
                    compare(generated, "selected", selected(generated.expr(), batch), onlyTrue(byTree));
                }
            }
        }
        differences.stream().limit(40).forEach(System.out::println);
        assertThat(differences).isEmpty();
        assertThat(failing).as("expressions that fail").isBetween(EXPRESSIONS / 50, EXPRESSIONS * 9 / 10);
    }

    private void compare(
            RandomExpressions.Generated generated, String what, List<String> actual, List<String> expected) {
        if (!actual.equals(expected)) {
            differences.add(what + ": " + generated.sql() + "\n    expected " + expected + "\n    but was  " + actual);
        }
    }

    private static void prepare(Statement statement, @Nullable String[][] rows) throws SQLException {
        StringBuilder create = new StringBuilder("CREATE TABLE t(id int");
        for (int c = 0; c < rows[0].length; c++) {
            SqlType type = RandomExpressions.TYPES.get(c % RandomExpressions.TYPES.size());
            create.append(", c").append(c).append(' ').append(RandomExpressions.name(type));
            create.append(type.collation() == 0 ? "" : " COLLATE \"C\"");
        }
        statement.execute(create.append(")").toString());
        for (int r = 0; r < rows.length; r++) {
            StringBuilder insert = new StringBuilder("INSERT INTO t VALUES (" + r);
            for (String text : rows[r]) {
                insert.append(", ").append(text == null ? "NULL" : "'" + text + "'");
            }
            statement.execute(insert.append(")").toString());
        }
        statement.execute("SET extra_float_digits = 1");
        statement.execute("SET jit = off");
        statement.execute("""
                CREATE FUNCTION pg_temp.probe(query text) RETURNS text[] LANGUAGE plpgsql AS $$
                DECLARE
                  answers text[];
                  answer text;
                  state text;
                  message text;
                BEGIN
                  FOR i IN 0 .. (SELECT max(id) FROM t) LOOP
                    BEGIN
                      EXECUTE query INTO answer USING i;
                      answers := answers || ('V' || coalesce(answer, '-'));
                    EXCEPTION WHEN OTHERS THEN
                      GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT;
                      RETURN answers || ('E' || state || ' ' || message);
                    END;
                  END LOOP;
                  RETURN answers;
                END $$""");
    }

    private static List<String> ask(Statement statement, RandomExpressions.Generated generated) throws SQLException {
        // the cast of a boolean to text writes words, its output function letters
        boolean logical = generated.expr().type().oid() == SqlType.BOOL.oid();
        String value = logical ? "left((" + generated.sql() + ")::text, 1)" : "(" + generated.sql() + ")::text";
        String query = "SELECT " + value + " FROM t WHERE id = $1";
        try (ResultSet rows = statement.executeQuery("SELECT pg_temp.probe($query$" + query + "$query$)")) {
            rows.next();
            List<String> answers = new ArrayList<>();
            for (Object answer : (Object[]) rows.getArray(1).getArray()) {
                answers.add((String) answer);
            }
            return answers;
        }
    }

    private String text(SqlType type, @Nullable Object value) {
        return "V" + (value == null ? "-" : Codecs.output(type.oid(), value, session));
    }

    private static String error(Throwable failure) {
        if (failure instanceof SqlException e) {
            return "E" + e.state().code() + " " + e.message();
        }
        StackTraceElement[] trace = failure.getStackTrace();
        return "threw " + failure + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private List<String> byTree(Expr expr, Batch batch) {
        List<String> answers = new ArrayList<>();
        RowFrame frame = new RowFrame(context);
        Evaluator tree = trees.compile(expr);
        try {
            for (int row = 0; row < batch.rowCount(); row++) {
                answers.add(text(expr.type(), tree.evaluate(frame.at(batch, row))));
            }
        } catch (RuntimeException | Error e) {
            answers.add(error(e));
        }
        return answers;
    }

    private Kernel kernel(Shape.Purpose purpose, Expr expr) {
        Lowering lowering = new Lowering(trees);
        List<RowCode> roots = purpose == Shape.Purpose.PROJECT || purpose == Shape.Purpose.VALUE
                ? lowering.lowerAll(List.of(expr))
                : List.of(new RowCode.Quals(lowering.conditions(List.of(expr))));
        Kernel kernel = KernelCache.of(new Shape(purpose, roots)).kernel(KernelCache.WORTH_ROWS, lowering.slots());
        return Objects.requireNonNull(kernel, "too large");
    }

    /// A batch that fails gives the rows before the one that fails, then the error.
    private List<String> byClass(Expr expr, Batch batch) {
        List<String> answers = new ArrayList<>();
        try {
            Kernel kernel = kernel(Shape.Purpose.PROJECT, expr);
            RowFrame frame = new RowFrame(context);
            assertThat(kernel.fits(batch)).isTrue();
            Vector made = kernel.project(frame, batch)[0];
            assertThat(made.length()).isEqualTo(frame.hasFailed() ? frame.doneRows() : batch.rowCount());
            for (int row = 0; row < made.length(); row++) {
                assertThat(made.isNull(row)).isEqualTo(made.boxed(row) == null);
                answers.add(text(expr.type(), made.boxed(row)));
            }
            frame.throwFailure();
        } catch (RuntimeException | Error e) {
            answers.add(error(e));
        }
        return answers;
    }

    private List<String> oneByOne(Expr expr, Batch batch) {
        List<String> answers = new ArrayList<>();
        RowFrame frame = new RowFrame(context);
        try {
            Kernel kernel = kernel(Shape.Purpose.VALUE, expr);
            for (int row = 0; row < batch.rowCount(); row++) {
                answers.add(text(expr.type(), kernel.value(frame.at(batch, row))));
            }
        } catch (RuntimeException | Error e) {
            answers.add(error(e));
        }
        return answers;
    }

    private List<String> selected(Expr expr, Batch batch) {
        List<String> answers = new ArrayList<>();
        RowFrame frame = new RowFrame(context);
        int[] selected = new int[batch.rowCount()];
        try {
            Kernel kernel = kernel(Shape.Purpose.SELECT, expr);
            Kernel tester = kernel(Shape.Purpose.TEST, expr);
            int count = kernel.select(frame, batch, selected);
            for (int i = 0; i < count; i++) {
                answers.add(String.valueOf(selected[i]));
                assertThat(tester.test(frame.at(batch, selected[i]))).isTrue();
            }
            frame.throwFailure();
        } catch (RuntimeException | Error e) {
            answers.add(error(e));
        }
        return answers;
    }

    private static List<String> onlyTrue(List<String> values) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < values.size(); row++) {
            String value = values.get(row);
            if (value.equals("Vt")) {
                rows.add(String.valueOf(row));
            } else if (!value.startsWith("V")) {
                rows.add(value);
            }
        }
        return rows;
    }

    @Test
    void expressionsThatDifferInConstantsShareAClass() {
        BooleanVector truths = new BooleanVector(2, new boolean[] {true, false}, null);
        assertThat(truths.get(0)).isTrue();
        Lowering one = new Lowering(trees);
        Lowering other = new Lowering(trees);
        Expr five = Plans.op(Plans.outer(1), "+", Plans.int4(5));
        Expr six = Plans.op(Plans.outer(1), "+", Plans.int4(6));
        assertThat(one.lower(five)).isEqualTo(other.lower(six));
        assertThat(one.slots()).containsExactly(5);
        assertThat(other.slots()).containsExactly(6);
    }
}
