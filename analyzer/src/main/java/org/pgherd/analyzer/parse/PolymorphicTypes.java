package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.RangeRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// ANYELEMENT and its kin: whether actual arguments agree, and what type they make of the declared ones
/// (check_generic_type_consistency, enforce_generic_type_consistency of parse_coerce.c).
public final class PolymorphicTypes {
    private PolymorphicTypes() {}

    public static boolean isPolymorphic(int type) {
        return isFamily1(type) || isFamily2(type);
    }

    private static boolean isFamily1(int type) {
        return type == TypeOids.ANYELEMENT
                || type == TypeOids.ANYARRAY
                || type == TypeOids.ANYNONARRAY
                || type == TypeOids.ANYENUM
                || type == TypeOids.ANYRANGE
                || type == TypeOids.ANYMULTIRANGE;
    }

    static boolean isFamily2(int type) {
        return type == TypeOids.ANYCOMPATIBLE
                || type == TypeOids.ANYCOMPATIBLEARRAY
                || type == TypeOids.ANYCOMPATIBLENONARRAY
                || type == TypeOids.ANYCOMPATIBLERANGE
                || type == TypeOids.ANYCOMPATIBLEMULTIRANGE;
    }

    /// Whether the actual types could be those of one call with the declared ones.
    static boolean consistent(CatalogView c, int[] actual, int[] declared) {
        try {
            Solution solution = new Solution(c);
            for (int i = 0; i < declared.length; i++) {
                if (!solution.take(actual[i], declared[i])) {
                    return false;
                }
            }
            return solution.check();
        } catch (SqlException _) {
            return false;
        }
    }

    /// Replaces polymorphic declared types by actual ones, in place; the result type.
    static int enforce(CatalogView c, int[] actual, int[] declared, int returnType, boolean allowPolymorphic) {
        Solution solution = new Solution(c);
        solution.throwing = true;
        solution.allowPolymorphic = allowPolymorphic;
        for (int i = 0; i < declared.length; i++) {
            solution.take(actual[i], declared[i]);
        }
        if (!solution.found1 && !solution.found2) {
            return returnType;
        }
        solution.check();
        for (int i = 0; i < declared.length; i++) {
            if (isPolymorphic(declared[i])) {
                int resolved = solution.resolve(declared[i]);
                // an unknown literal or ANYCOMPATIBLE argument is still to be coerced; anything else stays what it is
                if (actual[i] == TypeOids.UNKNOWN || isFamily2(declared[i])) {
                    declared[i] = resolved;
                } else {
                    boolean container = declared[i] == TypeOids.ANYARRAY
                            || declared[i] == TypeOids.ANYRANGE
                            || declared[i] == TypeOids.ANYMULTIRANGE;
                    declared[i] = container ? c.baseType(actual[i]) : actual[i];
                }
            }
        }
        if (isPolymorphic(returnType)) {
            int resolved = solution.resolve(returnType);
            if (resolved == 0) {
                throw solution.undetermined(returnType);
            }
            return resolved;
        }
        return returnType;
    }

    /// What a polymorphic OUT parameter is in a call with these arguments (resolve_polymorphic_argtypes of funcapi.c).
    ///
    /// @param inputs types of the arguments
    /// @param declared of the input parameters
    public static int output(CatalogView c, List<SqlType> inputs, List<Integer> declared, int output) {
        int count = Math.min(inputs.size(), declared.size());
        int[] actual = inputs.stream().limit(count).mapToInt(SqlType::oid).toArray();
        return enforce(c, actual, toArray(declared.subList(0, count)), output, false);
    }

    /// What is known of the two families' types.
    private static final class Solution {
        final CatalogView c;
        boolean throwing;
        boolean allowPolymorphic;
        boolean found1;
        boolean found2;
        boolean unknown1;
        boolean unknown2;
        int element;
        int array;
        int range;
        int multirange;
        boolean nonArray;
        boolean isEnum;
        int compatRange;
        int compatMultirange;
        boolean compatNonArray;
        int compatElement;
        final List<SqlType> compatible = new ArrayList<>();

        Solution(CatalogView c) {
            this.c = c;
        }

