package org.pgherd.executor.expression;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pgherd.analyzer.query.BooleanTest;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.FunctionRegistry;
import org.pgherd.semantics.function.ScalarFunction;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.value.PgArray;

/// Writes the bytecode that computes one row. Every value goes to locals of its own: the stack is empty at each branch,
/// and
/// the JIT compiler removes what is superfluous. Evaluation is in PostgreSQL's order: all arguments of a call, then the
/// check for NULLs (execExprInterp.c:EEOP_FUNCEXPR_STRICT).
final class RowWriter {
    /// Where a value is. `isNull` is the local of the mark, -1 if it is never NULL; of objects null itself is NULL.
    record Local(Carrier carrier, int value, int isNull) {
        boolean primitive() {
            return carrier != Carrier.REF;
        }
    }

    /// Where the columns of the current row come from.
    interface Columns {
        Local load(RowCode.Column column);
    }

    private static final ClassDesc FRAME = desc(RowFrame.class);
    private static final ClassDesc CONTEXT = desc(EvaluationContext.class);
    private static final ClassDesc FUNCTIONS = desc(FunctionContext.class);
    private static final ClassDesc SITE = desc(CallSite.class);
    private static final ClassDesc EVALUATOR = desc(Evaluator.class);
    private static final ClassDesc ARRAY = desc(PgArray.class);
    private static final ClassDesc KERNEL = desc(Kernel.class);
    private static final int THIS = 0;
    static final int FRAME_LOCAL = 1;

    private final CodeBuilder code;
    private final ClassDesc self;
    private final Columns columns;
    /// The local of the session's FunctionContext.
    private final int functions;
    private final Map<Integer, Local> bound = new HashMap<>();

    /// Writes what is done once, before the first row.
    RowWriter(CodeBuilder code, ClassDesc self, Columns columns, boolean readsSession) {
        this.code = code;
        this.self = self;
        this.columns = columns;
        this.functions = code.allocateLocal(TypeKind.REFERENCE);
        if (readsSession) {
            frameContext();
            code.invokeinterface(CONTEXT, "functions", MethodTypeDesc.of(FUNCTIONS))
                    .astore(functions);
        }
    }

    static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    static String field(int slot) {
        return "s" + slot;
    }

    private void frameContext() {
        code.aload(FRAME_LOCAL).getfield(FRAME, "context", CONTEXT);
    }

    Local write(RowCode node) {
        return switch (node) {
            case RowCode.Column c -> columns.load(c);
            case RowCode.Constant c -> constant(c);
            case RowCode.Null n -> nullOf(n.carrier());
            case RowCode.Parameter p -> parameter(p);
            case RowCode.Tree t -> tree(t);
            case RowCode.Call c -> call(c.oid(), c.site(), arguments(c), c.carrier());
            case RowCode.Recast r -> recast(write(r.arg()), r.carrier());
            case RowCode.Connective c -> connective(c);
            case RowCode.Quals q -> quals(q);
            case RowCode.Not n -> not(write(n.arg()));
            case RowCode.Test t -> test(t.kind(), write(t.arg()));
            case RowCode.IsNull n -> isNull(n.wanted(), write(n.arg()));
            case RowCode.Choice c -> choice(c);
            case RowCode.Bind b -> {
                bound.put(b.number(), write(b.value()));
                yield write(b.body());
            }
            case RowCode.Bound b -> Objects.requireNonNull(bound.get(b.number()));
            case RowCode.Coalesce c -> coalesce(c);
            case RowCode.NullIf n -> nullIf(n);
            case RowCode.Distinct d -> distinct(d);
            case RowCode.Quantified q -> quantified(q);
            case RowCode.Extreme e -> extreme(e);
        };
    }

    private List<Local> arguments(RowCode.Call call) {
        if (ArgumentOrder.secondFirst(call.oid())) {
            Local second = write(call.args().get(1));
            return List.of(write(call.args().get(0)), second);
        }
        List<Local> locals = new ArrayList<>(call.args().size());
        for (RowCode node : call.args()) {
            locals.add(write(node));
        }
        return locals;
    }

