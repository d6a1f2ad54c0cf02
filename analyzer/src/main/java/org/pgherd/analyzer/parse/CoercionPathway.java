package org.pgherd.analyzer.parse;

import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.semantics.catalog.CastRow;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.TypeOids;

/// Which way leads from one type to another (find_coercion_pathway of parse_coerce.c).
///
/// @param functionId of the cast function, 0 for the other kinds
record CoercionPathway(Kind kind, int functionId) {
    static final CoercionPathway NONE = new CoercionPathway(Kind.NONE, 0);
    private static final CoercionPathway RELABEL = new CoercionPathway(Kind.RELABEL, 0);
    private static final CoercionPathway VIA_IO = new CoercionPathway(Kind.VIA_IO, 0);
    private static final CoercionPathway ARRAY = new CoercionPathway(Kind.ARRAY, 0);

    enum Kind {
        NONE,
        FUNCTION,
        RELABEL,
        ARRAY,
        VIA_IO
    }

    /// In which role a value is cast; a wider context allows more. PLPGSQL is assignment with any cast at all.
    enum Context {
        IMPLICIT,
        ASSIGNMENT,
        PLPGSQL,
        EXPLICIT
    }

    static CoercionPathway find(CatalogView catalog, int targetType, int sourceType, Context context) {
        int source = catalog.baseType(sourceType);
        int target = catalog.baseType(targetType);
        if (source == target) {
            return RELABEL;
        }
        CastRow cast = catalog.catalog().cast(source, target);
        if (cast != null) {
            Context needed = switch (cast.context()) {
                case 'i' -> Context.IMPLICIT;
                case 'a' -> Context.ASSIGNMENT;
                default -> Context.EXPLICIT;
            };
            if (context.compareTo(needed) >= 0 || context == Context.PLPGSQL) {
                return switch (cast.method()) {
                    case 'f' -> new CoercionPathway(Kind.FUNCTION, cast.functionOid());
                    case 'i' -> VIA_IO;
                    default -> RELABEL;
                };
            }
            return NONE;
        }
        if (target != TypeOids.OIDVECTOR && target != TypeOids.INT2VECTOR) {
            int targetElement = catalog.elementType(target);
            int sourceElement = catalog.elementType(source);
            if (targetElement != 0 && sourceElement != 0) {
                CoercionPathway element = find(catalog, targetElement, sourceElement, context);
                if (element.kind != Kind.NONE && element.kind != Kind.ARRAY) {
                    return ARRAY;
                }
            }
        }
        if (context.compareTo(Context.ASSIGNMENT) >= 0 && isString(catalog, target)) {
            return VIA_IO;
        }
        if (context.compareTo(Context.EXPLICIT) >= 0 && isString(catalog, source)) {
            return VIA_IO;
        }
        return context == Context.PLPGSQL ? VIA_IO : NONE;
    }

    private static boolean isString(CatalogView catalog, int type) {
        TypeRow row = catalog.type(type);
        return row != null && row.category() == 'S';
    }
}
