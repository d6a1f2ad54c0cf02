package org.pgherd.plpgsql.compile;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.parse.PolymorphicTypes;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.type.SqlType;

/// A routine's parameters and result with the types of this call.
///
/// @param name of the routine; the label of its parameters
public record Signature(
        int routineOid, String name, List<Parameter> parameters, SqlType result, boolean set, boolean procedure) {
    public Signature {
        parameters = List.copyOf(parameters);
    }

    /// @param name empty if it has none
    public record Parameter(String name, SqlType type, boolean input, boolean output) {}

    public static Signature block() {
        return new Signature(0, "inline_code_block", List.of(), SqlType.VOID, false, true);
    }

    public static Signature of(ProcRow row, CallSite site, CatalogView view) {
        boolean plain = row.allArgTypes().isEmpty();
        List<Integer> declared = plain ? row.argTypes() : row.allArgTypes();
        List<Parameter> parameters = new ArrayList<>();
        int input = 0;
        for (int i = 0; i < declared.size(); i++) {
            char mode = plain || row.argModes().isEmpty() ? 'i' : row.argModes().charAt(i);
            boolean in = mode == 'i' || mode == 'b' || mode == 'v';
            SqlType type = collated(view.typed(declared.get(i)), site);
            if (isPolymorphic(type.oid(), view)) {
                type = in && input < site.argumentTypes().size()
                        ? site.argumentTypes().get(input)
                        : view.typed(PolymorphicTypes.output(view, site.argumentTypes(), row.argTypes(), type.oid()));
            }
            input += in ? 1 : 0;
            parameters.add(new Parameter(
                    i < row.argNames().size() ? row.argNames().get(i) : "",
                    type.withTypmod(-1),
                    in,
                    mode == 'o' || mode == 'b' || mode == 't'));
        }
        SqlType result = view.typed(row.returnType());
        if (isPolymorphic(result.oid(), view)) {
            result = site.resultType();
        }
        return new Signature(row.oid(), row.name(), parameters, result, row.returnsSet(), row.kind() == 'p');
    }

    /// A parameter has the collation that the call derives, if it can have one (pl_comp.c:build_variable).
    private static SqlType collated(SqlType type, CallSite site) {
        return type.collation() == 0 || site.inputCollation() == 0 ? type : type.withCollation(site.inputCollation());
    }

    private static boolean isPolymorphic(int oid, CatalogView view) {
        var row = view.type(oid);
        return row != null && row.kind() == 'p' && row.name().startsWith("any");
    }
}
