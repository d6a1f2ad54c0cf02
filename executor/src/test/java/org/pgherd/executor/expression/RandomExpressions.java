package org.pgherd.executor.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.BooleanTest;
import org.pgherd.analyzer.query.CaseExpr;
import org.pgherd.analyzer.query.CaseTestExpr;
import org.pgherd.analyzer.query.CaseWhen;
import org.pgherd.analyzer.query.CoalesceExpr;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.DistinctExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.MinMaxExpr;
import org.pgherd.analyzer.query.NullIfExpr;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.OperatorRow;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.FunctionRegistry;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgArray;

/// Typed expressions over a table of a column per type, each with its SQL. Every call has a column below it and no
/// argument is
/// a bare NULL: what the server folds before it sees a row is not what is compared here.
final class RandomExpressions {
    static final List<SqlType> TYPES = List.of(
            SqlType.BOOL,
            SqlType.INT2,
            SqlType.INT4,
            SqlType.INT8,
            SqlType.FLOAT4,
            SqlType.FLOAT8,
            SqlType.NUMERIC,
            SqlType.TEXT.withCollation(Collations.C),
            SqlType.DATE,
            SqlType.TIMESTAMP,
            SqlType.INTERVAL);

    static final Map<Integer, List<String>> SAMPLES = Map.ofEntries(
            Map.entry(TypeOids.BOOL, List.of("t", "f")),
            Map.entry(TypeOids.INT2, List.of("0", "1", "-3", "7", "32767", "-32768")),
            Map.entry(TypeOids.INT4, List.of("0", "1", "-3", "7", "46341", "2147483647", "-2147483648")),
            Map.entry(TypeOids.INT8, List.of("0", "1", "-3", "7", "9223372036854775807", "-9223372036854775808")),
            Map.entry(TypeOids.FLOAT4, List.of("0", "-0", "1.5", "-2.5", "NaN", "Infinity", "3e38", "1e-40")),
            Map.entry(TypeOids.FLOAT8, List.of("0", "-0", "1.5", "-2.5", "NaN", "-Infinity", "1e308", "5e-324")),
            Map.entry(
                    TypeOids.NUMERIC, List.of("0", "1.50", "-2", "NaN", "Infinity", "12345678901234567890.5", "0.001")),
            Map.entry(TypeOids.TEXT, List.of("", "a", "abc", "7", "1.5", "zä€")),
            Map.entry(TypeOids.DATE, List.of("2000-01-01", "1999-12-31", "infinity", "0044-03-15 BC", "5874897-12-31")),
            Map.entry(
                    TypeOids.TIMESTAMP,
                    List.of("2000-01-01 00:00:00", "2024-02-29 12:34:56.789", "-infinity", "294276-12-31 23:59:59")),
            Map.entry(TypeOids.INTERVAL, List.of("0", "1 day", "-1 mon", "1 year 2 mons 3 days 04:05:06", "infinity")));

    /// An expression and what it reads in SQL.
    record Generated(Expr expr, String sql) {}

    private final Random random;
    private final FunctionContext session;
    private final Map<Integer, List<Object>> callables;

    RandomExpressions(long seed, FunctionContext session) {
        this.random = new Random(seed);
        this.session = session;
        this.callables = callables();
    }

    /// Operators and functions by their result type, whose types are all of [#TYPES]. Not those whose results are
    /// large, nor
    /// comparisons of which only the sign is defined.
    private static Map<Integer, List<Object>> callables() {
        Map<Integer, List<Object>> found = new HashMap<>();
        for (OperatorRow o : BuiltinCatalog.instance().operators()) {
            if (o.schema().equals("pg_catalog")
                    && usable(o.functionOid())
                    && known(o.result())
                    && (o.left() == 0 || known(o.left()))
                    && known(o.right())) {
                found.computeIfAbsent(o.result(), _ -> new ArrayList<>()).add(o);
            }
        }
        for (ProcRow p : BuiltinCatalog.instance().procs()) {
            boolean fits = usable(p.oid())
                    && p.argCount() > 0
                    && p.argCount() <= 3
                    && p.variadicOid() == 0
                    && p.supportOid() == 0
                    && known(p.returnType())
                    && p.argTypes().stream().allMatch(RandomExpressions::known);
            if (fits && !p.name().matches("random.*|.*(hash|repeat|pad).*|bt(text|bpchar).*cmp")) {
                found.computeIfAbsent(p.returnType(), _ -> new ArrayList<>()).add(p);
            }
        }
        return found;
    }

