package org.pgherd.semantics.catalog;

import java.util.List;

/// A row of pg_proc.
///
/// @param kind prokind: f function, p procedure, a aggregate, w window
/// @param volatility provolatile: i, s, v
/// @param variadicOid provariadic: element type, ANY for "any", 0 if none
/// @param argTypes proargtypes: IN, INOUT and VARIADIC ones
/// @param allArgTypes proallargtypes, empty if all are IN
/// @param argModes proargmodes (i, o, b, v, t), empty if all are IN
/// @param argNames proargnames, empty if none has a name
/// @param argDefaults texts of the default expressions of the last input arguments
/// @param source prosrc: C function name, or the SQL body
public record ProcRow(
        int oid,
        String name,
        String schema,
        char kind,
        String language,
        boolean strict,
        boolean returnsSet,
        char volatility,
        char parallel,
        boolean securityDefiner,
        boolean leakproof,
        int variadicOid,
        int argCount,
        int defaultCount,
        int returnType,
        double cost,
        double rows,
        int supportOid,
        List<Integer> argTypes,
        List<Integer> allArgTypes,
        String argModes,
        List<String> argNames,
        List<String> argDefaults,
        String source) {
    public boolean isAggregate() {
        return kind == 'a';
    }

    public boolean isWindow() {
        return kind == 'w';
    }
}
