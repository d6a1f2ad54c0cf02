package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.parse.CoercionPathway.Context;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// The one type for several values: of CASE, COALESCE, ARRAY, VALUES, UNION, IN (select_common_type of parse_coerce.c).
final class CommonType {
    private CommonType() {}

    /// The type for all, or an error; null construct means: 0 instead of an error.
    static int select(ParseState p, List<Expr> exprs, @Nullable String construct) {
        CatalogView c = p.catalog();
        Expr first = exprs.getFirst();
        int result = first.type().oid();
        if (result != TypeOids.UNKNOWN) {
            boolean same = true;
            for (Expr expr : exprs) {
                same &= expr.type().oid() == result;
            }
            if (same) {
                return result;
            }
        }
        Expr best = first;
        int type = c.baseType(result);
        TypeRow row = c.typeRow(type);
        char category = row.category();
        boolean preferred = row.preferred();
        for (Expr next : exprs.subList(1, exprs.size())) {
            int nextType = c.baseType(next.type().oid());
            if (nextType == TypeOids.UNKNOWN || nextType == type) {
                continue;
            }
            TypeRow nextRow = c.typeRow(nextType);
            if (type == TypeOids.UNKNOWN) {
                best = next;
                type = nextType;
                category = nextRow.category();
                preferred = nextRow.preferred();
            } else if (nextRow.category() != category) {
                if (construct == null) {
                    return 0;
                }
                throw new SqlException(
                        SqlState.DATATYPE_MISMATCH,
                        construct + " types " + c.formatType(type) + " and " + c.formatType(nextType)
                                + " cannot be matched",
                        ExprLocation.of(next));
            } else if (!preferred
                    && Coercion.canCoerce(c, type, nextType, Context.IMPLICIT)
                    && !Coercion.canCoerce(c, nextType, type, Context.IMPLICIT)) {
                best = next;
                type = nextType;
                category = nextRow.category();
                preferred = nextRow.preferred();
            }
        }
        return type == TypeOids.UNKNOWN ? TypeOids.TEXT : type;
    }

    /// Of types alone, null if there is none (select_common_type_from_oids); unknown stays unknown.
    static @Nullable Integer selectFrom(CatalogView c, List<SqlType> types) {
        int type = types.getFirst().oid();
        boolean same = types.stream().allMatch(t -> t.oid() == types.getFirst().oid());
        if (same && type != TypeOids.UNKNOWN) {
            return type;
        }
        type = c.baseType(type);
        for (SqlType candidate : types.subList(1, types.size())) {
            int next = c.baseType(candidate.oid());
            if (next == TypeOids.UNKNOWN || next == type) {
                continue;
            }
            if (type == TypeOids.UNKNOWN) {
                type = next;
            } else if (Coercion.category(c, next) != Coercion.category(c, type)) {
                return null;
            } else if (!c.typeRow(type).preferred()
                    && Coercion.canCoerce(c, type, next, Context.IMPLICIT)
                    && !Coercion.canCoerce(c, next, type, Context.IMPLICIT)) {
                type = next;
            }
        }
        return type;
    }

    /// The modifier that all share if they are all of the type, else none (select_common_typmod).
    static int typmod(List<Expr> exprs, int type) {
        int typmod = exprs.getFirst().type().typmod();
        for (Expr expr : exprs) {
            if (expr.type().oid() != type || expr.type().typmod() != typmod) {
                return -1;
            }
        }
        return typmod;
    }

    /// Casts one of the values (coerce_to_common_type).
    static Expr coerce(ParseState p, Expr expr, int type, String construct) {
        int source = expr.type().oid();
        if (source == type) {
            return expr;
        }
        if (!Coercion.canCoerce(p.catalog(), source, type, Context.IMPLICIT)) {
            throw new SqlException(
                    SqlState.CANNOT_COERCE,
                    construct + " could not convert type " + p.catalog().formatType(source) + " to "
                            + p.catalog().formatType(type),
                    ExprLocation.of(expr));
        }
        return Coercion.toType(
                p, expr, p.catalog().typed(type), Context.IMPLICIT, CoercionForm.IMPLICIT_CAST, Position.NONE);
    }

    static List<Expr> coerceAll(ParseState p, List<Expr> exprs, int type, String construct) {
        List<Expr> list = new ArrayList<>(exprs.size());
        for (Expr expr : exprs) {
            list.add(coerce(p, expr, type, construct));
        }
        return list;
    }

    /// Whether all can be cast to it implicitly (verify_common_type).
    static boolean fits(ParseState p, int type, List<Expr> exprs) {
        for (Expr expr : exprs) {
            if (!Coercion.canCoerce(p.catalog(), expr.type().oid(), type, Context.IMPLICIT)) {
                return false;
            }
        }
        return true;
    }
}
