package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.parse.CoercionPathway.Context;
import org.pgherd.analyzer.query.*;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.CastRow;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Casts, written or implied (parse_coerce.c).
final class Coercion {
    private Coercion() {}

    /// Casts to a type and its modifier; null if no cast leads there.
    static @Nullable Expr toTarget(
            ParseState p, Expr expr, SqlType target, Context context, CoercionForm form, Position at) {
        CatalogView c = p.catalog();
        if (!canCoerce(c, expr.type().oid(), target.oid(), context)) {
            return null;
        }
        Expr inner = expr;
        while (inner instanceof CollateExpr collate) {
            inner = collate.arg();
        }
        Expr result = toType(p, inner, target, context, form, at);
        boolean hide = result != inner && !(result instanceof Const) && !(result instanceof Param);
        result = toTypmod(p, result, target, context, form, at, hide);
        if (expr instanceof CollateExpr collate && c.typeCollation(target.oid()) != 0) {
            result = new CollateExpr(result, collate.collation(), collate.at());
        }
        return result;
    }

    static boolean canCoerce(CatalogView c, int source, int target, Context context) {
        return canCoerce(c, new int[] {source}, new int[] {target}, context);
    }

    /// Whether all of the types can be cast to those opposite, polymorphic ones included (can_coerce_type).
    static boolean canCoerce(CatalogView c, int[] sources, int[] targets, Context context) {
        boolean generics = false;
        for (int i = 0; i < sources.length; i++) {
            int source = sources[i];
            int target = targets[i];
            if (source == target || target == TypeOids.ANY) {
                continue;
            }
            if (PolymorphicTypes.isPolymorphic(target)) {
                generics = true;
                continue;
            }
            if (source == TypeOids.UNKNOWN) {
                continue;
            }
            if (CoercionPathway.find(c, target, source, context).kind() != CoercionPathway.Kind.NONE) {
                continue;
            }
            if (source == TypeOids.RECORD && isComplex(c, target)) {
                continue;
            }
            if (target == TypeOids.RECORD && isComplex(c, source)) {
                continue;
            }
            if (target == TypeOids.RECORD_ARRAY && c.elementType(source) != 0 && isComplex(c, c.elementType(source))) {
                continue;
            }
            if (inherits(c, source, target)) {
                continue;
            }
            return false;
        }
        return !generics || PolymorphicTypes.consistent(c, sources, targets);
    }

    /// Casts to a type whatever its modifier; the caller knows that it can be done (coerce_type).
    static Expr toType(ParseState p, Expr expr, SqlType target, Context context, CoercionForm form, Position at) {
        CatalogView c = p.catalog();
        int source = expr.type().oid();
        int targetOid = target.oid();
        if (source == targetOid) {
            return expr;
        }
        if (targetOid == TypeOids.ANY
                || targetOid == TypeOids.ANYELEMENT
                || targetOid == TypeOids.ANYNONARRAY
                || targetOid == TypeOids.ANYCOMPATIBLE
                || targetOid == TypeOids.ANYCOMPATIBLENONARRAY) {
            return expr;
        }
        if (PolymorphicTypes.isPolymorphic(targetOid) && source != TypeOids.UNKNOWN) {
            int base = c.baseType(source);
            return base == source ? expr : new RelabelType(expr, form, c.typed(base), at);
        }
        if (source == TypeOids.UNKNOWN && expr instanceof Const literal) {
            SqlType base = c.baseType(new SqlType(targetOid, target.typmod(), c.typeCollation(targetOid)));
            int inputTypmod = base.oid() == TypeOids.INTERVAL ? base.typmod() : -1;
            String text = Literals.text(literal);
            Expr value = Literals.of(
                    p,
                    new SqlType(base.oid(), inputTypmod, c.typeCollation(base.oid())),
                    inputTypmod,
                    text,
                    literal.at());
            return base.oid() == targetOid ? value : toDomain(p, value, base, target, context, form, at, false);
        }
        if (expr instanceof Param param) {
            Param settled = p.context.parameters().coerce(param, target, at, p);
            if (settled != null) {
                return settled;
            }
        }
        if (expr instanceof CollateExpr collate) {
            Expr inner = toType(p, collate.arg(), target, context, form, at);
            return c.typeCollation(targetOid) == 0 ? inner : new CollateExpr(inner, collate.collation(), collate.at());
        }
        CoercionPathway path = CoercionPathway.find(c, targetOid, source, context);
        if (path.kind() != CoercionPathway.Kind.NONE) {
            SqlType base = c.baseType(new SqlType(targetOid, target.typmod(), c.typeCollation(targetOid)));
            if (path.kind() != CoercionPathway.Kind.RELABEL) {
                Expr result = apply(p, expr, path, base, context, form, at);
                return base.oid() == targetOid ? result : toDomain(p, result, base, target, context, form, at, true);
            }
            Expr result = toDomain(
                    p,
                    expr,
                    new SqlType(base.oid(), base.typmod(), base.collation()),
                    target,
                    context,
                    form,
                    at,
                    false);
            return result == expr ? new RelabelType(expr, form, c.typed(targetOid), at) : result;
        }
        if (source == TypeOids.RECORD && isComplex(c, targetOid)) {
            return recordToComplex(p, expr, target, context, form, at);
        }
        if (targetOid == TypeOids.RECORD || targetOid == TypeOids.RECORD_ARRAY) {
            return expr;
        }
        if (inherits(c, source, targetOid)) {
            int base = c.baseType(source);
            Expr row = base == source ? expr : new RelabelType(expr, CoercionForm.IMPLICIT_CAST, c.typed(base), at);
            return new ConvertRowtypeExpr(row, form, c.typed(targetOid), at);
        }
        throw new AssertionError(
                "failed to find conversion from " + c.formatType(source) + " to " + c.formatType(targetOid));
    }