    // Locals

    private Local fresh(Carrier carrier, boolean nullable) {
        int value = code.allocateLocal(CarrierForm.of(carrier).kind());
        int mark = nullable && carrier != Carrier.REF ? code.allocateLocal(TypeKind.INT) : -1;
        return new Local(carrier, value, mark);
    }

    void load(Local local) {
        code.loadLocal(CarrierForm.of(local.carrier).kind(), local.value);
    }

    /// Stores what is on the stack, which is not NULL.
    private void store(Local local) {
        code.storeLocal(CarrierForm.of(local.carrier).kind(), local.value);
        mark(local, false);
    }

    private void storeNull(Local local) {
        CarrierForm form = CarrierForm.of(local.carrier);
        form.zero(code);
        code.storeLocal(form.kind(), local.value);
        mark(local, true);
    }

    private void storeBoolean(Local local, boolean value) {
        code.loadConstant(value ? 1 : 0);
        store(local);
    }

    private void mark(Local local, boolean isNull) {
        if (local.isNull >= 0) {
            code.loadConstant(isNull ? 1 : 0);
            code.istore(local.isNull);
        }
    }

    private void copy(Local from, Local to) {
        load(from);
        code.storeLocal(CarrierForm.of(to.carrier).kind(), to.value);
        if (to.isNull >= 0) {
            if (from.isNull >= 0) {
                code.iload(from.isNull);
            } else {
                code.iconst_0();
            }
            code.istore(to.isNull);
        }
    }

    static boolean nullable(Local local) {
        return !local.primitive() || local.isNull >= 0;
    }

    void jumpIfNull(Local local, Label target) {
        if (!local.primitive()) {
            code.aload(local.value).ifnull(target);
        } else if (local.isNull >= 0) {
            code.iload(local.isNull).ifne(target);
        }
    }

    /// A boolean: jumps if it is false or NULL.
    void jumpIfNotTrue(Local local, Label target) {
        jumpIfNull(local, target);
        load(local);
        code.ifeq(target);
    }

    private static boolean anyNullable(List<Local> locals) {
        for (Local local : locals) {
            if (nullable(local)) {
                return true;
            }
        }
        return false;
    }

    // Leaves

    private Local constant(RowCode.Constant c) {
        Local local = fresh(c.carrier(), false);
        code.aload(THIS)
                .getfield(self, field(c.slot()), CarrierForm.of(c.carrier()).type());
        store(local);
        return local;
    }

    private Local nullOf(Carrier carrier) {
        Local local = fresh(carrier, true);
        storeNull(local);
        return local;
    }

