package org.pgherd.semantics.catalog;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.TypeOids;

/// Which operators order and hash which types: pg_opclass, pg_amop, pg_amproc of btree and hash (typcache.c's role).
public final class OperatorClasses {
    /// Strategy numbers of btree.
    public static final int LESS = 1;

    public static final int LESS_EQUAL = 2;
    public static final int EQUAL = 3;
    public static final int GREATER_EQUAL = 4;
    public static final int GREATER = 5;
    /// Of hash.
    public static final int HASH_EQUAL = 1;

    private static final int COMPARE = 1;
    private static final int HASH = 1;
    private static final int HASH_EXTENDED = 2;

    private final List<OpclassRow> classes = List.copyOf(CatalogFiles.opclasses());
    private final List<AmopRow> amops = List.copyOf(CatalogFiles.amops());
    private final List<AmprocRow> amprocs = List.copyOf(CatalogFiles.amprocs());
    private final Int2ObjectOpenHashMap<List<AmopRow>> amopsByFamily = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<List<AmopRow>> amopsByOperator = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<List<AmprocRow>> amprocsByFamily = new Int2ObjectOpenHashMap<>();

    /// Of built-in types, by method and type.
    private final ConcurrentHashMap<String, Optional<OpclassRow>> defaults = new ConcurrentHashMap<>();

    OperatorClasses() {
        for (AmopRow row : amops) {
            amopsByFamily.computeIfAbsent(row.family(), f -> new ArrayList<>()).add(row);
            amopsByOperator
                    .computeIfAbsent(row.operatorOid(), o -> new ArrayList<>(2))
                    .add(row);
        }
        for (AmprocRow row : amprocs) {
            amprocsByFamily
                    .computeIfAbsent(row.family(), f -> new ArrayList<>())
                    .add(row);
        }
    }

    public List<OpclassRow> classes() {
        return classes;
    }

    public List<AmopRow> amopsOfOperator(int operatorOid) {
        return amopsByOperator.getOrDefault(operatorOid, List.of());
    }

    public List<AmopRow> amopsOfFamily(int family) {
        return amopsByFamily.getOrDefault(family, List.of());
    }

    /// The default class of an access method (`btree`, `hash`...) for a type: exact, or of the type it is
    /// binary-coercible to (varchar, name are not special: pg_opclass or the cast says so), or for array, enum,
    /// range, multirange and record the polymorphic class. Null if there is none. Domains are the caller's to look
    /// through.
    public @Nullable OpclassRow defaultClass(String method, int typeOid, TypeLookup lookup) {
        if (typeOid >= TypeOids.FIRST_GENERATED) {
            return findDefaultClass(method, typeOid, lookup);
        }
        return defaults.computeIfAbsent(
                        method + typeOid, k -> Optional.ofNullable(findDefaultClass(method, typeOid, lookup)))
                .orElse(null);
    }

    private @Nullable OpclassRow findDefaultClass(String method, int typeOid, TypeLookup lookup) {
        OpclassRow exact = exactClass(method, typeOid);
        if (exact != null) {
            return exact;
        }
        TypeRow type = lookup.type(typeOid);
        if (type == null) {
            return null;
        }
        int polymorphic = polymorphic(type);
        if (polymorphic != 0) {
            return exactClass(method, polymorphic);
        }
        OpclassRow found = null;
        for (OpclassRow row : classes) {
            if (row.isDefault() && row.method().equals(method) && isBinaryCoercible(typeOid, row.inputType())) {
                TypeRow input = lookup.type(row.inputType());
                if (input != null && (found == null || input.preferred())) {
                    found = row;
                }
            }
        }
        return found;
    }

    private @Nullable OpclassRow exactClass(String method, int typeOid) {
        for (OpclassRow row : classes) {
            if (row.inputType() == typeOid && row.isDefault() && row.method().equals(method)) {
                return row;
            }
        }
        return null;
    }

    private static int polymorphic(TypeRow type) {
        return switch (type.kind()) {
            case 'e' -> TypeOids.ANYENUM;
            case 'r' -> TypeOids.ANYRANGE;
            case 'm' -> TypeOids.ANYMULTIRANGE;
            case 'c' -> TypeOids.RECORD;
            default -> type.isTrueArray() ? TypeOids.ANYARRAY : 0;
        };
    }

    private static boolean isBinaryCoercible(int source, int target) {
        CastRow cast = BuiltinCatalog.instance().cast(source, target);
        return cast != null && cast.method() == 'b' && cast.context() == 'i';
    }

    /// The operator of a strategy in a family; 0 if there is none.
    public int operator(int family, int left, int right, int strategy) {
        for (AmopRow row : amopsOfFamily(family)) {
            if (row.strategy() == strategy && row.left() == left && row.right() == right && row.purpose() == 's') {
                return row.operatorOid();
            }
        }
        return 0;
    }

    private int function(int family, int typeOid, int number) {
        for (AmprocRow row : amprocsByFamily.getOrDefault(family, List.of())) {
            if (row.number() == number && row.left() == typeOid && row.right() == typeOid) {
                return row.functionOid();
            }
        }
        return 0;
    }

    /// The operator of a btree strategy for a type's own default order; 0 if the type has none.
    public int orderingOperator(int typeOid, int strategy, TypeLookup lookup) {
        OpclassRow c = defaultClass("btree", typeOid, lookup);
        return c == null ? 0 : operator(c.family(), c.inputType(), c.inputType(), strategy);
    }

    /// The `=` of a type: its btree class's, or its hash class's; 0 if it has neither.
    public int equalityOperator(int typeOid, TypeLookup lookup) {
        int byOrder = orderingOperator(typeOid, EQUAL, lookup);
        if (byOrder != 0) {
            return byOrder;
        }
        OpclassRow c = defaultClass("hash", typeOid, lookup);
        return c == null ? 0 : operator(c.family(), c.inputType(), c.inputType(), HASH_EQUAL);
    }

    /// The btree comparison function (bttextcmp...) of a type; 0 if it has none.
    public int comparisonFunction(int typeOid, TypeLookup lookup) {
        OpclassRow c = defaultClass("btree", typeOid, lookup);
        return c == null ? 0 : function(c.family(), c.inputType(), COMPARE);
    }

    /// The hash function of a type, 32 bits; 0 if it has none.
    public int hashFunction(int typeOid, TypeLookup lookup) {
        OpclassRow c = defaultClass("hash", typeOid, lookup);
        return c == null ? 0 : function(c.family(), c.inputType(), HASH);
    }

    /// The extended hash function of a type, 64 bits with a seed; 0 if it has none.
    public int extendedHashFunction(int typeOid, TypeLookup lookup) {
        OpclassRow c = defaultClass("hash", typeOid, lookup);
        return c == null ? 0 : function(c.family(), c.inputType(), HASH_EXTENDED);
    }
}