    private static boolean usable(int function) {
        ProcRow row = BuiltinCatalog.instance().proc(function);
        var method = FunctionRegistry.instance().function(function);
        return row != null
                && method != null
                && row.volatility() == 'i'
                && !method.returnsSet()
                && !method.takesContext();
    }

    private static boolean known(int type) {
        return TYPES.stream().anyMatch(t -> t.oid() == type);
    }

    private static SqlType type(int oid) {
        return TYPES.stream().filter(t -> t.oid() == oid).findFirst().orElseThrow();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    Generated any(int depth) {
        return of(pick(TYPES), depth);
    }

    static String name(SqlType type) {
        return Objects.requireNonNull(BuiltinCatalog.instance().type(type.oid()))
                .name();
    }

    private Generated column(SqlType type) {
        int index = TYPES.indexOf(type) + (random.nextBoolean() ? 0 : TYPES.size());
        return new Generated(new Var(Var.OUTER, index + 1, type, 0, Position.NONE), "c" + index);
    }

    private Generated constant(SqlType type) {
        String text = pick(Objects.requireNonNull(SAMPLES.get(type.oid())));
        Object value = Codecs.input(type.oid(), -1, text, session);
        String sql = "'" + text + "'::pg_catalog." + name(type) + (type.collation() != 0 ? " COLLATE \"C\"" : "");
        return new Generated(new Const(type, value, Position.NONE), "(" + sql + ")");
    }

    private Generated of(SqlType type, int depth) {
        if (depth <= 0) {
            return type.oid() == TypeOids.BOOL || random.nextInt(3) > 0 ? column(type) : constant(type);
        }
        return switch (random.nextInt(type.oid() == TypeOids.BOOL ? 16 : 10)) {
            case 0 -> choice(type, depth - 1);
            case 1 -> coalesce(type, depth - 1);
            case 2 -> nullIf(type, depth - 1);
            case 3 -> type.oid() == TypeOids.BOOL ? column(type) : greatest(type, depth - 1);
            case 4 -> type.oid() == TypeOids.TEXT ? viaText(depth - 1) : column(type);
            case 10, 11 -> connective(depth - 1);
            case 12 -> {
                Generated arg = of(pick(TYPES), depth - 1);
                boolean isNull = random.nextBoolean();
                yield new Generated(
                        new NullTest(arg.expr, isNull, false, Position.NONE),
                        "(" + arg.sql + (isNull ? " IS NULL)" : " IS NOT NULL)"));
            }
            case 13 -> {
                Generated arg = of(SqlType.BOOL, depth - 1);
                BooleanTest.Kind kind = pick(List.of(BooleanTest.Kind.values()));
                yield new Generated(
                        new BooleanTest(arg.expr, kind, Position.NONE),
                        "(" + arg.sql + " " + kind.name().replace('_', ' ') + ")");
            }
            case 14 -> distinct(depth - 1);
            case 15 -> quantified(depth - 1);
            default -> call(type, depth - 1);
        };
    }

    private Generated connective(int depth) {
        int kind = random.nextInt(3);
        if (kind == 2) {
            Generated arg = of(SqlType.BOOL, depth);
            return new Generated(
                    new BoolExpr(BoolExpr.Kind.NOT, List.of(arg.expr), Position.NONE), "(NOT " + arg.sql + ")");
        }
        List<Expr> args = new ArrayList<>();
        StringBuilder sql = new StringBuilder("(");
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            Generated arg = of(SqlType.BOOL, depth);
            args.add(arg.expr);
            sql.append(i == 0 ? "" : kind == 0 ? " AND " : " OR ").append(arg.sql);
        }
        return new Generated(
                new BoolExpr(kind == 0 ? BoolExpr.Kind.AND : BoolExpr.Kind.OR, args, Position.NONE),
                sql.append(')').toString());
    }

