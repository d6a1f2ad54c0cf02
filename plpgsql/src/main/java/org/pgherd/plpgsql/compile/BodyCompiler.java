package org.pgherd.plpgsql.compile;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.FrameSlotKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.plpgsql.PlBody;
import org.pgherd.plpgsql.node.BlockNode;
import org.pgherd.plpgsql.node.BodyRoot;
import org.pgherd.plpgsql.node.ResultType;
import org.pgherd.plpgsql.node.TargetNode;
import org.pgherd.plpgsql.node.VariableInit;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.spi.VariableScope;
import org.pgherd.semantics.type.SqlType;

/// Compiles a body (pl_comp.c).
public final class BodyCompiler {
    final CatalogView view;
    final int routineOid;
    final TypeResolver types;
    private int slots;
    int found;
    ResultType result = new ResultType(SqlType.VOID, false, List.of(), true);

    private BodyCompiler(CatalogView view, int routineOid) {
        this.view = view;
        this.routineOid = routineOid;
        types = new TypeResolver(view);
    }

    public static CallTarget compile(
            PlBody body, Signature signature, CatalogView view, @Nullable String conflictSetting) {
        return new BodyCompiler(view, signature.routineOid()).program(body, signature, conflictSetting);
    }

    private CallTarget program(PlBody body, Signature signature, @Nullable String conflictSetting) {
        Namespace names = new Namespace(null, signature.name(), conflict(body.variableConflict(), conflictSetting));
        Variable foundVariable = variable("found", SqlType.BOOL, false, false);
        found = foundVariable.slot();
        names.add("found", foundVariable);
        List<Variable> inputs = new ArrayList<>();
        List<Variable> outs = new ArrayList<>();
        List<VariableInit> outputs = new ArrayList<>();
        int number = 0;
        for (Signature.Parameter parameter : signature.parameters()) {
            number++;
            Variable variable = variable(
                    parameter.name().isEmpty() ? "$" + number : parameter.name(), parameter.type(), false, false);
            names.add("$" + number, variable);
            if (!parameter.name().isEmpty()) {
                names.add(parameter.name(), variable);
            }
            if (parameter.input()) {
                inputs.add(variable);
            } else {
                outputs.add(new VariableInit(0, new TargetNode(variable, List.of()), null));
            }
            if (parameter.output()) {
                outs.add(variable);
            }
        }
        result = new ResultType(signature.result(), signature.set(), outs, signature.procedure());
        BlockNode block = new StatementCompiler(this).block(body.block(), names);
        FrameDescriptor.Builder descriptor = FrameDescriptor.newBuilder();
        descriptor.addSlots(slots, FrameSlotKind.Object);
        descriptor.defaultValue(null);
        return new BodyRoot(signature.name(), descriptor.build(), inputs, outputs, found, result, block)
                .getCallTarget();
    }

    private static VariableScope.Conflict conflict(@Nullable String option, @Nullable String setting) {
        String chosen = option != null ? option : setting != null ? setting : "error";
        return switch (chosen) {
            case "use_variable" -> VariableScope.Conflict.USE_VARIABLE;
            case "use_column" -> VariableScope.Conflict.USE_COLUMN;
            default -> VariableScope.Conflict.ERROR;
        };
    }

    Variable variable(String name, SqlType type, boolean constant, boolean notNull) {
        return variable(name, type, constant, notNull, null);
    }

    Variable variable(String name, SqlType type, boolean constant, boolean notNull, @Nullable BoundCursor cursor) {
        boolean row = type.oid() != org.pgherd.semantics.type.TypeOids.RECORD && view.isRowType(type.oid());
        return new Variable(
                name, slots++, type, row ? RowShape.ofType(type.oid(), view) : null, constant, notNull, cursor);
    }

    static SqlException unknown(String name) {
        return new SqlException(SqlState.SYNTAX_ERROR, "\"" + name + "\" is not a known variable");
    }
}
