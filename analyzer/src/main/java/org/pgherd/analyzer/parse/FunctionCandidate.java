package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.semantics.catalog.ProcRow;

/// A function that a call could mean, its parameters laid out for that call: VARIADIC expanded, named arguments put in
/// their places, defaults counted (FuncnameGetCandidates of namespace.c).
///
/// @param types one per argument of the call and per default added
/// @param expanded how many arguments the variadic parameter took, 0 if it was not expanded
/// @param defaults how many parameters at the end are left to their defaults
/// @param ambiguous another one differs from it in nothing that this call can tell
/// @param numbers with named arguments: the parameter (0-based) of each argument, then those left to their defaults
record FunctionCandidate(
        ProcRow row,
        int pathPosition,
        int[] types,
        int expanded,
        int defaults,
        int @Nullable [] numbers,
        boolean ambiguous) {
    /// All candidates for a call; a farther schema's are left out where a nearer one has the same parameters.
    ///
    static List<FunctionCandidate> find(
            CatalogView c,
            @Nullable String schema,
            String name,
            int argCount,
            List<String> argNames,
            boolean expandVariadic,
            boolean expandDefaults) {
        List<FunctionCandidate> result = new ArrayList<>();
        List<String> path = c.path().forFunctions();
        for (ProcRow row : c.functions(schema, name)) {
            FunctionCandidate candidate = fit(
                    row,
                    schema != null ? 0 : path.indexOf(row.schema()),
                    argCount,
                    argNames,
                    expandVariadic,
                    expandDefaults);
            if (candidate == null) {
                continue;
            }
            if (!candidate.hidden(result, argCount)) {
                result.add(candidate);
            }
        }
        return result;
    }

    private static @Nullable FunctionCandidate fit(
            ProcRow row,
            int position,
            int argCount,
            List<String> argNames,
            boolean expandVariadic,
            boolean expandDefaults) {
        int declared = parameters(row).size();
        if (!argNames.isEmpty()) {
            if (row.variadicOid() != 0 && expandVariadic) {
                return null;
            }
            if (declared < argCount
                    || declared > argCount && !(expandDefaults && argCount + row.defaultCount() >= declared)) {
                return null;
            }
            int[] numbers = matchNames(row, argCount, argNames);
            if (numbers == null) {
                return null;
            }
            int[] types = new int[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                types[i] = parameters(row).get(numbers[i]);
            }
            return new FunctionCandidate(row, position, types, 0, declared - argCount, numbers, false);
        }
        boolean variadic = false;
        boolean defaults = false;
        if (declared <= argCount && expandVariadic) {
            variadic = row.variadicOid() != 0;
        }
        if (declared > argCount && expandDefaults) {
            if (argCount + row.defaultCount() < declared) {
                return null;
            }
            defaults = true;
        }
        if (!variadic && !defaults && declared != argCount) {
            return null;
        }
        int size = Math.max(declared, argCount);
        int[] types = new int[size];
        for (int i = 0; i < declared; i++) {
            types[i] = parameters(row).get(i);
        }
        int expanded = 0;
        if (variadic) {
            expanded = size - declared + 1;
            for (int i = declared - 1; i < size; i++) {
                types[i] = row.variadicOid();
            }
        }
        return new FunctionCandidate(row, position, types, expanded, defaults ? declared - argCount : 0, null, false);
    }

    /// Types of what a call gives: a CALL gives its OUT arguments too.
    static List<Integer> parameters(ProcRow row) {
        return row.kind() == 'p' && !row.allArgTypes().isEmpty() ? row.allArgTypes() : row.argTypes();
    }

    /// Whether an earlier one has the same parameters; a worse earlier one is replaced.
    private boolean hidden(List<FunctionCandidate> others, int argCount) {
        for (int k = 0; k < others.size(); k++) {
            FunctionCandidate other = others.get(k);
            if (!sameTypes(other, argCount)) {
                continue;
            }
            if (pathPosition != other.pathPosition) {
                if (pathPosition < other.pathPosition) {
                    others.remove(k);
                    return false;
                }
                return true;
            }
            if ((expanded > 0) != (other.expanded > 0)) {
                if (expanded > 0) {
                    return true;
                }
                others.remove(k);
                return false;
            }
            others.set(
                    k,
                    new FunctionCandidate(
                            other.row,
                            other.pathPosition,
                            other.types,
                            other.expanded,
                            other.defaults,
                            other.numbers,
                            true));
            return true;
        }
        return false;
    }

    private boolean sameTypes(FunctionCandidate other, int argCount) {
        int n = expanded > 0 || other.expanded > 0 || defaults > 0 || other.defaults > 0 ? argCount : types.length;
        if (defaults == 0 && other.defaults == 0 && types.length != other.types.length) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (types[i] != other.types[i]) {
                return false;
            }
        }
        return true;
    }

    /// Where the arguments go; null if the names do not fit (MatchNamedCall).
    private static int @Nullable [] matchNames(ProcRow row, int argCount, List<String> argNames) {
        int declared = parameters(row).size();
        int positional = argCount - argNames.size();
        int[] numbers = new int[declared];
        boolean[] given = new boolean[declared];
        for (int i = 0; i < positional; i++) {
            numbers[i] = i;
            given[i] = true;
        }
        List<String> inputNames = inputNames(row);
        int next = positional;
        for (String wanted : argNames) {
            int found = inputNames.indexOf(wanted);
            if (found < 0 || given[found]) {
                return null;
            }
            given[found] = true;
            numbers[next++] = found;
        }
        int firstDefault = declared - row.defaultCount();
        for (int i = 0; i < declared; i++) {
            if (!given[i]) {
                if (i < firstDefault) {
                    return null;
                }
                numbers[next++] = i;
            }
        }
        return numbers;
    }

    /// Names of the input parameters, "" where there is none.
    static List<String> inputNames(ProcRow row) {
        List<String> names = new ArrayList<>();
        if (row.argModes().isEmpty() || row.kind() == 'p') {
            for (int i = 0; i < parameters(row).size(); i++) {
                names.add(i < row.argNames().size() ? row.argNames().get(i) : "");
            }
            return names;
        }
        for (int i = 0; i < row.argModes().length(); i++) {
            char mode = row.argModes().charAt(i);
            if (mode == 'i' || mode == 'b' || mode == 'v') {
                names.add(i < row.argNames().size() ? row.argNames().get(i) : "");
            }
        }
        return names;
    }
}
