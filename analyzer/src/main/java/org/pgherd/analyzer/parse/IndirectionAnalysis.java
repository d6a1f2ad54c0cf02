package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.parse.CoercionPathway.Context;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.SubscriptingRef;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.AIndices;
import org.pgherd.grammar.ast.AIndirection;
import org.pgherd.grammar.ast.AStar;
import org.pgherd.grammar.ast.FieldName;
import org.pgherd.grammar.ast.Indirection;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Fields and subscripts behind an expression (transformIndirection of parse_expr.c, transformContainerSubscripts of
/// parse_node.c).
final class IndirectionAnalysis {
    private IndirectionAnalysis() {}

    static Expr transform(ParseState p, AIndirection raw) {
        Expr arg = ExpressionAnalysis.recurse(p, raw.arg());
        return apply(p, arg, raw.indirection(), ExprLocation.of(arg));
    }

    static Expr apply(ParseState p, Expr base, List<Indirection> steps, Position at) {
        Expr result = base;
        List<AIndices> subscripts = new ArrayList<>();
        for (Indirection step : steps) {
            switch (step) {
                case AIndices indices -> subscripts.add(indices);
                case AStar star ->
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED, "row expansion via \"*\" is not supported here", at);
                case FieldName field -> {
                    if (!subscripts.isEmpty()) {
                        result = subscript(p, result, subscripts, null);
                        subscripts.clear();
                    }
                    Expr selected = FunctionCalls.call(
                            p,
                            List.of(field.name()),
                            new ArrayList<>(List.of(result)),
                            List.of(),
                            null,
                            p.lastSrf,
                            false,
                            at);
                    if (selected == null) {
                        throw unknown(p, result, field.name(), at);
                    }
                    result = selected;
                }
            }
        }
        return subscripts.isEmpty() ? result : subscript(p, result, subscripts, null);
    }

    static SqlException unknown(ParseState p, Expr row, String field, Position at) {
        CatalogView c = p.catalog();
        int type = row.type().oid();
        if (Coercion.isComplex(c, type)) {
            return new SqlException(
                    SqlState.UNDEFINED_COLUMN,
                    "column \"" + field + "\" not found in data type " + c.formatType(type),
                    at);
        }
        if (type == TypeOids.RECORD) {
            return new SqlException(
                    SqlState.UNDEFINED_COLUMN, "could not identify column \"" + field + "\" in record data type", at);
        }
        return new SqlException(
                SqlState.WRONG_OBJECT_TYPE,
                "column notation ." + field + " applied to type " + c.formatType(type)
                        + ", which is not a composite type",
                at);
    }

    /// @param assigned the new value if this is a target; null to read
    static SubscriptingRef subscript(ParseState p, Expr container, List<AIndices> steps, @Nullable Expr assigned) {
        CatalogView c = p.catalog();
        SqlType type = containerType(c, container.type());
        TypeRow row = c.typeRow(type.oid());
        boolean isJson = type.oid() == TypeOids.JSONB;
        if (!isJson && (row.subscriptOid() == 0 || row.elementOid() == 0)) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "cannot subscript type " + c.formatType(container.type().oid())
                            + " because it does not support subscripting",
                    ExprLocation.of(container));
        }
        boolean slice = steps.stream().anyMatch(AIndices::isSlice);
        List<@Nullable Expr> upper = new ArrayList<>();
        List<@Nullable Expr> lower = new ArrayList<>();
        for (AIndices step : steps) {
            if (isJson) {
                if (step.isSlice()) {
                    Position at = step.lidx() != null
                            ? step.lidx().at()
                            : step.uidx() != null ? step.uidx().at() : Position.NONE;
                    throw new SqlException(SqlState.DATATYPE_MISMATCH, "jsonb subscript does not support slices", at);
                }
                upper.add(jsonSubscript(p, ExpressionAnalysis.recurse(p, ExpressionAnalysis.nonNull(step.uidx()))));
                continue;
            }
            if (slice) {
                if (step.lidx() != null) {
                    lower.add(arraySubscript(p, ExpressionAnalysis.recurse(p, step.lidx())));
                } else if (!step.isSlice()) {
                    lower.add(Const.ofInt(1, Position.NONE));
                } else {
                    lower.add(null);
                }
            }
            upper.add(step.uidx() == null ? null : arraySubscript(p, ExpressionAnalysis.recurse(p, step.uidx())));
        }
        if (steps.size() > 6 && !isJson) {
            throw new SqlException(
                    SqlState.PROGRAM_LIMIT_EXCEEDED,
                    "number of array dimensions (" + steps.size() + ") exceeds the maximum allowed (6)");
        }
        int element = isJson ? TypeOids.JSONB : row.elementOid();
        SqlType result =
                slice || isJson || assigned != null ? type : new SqlType(element, type.typmod(), type.collation());
        return new SubscriptingRef(type.oid(), element, upper, lower, container, assigned, result, container.at());
    }

    /// Domains looked through; the vector types are arrays here.
    static SqlType containerType(CatalogView c, SqlType type) {
        SqlType base = c.baseType(type);
        return switch (base.oid()) {
            case TypeOids.INT2VECTOR -> SqlType.of(TypeOids.INT2_ARRAY);
            case TypeOids.OIDVECTOR -> SqlType.of(TypeOids.OID_ARRAY);
            default -> base;
        };
    }

    private static Expr arraySubscript(ParseState p, Expr index) {
        Expr cast = Coercion.toTarget(
                p, index, SqlType.INT4, Context.ASSIGNMENT, CoercionForm.IMPLICIT_CAST, Position.NONE);
        if (cast == null) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH, "array subscript must have type integer", ExprLocation.of(index));
        }
        return cast;
    }

    private static Expr jsonSubscript(ParseState p, Expr index) {
        CatalogView c = p.catalog();
        int source = index.type().oid();
        int target = TypeOids.TEXT;
        if (source != TypeOids.UNKNOWN) {
            boolean toInt = Coercion.canCoerce(c, source, TypeOids.INT4, Context.IMPLICIT);
            boolean toText = Coercion.canCoerce(c, source, TypeOids.TEXT, Context.IMPLICIT);
            if (toInt && toText) {
                throw new SqlException(
                                SqlState.DATATYPE_MISMATCH,
                                "subscript type " + c.formatType(source) + " is not supported",
                                ExprLocation.of(index))
                        .withHint("jsonb subscript must be coercible to only one type, integer or text.");
            }
            if (!toInt && !toText) {
                throw new SqlException(
                                SqlState.DATATYPE_MISMATCH,
                                "subscript type " + c.formatType(source) + " is not supported",
                                ExprLocation.of(index))
                        .withHint("jsonb subscript must be coercible to either integer or text.");
            }
            target = toInt ? TypeOids.INT4 : TypeOids.TEXT;
        }
        return Coercion.toType(p, index, c.typed(target), Context.IMPLICIT, CoercionForm.IMPLICIT_CAST, Position.NONE);
    }
}