    /// The cast functions that enforce a length (coerce_type_typmod).
    static Expr toTypmod(
            ParseState p,
            Expr expr,
            SqlType target,
            Context context,
            CoercionForm form,
            Position at,
            boolean hideInput) {
        CatalogView c = p.catalog();
        if (expr.type().typmod() == target.typmod()) {
            return expr;
        }
        Expr inner = hideInput ? implicit(expr) : expr;
        int type = target.oid();
        int element = c.elementType(type);
        CastRow cast = c.catalog().cast(element != 0 ? element : type, element != 0 ? element : type);
        SqlType result = new SqlType(type, target.typmod(), c.typeCollation(type));
        if (target.typmod() < 0 || cast == null || cast.functionOid() == 0) {
            // there is no length to enforce, but the modifier, or that there is none, is to be remembered
            return relabelWithTypmod(inner, result, form, at);
        }
        CoercionPathway path = new CoercionPathway(
                element != 0 ? CoercionPathway.Kind.ARRAY : CoercionPathway.Kind.FUNCTION, cast.functionOid());
        return apply(p, inner, path, result, context, form, at);
    }

    private static Expr relabelWithTypmod(Expr expr, SqlType type, CoercionForm form, Position at) {
        if (expr instanceof RelabelType relabel) {
            return new RelabelType(relabel.arg(), form, type, at);
        }
        return new RelabelType(expr, form, type, at);
    }

    /// Marks the outermost cast as implied, since another one goes over it.
    private static Expr implicit(Expr expr) {
        return switch (expr) {
            case FuncExpr e ->
                new FuncExpr(
                        e.funcId(),
                        e.name(),
                        e.args(),
                        e.variadic(),
                        e.retset(),
                        CoercionForm.IMPLICIT_CAST,
                        e.type(),
                        e.inputCollation(),
                        e.at());
            case RelabelType e -> new RelabelType(e.arg(), CoercionForm.IMPLICIT_CAST, e.type(), e.at());
            case CoerceViaIO e -> new CoerceViaIO(e.arg(), CoercionForm.IMPLICIT_CAST, e.type(), e.at());
            case ArrayCoerceExpr e ->
                new ArrayCoerceExpr(e.arg(), e.elemExpr(), CoercionForm.IMPLICIT_CAST, e.type(), e.at());
            case ConvertRowtypeExpr e -> new ConvertRowtypeExpr(e.arg(), CoercionForm.IMPLICIT_CAST, e.type(), e.at());
            case RowExpr e -> new RowExpr(e.args(), e.colNames(), CoercionForm.IMPLICIT_CAST, e.type(), e.at());
            case CoerceToDomain e -> new CoerceToDomain(e.arg(), CoercionForm.IMPLICIT_CAST, e.type(), e.at());
            default -> expr;
        };
    }