        boolean take(int actual, int declared) {
            if (isFamily1(declared)) {
                found1 = true;
                nonArray |= declared == TypeOids.ANYNONARRAY;
                isEnum |= declared == TypeOids.ANYENUM;
                if (actual == TypeOids.UNKNOWN) {
                    unknown1 = true;
                    return true;
                }
                if (allowPolymorphic && actual == declared) {
                    return true;
                }
                return switch (declared) {
                    case TypeOids.ANYARRAY -> {
                        int base = c.baseType(actual);
                        if (array != 0 && base != array) {
                            yield fail("arguments declared \"anyarray\" are not all alike", array, base);
                        }
                        array = base;
                        yield true;
                    }
                    case TypeOids.ANYRANGE -> {
                        int base = c.baseType(actual);
                        if (range != 0 && base != range) {
                            yield fail("arguments declared \"anyrange\" are not all alike", range, base);
                        }
                        range = base;
                        yield true;
                    }
                    case TypeOids.ANYMULTIRANGE -> {
                        int base = c.baseType(actual);
                        if (multirange != 0 && base != multirange) {
                            yield fail("arguments declared \"anymultirange\" are not all alike", multirange, base);
                        }
                        multirange = base;
                        yield true;
                    }
                    default -> {
                        if (element != 0 && actual != element) {
                            yield fail("arguments declared \"anyelement\" are not all alike", element, actual);
                        }
                        element = actual;
                        yield true;
                    }
                };
            }
            if (isFamily2(declared)) {
                found2 = true;
                compatNonArray |= declared == TypeOids.ANYCOMPATIBLENONARRAY;
                if (actual == TypeOids.UNKNOWN) {
                    unknown2 = true;
                    return true;
                }
                if (allowPolymorphic && actual == declared) {
                    return true;
                }
                int base = c.baseType(actual);
                switch (declared) {
                    case TypeOids.ANYCOMPATIBLEARRAY -> {
                        int elem = c.elementType(base);
                        if (elem == 0) {
                            return notA("array", declared, base);
                        }
                        compatible.add(SqlType.of(elem));
                    }
                    case TypeOids.ANYCOMPATIBLERANGE -> {
                        RangeRow row = c.catalog().range(base);
                        if (row == null || row.rangeType() != base) {
                            return notA("range", declared, base);
                        }
                        if (compatRange != 0 && compatRange != base) {
                            return fail(
                                    "arguments declared \"anycompatiblerange\" are not all alike", compatRange, base);
                        }
                        compatRange = base;
                    }
                    case TypeOids.ANYCOMPATIBLEMULTIRANGE -> {
                        RangeRow row = c.catalog().range(base);
                        if (row == null || row.multirangeType() != base) {
                            return notA("multirange", declared, base);
                        }
                        if (compatMultirange != 0 && compatMultirange != base) {
                            return fail(
                                    "arguments declared \"anycompatiblemultirange\" are not all alike",
                                    compatMultirange,
                                    base);
                        }
                        compatMultirange = base;
                    }
                    default -> compatible.add(SqlType.of(actual));
                }
            }
            return true;
        }

        boolean check() {
            return (!found1 || check1()) && (!found2 || check2());
        }

        private boolean check1() {
            if (array != 0) {
                int arrayElement = array == TypeOids.ANYARRAY ? TypeOids.ANYELEMENT : c.elementType(array);
                if (arrayElement == 0) {
                    return notA("array", TypeOids.ANYARRAY, array);
                }
                if (element == 0) {
                    element = arrayElement;
                } else if (arrayElement != element && array != TypeOids.ANYARRAY) {
                    return fail(
                            "argument declared \"anyarray\" is not consistent with argument declared \"anyelement\"",
                            array,
                            element);
                }
            }
            if (multirange != 0) {
                RangeRow row = c.catalog().range(multirange);
                if (row == null || row.multirangeType() != multirange) {
                    return notA("multirange", TypeOids.ANYMULTIRANGE, multirange);
                }
                if (range == 0) {
                    range = row.rangeType();
                } else if (range != row.rangeType()) {
                    return fail(
                            "argument declared \"anymultirange\" is not consistent with argument declared \"anyrange\"",
                            multirange,
                            range);
                }
            }
            if (range != 0) {
                RangeRow row = c.catalog().range(range);
                if (row == null || row.rangeType() != range) {
                    return notA("range", TypeOids.ANYRANGE, range);
                }
                if (element == 0) {
                    element = row.subtype();
                } else if (element != row.subtype()) {
                    return fail(
                            "argument declared \"anyrange\" is not consistent with argument declared \"anyelement\"",
                            range,
                            element);
                }
                if (multirange == 0) {
                    multirange = row.multirangeType();
                }
            }
            if (element == 0) {
                if (allowPolymorphic) {
                    element = TypeOids.ANYELEMENT;
                    array = TypeOids.ANYARRAY;
                    return true;
                }
                if (throwing) {
                    throw new SqlException(
                            SqlState.DATATYPE_MISMATCH,
                            "could not determine polymorphic type because input has type unknown");
                }
                return true;
            }
            if (nonArray && c.baseElementType(element) != 0) {
                return mismatch("type matched to anynonarray is an array type: " + c.formatType(element));
            }
            if (isEnum && c.typeKind(element) != 'e' && element != TypeOids.ANYENUM) {
                return mismatch("type matched to anyenum is not an enum type: " + c.formatType(element));
            }
            return true;
        }

