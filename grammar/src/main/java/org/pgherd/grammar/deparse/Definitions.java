package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import org.pgherd.grammar.ast.AlterOperatorStmt;
import org.pgherd.grammar.ast.CreateAmStmt;
import org.pgherd.grammar.ast.CreateCastStmt;
import org.pgherd.grammar.ast.CreateConversionStmt;
import org.pgherd.grammar.ast.CreatePLangStmt;
import org.pgherd.grammar.ast.CreateRangeStmt;
import org.pgherd.grammar.ast.CreateStatsStmt;
import org.pgherd.grammar.ast.CreateTransformStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.DefineStmt;
import org.pgherd.grammar.ast.FunctionParameter;
import org.pgherd.grammar.ast.ObjectType;
import org.pgherd.grammar.ast.ObjectWithArgs;
import org.pgherd.grammar.ast.QualifiedName;

/// CREATE of what is made of a list of options, and of operators, casts and languages.
final class Definitions {
    private Definitions() {}

    static String define(DefineStmt s) {
        return spaced(
                "CREATE",
                when(s.replace(), "OR REPLACE"),
                Drops.kind(s.kind()),
                ifNotExists(s.ifNotExists()),
                s.kind() == ObjectType.OPERATOR ? anyOperator(s.defnames()) : dotted(s.defnames()),
                s.kind() == ObjectType.AGGREGATE && !s.oldstyle() ? aggregated(s) : "",
                definition(s));
    }

    private static String definition(DefineStmt s) {
        List<DefElem> definition = s.definition();
        if (s.kind() == ObjectType.COLLATION
                && definition.size() == 1
                && definition.get(0).defname().equals("from")
                && definition.get(0).arg() instanceof QualifiedName other) {
            return "FROM " + dotted(other.names());
        }
        return Options.relation(definition);
    }

    /// The arguments of an aggregate; a VARIADIC "any" that is both direct and aggregated is there once.
    private static String aggregated(DefineStmt s) {
        List<FunctionParameter> args = s.args();
        int direct = s.numDirectArgs();
        if (direct < 0) {
            return args.isEmpty() ? "(*)" : "(" + list(args, Routines::parameter) + ")";
        }
        String ordered =
                list(args.subList(direct == args.size() ? direct - 1 : direct, args.size()), Routines::parameter);
        return "(" + spaced(list(args.subList(0, direct), Routines::parameter), "ORDER BY", ordered) + ")";
    }

    static String range(CreateRangeStmt s) {
        return "CREATE TYPE " + dotted(s.typeName()) + " AS RANGE " + Options.relation(s.params());
    }

    static String alterOperator(AlterOperatorStmt s) {
        return "ALTER OPERATOR " + Drops.object(ObjectType.OPERATOR, s.opername()) + " SET " + changes(s.options());
    }

    /// (name = value, ...), where an option without a value had NONE or nothing.
    static String changes(List<DefElem> options) {
        return "(" + list(options, Options::assigned) + ")";
    }

    static String cast(CreateCastStmt s) {
        ObjectWithArgs function = s.func();
        return spaced(
                "CREATE CAST (" + TypeNames.type(s.sourcetype()) + " AS " + TypeNames.type(s.targettype()) + ")",
                function != null
                        ? "WITH FUNCTION " + Routines.reference(function)
                        : s.inout() ? "WITH INOUT" : "WITHOUT FUNCTION",
                switch (s.context()) {
                    case IMPLICIT -> "AS IMPLICIT";
                    case ASSIGNMENT -> "AS ASSIGNMENT";
                    case EXPLICIT -> "";
                });
    }

    static String conversion(CreateConversionStmt s) {
        return spaced(
                "CREATE",
                when(s.def(), "DEFAULT"),
                "CONVERSION",
                dotted(s.conversionName()),
                "FOR",
                string(s.forEncodingName()),
                "TO",
                string(s.toEncodingName()),
                "FROM",
                dotted(s.funcName()));
    }

    static String transform(CreateTransformStmt s) {
        String from = given("FROM SQL WITH FUNCTION", s.fromsql(), Routines::reference);
        String to = given("TO SQL WITH FUNCTION", s.tosql(), Routines::reference);
        return spaced(
                "CREATE",
                when(s.replace(), "OR REPLACE"),
                "TRANSFORM FOR",
                TypeNames.type(s.typeName()),
                "LANGUAGE",
                name(s.lang()),
                "(" + from + when(!from.isEmpty() && !to.isEmpty(), ", ") + to + ")");
    }

    static String accessMethod(CreateAmStmt s) {
        return spaced(
                "CREATE ACCESS METHOD",
                name(s.amname()),
                "TYPE",
                s.amtype() == 'i' ? "INDEX" : "TABLE",
                "HANDLER",
                dotted(s.handlerName()));
    }

    static String language(CreatePLangStmt s) {
        return spaced(
                "CREATE",
                when(s.replace(), "OR REPLACE"),
                when(s.pltrusted(), "TRUSTED"),
                "LANGUAGE",
                name(s.plname()),
                "HANDLER",
                dotted(s.plhandler()),
                s.plinline().isEmpty() ? "" : "INLINE " + dotted(s.plinline()),
                s.plvalidator().isEmpty() ? "" : "VALIDATOR " + dotted(s.plvalidator()));
    }

    static String statistics(CreateStatsStmt s) {
        return spaced(
                "CREATE STATISTICS",
                ifNotExists(s.ifNotExists()),
                dotted(s.defnames()),
                columns(s.statTypes()),
                "ON",
                list(s.exprs(), e -> Indexes.key(e.name(), e.expr())),
                "FROM",
                list(s.relations(), FromItems::item));
    }
}