    /// The node that a pathway stands for (build_coercion_expression).
    private static Expr apply(
            ParseState p,
            Expr expr,
            CoercionPathway path,
            SqlType target,
            Context context,
            CoercionForm form,
            Position at) {
        CatalogView c = p.catalog();
        SqlType type = target;
        return switch (path.kind()) {
            case FUNCTION -> {
                ProcRow function = c.catalog().proc(path.functionId());
                if (function == null) {
                    throw new AssertionError("no cast function " + path.functionId());
                }
                List<Expr> args = new ArrayList<>(3);
                args.add(expr);
                int count = function.argTypes().size();
                if (count >= 2) {
                    args.add(Const.ofInt(target.typmod(), Position.NONE));
                }
                if (count == 3) {
                    args.add(Const.ofBoolean(context == Context.EXPLICIT, Position.NONE));
                }
                // without a length argument the function cannot promise the modifier
                SqlType result = count >= 2 ? type : type.withTypmod(-1);
                yield new FuncExpr(function.oid(), function.name(), args, false, false, form, result, 0, at);
            }
            case ARRAY -> {
                int sourceBase = c.baseType(expr.type().oid());
                int sourceElement = c.elementType(sourceBase);
                int targetElement = c.elementType(target.oid());
                CaseTestExpr element = new CaseTestExpr(
                        new SqlType(sourceElement, expr.type().typmod(), c.typeCollation(sourceElement)));
                Expr cast = toTarget(
                        p,
                        element,
                        new SqlType(targetElement, target.typmod(), c.typeCollation(targetElement)),
                        context,
                        CoercionForm.EXPLICIT_CALL,
                        at);
                if (cast == null) {
                    throw new AssertionError("failed to coerce array element type as expected");
                }
                yield new ArrayCoerceExpr(
                        expr, cast, form, type.withTypmod(cast.type().typmod()), at);
            }
            case VIA_IO -> new CoerceViaIO(expr, form, type.withTypmod(-1), at);
            case RELABEL, NONE -> throw new AssertionError("unsupported pathway " + path.kind());
        };
    }

    /// Puts a domain's check over a value of its base type (coerce_to_domain).
    ///
    /// @param base the base type with the modifier that the domain gives it
    static Expr toDomain(
            ParseState p,
            Expr expr,
            SqlType base,
            SqlType domain,
            Context context,
            CoercionForm form,
            Position at,
            boolean hideInput) {
        CatalogView c = p.catalog();
        if (base.oid() == domain.oid() || c.typeKind(domain.oid()) != 'd') {
            return expr;
        }
        Expr inner = hideInput ? implicit(expr) : expr;
        inner = toTypmod(p, inner, base, context, CoercionForm.IMPLICIT_CAST, at, false);
        return new CoerceToDomain(inner, form, c.typed(domain.oid()), at);
    }

    /// A row constructor or a whole row as a named composite (coerce_record_to_complex).
    private static Expr recordToComplex(
            ParseState p, Expr expr, SqlType target, Context context, CoercionForm form, Position at) {
        CatalogView c = p.catalog();
        List<Expr> fields;
        if (expr instanceof RowExpr row) {
            fields = row.args();
        } else if (expr instanceof Var whole && whole.attno() == 0) {
            fields = Relations.expandVars(p.up(whole.levelsUp()), whole.varno(), whole.levelsUp(), whole.at());
        } else {
            throw new SqlException(
                    SqlState.CANNOT_COERCE,
                    "cannot cast type " + c.formatType(TypeOids.RECORD) + " to " + c.formatType(target.oid()),
                    at);
        }
        int baseOid = c.baseType(target.oid());
        List<TypeLookup.Field> wanted = c.fields(baseOid);
        List<Expr> args = new ArrayList<>();
        String refused = "cannot cast type " + c.formatType(TypeOids.RECORD) + " to " + c.formatType(target.oid());
        for (int i = 0; i < wanted.size(); i++) {
            if (i >= fields.size()) {
                throw new SqlException(SqlState.CANNOT_COERCE, refused, at).withDetail("Input has too few columns.");
            }
            Expr field = fields.get(i);
            Expr cast = toTarget(p, field, wanted.get(i).type(), context, CoercionForm.IMPLICIT_CAST, at);
            if (cast == null) {
                throw new SqlException(SqlState.CANNOT_COERCE, refused, at)
                        .withDetail(
                                "Cannot cast type " + c.formatType(field.type().oid()) + " to "
                                        + c.formatType(wanted.get(i).type().oid()) + " in column " + (i + 1) + ".");
            }
            args.add(cast);
        }
        if (fields.size() > wanted.size()) {
            throw new SqlException(SqlState.CANNOT_COERCE, refused, at).withDetail("Input has too many columns.");
        }
        Expr row = new RowExpr(args, List.of(), form, c.typed(baseOid), at);
        return baseOid == target.oid() ? row : toDomain(p, row, c.typed(baseOid), target, context, form, at, false);
    }

