package org.pgherd.semantics.function.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.regexp.PathRegex;
import org.pgherd.semantics.jsonpath.JsonPath;
import org.pgherd.semantics.jsonpath.PathItem;
import org.pgherd.semantics.jsonpath.PathItem.Kind;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.Numeric;
import org.pgherd.semantics.value.Text;

/// Evaluates a path over a value (jsonpath_exec.c). Values on the way are [Jsonb], or [PathMoment] of dates and times.
/// A list of results may be null: then only whether there is one matters, and the first ends the search.
final class JsonPathExecutor {
    private enum Found {
        YES,
        NO
    }

    private enum Truth {
        TRUE,
        FALSE,
        UNKNOWN
    }

    private final FunctionContext context;
    private final JsonPathMethods methods;
    private final JsonPath path;
    private final Jsonb root;
    private final Jsonb variables;
    /// Values of PASSING; null where the variables are one jsonb object.
    private final @Nullable PathVariables passed;
    private Object current;
    private boolean ignoreStructure;
    /// Of the array whose subscript is evaluated; -1 outside.
    private int arraySize = -1;
    /// What keyvalue() counts offsets in, and its number.
    private @Nullable Jsonb base;
    private int baseId;
    private int lastId;

    JsonPathExecutor(FunctionContext context, JsonPath path, Jsonb root, Jsonb variables, boolean useZone) {
        if (!(variables instanceof Jsonb.Object)) {
            throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "\"vars\" argument is not an object")
                    .withDetail("Jsonpath parameters should be encoded as key-value pairs of \"vars\" object.");
        }
        this.context = context;
        this.methods = new JsonPathMethods(context, useZone);
        this.path = path;
        this.root = root;
        this.variables = variables;
        this.passed = null;
        current = root;
        ignoreStructure = path.lax();
        lastId = 2;
    }

    JsonPathExecutor(FunctionContext context, JsonPath path, Jsonb root, PathVariables passed, boolean useZone) {
        this.context = context;
        this.methods = new JsonPathMethods(context, useZone);
        this.path = path;
        this.root = root;
        this.variables = Jsonb.Object.EMPTY;
        this.passed = passed;
        current = root;
        ignoreStructure = path.lax();
        lastId = 1 + passed.values().size();
    }

    /// All results.
    List<Object> found() {
        List<Object> found = new ArrayList<>();
        execute(path.root(), root, found);
        return found;
    }

    /// Whether there is a result.
    boolean exists() {
        if (!path.lax()) {
            return !found().isEmpty();
        }
        return execute(path.root(), root, null) == Found.YES;
    }

    /// All results; those found before an error if it is silent.
    List<Object> all(boolean silent) {
        List<Object> found = new ArrayList<>();
        try {
            execute(path.root(), root, found);
        } catch (PathFailure e) {
            if (!silent) {
                throw e.error();
            }
        }
        return found;
    }

    /// Null if an error was kept silent.
    @Nullable
    Boolean any(boolean silent) {
        try {
            if (!path.lax()) {
                List<Object> found = new ArrayList<>();
                execute(path.root(), root, found);
                return !found.isEmpty();
            }
            return execute(path.root(), root, null) == Found.YES;
        } catch (PathFailure e) {
            if (!silent) {
                throw e.error();
            }
            return null;
        }
    }

    private Found execute(PathItem item, Object value, @Nullable List<Object> found) {
        return execute(item, value, found, path.lax());
    }

    /// What follows the item, over a value that it gave.
    private Found next(PathItem item, Object value, @Nullable List<Object> found) {
        PathItem next = item.next();
        if (next != null) {
            return execute(next, value, found);
        }
        if (found != null) {
            found.add(value);
        }
        return Found.YES;
    }

    private void structural(SqlState state, String message) {
        if (!ignoreStructure) {
            throw new PathFailure(state, message);
        }
    }

    private Found execute(PathItem item, Object value, @Nullable List<Object> found, boolean unwrap) {
        Kind kind = item.kind();
        if (unwrap && value instanceof Jsonb.Array array && unwraps(kind)) {
            return each(item, array, found, false);
        }
        return switch (kind) {
            case AND,
                    OR,
                    NOT,
                    IS_UNKNOWN,
                    EQUAL,
                    NOT_EQUAL,
                    LESS,
                    GREATER,
                    LESS_OR_EQUAL,
                    GREATER_OR_EQUAL,
                    EXISTS,
                    STARTS_WITH,
                    LIKE_REGEX -> {
                Truth truth = truth(item, value);
                if (item.next() == null && found == null) {
                    yield Found.YES;
                }
                yield next(item, truth == Truth.UNKNOWN ? Jsonb.NULL : Jsonb.of(truth == Truth.TRUE), found);
            }
            case KEY -> key(item, value, found);
            case ROOT -> based(root, 0, () -> next(item, root, found));
            case CURRENT -> next(item, current, found);
            case ANY_ARRAY -> {
                if (value instanceof Jsonb.Array array) {
                    yield each(item.next(), array, found, path.lax());
                }
                if (path.lax()) {
                    yield next(item, value, found);
                }
                structural(
                        SqlState.SQL_JSON_ARRAY_NOT_FOUND,
                        "jsonpath wildcard array accessor can only be applied to an array");
                yield Found.NO;
            }
            case INDEX_ARRAY -> subscripts(item, value, found);
            case LAST -> {
                if (item.next() == null && found == null) {
                    yield Found.YES;
                }
                yield next(item, new Jsonb.Number(Numeric.of(arraySize - 1)), found);
            }
            case ANY_KEY -> {
                if (value instanceof Jsonb.Object object) {
                    yield levels(item.next(), object, found, 1, 1, 1, false, path.lax());
                }
                structural(
                        SqlState.SQL_JSON_OBJECT_NOT_FOUND,
                        "jsonpath wildcard member accessor can only be applied to an object");
                yield Found.NO;
            }
            case ADD, SUB, MUL, DIV, MOD -> arithmetic(item, value, found);
            case PLUS, MINUS -> sign(item, value, found);
            case FILTER -> holds(item.argument(0), value) ? next(item, value, found) : Found.NO;
            case ANY -> any(item, value, found);
            case NULL -> constant(item, Jsonb.NULL, found);
            case BOOL -> constant(item, Jsonb.of(((PathItem.Flag) item.content()).value()), found);
            case NUMERIC -> constant(item, new Jsonb.Number(item.number()), found);
            case STRING -> constant(item, new Jsonb.Str(item.text()), found);
            case VARIABLE -> variable(item, found);
            case SIZE -> {
                if (!(value instanceof Jsonb.Array) && !path.lax()) {
                    structural(
                            SqlState.SQL_JSON_ARRAY_NOT_FOUND,
                            "jsonpath item method .size() can only be applied to an array");
                    yield Found.NO;
                }
                int size = value instanceof Jsonb.Array array ? array.size() : 1;
                yield next(item, new Jsonb.Number(Numeric.of(size)), found);
            }
            case KEYVALUE -> keyValue(item, value, found);
            default -> {
                Object result = methods.apply(item, value);
                yield item.next() == null && found == null ? Found.YES : next(item, result, found);
            }
        };
    }

    /// Whether it is applied to the elements of an array in its place.
    private static boolean unwraps(Kind kind) {
        return switch (kind) {
            case KEY, ANY_KEY, FILTER, KEYVALUE -> true;
            case TYPE, SIZE -> false;
            default -> kind.compareTo(Kind.TYPE) > 0;
        };
    }

    private interface Step {
        Found run();
    }

    private Found based(Object value, int id, Step step) {
        Jsonb savedBase = base;
        int savedId = baseId;
        base = value instanceof Jsonb json ? json : null;
        baseId = id;
        try {
            return step.run();
        } finally {
            base = savedBase;
            baseId = savedId;
        }
    }

    private Found constant(PathItem item, Jsonb value, @Nullable List<Object> found) {
        return item.next() == null && found == null ? Found.YES : next(item, value, found);
    }

    private Found variable(PathItem item, @Nullable List<Object> found) {
        PathVariables given = passed;
        int index = given == null ? -1 : given.indexOf(item.text());
        if (given != null && index >= 0) {
            Object passedValue = given.values().get(index);
            Jsonb within = passedValue instanceof Jsonb json ? json : Jsonb.NULL;
            return based(within, index + 1, () -> next(item, passedValue, found));
        }
        Jsonb value = ((Jsonb.Object) variables).get(item.text());
        if (value == null) {
            throw new SqlException(
                    SqlState.UNDEFINED_OBJECT, "could not find jsonpath variable \"" + item.text() + "\"");
        }
        return based(variables, 1, () -> next(item, value, found));
    }

    private Found key(PathItem item, Object value, @Nullable List<Object> found) {
        if (value instanceof Jsonb.Object object) {
            Jsonb member = object.get(item.text());
            if (member != null) {
                return next(item, member, found);
            }
            structural(SqlState.SQL_JSON_MEMBER_NOT_FOUND, "JSON object does not contain key \"" + item.text() + "\"");
        } else {
            structural(SqlState.SQL_JSON_MEMBER_NOT_FOUND, "jsonpath member accessor can only be applied to an object");
        }
        return Found.NO;
    }

    private Found each(@Nullable PathItem item, Jsonb.Array array, @Nullable List<Object> found, boolean unwrap) {
        return levels(item, array, found, 1, 1, 1, false, unwrap);
    }

    private static Jsonb[] children(Object container) {
        return switch (container) {
            case Jsonb.Array a -> a.elements();
            case Jsonb.Object o -> o.values();
            default -> new Jsonb[0];
        };
    }

    private static boolean isContainer(Object value) {
        return value instanceof Jsonb.Array || value instanceof Jsonb.Object;
    }

    /// The item over what lies that many levels below (executeAnyItem).
    private Found levels(
            @Nullable PathItem item,
            Jsonb container,
            @Nullable List<Object> found,
            long level,
            long first,
            long last,
            boolean forgiving,
            boolean unwrap) {
        Found result = Found.NO;
        if (level > last) {
            return result;
        }
        for (Jsonb child : children(container)) {
            boolean leaf = first == PathItem.LAST_LEVEL && last == PathItem.LAST_LEVEL && !isContainer(child);
            if (level >= first || leaf) {
                if (item != null) {
                    boolean saved = ignoreStructure;
                    ignoreStructure |= forgiving;
                    try {
                        result = execute(item, child, found, unwrap);
                    } finally {
                        ignoreStructure = saved;
                    }
                    if (result == Found.YES && found == null) {
                        return result;
                    }
                } else if (found != null) {
                    found.add(child);
                } else {
                    return Found.YES;
                }
            }
            if (level < last && isContainer(child)) {
                result = levels(item, child, found, level + 1, first, last, forgiving, unwrap);
                if (result == Found.YES && found == null) {
                    return result;
                }
            }
        }
        return result;
    }

    private Found any(PathItem item, Object value, @Nullable List<Object> found) {
        PathItem.Levels levels = (PathItem.Levels) item.content();
        Found result = Found.NO;
        if (levels.first() == 0) {
            boolean saved = ignoreStructure;
            ignoreStructure = true;
            try {
                result = next(item, value, found);
            } finally {
                ignoreStructure = saved;
            }
            if (result == Found.YES && found == null) {
                return result;
            }
        }
        if (isContainer(value)) {
            result = levels(item.next(), (Jsonb) value, found, 1, levels.first(), levels.last(), true, path.lax());
        }
        return result;
    }

    private Found subscripts(PathItem item, Object value, @Nullable List<Object> found) {
        if (!(value instanceof Jsonb.Array) && !path.lax()) {
            structural(SqlState.SQL_JSON_ARRAY_NOT_FOUND, "jsonpath array accessor can only be applied to an array");
            return Found.NO;
        }
        int size = value instanceof Jsonb.Array array ? array.size() : 1;
        int saved = arraySize;
        arraySize = size;
        Found result = Found.NO;
        try {
            for (PathItem.Subscript subscript : ((PathItem.Subscripts) item.content()).list()) {
                int from = index(subscript.from(), value);
                PathItem end = subscript.to();
                int to = end == null ? from : index(end, value);
                if (!ignoreStructure && (from < 0 || from > to || to >= size)) {
                    throw new PathFailure(
                            SqlState.INVALID_SQL_JSON_SUBSCRIPT, "jsonpath array subscript is out of bounds");
                }
                result = Found.NO;
                for (int i = Math.max(from, 0); i <= Math.min(to, size - 1); i++) {
                    if (item.next() == null && found == null) {
                        return Found.YES;
                    }
                    Object element = value instanceof Jsonb.Array array ? array.elements()[i] : value;
                    result = next(item, element, found);
                    if (result == Found.YES && found == null) {
                        return result;
                    }
                }
            }
        } finally {
            arraySize = saved;
        }
        return result;
    }

    private int index(PathItem item, Object value) {
        List<Object> found = new ArrayList<>();
        execute(item, value, found);
        if (found.size() != 1 || !(found.getFirst() instanceof Jsonb.Number n)) {
            throw new PathFailure(
                    SqlState.INVALID_SQL_JSON_SUBSCRIPT, "jsonpath array subscript is not a single numeric value");
        }
        try {
            return n.value().trunc(0).toInt4();
        } catch (SqlException e) {
            throw new PathFailure(
                    SqlState.INVALID_SQL_JSON_SUBSCRIPT, "jsonpath array subscript is out of integer range");
        }
    }

    /// An operand's results, arrays among them replaced by their elements.
    private List<Object> operand(PathItem item, Object value, boolean unwrap) {
        List<Object> found = new ArrayList<>();
        execute(item, value, found);
        if (!unwrap || !path.lax()) {
            return found;
        }
        List<Object> flat = new ArrayList<>(found.size());
        for (Object one : found) {
            if (one instanceof Jsonb.Array array) {
                flat.addAll(List.of(array.elements()));
            } else {
                flat.add(one);
            }
        }
        return flat;
    }

    private Numeric single(List<Object> values, String side, Kind kind) {
        if (values.size() != 1 || !(values.getFirst() instanceof Jsonb.Number n)) {
            throw new PathFailure(
                    SqlState.SINGLETON_SQL_JSON_ITEM_REQUIRED,
                    side + " operand of jsonpath operator " + kind.text + " is not a single numeric value");
        }
        return n.value();
    }

    private Found arithmetic(PathItem item, Object value, @Nullable List<Object> found) {
        List<Object> lefts = operand(item.argument(0), value, true);
        List<Object> rights = operand(item.argument(1), value, true);
        Numeric left = single(lefts, "left", item.kind());
        Numeric right = single(rights, "right", item.kind());
        Numeric result;
        try {
            result = switch (item.kind()) {
                case ADD -> left.add(right);
                case SUB -> left.subtract(right);
                case MUL -> left.multiply(right);
                case DIV -> left.divide(right);
                default -> left.mod(right);
            };
        } catch (SqlException e) {
            throw new PathFailure(e);
        }
        return constant(item, new Jsonb.Number(result), found);
    }

    private Found sign(PathItem item, Object value, @Nullable List<Object> found) {
        Found result = Found.NO;
        for (Object one : operand(item.argument(0), value, true)) {
            if (one instanceof Jsonb.Number n) {
                if (found == null && item.next() == null) {
                    return Found.YES;
                }
                Object signed =
                        item.kind() == Kind.MINUS ? new Jsonb.Number(n.value().negate()) : n;
                if (next(item, signed, found) == Found.YES) {
                    if (found == null) {
                        return Found.YES;
                    }
                    result = Found.YES;
                }
            } else if (found != null || item.next() != null) {
                throw new PathFailure(
                        SqlState.SQL_JSON_NUMBER_NOT_FOUND,
                        "operand of unary jsonpath operator " + item.kind().text + " is not a numeric value");
            }
        }
        return result;
    }

    private boolean holds(PathItem condition, Object value) {
        Object saved = current;
        current = value;
        try {
            return truth(condition, value) == Truth.TRUE;
        } finally {
            current = saved;
        }
    }

    private Truth truth(PathItem item, Object value) {
        switch (item.kind()) {
            case AND -> {
                Truth left = truth(item.argument(0), value);
                if (left == Truth.FALSE) {
                    return left;
                }
                Truth right = truth(item.argument(1), value);
                return right == Truth.TRUE ? left : right;
            }
            case OR -> {
                Truth left = truth(item.argument(0), value);
                if (left == Truth.TRUE) {
                    return left;
                }
                Truth right = truth(item.argument(1), value);
                return right == Truth.FALSE ? left : right;
            }
            case NOT -> {
                Truth inner = truth(item.argument(0), value);
                return inner == Truth.UNKNOWN ? inner : inner == Truth.TRUE ? Truth.FALSE : Truth.TRUE;
            }
            case IS_UNKNOWN -> {
                return truth(item.argument(0), value) == Truth.UNKNOWN ? Truth.TRUE : Truth.FALSE;
            }
            case EXISTS -> {
                return exists(item.argument(0), value);
            }
            default -> {
                return predicate(item, value);
            }
        }
    }

    private Truth exists(PathItem item, Object value) {
        try {
            boolean yes;
            if (path.lax()) {
                yes = execute(item, value, null) == Found.YES;
            } else {
                List<Object> found = new ArrayList<>();
                execute(item, value, found);
                yes = !found.isEmpty();
            }
            return yes ? Truth.TRUE : Truth.FALSE;
        } catch (PathFailure e) {
            return Truth.UNKNOWN;
        }
    }

    /// True if it is of any pair of operands; in strict mode an unknown among them makes it unknown.
    private Truth predicate(PathItem item, Object value) {
        List<Object> lefts;
        List<@Nullable Object> rights = new ArrayList<>();
        try {
            lefts = operand(item.argument(0), value, true);
            if (item.kind() == Kind.LIKE_REGEX) {
                rights.add(null);
            } else {
                rights.addAll(operand(item.argument(1), value, item.kind() != Kind.STARTS_WITH));
            }
        } catch (PathFailure e) {
            return Truth.UNKNOWN;
        }
        boolean unknown = false;
        boolean found = false;
        for (Object left : lefts) {
            for (Object right : rights) {
                Truth truth = test(item, left, right);
                if (truth == Truth.UNKNOWN) {
                    if (!path.lax()) {
                        return truth;
                    }
                    unknown = true;
                } else if (truth == Truth.TRUE) {
                    if (path.lax()) {
                        return truth;
                    }
                    found = true;
                }
            }
        }
        return found ? Truth.TRUE : unknown ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static Truth of(boolean b) {
        return b ? Truth.TRUE : Truth.FALSE;
    }

    private Truth test(PathItem item, Object left, @Nullable Object right) {
        switch (item.kind()) {
            case LIKE_REGEX -> {
                PathItem.Pattern pattern = (PathItem.Pattern) item.content();
                return left instanceof Jsonb.Str s
                        ? of(PathRegex.matches(pattern.text(), pattern.flags(), s.value()))
                        : Truth.UNKNOWN;
            }
            case STARTS_WITH -> {
                if (!(left instanceof Jsonb.Str whole) || !(right instanceof Jsonb.Str initial)) {
                    return Truth.UNKNOWN;
                }
                Text start = initial.value();
                return of(whole.value().length() >= start.length()
                        && whole.value().slice(0, start.length()).equals(start));
            }
            default -> {
                Integer c = JsonPathComparison.compare(context, methods, left, java.util.Objects.requireNonNull(right));
                if (c == null) {
                    boolean againstNull = left instanceof Jsonb.Null != right instanceof Jsonb.Null;
                    return againstNull ? of(item.kind() == Kind.NOT_EQUAL) : Truth.UNKNOWN;
                }
                return of(
                        switch (item.kind()) {
                            case EQUAL -> c == 0;
                            case NOT_EQUAL -> c != 0;
                            case LESS -> c < 0;
                            case GREATER -> c > 0;
                            case LESS_OR_EQUAL -> c <= 0;
                            default -> c >= 0;
                        });
            }
        }
    }

    private Found keyValue(PathItem item, Object value, @Nullable List<Object> found) {
        if (!(value instanceof Jsonb.Object object)) {
            throw new PathFailure(
                    SqlState.SQL_JSON_OBJECT_NOT_FOUND,
                    "jsonpath item method .keyvalue() can only be applied to an object");
        }
        if (object.size() > 0 && item.next() == null && found == null) {
            return Found.YES;
        }
        Jsonb within = base;
        long id = (within == null ? 0 : JsonbLayout.offset(within, object)) + baseId * 10_000_000_000L;
        Found result = Found.NO;
        for (int i = 0; i < object.size(); i++) {
            Jsonb pair = JsonPathMethods.pair(object.keys()[i], object.values()[i], id);
            result = based(pair, lastId++, () -> next(item, pair, found));
            if (result == Found.YES && found == null) {
                return result;
            }
        }
        return result;
    }
}
