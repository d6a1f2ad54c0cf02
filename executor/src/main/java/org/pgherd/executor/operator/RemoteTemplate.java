package org.pgherd.executor.operator;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.expression.Evaluator;
import org.pgherd.executor.expression.ExpressionCompiler;
import org.pgherd.executor.expression.RowFrame;
import org.pgherd.executor.shard.ShardStatement;
import org.pgherd.executor.shard.ValueCodecs;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.shardplanner.plan.Remote;

/// A Remote made ready: its statement, parameters and routing.
public final class RemoteTemplate {
    private static final int MANY_KEYS = 50;

    private final Remote node;
    private final ShardStatement statement;
    private final ShardStatement once;
    /// A literal such as 'now', which a server reads when it prepares a statement. What only looks like one is prepared
    /// each time as well.
    private static final Pattern TIME_WORD = Pattern.compile(
            "'[^']*(?<![a-z])(?:now|today|tomorrow|yesterday)(?![a-z])[^']*'", Pattern.CASE_INSENSITIVE);

    private final Evaluator[] parameters;
    private final Router router;

    RemoteTemplate(Remote node, ExpressionCompiler compiler, ValueCodecs codecs) {
        this.node = node;
        this.parameters = compiler.compileAll(node.parameters());
        this.router = Router.compile(node.routing(), compiler);
        int columns = node.output().size() - (node.shardColumn() ? 1 : 0);
        SqlType[] types = new SqlType[columns];
        for (int i = 0; i < columns; i++) {
            types[i] = node.output().get(i).type();
        }
        int[] parameterTypes = node.parameters().stream()
                .mapToInt(parameter -> parameter.type().oid())
                .toArray();
        this.once = ShardStatement.once(node.sql(), parameterTypes, types, codecs);
        this.statement = TIME_WORD.matcher(node.sql()).find()
                ? once
                : ShardStatement.prepared(node.sql(), parameterTypes, types, codecs);
    }

    public Remote node() {
        return node;
    }

    public ShardStatement statement() {
        return statement;
    }

    /// The statement for these parameters. A shard that has run a prepared statement some times plans it for any
    /// parameters: many keys would then be searched one after another for each row.
    ShardStatement statement(@Nullable Object[] values) {
        for (Object value : values) {
            if (value instanceof PgArray keys && keys.elements().length > MANY_KEYS) {
                return once;
            }
        }
        return statement;
    }

    public Router router() {
        return router;
    }

    public @Nullable Object[] values(RowFrame frame) {
        @Nullable Object[] values = new Object[parameters.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = parameters[i].evaluate(frame);
        }
        return values;
    }
}
