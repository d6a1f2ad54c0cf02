package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import java.util.Locale;
import org.pgherd.grammar.ast.AlterFunctionStmt;
import org.pgherd.grammar.ast.AtomicBlock;
import org.pgherd.grammar.ast.BooleanConst;
import org.pgherd.grammar.ast.CreateFunctionStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.DoStmt;
import org.pgherd.grammar.ast.FunctionParameter;
import org.pgherd.grammar.ast.FunctionParameterMode;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.NodeList;
import org.pgherd.grammar.ast.ObjectWithArgs;
import org.pgherd.grammar.ast.QualifiedName;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.VariableSetStmt;

/// Functions and procedures.
final class Routines {
    private Routines() {}

    static String create(CreateFunctionStmt s) {
        List<FunctionParameter> table = s.parameters().stream()
                .filter(p -> p.mode() == FunctionParameterMode.TABLE)
                .toList();
        List<FunctionParameter> own = s.parameters().stream()
                .filter(p -> p.mode() != FunctionParameterMode.TABLE)
                .toList();
        return spaced(
                "CREATE",
                when(s.replace(), "OR REPLACE"),
                s.isProcedure() ? "PROCEDURE" : "FUNCTION",
                dotted(s.funcname()) + "(" + list(own, Routines::parameter) + ")",
                table.isEmpty()
                        ? given("RETURNS", s.returnType(), TypeNames::type)
                        : parens("RETURNS TABLE", table, Routines::parameter),
                joined(" ", s.options(), Routines::option),
                given("", s.sqlBody(), Statements::statement));
    }

    static String parameter(FunctionParameter p) {
        String mode = switch (p.mode()) {
            case DEFAULT, TABLE -> "";
            case IN, OUT, INOUT, VARIADIC -> p.mode().name();
        };
        return spaced(
                mode,
                given("", p.name(), SqlWords::name),
                TypeNames.type(p.argType()),
                given("DEFAULT", p.defexpr(), Expressions::expr));
    }

    static String option(DefElem o) {
        boolean on = o.arg() instanceof BooleanConst b && b.boolval();
        String value = given("", o.arg(), Routines::value);
        return switch (o.defname()) {
            case "as" -> "AS " + value;
            case "language" -> "LANGUAGE " + value;
            case "transform" ->
                "TRANSFORM "
                        + (o.arg() instanceof NodeList l
                                ? list(l.items(), t -> "FOR TYPE " + Options.argument(t))
                                : "");
            case "window" -> "WINDOW";
            case "strict" -> on ? "STRICT" : "CALLED ON NULL INPUT";
            case "volatility" -> o.arg() instanceof StringConst s ? s.sval().toUpperCase(Locale.ROOT) : "";
            case "security" -> on ? "SECURITY DEFINER" : "SECURITY INVOKER";
            case "leakproof" -> on ? "LEAKPROOF" : "NOT LEAKPROOF";
            case "set" -> value;
            case "parallel" -> "PARALLEL " + (o.arg() instanceof StringConst s ? name(s.sval()) : "");
            default -> o.defname().toUpperCase(Locale.ROOT) + " " + value;
        };
    }

    private static String value(Node n) {
        return switch (n) {
            case NodeList l -> list(l.items(), Routines::value);
            case VariableSetStmt s -> Sessions.set(s);
            case QualifiedName q -> dotted(q.names());
            case Node other -> Options.argument(other);
        };
    }

    static String alter(AlterFunctionStmt s) {
        return spaced("ALTER", s.objtype().name(), reference(s.func()), joined(" ", s.actions(), Routines::option));
    }

    static String inline(DoStmt s) {
        return "DO "
                + joined(
                        " ",
                        s.args(),
                        o -> when(o.defname().equals("language"), "LANGUAGE ") + given("", o.arg(), Routines::value));
    }

    /// A routine by its name and perhaps its parameters.
    static String reference(ObjectWithArgs f) {
        return dotted(f.objname())
                + (f.argsUnspecified() ? "" : "(" + list(f.objfuncargs(), Routines::parameter) + ")");
    }

    /// BEGIN ATOMIC and RETURN.
    static String atomic(AtomicBlock b) {
        return spaced("BEGIN ATOMIC", joined(" ", b.statements(), s -> Statements.statement(s) + ";"), "END");
    }
}