    private Local parameter(RowCode.Parameter p) {
        frameContext();
        code.loadConstant(p.number());
        code.invokeinterface(
                CONTEXT,
                p.exec() ? "execParam" : "externParam",
                MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_int));
        return fromObject(p.carrier());
    }

    private Local tree(RowCode.Tree t) {
        code.aload(THIS).getfield(self, field(t.slot()), EVALUATOR);
        code.aload(FRAME_LOCAL);
        code.invokeinterface(EVALUATOR, "evaluate", MethodTypeDesc.of(ConstantDescs.CD_Object, FRAME));
        return fromObject(t.carrier());
    }

    /// The nullable object on the stack as a value.
    private Local fromObject(Carrier carrier) {
        Local object = fresh(Carrier.REF, true);
        code.astore(object.value);
        return recast(object, carrier);
    }

    private Local recast(Local from, Carrier carrier) {
        if (from.carrier == carrier) {
            return from;
        }
        if (from.primitive() && carrier != Carrier.REF) {
            throw new AssertionError("no cast from " + from.carrier + " to " + carrier);
        }
        Local to = fresh(carrier, nullable(from));
        Label isNull = code.newLabel();
        Label done = code.newLabel();
        jumpIfNull(from, isNull);
        load(from);
        if (from.primitive()) {
            CarrierForm.of(from.carrier).box(code);
            code.checkcast(ConstantDescs.CD_Object);
        } else {
            CarrierForm.of(carrier).unbox(code);
        }
        store(to);
        orNull(to, nullable(from), isNull, done);
        return to;
    }

    /// Ends a computation that jumps to `isNull` where its result is NULL.
    private void orNull(Local result, boolean possible, Label isNull, Label done) {
        if (possible) {
            code.goto_(done);
            code.labelBinding(isNull);
            storeNull(result);
        } else {
            code.labelBinding(isNull);
        }
        code.labelBinding(done);
    }

    // Calls

    private Local call(int oid, int site, List<Local> args, Carrier carrier) {
        ScalarFunction function =
                Objects.requireNonNull(FunctionRegistry.instance().function(oid));
        boolean mayBeNull = function.strict() && anyNullable(args)
                || !function.returnClass().isPrimitive();
        Local result = fresh(carrier, mayBeNull);
        Label isNull = code.newLabel();
        Label done = code.newLabel();
        boolean nullArguments = false;
        if (function.strict()) {
            for (Local arg : args) {
                jumpIfNull(arg, isNull);
                nullArguments |= nullable(arg);
            }
        }
        invoke(function, site, args);
        Class<?> returned = function.returnClass();
        if (returned.isPrimitive()) {
            if (carrier == Carrier.REF) {
                CarrierForm.of(CarrierForm.carrier(returned)).box(code);
                code.checkcast(ConstantDescs.CD_Object);
            }
            store(result);
        } else if (carrier == Carrier.REF) {
            code.checkcast(ConstantDescs.CD_Object).astore(result.value);
        } else {
            Local object = fresh(Carrier.REF, true);
            code.checkcast(ConstantDescs.CD_Object).astore(object.value);
            code.aload(object.value).ifnull(isNull);
            code.aload(object.value);
            CarrierForm.of(carrier).unbox(code);
            store(result);
            nullArguments = true;
        }
        orNull(result, nullArguments, isNull, done);
        return result;
    }

    private void invoke(ScalarFunction function, int site, List<Local> args) {
        if (function.takesContext()) {
            code.aload(functions);
        }
        if (function.takesCallSite()) {
            code.aload(THIS).getfield(self, field(site), SITE);
        }
        for (int i = 0; i < args.size(); i++) {
            argument(args.get(i), function.parameterClasses().get(i));
        }
        code.invokestatic(
                desc(function.method().getDeclaringClass()),
                function.method().getName(),
                MethodTypeDesc.of(
                        desc(function.method().getReturnType()),
                        List.of(function.method().getParameterTypes()).stream()
                                .map(RowWriter::desc)
                                .toList()));
    }

    private void argument(Local arg, Class<?> parameter) {
        if (parameter.isPrimitive()) {
            load(arg);
            if (!arg.primitive()) {
                CarrierForm.of(CarrierForm.carrier(parameter)).unbox(code);
            }
            return;
        }
        if (!arg.primitive()) {
            code.aload(arg.value);
        } else if (nullable(arg)) {
            code.aload(recast(arg, Carrier.REF).value);
        } else {
            load(arg);
            CarrierForm.of(arg.carrier).box(code);
        }
        if (parameter != Object.class) {
            code.checkcast(desc(parameter));
        }
    }

    // Logic

    private Local connective(RowCode.Connective c) {
        Local result = fresh(Carrier.BOOLEAN, true);
        code.iconst_0().istore(result.isNull);
        Label decided = code.newLabel();
        Label done = code.newLabel();
        for (RowCode node : c.args()) {
            Local arg = write(node);
            Label next = code.newLabel();
            Label argIsNull = code.newLabel();
            jumpIfNull(arg, argIsNull);
            load(arg);
            if (c.and()) {
                code.ifeq(decided);
            } else {
                code.ifne(decided);
            }
            if (nullable(arg)) {
                code.goto_(next);
                code.labelBinding(argIsNull);
                code.iconst_1().istore(result.isNull);
            } else {
                code.labelBinding(argIsNull);
            }
            code.labelBinding(next);
        }
        code.loadConstant(c.and() ? 1 : 0).istore(result.value);
        code.goto_(done);
        code.labelBinding(decided);
        code.loadConstant(c.and() ? 0 : 1).istore(result.value);
        code.iconst_0().istore(result.isNull);
        code.labelBinding(done);
        return result;
    }

    private Local quals(RowCode.Quals q) {
        Local result = fresh(Carrier.BOOLEAN, false);
        Label fails = code.newLabel();
        Label done = code.newLabel();
        for (RowCode node : q.args()) {
            jumpIfNotTrue(write(node), fails);
        }
        storeBoolean(result, true);
        code.goto_(done);
        code.labelBinding(fails);
        storeBoolean(result, false);
        code.labelBinding(done);
        return result;
    }

    private Local not(Local arg) {
        Local result = fresh(Carrier.BOOLEAN, nullable(arg));
        load(arg);
        code.iconst_1().ixor().istore(result.value);
        if (result.isNull >= 0) {
            code.iload(arg.isNull).istore(result.isNull);
        }
        return result;
    }

    private Local test(BooleanTest.Kind kind, Local arg) {
        Local result = fresh(Carrier.BOOLEAN, false);
        Label isNull = code.newLabel();
        Label done = code.newLabel();
        jumpIfNull(arg, isNull);
        switch (kind) {
            case IS_TRUE, IS_NOT_FALSE -> load(arg);
            case IS_FALSE, IS_NOT_TRUE -> {
                load(arg);
                code.iconst_1().ixor();
            }
            case IS_UNKNOWN -> code.iconst_0();
            case IS_NOT_UNKNOWN -> code.iconst_1();
        }
        code.istore(result.value);
        code.goto_(done);
        code.labelBinding(isNull);
        storeBoolean(
                result,
                switch (kind) {
                    case IS_TRUE, IS_FALSE, IS_NOT_UNKNOWN -> false;
                    case IS_NOT_TRUE, IS_NOT_FALSE, IS_UNKNOWN -> true;
                });
        code.labelBinding(done);
        return result;
    }

    private Local isNull(boolean wanted, Local arg) {
        Local result = fresh(Carrier.BOOLEAN, false);
        Label isNull = code.newLabel();
        Label done = code.newLabel();
        jumpIfNull(arg, isNull);
        storeBoolean(result, !wanted);
        code.goto_(done);
        code.labelBinding(isNull);
        storeBoolean(result, wanted);
        code.labelBinding(done);
        return result;
    }

    private Local choice(RowCode.Choice c) {
        Local result = fresh(c.carrier(), true);
        Label done = code.newLabel();
        for (int i = 0; i < c.conditions().size(); i++) {
            Label next = code.newLabel();
            jumpIfNotTrue(write(c.conditions().get(i)), next);
            copy(write(c.results().get(i)), result);
            code.goto_(done);
            code.labelBinding(next);
        }
        copy(write(c.orElse()), result);
        code.labelBinding(done);
        return result;
    }

    private Local coalesce(RowCode.Coalesce c) {
        Local result = fresh(c.carrier(), true);
        Label done = code.newLabel();
        for (RowCode node : c.args()) {
            Local arg = write(node);
            Label next = code.newLabel();
            jumpIfNull(arg, next);
            load(arg);
            store(result);
            code.goto_(done);
            code.labelBinding(next);
        }
        storeNull(result);
        code.labelBinding(done);
        return result;
    }

    private Local boundLocal(int number) {
        return Objects.requireNonNull(bound.get(number));
    }

    private Local nullIf(RowCode.NullIf n) {
        Local left = boundLocal(n.left());
        Local result = fresh(n.carrier(), true);
        Label keep = code.newLabel();
        Label done = code.newLabel();
        jumpIfNull(left, keep);
        jumpIfNull(boundLocal(n.right()), keep);
        jumpIfNotTrue(write(n.equal()), keep);
        storeNull(result);
        code.goto_(done);
        code.labelBinding(keep);
        copy(left, result);
        code.labelBinding(done);
        return result;
    }

    private Local distinct(RowCode.Distinct d) {
        Local left = boundLocal(d.left());
        Local right = boundLocal(d.right());
        Local result = fresh(Carrier.BOOLEAN, false);
        Label leftNull = code.newLabel();
        Label differ = code.newLabel();
        Label same = code.newLabel();
        Label done = code.newLabel();
        jumpIfNull(left, leftNull);
        jumpIfNull(right, differ);
        jumpIfNotTrue(write(d.equal()), differ);
        code.goto_(same);
        code.labelBinding(leftNull);
        jumpIfNull(right, same);
        code.labelBinding(differ);
        storeBoolean(result, true);
        code.goto_(done);
        code.labelBinding(same);
        storeBoolean(result, false);
        code.labelBinding(done);
        return result;
    }

    // Lists

    /// Transplants execExprInterp.c:ExecEvalScalarArrayOp, of strict functions.
    private Local quantified(RowCode.Quantified q) {
        Local scalar = write(q.scalar());
        Local list = write(q.list());
        Local result = fresh(Carrier.BOOLEAN, true);
        int elements = code.allocateLocal(TypeKind.REFERENCE);
        int at = code.allocateLocal(TypeKind.INT);
        int sawNull = code.allocateLocal(TypeKind.INT);
        Label isNull = code.newLabel();
        Label decided = code.newLabel();
        Label exhausted = code.newLabel();
        Label next = code.newLabel();
        Label elementNull = code.newLabel();
        Label loop = code.newLabel();
        Label done = code.newLabel();
        jumpIfNull(list, isNull);
        code.iconst_0().istore(sawNull);
        code.iconst_0().istore(at);
        code.aload(list.value).checkcast(ARRAY);
        code.invokevirtual(ARRAY, "elements", MethodTypeDesc.of(ConstantDescs.CD_Object.arrayType()));
        code.astore(elements);
        code.aload(elements).arraylength().ifeq(exhausted);
        jumpIfNull(scalar, isNull);
        code.labelBinding(loop);
        code.iload(at).aload(elements).arraylength().if_icmpge(exhausted);
        Local element = fresh(Carrier.REF, true);
        code.aload(elements).iload(at).aaload().astore(element.value);
        jumpIfNull(element, elementNull);
        Local matches = call(q.oid(), q.site(), List.of(scalar, element), Carrier.BOOLEAN);
        jumpIfNull(matches, elementNull);
        load(matches);
        if (q.any()) {
            code.ifne(decided);
        } else {
            code.ifeq(decided);
        }
        code.goto_(next);
        code.labelBinding(elementNull);
        code.iconst_1().istore(sawNull);
        code.labelBinding(next);
        code.iinc(at, 1);
        code.goto_(loop);
        code.labelBinding(exhausted);
        code.iload(sawNull).ifne(isNull);
        storeBoolean(result, !q.any());
        code.goto_(done);
        code.labelBinding(decided);
        storeBoolean(result, q.any());
        code.goto_(done);
        code.labelBinding(isNull);
        storeNull(result);
        code.labelBinding(done);
        return result;
    }

    private Local extreme(RowCode.Extreme e) {
        Local best = fresh(e.carrier(), true);
        storeNull(best);
        for (RowCode node : e.args()) {
            Local arg = write(node);
            Label take = code.newLabel();
            Label next = code.newLabel();
            jumpIfNull(arg, next);
            jumpIfNull(best, take);
            loadWide(arg);
            boolean floating = loadWide(best);
            ClassDesc wide = floating ? ConstantDescs.CD_double : ConstantDescs.CD_long;
            code.invokestatic(KERNEL, "order", MethodTypeDesc.of(ConstantDescs.CD_int, wide, wide));
            if (e.greatest()) {
                code.ifle(next);
            } else {
                code.ifge(next);
            }
            code.labelBinding(take);
            load(arg);
            store(best);
            code.labelBinding(next);
        }
        return best;
    }

    /// As a long, or as a double: then true.
    private boolean loadWide(Local local) {
        load(local);
        switch (local.carrier) {
            case INT -> code.i2l();
            case FLOAT -> code.f2d();
            default -> {}
        }
        return local.carrier == Carrier.FLOAT || local.carrier == Carrier.DOUBLE;
    }
}