        private boolean check2() {
            RangeRow multi = compatMultirange == 0 ? null : c.catalog().range(compatMultirange);
            if (multi != null) {
                if (compatRange == 0) {
                    compatRange = multi.rangeType();
                } else if (compatRange != multi.rangeType()) {
                    return fail(
                            "argument declared \"anycompatiblemultirange\" is not consistent with argument declared"
                                    + " \"anycompatiblerange\"",
                            compatMultirange,
                            compatRange);
                }
            }
            RangeRow range = compatRange == 0 ? null : c.catalog().range(compatRange);
            int rangeElement = range == null ? 0 : range.subtype();
            if (rangeElement != 0) {
                compatible.add(SqlType.of(rangeElement));
            }
            if (compatible.isEmpty()) {
                compatElement = TypeOids.TEXT;
            } else {
                Integer common = CommonType.selectFrom(c, compatible);
                if (common == null) {
                    if (throwing) {
                        throw new SqlException(
                                SqlState.DATATYPE_MISMATCH,
                                "arguments of anycompatible family cannot be cast to a common type");
                    }
                    return false;
                }
                compatElement = common == TypeOids.UNKNOWN ? TypeOids.TEXT : common;
                for (SqlType type : compatible) {
                    if (!Coercion.canCoerce(c, type.oid(), compatElement, CoercionPathway.Context.IMPLICIT)) {
                        if (throwing) {
                            throw new SqlException(
                                    SqlState.DATATYPE_MISMATCH,
                                    "arguments of anycompatible family cannot be cast to a common type");
                        }
                        return false;
                    }
                }
            }
            if (rangeElement != 0 && rangeElement != compatElement) {
                return mismatch("anycompatiblerange type " + c.formatType(compatRange)
                        + " does not match anycompatible type " + c.formatType(compatElement));
            }
            if (compatNonArray && c.baseElementType(compatElement) != 0) {
                return mismatch(
                        "type matched to anycompatiblenonarray is an array type: " + c.formatType(compatElement));
            }
            return true;
        }

        /// The actual type that stands for a polymorphic one; 0 if it cannot be told.
        int resolve(int polymorphic) {
            return switch (polymorphic) {
                case TypeOids.ANYELEMENT, TypeOids.ANYNONARRAY, TypeOids.ANYENUM -> {
                    if (element == TypeOids.ANYELEMENT && throwing) {
                        throw new SqlException(
                                SqlState.DATATYPE_MISMATCH, "cannot determine element type of \"anyarray\" argument");
                    }
                    yield element;
                }
                case TypeOids.ANYARRAY -> {
                    if (array != 0) {
                        yield array;
                    }
                    int found = c.arrayType(element);
                    if (found == 0 && throwing) {
                        throw new SqlException(
                                SqlState.UNDEFINED_OBJECT,
                                "could not find array type for data type " + c.formatType(element));
                    }
                    yield found;
                }
                case TypeOids.ANYRANGE -> range;
                case TypeOids.ANYMULTIRANGE -> multirange;
                case TypeOids.ANYCOMPATIBLE, TypeOids.ANYCOMPATIBLENONARRAY -> compatElement;
                case TypeOids.ANYCOMPATIBLEARRAY -> {
                    int found = c.arrayType(compatElement);
                    if (found == 0 && throwing) {
                        throw new SqlException(
                                SqlState.UNDEFINED_OBJECT,
                                "could not find array type for data type " + c.formatType(compatElement));
                    }
                    yield found;
                }
                case TypeOids.ANYCOMPATIBLERANGE -> compatRange;
                case TypeOids.ANYCOMPATIBLEMULTIRANGE -> {
                    RangeRow row = compatRange == 0 ? null : c.catalog().range(compatRange);
                    yield compatMultirange != 0 || row == null ? compatMultirange : row.multirangeType();
                }
                default -> polymorphic;
            };
        }

        SqlException undetermined(int returnType) {
            return new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "could not determine polymorphic type " + c.formatType(returnType)
                            + " because input has type unknown");
        }

        private boolean fail(String message, int first, int second) {
            if (throwing) {
                throw new SqlException(SqlState.DATATYPE_MISMATCH, message)
                        .withDetail(c.formatType(first) + " versus " + c.formatType(second));
            }
            return false;
        }

        private boolean notA(String what, int declared, int actual) {
            return mismatch("argument declared " + c.formatType(declared) + " is not "
                    + (what.equals("array") ? "an " : "a ") + what + " but type " + c.formatType(actual));
        }

        private boolean mismatch(String message) {
            if (throwing) {
                throw new SqlException(SqlState.DATATYPE_MISMATCH, message);
            }
            return false;
        }
    }

    /// Whether any of the declared types is polymorphic.
    static boolean any(int[] declared) {
        for (int type : declared) {
            if (isPolymorphic(type)) {
                return true;
            }
        }
        return false;
    }

    static int[] toArray(List<Integer> types) {
        return types.stream().mapToInt(Integer::intValue).toArray();
    }
}