    private Generated call(SqlType type, int depth) {
        List<Object> some = callables.get(type.oid());
        if (some == null) {
            return column(type);
        }
        return switch (pick(some)) {
            case OperatorRow o -> operator(o, depth);
            case ProcRow p -> function(p, depth);
            default -> throw new AssertionError();
        };
    }

    /// Arguments of which the first is no constant.
    private List<Generated> arguments(List<Integer> types, int depth) {
        List<Generated> args = new ArrayList<>();
        for (int t : types) {
            Generated arg = of(type(t), depth);
            args.add(args.isEmpty() && arg.expr instanceof Const ? column(type(t)) : arg);
        }
        return args;
    }

    private Generated operator(OperatorRow o, int depth) {
        List<Generated> args = arguments(o.left() == 0 ? List.of(o.right()) : List.of(o.left(), o.right()), depth);
        String operator = " OPERATOR(pg_catalog." + o.name() + ") ";
        String sql = args.size() == 1
                ? "(" + operator + args.getFirst().sql + ")"
                : "(" + args.get(0).sql + operator + args.get(1).sql + ")";
        List<Expr> exprs = args.stream().map(Generated::expr).toList();
        Expr expr = new OpExpr(
                o.oid(), o.functionOid(), o.name(), exprs, false, type(o.result()), collation(exprs), Position.NONE);
        return new Generated(expr, sql);
    }

    private Generated function(ProcRow p, int depth) {
        List<Generated> args = arguments(p.argTypes(), depth);
        List<Expr> exprs = args.stream().map(Generated::expr).toList();
        Expr expr = new FuncExpr(
                p.oid(),
                p.name(),
                exprs,
                false,
                false,
                CoercionForm.EXPLICIT_CALL,
                type(p.returnType()),
                collation(exprs),
                Position.NONE);
        String list = String.join(", ", args.stream().map(Generated::sql).toList());
        return new Generated(expr, "pg_catalog.\"" + p.name() + "\"(" + list + ")");
    }

    private static int collation(List<Expr> args) {
        return args.stream().anyMatch(a -> a.type().collation() != 0) ? Collations.C : 0;
    }

