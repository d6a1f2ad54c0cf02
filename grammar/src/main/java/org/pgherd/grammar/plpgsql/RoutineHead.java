package org.pgherd.grammar.plpgsql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.CreateFunctionStmt;
import org.pgherd.grammar.ast.FunctionParameter;
import org.pgherd.grammar.ast.FunctionParameterMode;
import org.pgherd.grammar.ast.TypeName;

/// What a body must know of the routine it belongs to: names of parameters and what it may return.
///
/// @param returnsSet SETOF or TABLE
/// @param returnsVoid a block of DO, a procedure without OUT, an event trigger, RETURNS void
/// @param hasOut any parameter of mode OUT, INOUT or TABLE
public record RoutineHead(
        String name,
        List<Parameter> parameters,
        boolean isProcedure,
        boolean returnsSet,
        boolean returnsVoid,
        boolean hasOut,
        Trigger trigger) {
    /// Of DO.
    public static final RoutineHead BLOCK =
            new RoutineHead("inline_code_block", List.of(), false, false, true, false, Trigger.NONE);

    /// Which special variables there are.
    public enum Trigger {
        NONE,
        DML,
        EVENT
    }

    /// @param name null if it has a number only
    public record Parameter(@Nullable String name, TypeName type) {}

    public RoutineHead {
        parameters = List.copyOf(parameters);
    }

    public static RoutineHead of(CreateFunctionStmt create) {
        List<Parameter> parameters = new ArrayList<>();
        boolean out = false;
        boolean table = false;
        for (FunctionParameter parameter : create.parameters()) {
            parameters.add(new Parameter(parameter.name(), parameter.argType()));
            table |= parameter.mode() == FunctionParameterMode.TABLE;
            out |= table
                    || parameter.mode() == FunctionParameterMode.OUT
                    || parameter.mode() == FunctionParameterMode.INOUT;
        }
        TypeName returns = create.returnType();
        String type = returns == null ? "" : returns.names().getLast();
        Trigger trigger = switch (type) {
            case "trigger" -> Trigger.DML;
            case "event_trigger" -> Trigger.EVENT;
            default -> Trigger.NONE;
        };
        return new RoutineHead(
                create.funcname().getLast(),
                parameters,
                create.isProcedure(),
                table || (returns != null && returns.setof()),
                trigger == Trigger.EVENT || type.equals("void") || (create.isProcedure() && !out),
                out,
                trigger);
    }

    /// What no routine of this head's kind may have.
    void check() {
        if (trigger == Trigger.NONE || parameters.isEmpty()) {
            return;
        }
        boolean event = trigger == Trigger.EVENT;
        SqlException error = new SqlException(
                SqlState.INVALID_FUNCTION_DEFINITION,
                (event ? "event trigger" : "trigger") + " functions cannot have declared arguments");
        throw event
                ? error
                : error.withHint("The arguments of the trigger can be accessed through TG_NARGS and TG_ARGV instead.");
    }

    /// Declares what every body of this routine sees.
    void declare(Namespace names) {
        names.push(name, Namespace.LevelKind.BLOCK);
        int number = 0;
        for (Parameter parameter : parameters) {
            number++;
            String called = parameter.name();
            Variable.Kind kind = TypeKinds.of(parameter.type());
            names.add("$" + number, Variable.of(called == null ? "$" + number : called, kind));
            if (called != null) {
                names.add(called, Variable.of(called, kind));
            }
        }
        switch (trigger) {
            case NONE -> {}
            case DML -> {
                names.add("new", Variable.of("new", Variable.Kind.RECORD));
                names.add("old", Variable.of("old", Variable.Kind.RECORD));
                scalars(
                        names,
                        "tg_name",
                        "tg_when",
                        "tg_level",
                        "tg_op",
                        "tg_relid",
                        "tg_relname",
                        "tg_table_name",
                        "tg_table_schema",
                        "tg_nargs",
                        "tg_argv");
            }
            case EVENT -> scalars(names, "tg_event", "tg_tag");
        }
        scalars(names, "found");
    }

    private static void scalars(Namespace names, String... called) {
        for (String each : called) {
            names.add(each, Variable.of(each, Variable.Kind.SCALAR));
        }
    }
}
