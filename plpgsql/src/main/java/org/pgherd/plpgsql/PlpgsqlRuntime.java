package org.pgherd.plpgsql;

import com.oracle.truffle.api.CallTarget;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.SearchPath;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.lexer.LexicalSettings;
import org.pgherd.grammar.lexer.PortableText;
import org.pgherd.grammar.plpgsql.PlBody;
import org.pgherd.grammar.plpgsql.PlpgsqlParser;
import org.pgherd.plpgsql.compile.BodyCompiler;
import org.pgherd.plpgsql.compile.Signature;
import org.pgherd.plpgsql.node.Invocation;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.RowIterator;
import org.pgherd.semantics.spi.StatementRunner;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// The entrance to PL/pgSQL: one per process. Programs are kept per session, for their nodes keep prepared statements.
public final class PlpgsqlRuntime {
    private static final PlpgsqlRuntime SHARED = new PlpgsqlRuntime();
    private final Map<StatementRunner, Map<Key, CallTarget>> programs =
            Collections.synchronizedMap(new WeakHashMap<>());

    private PlpgsqlRuntime() {}

    public static PlpgsqlRuntime shared() {
        return SHARED;
    }

    /// What a program depends on. The signature stands for the types of a polymorphic call.
    private record Key(
            String body,
            Signature signature,
            long catalogVersion,
            SearchPath path,
            LexicalSettings lexical,
            @Nullable String conflict) {}

    /// A body read as the session reads texts.
    private static PlBody parsed(String body, LexicalSettings lexical) {
        return PlpgsqlParser.parse(
                lexical.matterIn(body) ? PortableText.of(body, lexical).text() : body);
    }

    /// A function's value: for composite results a PgRecord.
    public @Nullable Object call(
            RoutineSource source,
            @Nullable Object[] arguments,
            StatementRunner runner,
            FunctionContext context,
            CallSite site) {
        return run(source, arguments, runner, context, site).value();
    }

    /// The rows of a function that returns a set.
    public RowIterator callSet(
            RoutineSource source,
            @Nullable Object[] arguments,
            StatementRunner runner,
            FunctionContext context,
            CallSite site) {
        Finished finished = run(source, arguments, runner, context, site);
        if (!source.routine().row().returnsSet()) {
            return RowIterator.ofValues(
                    Collections.singletonList(finished.value()).iterator());
        }
        return RowIterator.ofRows(finished.invocation().rows().iterator());
    }

    /// The values of a procedure's OUT and INOUT parameters.
    public @Nullable Object[] callProcedure(
            RoutineSource source,
            @Nullable Object[] arguments,
            StatementRunner runner,
            FunctionContext context,
            CallSite site) {
        Object value = run(source, arguments, runner, context, site).value();
        return value instanceof @Nullable Object[] out ? out : new Object[0];
    }

    /// DO.
    public void runBlock(String body, StatementRunner runner, FunctionContext context) {
        if (!(context.types() instanceof CatalogView view)) {
            throw new AssertionError("a session without a catalog");
        }
        Signature signature = Signature.block();
        String conflict = context.setting("plpgsql.variable_conflict");
        CallTarget program =
                BodyCompiler.compile(parsed(body, LexicalSettings.of(context::setting)), signature, view, conflict);
        program.call(
                new Invocation(runner, context, CallSite.of(SqlType.VOID), new Object[0], false, "inline_code_block"));
    }

    private record Finished(@Nullable Object value, Invocation invocation) {}

    private Finished run(
            RoutineSource source,
            @Nullable Object[] arguments,
            StatementRunner runner,
            FunctionContext context,
            CallSite site) {
        ProcRow row = source.routine().row();
        CatalogView view = source.view();
        Signature signature = Signature.of(row, site, view);
        String conflict = context.setting("plpgsql.variable_conflict");
        LexicalSettings lexical = LexicalSettings.of(context::setting);
        Key key = new Key(row.source(), signature, view.catalog().version(), view.path(), lexical, conflict);
        Map<Key, CallTarget> known = programs.computeIfAbsent(runner, _ -> new ConcurrentHashMap<>());
        CallTarget program = known.get(key);
        if (program == null) {
            program = compile(row, signature, view, lexical, conflict);
            known.keySet().removeIf(older -> older.catalogVersion() < key.catalogVersion());
            known.put(key, program);
        }
        String name = view.objectName(TypeOids.REGPROCEDURE, row.oid());
        Invocation invocation = new Invocation(
                runner,
                context,
                site,
                arguments,
                row.volatility() != 'v' && row.kind() != 'p',
                name == null ? row.name() : name);
        return new Finished(program.call(invocation), invocation);
    }

    private static CallTarget compile(
            ProcRow row, Signature signature, CatalogView view, LexicalSettings lexical, @Nullable String conflict) {
        try {
            return BodyCompiler.compile(parsed(row.source(), lexical), signature, view, conflict);
        } catch (SqlException e) {
            throw e.withContext("compilation of PL/pgSQL function \"" + row.name() + "\"");
        }
    }
}
