package org.pgherd.engine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.routine.HerdRoutines;
import org.pgherd.engine.session.SessionState;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.executor.transaction.TransactionOptions;
import org.pgherd.grammar.ast.CallStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.DoStmt;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;

/// DO and CALL (functioncmds.c): the body runs here, its statements wherever their rows are.
public final class RoutineCommand {
    private final SessionState session;
    private final HerdRoutines routines;
    private final FunctionContext functions;

    public RoutineCommand(SessionState session, HerdRoutines routines, FunctionContext functions) {
        this.session = session;
        this.routines = routines;
        this.functions = functions;
    }

    StatementResult runDo(DoStmt statement) {
        String language = "plpgsql";
        String body = null;
        for (DefElem option : statement.args()) {
            if (option.arg() instanceof StringConst text) {
                if (option.defname().equals("language")) {
                    language = text.sval().toLowerCase(Locale.ROOT);
                } else {
                    body = text.sval();
                }
            }
        }
        if (body == null) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "no inline code specified");
        }
        if (!language.equals("plpgsql")) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "language \"" + language + "\" does not support inline code execution");
        }
        String code = body;
        return inTransaction(() -> {
            routines.runBlock(code, functions);
            return new StatementResult.Command("DO");
        });
    }

    /// @param arguments the values of the call's input arguments, evaluated by the caller
    StatementResult call(ProcRow procedure, List<SqlType> types, @Nullable Object[] arguments) {
        boolean atomic = session.transaction().inBlock();
        List<ResultColumn> columns = outColumns(procedure);
        return inTransaction(() -> {
            @Nullable
            Object[] out = routines.callProcedure(
                    procedure.oid(),
                    functions,
                    new CallSite(types, SqlType.of(procedure.returnType()), 0, false, List.of()),
                    arguments,
                    atomic);
            return columns.isEmpty()
                    ? new StatementResult.Command("CALL")
                    : new MaterialRows(columns, List.<@Nullable Object[]>of(out), "CALL");
        });
    }

    private static List<ResultColumn> outColumns(ProcRow procedure) {
        List<ResultColumn> columns = new ArrayList<>();
        for (int i = 0; i < procedure.argModes().length(); i++) {
            char mode = procedure.argModes().charAt(i);
            if (mode == 'o' || mode == 'b') {
                columns.add(new ResultColumn(
                        procedure.argNames().get(i),
                        SqlType.of(procedure.allArgTypes().get(i)),
                        0,
                        0,
                        -1));
            }
        }
        return columns;
    }

    /// The procedure that a CALL names, by name and number of arguments.
    ProcRow resolve(CallStmt statement) {
        List<String> name = statement.funccall().funcname();
        CatalogView view = session.view();
        int given = statement.funccall().args().size();
        ProcRow best = null;
        boolean isFunction = false;
        for (ProcRow row : view.functions(name.size() > 1 ? name.get(name.size() - 2) : null, name.getLast())) {
            Routine routine = view.catalog().routine(row.oid());
            if (routine == null || row.kind() != 'p') {
                isFunction |= row.kind() == 'f';
                continue;
            }
            int all = row.allArgTypes().isEmpty()
                    ? row.argTypes().size()
                    : row.allArgTypes().size();
            if (given <= all && given >= all - row.defaultCount()) {
                best = row;
            }
        }
        if (best == null) {
            String text = name.getLast();
            throw isFunction
                    ? new SqlException(
                                    SqlState.WRONG_OBJECT_TYPE,
                                    text + "() is not a procedure",
                                    statement.funccall().at())
                            .withHint("To call a function, use SELECT.")
                    : new SqlException(
                                    SqlState.UNDEFINED_FUNCTION,
                                    "procedure " + text + "() does not exist",
                                    statement.funccall().at())
                            .withHint(
                                    "No procedure matches the given name and argument types. You might need to add explicit type casts.");
        }
        return best;
    }

    /// Outside of a block the body is a transaction of its own, which a procedure may end and begin anew.
    private StatementResult inTransaction(java.util.function.Supplier<StatementResult> body) {
        boolean own = session.transaction().beginImplicit(TransactionOptions.DEFAULT);
        boolean good = false;
        try {
            StatementResult result = body.get();
            if (own && session.transaction().inImplicit()) {
                session.transaction().endImplicit(true);
            }
            good = true;
            return result;
        } finally {
            if (own) {
                if (!good && session.transaction().inImplicit()) {
                    session.transaction().endImplicit(false);
                }
                session.transactionEnded(good);
            }
        }
    }
}
