package org.pgherd.analyzer.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogBuilder;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.analyzer.parse.TypeReferences;
import org.pgherd.grammar.ast.BooleanConst;
import org.pgherd.grammar.ast.CreateFunctionStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.FunctionParameter;
import org.pgherd.grammar.ast.FunctionParameterMode;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.NodeList;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.TypeName;
import org.pgherd.grammar.deparse.Deparser;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.type.TypeOids;

/// Functions and procedures (functioncmds.c:CreateFunction).
final class RoutineDefinitions {
    /// A script has no roles.
    private static final String OWNER = "postgres";

    private final CatalogBuilder builder;
    private final Supplier<CatalogView> view;

    RoutineDefinitions(CatalogBuilder builder, Supplier<CatalogView> view) {
        this.builder = builder;
        this.view = view;
    }

    void routine(CreateFunctionStmt statement, String source) {
        List<Integer> in = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        List<Integer> out = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> defaults = new ArrayList<>();
        StringBuilder modes = new StringBuilder();
        int variadic = 0;
        for (FunctionParameter parameter : statement.parameters()) {
            int type = TypeReferences.resolve(view.get(), parameter.argType()).oid();
            FunctionParameterMode mode = parameter.mode();
            all.add(type);
            names.add(parameter.name() == null ? "" : parameter.name());
            modes.append(mode(mode));
            if (mode != FunctionParameterMode.OUT && mode != FunctionParameterMode.TABLE) {
                in.add(type);
            }
            if (mode == FunctionParameterMode.OUT
                    || mode == FunctionParameterMode.TABLE
                    || mode == FunctionParameterMode.INOUT) {
                out.add(type);
            }
            if (mode == FunctionParameterMode.VARIADIC) {
                variadic = view.get().typeRow(type).elementOid();
            }
            if (parameter.defexpr() != null) {
                defaults.add(Deparser.sql(parameter.defexpr()));
            }
        }
        TypeName returns = statement.returnType();
        boolean set = returns != null && returns.setof()
                || statement.parameters().stream().anyMatch(p -> p.mode() == FunctionParameterMode.TABLE);
        int result = returns != null && out.size() < 2
                ? TypeReferences.resolve(view.get(), returns).oid()
                : switch (out.size()) {
                    case 0 -> TypeOids.VOID;
                    case 1 -> out.getFirst();
                    default -> TypeOids.RECORD;
                };
        boolean plain = out.isEmpty() && variadic == 0;
        String body = text(statement, "as");
        String language = text(statement, "language");
        builder.routine(new Routine(
                new ProcRow(
                        builder.newOid(),
                        statement.funcname().getLast(),
                        DefinitionScript.schema(statement.funcname()),
                        statement.isProcedure() ? 'p' : 'f',
                        language.isEmpty() ? "sql" : language.toLowerCase(Locale.ROOT),
                        flag(statement, "strict"),
                        set,
                        volatility(statement),
                        'u',
                        flag(statement, "security"),
                        false,
                        variadic,
                        in.size(),
                        defaults.size(),
                        result,
                        1,
                        set ? 1000 : 0,
                        0,
                        in,
                        plain ? List.of() : all,
                        plain ? "" : modes.toString(),
                        names.stream().allMatch(String::isEmpty) ? List.of() : names,
                        defaults,
                        body),
                statement.sqlBody() == null
                        ? null
                        : source.substring(
                                statement.sqlBody().at().start(),
                                statement.sqlBody().at().end()),
                List.of(),
                OWNER));
    }

    private static char mode(FunctionParameterMode mode) {
        return switch (mode) {
            case IN, DEFAULT -> 'i';
            case OUT -> 'o';
            case INOUT -> 'b';
            case VARIADIC -> 'v';
            case TABLE -> 't';
        };
    }

    private static char volatility(CreateFunctionStmt statement) {
        return switch (text(statement, "volatility").toLowerCase(Locale.ROOT)) {
            case "immutable" -> 'i';
            case "stable" -> 's';
            default -> 'v';
        };
    }

    private static String text(CreateFunctionStmt statement, String option) {
        for (DefElem element : statement.options()) {
            if (element.defname().equals(option)) {
                return text(element.arg());
            }
        }
        return "";
    }

    private static String text(@Nullable Node value) {
        return switch (value) {
            case StringConst s -> s.sval();
            case NodeList list when !list.items().isEmpty() -> text(list.items().getFirst());
            case null, default -> "";
        };
    }

    private static boolean flag(CreateFunctionStmt statement, String option) {
        return statement.options().stream()
                .anyMatch(element ->
                        element.defname().equals(option) && element.arg() instanceof BooleanConst b && b.boolval());
    }
}
