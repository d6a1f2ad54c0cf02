package org.pgherd.engine.session;

import java.util.function.Supplier;
import org.pgherd.executor.CancelToken;
import org.pgherd.executor.ExecutionContext;
import org.pgherd.executor.MemoryAccount;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.spi.RoutineCaller;

/// Makes what one execution of a statement works with.
final class Executions implements Supplier<ExecutionContext> {
    private final SessionState session;
    private final FunctionContext functions;
    private final RoutineCaller routines;
    private final Supplier<CancelToken> cancel;

    Executions(SessionState session, FunctionContext functions, RoutineCaller routines, Supplier<CancelToken> cancel) {
        this.session = session;
        this.functions = functions;
        this.routines = routines;
        this.cancel = cancel;
    }

    @Override
    public ExecutionContext get() {
        return new ExecutionContext(
                session.transaction(),
                session.snapshot().sharding(),
                functions,
                routines,
                new SessionCodecs(session.view(), functions),
                functions::checkDomain,
                cancel.get(),
                new MemoryAccount(session.settings().memoryLimits()));
    }
}
