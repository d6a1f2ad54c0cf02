package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.ErrorFields;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.plpgsql.ConditionNames;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// RAISE (exec_stmt_raise).
public final class RaiseNode extends StatementNode {
    private final String level;
    private final @Nullable String condition;
    private final boolean isState;
    private final @Nullable String format;

    @Children
    private final ExpressionNode[] arguments;

    private final Option[] options;

    @Children
    private final ExpressionNode[] optionValues;

    /// What USING may set.
    public enum Option {
        MESSAGE,
        DETAIL,
        HINT,
        ERRCODE,
        COLUMN,
        CONSTRAINT,
        DATATYPE,
        TABLE,
        SCHEMA
    }

    public RaiseNode(
            int line,
            String level,
            @Nullable String condition,
            boolean isState,
            @Nullable String format,
            List<ExpressionNode> arguments,
            List<Option> options,
            List<ExpressionNode> optionValues) {
        super(line);
        this.level = level;
        this.condition = condition;
        this.isState = isState;
        this.format = format;
        this.arguments = arguments.toArray(ExpressionNode[]::new);
        this.options = options.toArray(Option[]::new);
        this.optionValues = optionValues.toArray(ExpressionNode[]::new);
    }

    @Override
    void execute(VirtualFrame frame) {
        Invocation invocation = invocation(frame);
        if (condition == null && format == null && options.length == 0) {
            SqlException caught = invocation.caught;
            if (caught == null) {
                throw new SqlException(
                        SqlState.STACKED_DIAGNOSTICS_ACCESSED_WITHOUT_ACTIVE_HANDLER,
                        "RAISE without parameters cannot be used outside an exception handler");
            }
            throw new Reraised(caught);
        }
        SqlState state = condition == null ? null : state(condition);
        String message = format == null ? null : formatted(frame, format);
        Map<Option, String> given = new EnumMap<>(Option.class);
        for (int i = 0; i < options.length; i++) {
            String value = text(invocation, optionValues[i].evaluate(frame), optionValues[i].type());
            if (value == null) {
                throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "RAISE statement option cannot be null");
            }
            if (options[i] == Option.ERRCODE
                    ? state != null
                    : given.containsKey(options[i]) || options[i] == Option.MESSAGE && message != null) {
                throw new SqlException(SqlState.SYNTAX_ERROR, "RAISE option already specified: " + options[i]);
            }
            if (options[i] == Option.ERRCODE) {
                state = value.matches("[0-9A-Z]{5}") ? SqlState.of(value) : state(value);
            } else if (options[i] == Option.MESSAGE) {
                message = value;
            } else {
                given.put(options[i], value);
            }
        }
        boolean error = level.equals("EXCEPTION");
        SqlState chosen = state != null
                ? state
                : error
                        ? SqlState.RAISE_EXCEPTION
                        : level.equals("WARNING") ? SqlState.WARNING : SqlState.SUCCESSFUL_COMPLETION;
        String said = message != null ? message : condition != null ? condition : chosen.code();
        ErrorFields fields = ErrorFields.NONE
                .withDetail(given.get(Option.DETAIL))
                .withHint(given.get(Option.HINT))
                .withObject(
                        given.get(Option.SCHEMA),
                        given.get(Option.TABLE),
                        given.get(Option.COLUMN),
                        given.get(Option.DATATYPE),
                        given.get(Option.CONSTRAINT));
        if (error) {
            throw new SqlException(chosen, said, fields, null);
        }
        invocation.runner.notice(
                new Notice(chosen, said, fields.withSeverity(level).withContext(invocation.where())));
    }

    private SqlState state(String name) {
        if (isState && name.equals(condition)) {
            return SqlState.of(name);
        }
        List<SqlState> states = ConditionNames.states(name);
        if (states.isEmpty()) {
            throw new SqlException(SqlState.UNDEFINED_OBJECT, "unrecognized exception condition \"" + name + "\"");
        }
        return states.getFirst();
    }

    private String formatted(VirtualFrame frame, String pattern) {
        StringBuilder out = new StringBuilder();
        int next = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '%') {
                out.append(c);
            } else if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '%') {
                out.append('%');
                i++;
            } else {
                ExpressionNode argument = arguments[next++];
                String text = text(invocation(frame), argument.evaluate(frame), argument.type());
                out.append(text == null ? "<NULL>" : text);
            }
        }
        return out.toString();
    }

    static @Nullable String text(Invocation invocation, @Nullable Object value, SqlType type) {
        if (value == null) {
            return null;
        }
        return type.oid() == TypeOids.UNKNOWN || type.oid() == TypeOids.TEXT
                ? value.toString()
                : Codecs.forType(type.oid(), invocation.view()).encodeText(value, invocation.context);
    }

    @Override
    String what() {
        return "RAISE";
    }
}