    /// For WHERE, HAVING and the like (coerce_to_boolean).
    static Expr toBoolean(ParseState p, Expr expr, String construct) {
        Expr result = expr;
        if (expr.type().oid() != TypeOids.BOOL) {
            Expr cast = toTarget(p, expr, SqlType.BOOL, Context.ASSIGNMENT, CoercionForm.IMPLICIT_CAST, Position.NONE);
            if (cast == null) {
                throw new SqlException(
                        SqlState.DATATYPE_MISMATCH,
                        "argument of " + construct + " must be type boolean, not type "
                                + p.catalog().formatType(expr.type().oid()),
                        ExprLocation.of(expr));
            }
            result = cast;
        }
        if (returnsSet(result)) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "argument of " + construct + " must not return a set",
                    ExprLocation.of(expr));
        }
        return result;
    }

    /// For LIMIT, frame offsets and the like (coerce_to_specific_type).
    static Expr toSpecific(ParseState p, Expr expr, int type, String construct) {
        Expr result = expr;
        if (expr.type().oid() != type) {
            Expr cast = toTarget(
                    p, expr, p.catalog().typed(type), Context.ASSIGNMENT, CoercionForm.IMPLICIT_CAST, Position.NONE);
            if (cast == null) {
                throw new SqlException(
                        SqlState.DATATYPE_MISMATCH,
                        "argument of " + construct + " must be type "
                                + p.catalog().formatType(type) + ", not type "
                                + p.catalog().formatType(expr.type().oid()),
                        ExprLocation.of(expr));
            }
            result = cast;
        }
        if (returnsSet(result)) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "argument of " + construct + " must not return a set",
                    ExprLocation.of(expr));
        }
        return result;
    }

    /// Whether a value holds rows instead of one (expression_returns_set).
    static boolean returnsSet(Expr expr) {
        return ExprWalk.any(expr, e -> e instanceof FuncExpr f && f.retset() || e instanceof OpExpr o && o.retset());
    }

    /// Whether values of one type are values of another bit for bit (IsBinaryCoercible).
    static boolean isBinaryCoercible(CatalogView c, int sourceType, int target) {
        if (sourceType == target
                || target == TypeOids.ANY
                || target == TypeOids.ANYELEMENT
                || target == TypeOids.ANYCOMPATIBLE) {
            return true;
        }
        int source = c.baseType(sourceType);
        if (source == target) {
            return true;
        }
        boolean isArray = c.elementType(source) != 0;
        if (target == TypeOids.ANYARRAY || target == TypeOids.ANYCOMPATIBLEARRAY) {
            return isArray;
        }
        if (target == TypeOids.ANYNONARRAY || target == TypeOids.ANYCOMPATIBLENONARRAY) {
            return !isArray;
        }
        char kind = c.typeKind(source);
        if (target == TypeOids.ANYENUM) {
            return kind == 'e';
        }
        if (target == TypeOids.ANYRANGE || target == TypeOids.ANYCOMPATIBLERANGE) {
            return kind == 'r';
        }
        if (target == TypeOids.ANYMULTIRANGE || target == TypeOids.ANYCOMPATIBLEMULTIRANGE) {
            return kind == 'm';
        }
        if (target == TypeOids.RECORD) {
            return isComplex(c, source);
        }
        if (target == TypeOids.RECORD_ARRAY) {
            return isArray && isComplex(c, c.elementType(source));
        }
        CastRow cast = c.catalog().cast(source, target);
        return cast != null && cast.method() == 'b' && cast.context() == 'i';
    }

    static boolean isPreferred(CatalogView c, char category, int type) {
        TypeRow row = c.type(type);
        return row != null && row.category() == category && row.preferred();
    }

    static char category(CatalogView c, int type) {
        TypeRow row = c.type(type);
        if (row == null) {
            throw new AssertionError("no type has oid " + type);
        }
        return row.category();
    }

    /// A composite type with columns of its own, not anonymous RECORD (ISCOMPLEX).
    static boolean isComplex(CatalogView c, int type) {
        return type != TypeOids.RECORD && c.typeKind(c.baseType(type)) == 'c';
    }

    /// Whether rows of one composite type are rows of another's children (typeInheritsFrom).
    private static boolean inherits(CatalogView c, int source, int target) {
        if (!isComplex(c, source) || !isComplex(c, target)) {
            return false;
        }
        Relation child = c.catalog().relationOfRowType(c.baseType(source));
        Relation parent = c.catalog().relationOfRowType(c.baseType(target));
        return child != null && parent != null && inherits(c, child, parent);
    }

    private static boolean inherits(CatalogView c, Relation child, Relation parent) {
        for (int oid : child.parents()) {
            Relation next = c.catalog().relation(oid);
            if (next != null && (next.equals(parent) || inherits(c, next, parent))) {
                return true;
            }
        }
        return false;
    }
}
