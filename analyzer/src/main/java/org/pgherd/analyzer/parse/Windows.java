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
import org.pgherd.grammar.ast.FrameOptions;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.WindowDef;
import org.pgherd.semantics.catalog.OpclassRow;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Window functions and window definitions (transformWindowFuncCall of parse_agg.c, transformWindowDefinitions of
/// parse_clause.c).
final class Windows {
    private Windows() {}

    static Expr function(
            ParseState p,
            FuncCall call,
            ProcRow row,
            List<Expr> args,
            @Nullable Expr filter,
            SqlType type,
            Position at) {
        String shown = String.join(".", call.funcname());
        if (call.aggDistinct()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "DISTINCT is not implemented for window functions", at);
        }
        if (row.kind() == 'a' && args.isEmpty() && !call.aggStar()) {
            throw new SqlException(
                    SqlState.WRONG_OBJECT_TYPE,
                    shown + "(*) must be used to call a parameterless aggregate function",
                    at);
        }
        if (!call.aggOrder().isEmpty()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "aggregate ORDER BY is not implemented for window functions", at);
        }
        if (filter != null && row.kind() != 'a') {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "FILTER is not implemented for non-aggregate window functions", at);
        }
        if (row.returnsSet()) {
            throw new SqlException(SqlState.INVALID_FUNCTION_DEFINITION, "window functions cannot return sets", at);
        }
        for (Expr arg : args) {
            Expr nested = find(arg);
            if (nested != null) {
                throw new SqlException(SqlState.WINDOWING_ERROR, "window function calls cannot be nested", nested.at());
            }
            ExprWalk.any(arg, e -> {
                if (e instanceof FuncExpr f && f.retset()) {
                    throw new SqlException(
                                    SqlState.FEATURE_NOT_SUPPORTED,
                                    "window function calls cannot contain set-returning function calls",
                                    f.at())
                            .withHint("You might be able to move the set-returning function into a LATERAL FROM item.");
                }
                return false;
            });
        }
        checkPlacement(p, at);
        int ref = reference(p, ExpressionAnalysis.nonNull(call.over()));
        p.hasWindowFuncs = true;
        return new WindowFunc(
                row.oid(), row.name(), args, filter, ref, call.aggStar(), row.kind() == 'a', false, type, 0, at);
    }

    private static void checkPlacement(ParseState p, Position at) {
        String message = switch (p.exprKind) {
            case OTHER, SELECT_TARGET, ORDER_BY, DISTINCT_ON -> null;
            case JOIN_ON, JOIN_USING -> "window functions are not allowed in JOIN conditions";
            case FROM_FUNCTION -> "window functions are not allowed in functions in FROM";
            case WINDOW_PARTITION, WINDOW_ORDER, WINDOW_FRAME_RANGE, WINDOW_FRAME_ROWS, WINDOW_FRAME_GROUPS ->
                "window functions are not allowed in window definitions";
            case MERGE_WHEN -> "window functions are not allowed in MERGE WHEN conditions";
            case CHECK_CONSTRAINT -> "window functions are not allowed in check constraints";
            case COLUMN_DEFAULT, FUNCTION_DEFAULT -> "window functions are not allowed in DEFAULT expressions";
            case INDEX_EXPRESSION -> "window functions are not allowed in index expressions";
            case INDEX_PREDICATE -> "window functions are not allowed in index predicates";
            case EXECUTE_PARAMETER -> "window functions are not allowed in EXECUTE parameters";
            case POLICY -> "window functions are not allowed in policy expressions";
            case CALL_ARGUMENT -> "window functions are not allowed in CALL arguments";
            case GENERATED_COLUMN -> "window functions are not allowed in column generation expressions";
            case FROM_SUBSELECT,
                    WHERE,
                    HAVING,
                    FILTER,
                    INSERT_TARGET,
                    UPDATE_SOURCE,
                    UPDATE_TARGET,
                    GROUP_BY,
                    RETURNING,
                    MERGE_RETURNING,
                    VALUES,
                    VALUES_SINGLE,
                    LIMIT,
                    OFFSET,
                    CYCLE_MARK -> "window functions are not allowed in " + p.exprKind.text();
        };
        if (message != null) {
            throw new SqlException(SqlState.WINDOWING_ERROR, message, at);
        }
    }

    /// The number of the window that OVER means; a new one if it is none of those there are.
    private static int reference(ParseState p, WindowDef over) {
        if (over.name() != null) {
            for (int i = 0; i < p.windowDefs.size(); i++) {
                if (over.name().equals(p.windowDefs.get(i).name())) {
                    return i + 1;
                }
            }
            throw new SqlException(
                    SqlState.UNDEFINED_OBJECT, "window \"" + over.name() + "\" does not exist", over.location());
        }
        for (int i = 0; i < p.windowDefs.size(); i++) {
            WindowDef def = p.windowDefs.get(i);
            boolean sameRef = over.refname() == null
                    ? def.refname() == null
                    : over.refname().equals(def.refname());
            if (sameRef
                    && def.name() == null
                    && over.frameOptions() == def.frameOptions()
                    && RawEquality.same(over, def)) {
                return i + 1;
            }
        }
        p.windowDefs.add(over);
        return p.windowDefs.size();
    }

    /// A window function in an expression, null if there is none.
    static @Nullable Expr find(@Nullable Expr expr) {
        Expr[] found = new Expr[1];
        ExprWalk.any(expr, e -> {
            if (e instanceof WindowFunc) {
                found[0] = e;
                return true;
            }
            return false;
        });
        return found[0];
    }

    static List<WindowClause> clauses(ParseState p, List<TargetEntry> targets) {
        List<WindowClause> result = new ArrayList<>();
        // definitions may be added while their expressions are analyzed
        for (int i = 0; i < p.windowDefs.size(); i++) {
            result.add(clause(p, p.windowDefs.get(i), result, targets, i + 1));
        }
        return result;
    }

    private static WindowClause clause(
            ParseState p, WindowDef def, List<WindowClause> earlier, List<TargetEntry> targets, int ref) {
        if (def.name() != null && named(earlier, def.name()) != null) {
            throw new SqlException(
                    SqlState.WINDOWING_ERROR, "window \"" + def.name() + "\" is already defined", def.location());
        }
        WindowClause base = null;
        if (def.refname() != null) {
            base = named(earlier, def.refname());
            if (base == null) {
                throw new SqlException(
                        SqlState.UNDEFINED_OBJECT, "window \"" + def.refname() + "\" does not exist", def.location());
            }
        }
        List<SortGroupClause> order = SortGroups.sort(p, def.orderClause(), targets, ExprKind.WINDOW_ORDER, true);
        List<SortGroupClause> partition = new ArrayList<>();
        List<Node> items = new ArrayList<>();
        def.partitionClause().forEach(raw -> items.addAll(GroupBy.flattened(raw)));
        for (Node item : items) {
            int index = SortGroups.findSql99(p, (org.pgherd.grammar.ast.Expr) item, targets, ExprKind.WINDOW_PARTITION);
            int existing = targets.get(index).sortGroupRef();
            SortGroupClause sorted = existing == 0
                    ? null
                    : order.stream()
                            .filter(c -> c.tleSortGroupRef() == existing)
                            .findFirst()
                            .orElse(null);
            if (sorted != null && partition.stream().noneMatch(c -> c.tleSortGroupRef() == existing)) {
                partition.add(sorted);
            } else {
                SortGroups.addGroup(
                        p,
                        index,
                        partition,
                        targets,
                        ExprLocation.of(targets.get(index).expr()));
            }
        }
        boolean copied = false;
        if (base != null) {
            if (!partition.isEmpty()) {
                throw new SqlException(
                        SqlState.WINDOWING_ERROR,
                        "cannot override PARTITION BY clause of window \"" + def.refname() + "\"",
                        def.location());
            }
            partition = base.partitionClause();
            if (!base.orderClause().isEmpty()) {
                if (!order.isEmpty()) {
                    throw new SqlException(
                            SqlState.WINDOWING_ERROR,
                            "cannot override ORDER BY clause of window \"" + def.refname() + "\"",
                            def.location());
                }
                order = base.orderClause();
                copied = true;
            }
            if (!base.frame().isDefault()) {
                boolean bare = def.name() == null
                        && def.partitionClause().isEmpty()
                        && def.orderClause().isEmpty()
                        && (def.frameOptions() & FrameOptions.NONDEFAULT) == 0;
                SqlException e = new SqlException(
                        SqlState.WINDOWING_ERROR,
                        "cannot copy window \"" + def.refname() + "\" because it has a frame clause",
                        def.location());
                throw bare ? e.withHint("Omit the parentheses in this OVER clause.") : e;
            }
        }
        int options = def.frameOptions();
        WindowFrame frame = frame(options);
        if (frame.mode() == WindowFrame.Mode.GROUPS && order.isEmpty()) {
            throw new SqlException(SqlState.WINDOWING_ERROR, "GROUPS mode requires an ORDER BY clause", def.location());
        }
        int rangeType = 0;
        int rangeInput = 0;
        int collation = 0;
        boolean ascending = true;
        boolean nullsFirst = false;
        boolean offsets = (options & (FrameOptions.START_OFFSET | FrameOptions.END_OFFSET)) != 0;
        if (frame.mode() == WindowFrame.Mode.RANGE && offsets) {
            if (order.size() != 1) {
                throw new SqlException(
                        SqlState.WINDOWING_ERROR,
                        "RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column",
                        def.location());
            }
            SortGroupClause key = order.getFirst();
            Expr expr = CollationAssignment.expression(
                    p, SortGroups.byRef(targets, key.tleSortGroupRef()).expr());
            rangeType = expr.type().oid();
            collation = expr.collation();
            ascending = !key.reverseSort();
            nullsFirst = key.nullsFirst();
            OpclassRow opclass = p.catalog()
                    .operatorClasses()
                    .defaultClass("btree", p.catalog().baseType(rangeType), p.catalog());
            if (opclass != null) {
                rangeInput = opclass.inputType();
                // what the class orders: varchar's is text's
                if (Coercion.isBinaryCoercible(p.catalog(), rangeType, rangeInput)) {
                    rangeType = rangeInput;
                }
            }
        }
        Offset start = offset(p, def.startOffset(), frame.mode(), rangeType, rangeInput);
        Offset end = offset(p, def.endOffset(), frame.mode(), rangeType, rangeInput);
        return new WindowClause(
                def.name(),
                def.refname(),
                partition,
                order,
                frame,
                start.expr,
                end.expr,
                start.function,
                end.function,
                collation,
                ascending,
                nullsFirst,
                ref,
                copied);
    }

    private static @Nullable WindowClause named(List<WindowClause> list, String name) {
        for (WindowClause clause : list) {
            if (name.equals(clause.name())) {
                return clause;
            }
        }
        return null;
    }

    private static WindowFrame frame(int o) {
        WindowFrame.Mode mode = (o & FrameOptions.ROWS) != 0
                ? WindowFrame.Mode.ROWS
                : (o & FrameOptions.GROUPS) != 0 ? WindowFrame.Mode.GROUPS : WindowFrame.Mode.RANGE;
        WindowFrame.Bound start = (o & FrameOptions.START_OFFSET_PRECEDING) != 0
                ? WindowFrame.Bound.OFFSET_PRECEDING
                : (o & FrameOptions.START_OFFSET_FOLLOWING) != 0
                        ? WindowFrame.Bound.OFFSET_FOLLOWING
                        : (o & FrameOptions.START_CURRENT_ROW) != 0
                                ? WindowFrame.Bound.CURRENT_ROW
                                : (o & FrameOptions.START_UNBOUNDED_FOLLOWING) != 0
                                        ? WindowFrame.Bound.UNBOUNDED_FOLLOWING
                                        : WindowFrame.Bound.UNBOUNDED_PRECEDING;
        WindowFrame.Bound end = (o & FrameOptions.END_OFFSET_PRECEDING) != 0
                ? WindowFrame.Bound.OFFSET_PRECEDING
                : (o & FrameOptions.END_OFFSET_FOLLOWING) != 0
                        ? WindowFrame.Bound.OFFSET_FOLLOWING
                        : (o & FrameOptions.END_UNBOUNDED_FOLLOWING) != 0
                                ? WindowFrame.Bound.UNBOUNDED_FOLLOWING
                                : (o & FrameOptions.END_UNBOUNDED_PRECEDING) != 0
                                        ? WindowFrame.Bound.UNBOUNDED_PRECEDING
                                        : WindowFrame.Bound.CURRENT_ROW;
        WindowFrame.Exclusion exclusion = (o & FrameOptions.EXCLUDE_CURRENT_ROW) != 0
                ? WindowFrame.Exclusion.CURRENT_ROW
                : (o & FrameOptions.EXCLUDE_GROUP) != 0
                        ? WindowFrame.Exclusion.GROUP
                        : (o & FrameOptions.EXCLUDE_TIES) != 0
                                ? WindowFrame.Exclusion.TIES
                                : WindowFrame.Exclusion.NO_OTHERS;
        return new WindowFrame(
                mode, start, end, (o & FrameOptions.BETWEEN) != 0, exclusion, (o & FrameOptions.NONDEFAULT) == 0);
    }

    private record Offset(@Nullable Expr expr, int function) {}

    private static Offset offset(
            ParseState p,
            org.pgherd.grammar.ast.@Nullable Expr raw,
            WindowFrame.Mode mode,
            int rangeType,
            int inputType) {
        if (raw == null) {
            return new Offset(null, 0);
        }
        CatalogView c = p.catalog();
        switch (mode) {
            case ROWS, GROUPS -> {
                ExprKind kind =
                        mode == WindowFrame.Mode.ROWS ? ExprKind.WINDOW_FRAME_ROWS : ExprKind.WINDOW_FRAME_GROUPS;
                Expr expr =
                        Coercion.toSpecific(p, ExpressionAnalysis.transform(p, raw, kind), TypeOids.INT8, mode.name());
                Clauses.constantAtLevel(p, expr, mode.name());
                return new Offset(expr, 0);
            }
            case RANGE -> {
                Expr expr = ExpressionAnalysis.transform(p, raw, ExprKind.WINDOW_FRAME_RANGE);
                int offsetType = expr.type().oid();
                ProcRow found = null;
                int count = 0;
                ProcRow same = null;
                for (ProcRow row : inRange(c, inputType)) {
                    count++;
                    if (offsetType == TypeOids.UNKNOWN
                            || offsetType == row.argTypes().get(2)
                            || Coercion.canCoerce(c, offsetType, row.argTypes().get(2), Context.IMPLICIT)) {
                        if (row.argTypes().get(2) == offsetType) {
                            found = row;
                            break;
                        }
                        if (row.argTypes().get(2) == inputType || row.argTypes().get(2) == rangeType) {
                            same = row;
                        }
                        if (found == null
                                || Coercion.isPreferred(
                                        c,
                                        Coercion.category(c, row.argTypes().get(2)),
                                        row.argTypes().get(2))) {
                            found = row;
                        }
                    }
                }
                if (count == 0) {
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "RANGE with offset PRECEDING/FOLLOWING is not supported for column type "
                                    + c.formatType(rangeType),
                            ExprLocation.of(expr));
                }
                if (found == null) {
                    throw new SqlException(
                                    SqlState.FEATURE_NOT_SUPPORTED,
                                    "RANGE with offset PRECEDING/FOLLOWING is not supported for column type "
                                            + c.formatType(rangeType) + " and offset type " + c.formatType(offsetType),
                                    ExprLocation.of(expr))
                            .withHint("Cast the offset value to an appropriate type.");
                }
                if (offsetType == TypeOids.UNKNOWN && same != null) {
                    found = same;
                }
                Expr cast = Coercion.toSpecific(p, expr, found.argTypes().get(2), "RANGE");
                Clauses.constantAtLevel(p, cast, "RANGE");
                return new Offset(cast, found.oid());
            }
        }
        throw new AssertionError(mode);
    }

    /// The in_range support functions of a type: their first argument is the ordered value, their third the offset.
    private static List<ProcRow> inRange(CatalogView c, int inputType) {
        return c.catalog().procsNamed("in_range").stream()
                .filter(row -> row.argTypes().size() == 5 && row.argTypes().getFirst() == inputType)
                .toList();
    }
}
