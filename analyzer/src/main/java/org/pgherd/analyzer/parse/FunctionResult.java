package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.type.SqlType;

/// Columns that OUT parameters give a function's result (build_function_result_tupdesc_t of funcapi.c).
public final class FunctionResult {
    private FunctionResult() {}

    /// Adds the columns; false if the function has fewer than two OUT, INOUT or TABLE parameters (one is its plain
    /// result).
    public static boolean outColumns(CatalogView c, FuncExpr call, List<String> names, List<SqlType> types) {
        ProcRow row = c.catalog().proc(call.funcId());
        if (row == null || row.argModes().isEmpty()) {
            return false;
        }
        int[] declared = row.allArgTypes().stream().mapToInt(Integer::intValue).toArray();
        resolve(c, row, call.args(), declared);
        List<String> outNames = new ArrayList<>();
        List<SqlType> outTypes = new ArrayList<>();
        for (int i = 0; i < declared.length; i++) {
            char mode = row.argModes().charAt(i);
            if (mode == 'o' || mode == 'b' || mode == 't') {
                String name = i < row.argNames().size() ? row.argNames().get(i) : "";
                outNames.add(name.isEmpty() ? "column" + (outNames.size() + 1) : name);
                outTypes.add(c.typed(declared[i]));
            }
        }
        if (outNames.size() < 2) {
            return false;
        }
        names.addAll(outNames);
        types.addAll(outTypes);
        return true;
    }

    /// The name of a single OUT parameter, null if there is none.
    static @Nullable String singleOutName(ProcRow row) {
        String found = null;
        for (int i = 0; i < row.argModes().length(); i++) {
            char mode = row.argModes().charAt(i);
            if (mode == 'o' || mode == 'b' || mode == 't') {
                if (found != null || i >= row.argNames().size()) {
                    return null;
                }
                found = row.argNames().get(i);
            }
        }
        return found == null || found.isEmpty() ? null : found;
    }

    private static void resolve(CatalogView c, ProcRow row, List<Expr> args, int[] declared) {
        if (!PolymorphicTypes.any(declared)) {
            return;
        }
        int[] inputs = new int[args.size()];
        int[] inputDeclared = new int[args.size()];
        for (int i = 0; i < args.size(); i++) {
            inputs[i] = args.get(i).type().oid();
            inputDeclared[i] = i < row.argTypes().size() ? row.argTypes().get(i) : inputs[i];
        }
        for (int i = 0; i < declared.length; i++) {
            if (PolymorphicTypes.isPolymorphic(declared[i])) {
                declared[i] = PolymorphicTypes.enforce(c, inputs, inputDeclared.clone(), declared[i], false);
            }
        }
    }
}
