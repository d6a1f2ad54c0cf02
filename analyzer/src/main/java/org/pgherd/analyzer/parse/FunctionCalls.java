package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.parse.CoercionPathway.Context;
import org.pgherd.analyzer.query.*;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.semantics.catalog.AggregateRow;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Function calls, and columns written as such (ParseFuncOrColumn of parse_func.c).
final class FunctionCalls {
    private FunctionCalls() {}

    /// A call whose arguments are analyzed; its decoration is still raw.
    ///
    /// @param names of the last arguments, if named
    /// @param call null for `(row).name`, which may be a function
    /// @param srfBefore the last set-returning call before the arguments
    static @Nullable Expr call(
            ParseState p,
            List<String> name,
            List<Expr> given,
            List<String> names,
            @Nullable FuncCall call,
            @Nullable Expr srfBefore,
            boolean procedure,
            Position at) {
        CatalogView c = p.catalog();
        List<Expr> args = new ArrayList<>(given);
        boolean plain = call == null
                || call.aggOrder().isEmpty()
                        && call.aggFilter() == null
                        && call.over() == null
                        && !call.aggWithinGroup()
                        && !call.aggStar()
                        && !call.aggDistinct()
                        && !call.funcVariadic();
        Expr filter = call == null || call.aggFilter() == null
                ? null
                : Clauses.where(p, call.aggFilter(), ExprKind.FILTER, "FILTER");
        // (row).column, column(row)
        boolean couldBeProjection = call == null || plain && args.size() == 1 && names.isEmpty() && name.size() == 1;
        boolean isColumn = call == null;
        Expr first = args.isEmpty() ? null : args.getFirst();
        if (couldBeProjection && first != null && c.isRowType(first.type().oid())) {
            Expr projection = isColumn ? projection(p, name.getLast(), first, at) : null;
            if (projection != null) {
                return projection;
            }
        }
        int[] actual = args.stream().mapToInt(a -> a.type().oid()).toArray();
        boolean variadic = call != null && call.funcVariadic();
        FunctionResolution.Resolved resolved =
                FunctionResolution.resolve(p, name, actual, names, !variadic, true, plain && !procedure, at);
        switch (resolved.kind()) {
            case COERCION -> {
                return Coercion.toType(
                        p,
                        args.getFirst(),
                        c.typed(resolved.coercionType()),
                        Context.EXPLICIT,
                        CoercionForm.EXPLICIT_CALL,
                        at);
            }
            case AMBIGUOUS -> {
                if (isColumn) {
                    return null;
                }
                throw FunctionResolution.ambiguous(p, name, names, actual, procedure, at);
            }
            case NOT_FOUND -> {
                if (isColumn) {
                    return null;
                }
                if (couldBeProjection
                        && first != null
                        && c.isRowType(first.type().oid())) {
                    Expr projection = projection(p, name.getLast(), first, at);
                    if (projection != null) {
                        return projection;
                    }
                }
                if (call != null && call.aggOrder().size() > 1 && !call.aggWithinGroup()) {
                    throw new SqlException(
                                    SqlState.UNDEFINED_FUNCTION,
                                    "function " + FunctionResolution.signature(p, name, names, actual)
                                            + " does not exist",
                                    at)
                            .withHint(
                                    "No aggregate function matches the given name and argument types. Perhaps you misplaced ORDER BY; ORDER BY must appear after all regular arguments of the aggregate.");
                }
                throw FunctionResolution.notFound(p, name, names, actual, procedure, at);
            }
            case FOUND -> {}
        }
        FunctionCandidate found = resolved.candidate();
        if (found == null) {
            throw new AssertionError("a found function without row");
        }
        ProcRow row = found.row();
        String shown = String.join(".", name);
        if (procedure && row.kind() != 'p') {
            throw new SqlException(
                            SqlState.WRONG_OBJECT_TYPE,
                            FunctionResolution.signature(p, name, names, actual) + " is not a procedure",
                            at)
                    .withHint("To call a function, use SELECT.");
        }
        if (!procedure && row.kind() == 'p') {
            throw new SqlException(
                            SqlState.WRONG_OBJECT_TYPE,
                            FunctionResolution.signature(p, name, names, actual) + " is a procedure",
                            at)
                    .withHint("To call a procedure, use CALL.");
        }
        boolean within = call != null && call.aggWithinGroup();
        boolean distinct = call != null && call.aggDistinct();
        boolean star = call != null && call.aggStar();
        boolean ordered = call != null && !call.aggOrder().isEmpty();
        if (row.kind() == 'f' || row.kind() == 'p') {
            notAggregate(shown, star, distinct, within, ordered, filter, call, at);
        }
        AggregateRow aggregate = row.kind() == 'a' ? c.catalog().aggregate(row.oid()) : null;
        if (aggregate != null) {
            Aggregates.checkForm(p, call, name, names, actual, aggregate, row, found.expanded(), at);
        }
        if (row.kind() == 'w') {
            if (call == null || call.over() == null) {
                throw new SqlException(
                        SqlState.WRONG_OBJECT_TYPE, "window function " + shown + " requires an OVER clause", at);
            }
            if (within) {
                throw new SqlException(
                        SqlState.WRONG_OBJECT_TYPE, "window function " + shown + " cannot have WITHIN GROUP", at);
            }
        }
        // defaults, and arguments in declared order
        int[] declared = found.types().clone();
        boolean byName = found.numbers() != null;
        addDefaults(p, found, args, names.size());
        int[] actualAll = args.stream().mapToInt(a -> a.type().oid()).toArray();
        int returnType;
        try {
            returnType = PolymorphicTypes.enforce(c, actualAll, declared, row.returnType(), false);
        } catch (SqlException e) {
            throw e;
        }
        List<Expr> cast = new ArrayList<>(args.size());
        for (int i = 0; i < args.size(); i++) {
            cast.add(argument(p, args.get(i), declared[i]));
        }
        boolean expandedArray = false;
        if (found.expanded() > 0 && row.variadicOid() != TypeOids.ANY) {
            int start = cast.size() - found.expanded();
            List<Expr> elements = new ArrayList<>(cast.subList(start, cast.size()));
            int element = elements.getFirst().type().oid();
            int array = c.arrayType(element);
            if (array == 0) {
                throw new SqlException(
                        SqlState.UNDEFINED_OBJECT,
                        "could not find array type for data type " + c.formatType(element),
                        ExprLocation.of(elements));
            }
            cast = new ArrayList<>(cast.subList(0, start));
            cast.add(new ArrayExpr(elements, element, false, SqlType.of(array), ExprLocation.of(elements)));
            expandedArray = true;
        }
        if (variadic
                && row.variadicOid() == TypeOids.ANY
                && !cast.isEmpty()
                && c.baseElementType(cast.getLast().type().oid()) == 0) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH, "VARIADIC argument must be an array", ExprLocation.of(cast.getLast()));
        }
        if (byName) {
            cast = inOrder(found, cast);
        }
        SqlType result = SqlType.of(returnType);
        if (row.returnsSet()) {
            checkSetPlacement(p, srfBefore, at);
        }
        CoercionForm form = call == null
                ? CoercionForm.EXPLICIT_CALL
                : CoercionForm.valueOf(call.funcformat().name());
        if (row.kind() == 'f' || row.kind() == 'p') {
            FuncExpr expr = new FuncExpr(
                    row.oid(), row.name(), cast, variadic || expandedArray, row.returnsSet(), form, result, 0, at);
            if (row.returnsSet()) {
                p.lastSrf = expr;
            }
            return expr;
        }
        if (row.kind() == 'a' && (call == null || call.over() == null)) {
            if (aggregate == null || call == null) {
                throw new AssertionError("aggregate " + row.name() + " without row or call");
            }
            return Aggregates.aggregate(p, call, row, aggregate, cast, filter, variadic || expandedArray, result, at);
        }
        if (call == null) {
            throw new AssertionError("window function without call");
        }
        return Windows.function(p, call, row, cast, filter, result, at);
    }

    private static void notAggregate(
            String name,
            boolean star,
            boolean distinct,
            boolean within,
            boolean ordered,
            @Nullable Expr filter,
            @Nullable FuncCall call,
            Position at) {
        String what = star
                ? name + "(*) specified, but " + name + " is not an aggregate function"
                : distinct
                        ? "DISTINCT specified, but " + name + " is not an aggregate function"
                        : within
                                ? "WITHIN GROUP specified, but " + name + " is not an aggregate function"
                                : ordered
                                        ? "ORDER BY specified, but " + name + " is not an aggregate function"
                                        : filter != null
                                                ? "FILTER specified, but " + name + " is not an aggregate function"
                                                : call != null && call.over() != null
                                                        ? "OVER specified, but " + name
                                                                + " is not a window function nor an aggregate function"
                                                        : null;
        if (what != null) {
            throw new SqlException(SqlState.WRONG_OBJECT_TYPE, what, at);
        }
    }

    /// An argument as its parameter's type (make_fn_arguments).
    static Expr argument(ParseState p, Expr arg, int declared) {
        return arg.type().oid() == declared
                ? arg
                : Coercion.toType(
                        p,
                        arg,
                        p.catalog().typed(declared),
                        Context.IMPLICIT,
                        CoercionForm.IMPLICIT_CAST,
                        Position.NONE);
    }

    private static void addDefaults(ParseState p, FunctionCandidate found, List<Expr> args, int namedCount) {
        ProcRow row = found.row();
        int firstDefault = row.argTypes().size() - row.argDefaults().size();
        int[] numbers = found.numbers();
        if (numbers != null) {
            for (int i = args.size(); i < numbers.length; i++) {
                args.add(defaultOf(p, row, numbers[i], firstDefault));
            }
        } else {
            int declared = row.argTypes().size();
            for (int i = declared - found.defaults(); i < declared; i++) {
                args.add(defaultOf(p, row, i, firstDefault));
            }
        }
    }

    private static Expr defaultOf(ParseState p, ProcRow row, int parameter, int firstDefault) {
        String text = row.argDefaults().get(parameter - firstDefault);
        ParseState fresh = new ParseState(
                new AnalysisContext(text, p.catalog(), p.context.functions(), ParameterTypes.none(), null), null);
        Expr expr = ExpressionAnalysis.transform(fresh, SqlParser.parseExpression(text), ExprKind.FUNCTION_DEFAULT);
        int type = row.argTypes().get(parameter);
        Expr cast = PolymorphicTypes.isPolymorphic(type)
                ? expr
                : Coercion.toTarget(
                        fresh,
                        expr,
                        p.catalog().typed(type),
                        Context.ASSIGNMENT,
                        CoercionForm.IMPLICIT_CAST,
                        Position.NONE);
        return CollationAssignment.expression(fresh, ExprEquality.withoutPositions(cast == null ? expr : cast));
    }

    private static List<Expr> inOrder(FunctionCandidate found, List<Expr> args) {
        int[] numbers = found.numbers();
        if (numbers == null) {
            return args;
        }
        Expr[] ordered = new Expr[args.size()];
        for (int i = 0; i < numbers.length; i++) {
            ordered[numbers[i]] = args.get(i);
        }
        return new ArrayList<>(List.of(ordered));
    }

    /// A field of a composite value; null if it has no such field (ParseComplexProjection).
    static @Nullable Expr projection(ParseState p, String field, Expr row, Position at) {
        if (row instanceof Var whole && whole.attno() == 0) {
            ParseState owner = p.up(whole.levelsUp());
            NamespaceItem item = null;
            for (NamespaceItem candidate : owner.namespace) {
                if (candidate.rtindex == whole.varno()) {
                    item = candidate;
                }
            }
            if (item == null) {
                item = new NamespaceItem(
                        owner.rte(whole.varno()).eref(), whole.varno(), columnsOf(owner, whole.varno()));
            }
            return Relations.columnOf(p, owner, item, whole.levelsUp(), field, at);
        }
        List<TypeLookup.Field> fields = fields(p, row);
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(field)) {
                return new FieldSelect(
                        row, fieldNumber(p, row, i), field, fields.get(i).type());
            }
        }
        return null;
    }

    private static List<NamespaceColumn> columnsOf(ParseState owner, int rtindex) {
        List<NamespaceColumn> columns = new ArrayList<>();
        List<SqlType> types = owner.rte(rtindex).columnTypes();
        for (int i = 0; i < types.size(); i++) {
            columns.add(
                    types.get(i).oid() == 0
                            ? NamespaceColumn.DROPPED
                            : new NamespaceColumn(rtindex, i + 1, types.get(i)));
        }
        return columns;
    }

    /// The attribute number of the n-th visible field: dropped columns count.
    private static int fieldNumber(ParseState p, Expr row, int visible) {
        var relation = p.catalog()
                .catalog()
                .relationOfRowType(p.catalog().baseType(row.type().oid()));
        if (relation == null) {
            return visible + 1;
        }
        int seen = 0;
        for (var column : relation.columns()) {
            if (!column.dropped() && seen++ == visible) {
                return column.attnum();
            }
        }
        return visible + 1;
    }

    /// Fields of a composite or record value, as far as they can be known (get_expr_result_tupdesc,
    /// expandRecordVariable).
    static List<TypeLookup.Field> fields(ParseState p, Expr row) {
        int type = row.type().oid();
        if (type != TypeOids.RECORD) {
            return p.catalog().fields(p.catalog().baseType(type));
        }
        List<TypeLookup.Field> fields = new ArrayList<>();
        switch (row) {
            case RowExpr r -> {
                for (int i = 0; i < r.args().size(); i++) {
                    fields.add(new TypeLookup.Field(
                            i < r.colNames().size() ? r.colNames().get(i) : "f" + (i + 1),
                            r.args().get(i).type()));
                }
            }
            case FuncExpr f -> {
                List<String> names = new ArrayList<>();
                List<SqlType> types = new ArrayList<>();
                if (FunctionResult.outColumns(p.catalog(), f, names, types)) {
                    for (int i = 0; i < names.size(); i++) {
                        fields.add(new TypeLookup.Field(names.get(i), types.get(i)));
                    }
                }
            }
            case Var v
            when v.attno() != 0 -> {
                ParseState owner = p.up(v.levelsUp());
                Expr source = switch (owner.rte(v.varno())) {
                    case RteSubquery s ->
                        s.query().outputColumns().get(v.attno() - 1).expr();
                    case RteJoin j -> j.aliasVars().get(v.attno() - 1);
                    default -> null;
                };
                if (source instanceof RowExpr || source instanceof FuncExpr) {
                    return fields(p, source);
                }
                if (source instanceof Var inner
                        && owner.rte(v.varno()) instanceof RteSubquery s
                        && inner.attno() == 0
                        && inner.levelsUp() == 0) {
                    RangeTblEntry rte = s.query().rte(inner.varno());
                    for (int i = 0; i < rte.columnTypes().size(); i++) {
                        fields.add(new TypeLookup.Field(
                                rte.eref().columnNames().get(i),
                                rte.columnTypes().get(i)));
                    }
                }
            }
            case Var v -> {
                RangeTblEntry rte = p.up(v.levelsUp()).rte(v.varno());
                for (int i = 0; i < rte.columnTypes().size(); i++) {
                    fields.add(new TypeLookup.Field(
                            rte.eref().columnNames().get(i), rte.columnTypes().get(i)));
                }
            }
            default -> {}
        }
        return fields;
    }

    /// Where rows for one value are allowed (check_srf_call_placement).
    static void checkSetPlacement(ParseState p, @Nullable Expr srfBefore, Position at) {
        String inside = null;
        boolean construct = false;
        switch (p.exprKind) {
            case JOIN_ON, JOIN_USING -> inside = "set-returning functions are not allowed in JOIN conditions";
            case FROM_SUBSELECT, WHERE, HAVING, FILTER, LIMIT, OFFSET, RETURNING, MERGE_RETURNING, MERGE_WHEN ->
                construct = true;
            case FROM_FUNCTION -> {
                if (p.lastSrf != srfBefore) {
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "set-returning functions must appear at top level of FROM",
                            ExprLocation.of(p.lastSrf == null ? srfOf(srfBefore) : p.lastSrf));
                }
            }
            case WINDOW_PARTITION, WINDOW_ORDER -> p.hasTargetSRFs = true;
            case WINDOW_FRAME_RANGE, WINDOW_FRAME_ROWS, WINDOW_FRAME_GROUPS ->
                inside = "set-returning functions are not allowed in window definitions";
            case SELECT_TARGET, INSERT_TARGET -> p.hasTargetSRFs = true;
            case UPDATE_SOURCE, UPDATE_TARGET -> construct = true;
            case GROUP_BY, ORDER_BY, DISTINCT_ON -> p.hasTargetSRFs = true;
            case VALUES -> construct = true;
            case VALUES_SINGLE -> p.hasTargetSRFs = true;
            case CHECK_CONSTRAINT -> inside = "set-returning functions are not allowed in check constraints";
            case COLUMN_DEFAULT, FUNCTION_DEFAULT ->
                inside = "set-returning functions are not allowed in DEFAULT expressions";
            case INDEX_EXPRESSION -> inside = "set-returning functions are not allowed in index expressions";
            case INDEX_PREDICATE -> inside = "set-returning functions are not allowed in index predicates";
            case EXECUTE_PARAMETER -> inside = "set-returning functions are not allowed in EXECUTE parameters";
            case POLICY -> inside = "set-returning functions are not allowed in policy expressions";
            case CALL_ARGUMENT -> inside = "set-returning functions are not allowed in CALL arguments";
            case CYCLE_MARK -> construct = true;
            case GENERATED_COLUMN ->
                inside = "set-returning functions are not allowed in column generation expressions";
            case OTHER -> {}
        }
        if (inside != null) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, inside, at);
        }
        if (construct) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "set-returning functions are not allowed in " + p.exprKind.text(),
                    at);
        }
    }

    private static Expr srfOf(@Nullable Expr srf) {
        if (srf == null) {
            throw new AssertionError("no set-returning call");
        }
        return srf;
    }
}
