package org.pgherd.semantics.function;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.compare.CollationOrder;
import org.pgherd.semantics.type.SqlType;

/// What a function knows about the expression that calls it (fmgr's FmgrInfo and FuncExpr).
public final class CallSite {
    private final List<SqlType> argumentTypes;
    private final SqlType resultType;
    private final int inputCollation;
    private final boolean variadic;
    private final List<ResultColumn> resultColumns;
    private @Nullable KnownOrder knownOrder;

    /// A column of a record result.
    public record ResultColumn(String name, SqlType type) {}

    /// An order as a session's catalog gives it; sessions may use one call site at the same time.
    private record KnownOrder(TypeLookup lookup, CollationOrder order) {}

    /// @param argumentTypes actual types, also behind polymorphic parameters
    /// @param resultType actual type of the result
    /// @param inputCollation collation that the arguments derive, 0 if none
    /// @param variadic true if the last argument was written with VARIADIC
    /// @param resultColumns columns of a record result that the query's column definition list or OUT
    ///     parameters name; may be empty
    public CallSite(
            List<SqlType> argumentTypes,
            SqlType resultType,
            int inputCollation,
            boolean variadic,
            List<ResultColumn> resultColumns) {
        this.argumentTypes = List.copyOf(argumentTypes);
        this.resultType = resultType;
        this.inputCollation = inputCollation;
        this.variadic = variadic;
        this.resultColumns = List.copyOf(resultColumns);
    }

    public static CallSite of(SqlType resultType, SqlType... argumentTypes) {
        return new CallSite(List.of(argumentTypes), resultType, 0, false, List.of());
    }

    public CallSite withInputCollation(int collation) {
        return new CallSite(argumentTypes, resultType, collation, variadic, resultColumns);
    }

    public List<SqlType> argumentTypes() {
        return argumentTypes;
    }

    public SqlType resultType() {
        return resultType;
    }

    public int inputCollation() {
        return inputCollation;
    }

    public boolean variadic() {
        return variadic;
    }

    public List<ResultColumn> resultColumns() {
        return resultColumns;
    }

    public int argumentOid(int index) {
        return argumentTypes.get(index).oid();
    }

    /// How the input collation orders text.
    public CollationOrder inputOrder(TypeLookup lookup) {
        KnownOrder known = knownOrder;
        if (known == null || known.lookup() != lookup) {
            known = new KnownOrder(lookup, CollationOrder.of(inputCollation, lookup));
            knownOrder = known;
        }
        return known.order();
    }
}
