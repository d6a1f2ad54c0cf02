package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.BooleanTest;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.ScalarFunction;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgRecord;

/// A part of an expression that needs no table: computed here and not by the engine.
abstract class ValueNode extends Node {
    abstract @Nullable Object execute(VirtualFrame frame);

    static final class Constant extends ValueNode {
        private final @Nullable Object value;

        Constant(@Nullable Object value) {
            this.value = value;
        }

        @Override
        @Nullable
        Object execute(VirtualFrame frame) {
            return value;
        }
    }

    static final class Read extends ValueNode {
        private final Reference reference;

        Read(Reference reference) {
            this.reference = reference;
        }

        @Override
        @Nullable
        Object execute(VirtualFrame frame) {
            return reference.read(frame);
        }
    }

    /// A function of Java.
    static final class Builtin extends ValueNode {
        private final ScalarFunction function;
        private final CallSite site;

        /// Where the arguments of a `VARIADIC "any"` parameter begin, which the method takes as one array; -1 if none.
        private final int spreadFrom;

        @Children
        private final ValueNode[] arguments;

        Builtin(ScalarFunction function, CallSite site, List<ValueNode> arguments) {
            this.function = function;
            this.site = site;
            ProcRow row = BuiltinCatalog.instance().proc(function.oid());
            spreadFrom = row != null && row.variadicOid() == TypeOids.ANY
                    ? function.parameterClasses().size() - 1
                    : -1;
            this.arguments = arguments.toArray(ValueNode[]::new);
        }

        @Override
        @ExplodeLoop
        @Nullable
        Object execute(VirtualFrame frame) {
            @Nullable Object[] values = new Object[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].execute(frame);
            }
            @Nullable Object[] passed = spreadFrom < 0 ? values : gathered(values, spreadFrom);
            return function.call(StatementNode.invocation(frame).context, site, passed);
        }

        private static @Nullable Object[] gathered(@Nullable Object[] values, int from) {
            @Nullable Object[] passed = Arrays.copyOf(values, from + 1);
            passed[from] = Arrays.copyOfRange(values, from, Math.max(from, values.length));
            return passed;
        }
    }

    /// A routine of the user's.
    static final class Routine extends ValueNode {
        private final int oid;
        private final CallSite site;

        @Children
        private final ValueNode[] arguments;

        Routine(int oid, CallSite site, List<ValueNode> arguments) {
            this.oid = oid;
            this.site = site;
            this.arguments = arguments.toArray(ValueNode[]::new);
        }

        @Override
        @Nullable
        Object execute(VirtualFrame frame) {
            @Nullable Object[] values = new Object[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].execute(frame);
            }
            Invocation invocation = StatementNode.invocation(frame);
            invocation.context.routines().mayCall(oid, invocation.context);
            return invocation.context.routines().call(oid, invocation.context, site, values);
        }
    }

    static final class Logic extends ValueNode {
        private final BoolExpr.Kind kind;

        @Children
        private final ValueNode[] arguments;

        Logic(BoolExpr.Kind kind, List<ValueNode> arguments) {
            this.kind = kind;
            this.arguments = arguments.toArray(ValueNode[]::new);
        }

        @Override
        @ExplodeLoop
        @Nullable
        Object execute(VirtualFrame frame) {
            if (kind == BoolExpr.Kind.NOT) {
                Object value = arguments[0].execute(frame);
                return value == null ? null : !(Boolean) value;
            }
            // the value that decides: false for AND, true for OR
            Boolean decides = kind == BoolExpr.Kind.OR;
            boolean unknown = false;
            for (ValueNode argument : arguments) {
                Object value = argument.execute(frame);
                if (decides.equals(value)) {
                    return decides;
                }
                unknown |= value == null;
            }
            return unknown ? null : !decides;
        }
    }

    static final class IsNull extends ValueNode {
        private final boolean wanted;

        @Child
        private ValueNode argument;

        IsNull(boolean wanted, ValueNode argument) {
            this.wanted = wanted;
            this.argument = argument;
        }

        @Override
        Object execute(VirtualFrame frame) {
            return (argument.execute(frame) == null) == wanted;
        }
    }

    static final class Is extends ValueNode {
        private final BooleanTest.Kind kind;

        @Child
        private ValueNode argument;

        Is(BooleanTest.Kind kind, ValueNode argument) {
            this.kind = kind;
            this.argument = argument;
        }

        @Override
        Object execute(VirtualFrame frame) {
            Object value = argument.execute(frame);
            return switch (kind) {
                case IS_TRUE -> Boolean.TRUE.equals(value);
                case IS_NOT_TRUE -> !Boolean.TRUE.equals(value);
                case IS_FALSE -> Boolean.FALSE.equals(value);
                case IS_NOT_FALSE -> !Boolean.FALSE.equals(value);
                case IS_UNKNOWN -> value == null;
                case IS_NOT_UNKNOWN -> value != null;
            };
        }
    }

    static final class Coalesce extends ValueNode {
        @Children
        private final ValueNode[] arguments;

        Coalesce(List<ValueNode> arguments) {
            this.arguments = arguments.toArray(ValueNode[]::new);
        }

        @Override
        @ExplodeLoop
        @Nullable
        Object execute(VirtualFrame frame) {
            for (ValueNode argument : arguments) {
                Object value = argument.execute(frame);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }
    }

    /// A cast through the text forms.
    static final class ThroughText extends ValueNode {
        private final SqlType from;
        private final SqlType to;

        @Child
        private ValueNode argument;

        ThroughText(SqlType from, SqlType to, ValueNode argument) {
            this.from = from;
            this.to = to;
            this.argument = argument;
        }

        @Override
        @Nullable
        Object execute(VirtualFrame frame) {
            Object value = argument.execute(frame);
            if (value == null) {
                return null;
            }
            Invocation invocation = StatementNode.invocation(frame);
            String text = Codecs.forType(from.oid(), invocation.view()).encodeText(value, invocation.context);
            return Codecs.forType(to.oid(), invocation.view()).input(text, -1, invocation.context);
        }
    }

    /// ROW(...).
    static final class Record extends ValueNode {
        private final int typeOid;
        private final int[] fieldOids;

        @Children
        private final ValueNode[] fields;

        Record(int typeOid, int[] fieldOids, List<ValueNode> fields) {
            this.typeOid = typeOid;
            this.fieldOids = fieldOids;
            this.fields = fields.toArray(ValueNode[]::new);
        }

        @Override
        @ExplodeLoop
        Object execute(VirtualFrame frame) {
            @Nullable Object[] values = new Object[fields.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = fields[i].execute(frame);
            }
            return new PgRecord(typeOid, fieldOids, values);
        }
    }
}