    private Generated choice(SqlType type, int depth) {
        List<CaseWhen> whens = new ArrayList<>();
        boolean simple = random.nextBoolean();
        SqlType testedType = simple ? pick(TYPES) : SqlType.BOOL;
        Generated tested = arguments(List.of(testedType.oid()), depth).getFirst();
        StringBuilder sql = new StringBuilder("(CASE ").append(simple ? tested.sql : "");
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            Generated result = of(type, depth);
            Generated condition = of(testedType, depth);
            Expr test = simple ? equal(new CaseTestExpr(testedType), condition.expr) : condition.expr;
            whens.add(new CaseWhen(test, result.expr, Position.NONE));
            sql.append(" WHEN ").append(condition.sql).append(" THEN ").append(result.sql);
        }
        Generated orElse =
                random.nextInt(3) == 0 ? new Generated(Const.ofNull(type, Position.NONE), "NULL") : of(type, depth);
        return new Generated(
                new CaseExpr(simple ? tested.expr : null, whens, orElse.expr, type, Position.NONE),
                sql.append(" ELSE ").append(orElse.sql).append(" END)").toString());
    }

    private static OperatorRow equality(SqlType type) {
        return Objects.requireNonNull(BuiltinCatalog.instance().operator("=", type.oid(), type.oid()));
    }

    private static Expr equal(Expr left, Expr right) {
        OperatorRow row = equality(left.type());
        List<Expr> args = List.of(left, right);
        return new OpExpr(row.oid(), row.functionOid(), "=", args, false, SqlType.BOOL, collation(args), Position.NONE);
    }

    private Generated coalesce(SqlType type, int depth) {
        List<Generated> args = arguments(List.of(type.oid(), type.oid()), depth);
        return new Generated(
                new CoalesceExpr(args.stream().map(Generated::expr).toList(), type, Position.NONE),
                "COALESCE(" + args.get(0).sql + ", " + args.get(1).sql + ")");
    }

    private Generated greatest(SqlType type, int depth) {
        List<Generated> args = arguments(List.of(type.oid(), type.oid(), type.oid()), depth);
        boolean greatest = random.nextBoolean();
        List<Expr> exprs = args.stream().map(Generated::expr).toList();
        return new Generated(
                new MinMaxExpr(
                        greatest ? MinMaxExpr.Kind.GREATEST : MinMaxExpr.Kind.LEAST,
                        exprs,
                        type,
                        collation(exprs),
                        Position.NONE),
                (greatest ? "GREATEST(" : "LEAST(")
                        + String.join(", ", args.stream().map(Generated::sql).toList()) + ")");
    }

    private Generated nullIf(SqlType type, int depth) {
        List<Generated> args = arguments(List.of(type.oid(), type.oid()), depth);
        OperatorRow row = equality(type);
        List<Expr> exprs = args.stream().map(Generated::expr).toList();
        return new Generated(
                new NullIfExpr(row.oid(), row.functionOid(), "=", exprs, type, collation(exprs), Position.NONE),
                "NULLIF(" + args.get(0).sql + ", " + args.get(1).sql + ")");
    }

    private Generated distinct(int depth) {
        SqlType type = pick(TYPES);
        List<Generated> args = arguments(List.of(type.oid(), type.oid()), depth);
        OperatorRow row = equality(type);
        List<Expr> exprs = args.stream().map(Generated::expr).toList();
        return new Generated(
                new DistinctExpr(
                        row.oid(), row.functionOid(), "=", exprs, SqlType.BOOL, collation(exprs), Position.NONE),
                "(" + args.get(0).sql + " IS DISTINCT FROM " + args.get(1).sql + ")");
    }

    private Generated quantified(int depth) {
        SqlType type = pick(List.of(SqlType.INT4, SqlType.INT8, SqlType.FLOAT8, SqlType.DATE));
        int array = Objects.requireNonNull(BuiltinCatalog.instance().type(type.oid()))
                .arrayOid();
        Generated scalar = arguments(List.of(type.oid()), depth).getFirst();
        OperatorRow row = Objects.requireNonNull(
                BuiltinCatalog.instance().operator(pick(List.of("=", "<>", "<")), type.oid(), type.oid()));
        Object[] elements = new Object[random.nextInt(12)];
        StringBuilder literal = new StringBuilder("{");
        for (int i = 0; i < elements.length; i++) {
            String text = pick(Objects.requireNonNull(SAMPLES.get(type.oid())));
            boolean isNull = random.nextInt(8) == 0;
            elements[i] = isNull ? null : Codecs.input(type.oid(), -1, text, session);
            literal.append(i == 0 ? "" : ",").append(isNull ? "NULL" : "\"" + text + "\"");
        }
        Const list = new Const(SqlType.of(array), PgArray.of(type.oid(), elements), Position.NONE);
        boolean any = random.nextBoolean();
        return new Generated(
                new ScalarArrayOpExpr(
                        row.oid(), row.functionOid(), row.name(), any, List.of(scalar.expr, list), 0, Position.NONE),
                "(" + scalar.sql + " " + row.name() + (any ? " ANY ('" : " ALL ('") + literal + "}'::" + name(type)
                        + "[]))");
    }

    /// A cast that stays a tree within the class.
    private Generated viaText(int depth) {
        Generated arg = arguments(List.of(TypeOids.INT4), depth).getFirst();
        return new Generated(
                new CoerceViaIO(arg.expr, CoercionForm.EXPLICIT_CAST, type(TypeOids.TEXT), Position.NONE),
                "((" + arg.sql + ")::text COLLATE \"C\")");
    }
}
