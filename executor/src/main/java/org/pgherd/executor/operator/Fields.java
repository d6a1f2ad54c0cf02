package org.pgherd.executor.operator;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// The fields of a composite value that a set-returning call in a target list gives.
final class Fields {
    private Fields() {}

    /// Empty if the call gives scalars.
    static List<CallSite.ResultColumn> of(Expr expr, ExecutionState state) {
        int type = expr.type().oid();
        TypeLookup types = state.functions().types();
        TypeRow row = BuiltinCatalog.instance().type(type);
        if (row == null) {
            row = types.type(type);
        }
        if (row != null && row.kind() == 'c') {
            return types.fields(type).stream()
                    .map(field -> new CallSite.ResultColumn(field.name(), field.type()))
                    .toList();
        }
        return type == TypeOids.RECORD && expr instanceof FuncExpr f ? outParameters(f.funcId()) : List.of();
    }

    private static List<CallSite.ResultColumn> outParameters(int function) {
        ProcRow row = BuiltinCatalog.instance().proc(function);
        if (row == null || row.argModes().isEmpty()) {
            return List.of();
        }
        List<CallSite.ResultColumn> columns = new ArrayList<>();
        for (int i = 0; i < row.argModes().length(); i++) {
            if ("obt".indexOf(row.argModes().charAt(i)) >= 0) {
                columns.add(new CallSite.ResultColumn(
                        row.argNames().isEmpty() ? "" : row.argNames().get(i),
                        SqlType.of(row.allArgTypes().get(i))));
            }
        }
        return columns;
    }
}
