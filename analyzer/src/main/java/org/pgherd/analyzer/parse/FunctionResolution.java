package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.TypeName;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.TypeOids;

/// Which function a call means (func_get_detail of parse_func.c).
final class FunctionResolution {
    private FunctionResolution() {}

    /// How the search ended.
    enum Kind {
        NOT_FOUND,
        AMBIGUOUS,
        FOUND,
        /// the name is a type's and the call a cast to it
        COERCION
    }

    /// @param candidate of FOUND
    /// @param coercionType of COERCION
    record Resolved(Kind kind, @Nullable FunctionCandidate candidate, int coercionType) {}

    static Resolved resolve(
            ParseState p,
            List<String> name,
            int[] argTypes,
            List<String> argNames,
            boolean expandVariadic,
            boolean expandDefaults,
            boolean allowCoercion,
            Position at) {
        CatalogView c = p.catalog();
        String schema = name.size() > 1 ? name.get(name.size() - 2) : null;
        if (schema != null && !c.hasSchema(schema)) {
            throw new SqlException(SqlState.INVALID_SCHEMA_NAME, "schema \"" + schema + "\" does not exist", at);
        }
        int n = argTypes.length;
        List<FunctionCandidate> candidates =
                FunctionCandidate.find(c, schema, name.getLast(), n, argNames, expandVariadic, expandDefaults);
        FunctionCandidate best = null;
        for (FunctionCandidate candidate : candidates) {
            if (Arrays.equals(candidate.types(), 0, n, argTypes, 0, n)) {
                best = candidate;
                break;
            }
        }
        if (best == null) {
            if (n == 1 && allowCoercion && argNames.isEmpty()) {
                int target = coercionTarget(p, name, argTypes[0]);
                if (target != 0) {
                    return new Resolved(Kind.COERCION, null, target);
                }
            }
            if (!candidates.isEmpty()) {
                List<FunctionCandidate> fitting =
                        CandidateSelection.matching(c, candidates, argTypes, FunctionCandidate::types);
                if (fitting.size() == 1) {
                    best = fitting.getFirst();
                } else if (fitting.size() > 1) {
                    best = CandidateSelection.select(c, fitting, argTypes, FunctionCandidate::types);
                    if (best == null) {
                        return new Resolved(Kind.AMBIGUOUS, null, 0);
                    }
                }
            }
        }
        if (best != null && best.ambiguous()) {
            return new Resolved(Kind.AMBIGUOUS, null, 0);
        }
        return best == null ? new Resolved(Kind.NOT_FOUND, null, 0) : new Resolved(Kind.FOUND, best, 0);
    }

    private static int coercionTarget(ParseState p, List<String> name, int source) {
        CatalogView c = p.catalog();
        if (name.size() > 1 && !c.hasSchema(name.get(name.size() - 2))) {
            return 0;
        }
        TypeRow type = TypeReferences.lookup(c, new TypeName(name, false, false, List.of(), List.of(), Position.NONE));
        boolean isTemporary = type != null
                && name.size() == 1
                && type.schema().equals(c.path().tempSchema());
        if (type == null || !type.defined() || type.kind() == 'c' || isTemporary) {
            return 0;
        }
        if (source == TypeOids.UNKNOWN) {
            return type.oid();
        }
        CoercionPathway path = CoercionPathway.find(c, type.oid(), source, CoercionPathway.Context.EXPLICIT);
        return switch (path.kind()) {
            case RELABEL -> type.oid();
            case VIA_IO ->
                (source == TypeOids.RECORD || Coercion.isComplex(c, source)) && type.category() == 'S' ? 0 : type.oid();
            case NONE, FUNCTION, ARRAY -> 0;
        };
    }

    /// `f(integer, x => text)` as errors show a call.
    static String signature(ParseState p, List<String> name, List<String> argNames, int[] types) {
        StringBuilder out = new StringBuilder(String.join(".", name)).append('(');
        int positional = types.length - argNames.size();
        for (int i = 0; i < types.length; i++) {
            out.append(i == 0 ? "" : ", ");
            if (i >= positional) {
                out.append(argNames.get(i - positional)).append(" => ");
            }
            out.append(p.catalog().formatType(types[i]));
        }
        return out.append(')').toString();
    }

    static SqlException notFound(
            ParseState p, List<String> name, List<String> argNames, int[] types, boolean procedure, Position at) {
        String what = procedure ? "procedure" : "function";
        return new SqlException(
                        SqlState.UNDEFINED_FUNCTION,
                        what + " " + signature(p, name, argNames, types) + " does not exist",
                        at)
                .withHint("No " + what
                        + " matches the given name and argument types. You might need to add explicit type casts.");
    }

    static SqlException ambiguous(
            ParseState p, List<String> name, List<String> argNames, int[] types, boolean procedure, Position at) {
        String what = procedure ? "procedure" : "function";
        return new SqlException(
                        SqlState.AMBIGUOUS_FUNCTION,
                        what + " " + signature(p, name, argNames, types) + " is not unique",
                        at)
                .withHint("Could not choose a best candidate " + what + ". You might need to add explicit type casts.");
    }

    static List<Integer> list(int[] types) {
        List<Integer> list = new ArrayList<>(types.length);
        for (int type : types) {
            list.add(type);
        }
        return list;
    }
}
