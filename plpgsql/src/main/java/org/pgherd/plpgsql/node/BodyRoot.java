package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.plpgsql.compile.Variable;
import org.pgherd.plpgsql.value.Row;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgRecord;

/// A whole body (plpgsql_exec_function). Its one argument is the [Invocation].
public final class BodyRoot extends RootNode {
    private final String name;
    private final Variable[] parameters;
    private final int found;
    private final ResultType result;

    @Children
    private final VariableInit[] outputs;

    @Child
    private BlockNode block;

    /// @param parameters the input ones, in order
    /// @param outputs the parameters that are only OUT
    public BodyRoot(
            String name,
            FrameDescriptor descriptor,
            List<Variable> parameters,
            List<VariableInit> outputs,
            int found,
            ResultType result,
            BlockNode block) {
        super(null, descriptor);
        this.name = name;
        this.parameters = parameters.toArray(Variable[]::new);
        this.outputs = outputs.toArray(VariableInit[]::new);
        this.found = found;
        this.result = result;
        this.block = block;
    }

    @Override
    public @Nullable Object execute(VirtualFrame frame) {
        Invocation invocation = StatementNode.invocation(frame);
        try {
            return run(frame, invocation);
        } catch (Reraised again) {
            throw again.error;
        } catch (SqlException e) {
            throw e.withContext(invocation.where());
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    static SqlException tooDeep() {
        return new SqlException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded")
                .withHint(
                        "Increase the configuration parameter \"max_stack_depth\" (currently 2048kB), after ensuring the platform's stack depth limit is adequate.");
    }

    private @Nullable Object run(VirtualFrame frame, Invocation invocation) {
        for (int i = 0; i < parameters.length; i++) {
            Object value = invocation.arguments[i];
            frame.setObject(
                    parameters[i].slot(),
                    value instanceof PgRecord record ? row(invocation, parameters[i], record) : value);
        }
        for (VariableInit output : outputs) {
            output.run(frame);
        }
        frame.setObject(found, false);
        try {
            invocation.current = block;
            block.execute(frame);
        } catch (Returned returned) {
            return returned.value;
        } catch (Jump jump) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    jump.next
                            ? "CONTINUE cannot be used outside a loop"
                            : "EXIT cannot be used outside a loop, unless it has a label");
        }
        if (result.set()
                || result.procedure()
                || !result.out().isEmpty()
                || result.type().oid() == TypeOids.VOID) {
            return result.set() ? null : OutRow.value(frame, invocation, result);
        }
        invocation.current = null;
        throw new SqlException(
                SqlState.S_R_E_FUNCTION_EXECUTED_NO_RETURN_STATEMENT, "control reached end of function without RETURN");
    }

    private static Row row(Invocation invocation, Variable parameter, PgRecord record) {
        RowShape shape = parameter.shape();
        if (shape != null) {
            return new Row(shape, record.values());
        }
        return new Row(
                record.typeOid() == TypeOids.RECORD
                        ? RowShape.anonymous(record.fieldOids())
                        : RowShape.ofType(record.typeOid(), invocation.view()),
                record.values());
    }

    @Override
    public String getName() {
        return name;
    }
}
