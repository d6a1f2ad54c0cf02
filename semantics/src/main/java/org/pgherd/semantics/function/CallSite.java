package org.pgherd.semantics.function;

import java.util.List;
import org.pgherd.semantics.type.SqlType;

/// What a function knows about the expression that calls it (fmgr's FmgrInfo and FuncExpr).
///
/// @param argumentTypes actual types, also behind polymorphic parameters
/// @param resultType actual type of the result
/// @param inputCollation collation that the arguments derive, 0 if none
/// @param variadic true if the last argument was written with VARIADIC
/// @param resultColumns columns of a record result that the query's column definition list or OUT parameters name;
///     may be empty
public record CallSite(
        List<SqlType> argumentTypes,
        SqlType resultType,
        int inputCollation,
        boolean variadic,
        List<ResultColumn> resultColumns) {
    /// A column of a record result.
    public record ResultColumn(String name, SqlType type) {}

    public CallSite {
        argumentTypes = List.copyOf(argumentTypes);
        resultColumns = List.copyOf(resultColumns);
    }

    public static CallSite of(SqlType resultType, SqlType... argumentTypes) {
        return new CallSite(List.of(argumentTypes), resultType, 0, false, List.of());
    }

    public CallSite withInputCollation(int collation) {
        return new CallSite(argumentTypes, resultType, collation, variadic, resultColumns);
    }

    public int argumentOid(int index) {
        return argumentTypes.get(index).oid();
    }
}
