package org.pgherd.executor.expression;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
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
import java.util.TreeMap;
import java.util.function.Consumer;
import org.pgherd.errors.SqlException;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionRegistry;
import org.pgherd.semantics.function.ScalarFunction;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.Vector;

/// Writes the class of a shape: its slots as final fields, and the one method of its purpose, with the loop over the
/// batch
/// around what [RowWriter] writes.
final class KernelWriter {
    private static final ClassDesc SELF = ClassDesc.of(KernelWriter.class.getPackageName(), "GeneratedKernel");
    private static final ClassDesc KERNEL = RowWriter.desc(Kernel.class);
    private static final ClassDesc FRAME = RowWriter.desc(RowFrame.class);
    private static final ClassDesc BATCH = RowWriter.desc(Batch.class);
    private static final ClassDesc VECTOR = RowWriter.desc(Vector.class);
    private static final ClassDesc SQL_EXCEPTION = RowWriter.desc(SqlException.class);
    private static final ClassDesc MARKS = ConstantDescs.CD_boolean.arrayType();
    private static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();
    private static final int BATCH_LOCAL = 2;
    private static final int SELECTED_LOCAL = 3;

    private final Shape shape;
    private final boolean readsSession;
    private final boolean hasTrees;

    private KernelWriter(Shape shape) {
        this.shape = shape;
        boolean session = false;
        boolean trees = false;
        for (RowCode root : shape.roots()) {
            for (RowCode node : Shape.nodes(root)) {
                trees |= node instanceof RowCode.Tree;
                session |= node instanceof RowCode.Call c && takesContext(c.oid());
                session |= node instanceof RowCode.Quantified q && takesContext(q.oid());
            }
        }
        this.readsSession = session;
        this.hasTrees = trees;
    }

    private static boolean takesContext(int oid) {
        ScalarFunction function = FunctionRegistry.instance().function(oid);
        return function != null && function.takesContext();
    }

    static byte[] write(Shape shape) {
        return new KernelWriter(shape).write();
    }

    private byte[] write() {
        return ClassFile.of().build(SELF, this::members);
    }

    private void members(ClassBuilder builder) {
        builder.withSuperclass(KERNEL).withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
        Map<Integer, ClassDesc> fields = slotTypes();
        fields.forEach((slot, type) ->
                builder.withField(RowWriter.field(slot), type, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL));
        builder.withMethodBody(
                ConstantDescs.INIT_NAME,
                MethodTypeDesc.of(ConstantDescs.CD_void, OBJECTS),
                0,
                code -> constructor(code, fields));
        switch (shape.purpose()) {
            case PROJECT ->
                method(builder, "project", MethodTypeDesc.of(VECTOR.arrayType(), FRAME, BATCH), this::project);
            case SELECT ->
                method(
                        builder,
                        "select",
                        MethodTypeDesc.of(ConstantDescs.CD_int, FRAME, BATCH, ConstantDescs.CD_int.arrayType()),
                        this::select);
            case TEST -> method(builder, "test", MethodTypeDesc.of(ConstantDescs.CD_boolean, FRAME), this::test);
            case VALUE -> method(builder, "value", MethodTypeDesc.of(ConstantDescs.CD_Object, FRAME), this::value);
        }
    }

    private static void method(ClassBuilder builder, String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {
        builder.withMethodBody(name, type, 0, body);
    }

    private Map<Integer, ClassDesc> slotTypes() {
        Map<Integer, ClassDesc> types = new TreeMap<>();
        for (RowCode root : shape.roots()) {
            for (RowCode node : Shape.nodes(root)) {
                switch (node) {
                    case RowCode.Constant c ->
                        types.put(c.slot(), CarrierForm.of(c.carrier()).type());
                    case RowCode.Tree t -> types.put(t.slot(), RowWriter.desc(Evaluator.class));
                    case RowCode.Call c when c.site() >= 0 -> types.put(c.site(), RowWriter.desc(CallSite.class));
                    case RowCode.Quantified q when q.site() >= 0 -> types.put(q.site(), RowWriter.desc(CallSite.class));
                    default -> {}
                }
            }
        }
        return types;
    }

    private static void constructor(CodeBuilder code, Map<Integer, ClassDesc> fields) {
        code.aload(0).invokespecial(KERNEL, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
        fields.forEach((slot, type) -> {
            code.aload(0).aload(1).loadConstant((int) slot).aaload();
            if (type.isPrimitive()) {
                form(type).unbox(code);
            } else {
                code.checkcast(type);
            }
            code.putfield(SELF, RowWriter.field(slot), type);
        });
        code.return_();
    }

    private static CarrierForm form(ClassDesc primitive) {
        for (Carrier carrier : Carrier.values()) {
            if (CarrierForm.of(carrier).type().equals(primitive)) {
                return CarrierForm.of(carrier);
            }
        }
        throw new AssertionError(primitive);
    }

    // Over a batch

    /// The columns of a batch as arrays, in locals from before the loop.
    private final class BatchColumns implements RowWriter.Columns {
        private record Arrays(int values, int marks) {}

        private final CodeBuilder code;
        private final Map<RowCode.Column, Arrays> arrays = new HashMap<>();
        private final int row;

        BatchColumns(CodeBuilder code, int row) {
            this.code = code;
            this.row = row;
            for (RowCode.Column column : shape.columns()) {
                CarrierForm form = CarrierForm.of(column.carrier());
                Arrays locals =
                        new Arrays(code.allocateLocal(TypeKind.REFERENCE), code.allocateLocal(TypeKind.REFERENCE));
                code.aload(BATCH_LOCAL).loadConstant(column.index());
                code.invokevirtual(BATCH, "column", MethodTypeDesc.of(VECTOR, ConstantDescs.CD_int));
                code.checkcast(form.vector()).dup();
                code.invokevirtual(
                        form.vector(), "values", MethodTypeDesc.of(form.type().arrayType()));
                code.astore(locals.values);
                code.invokevirtual(VECTOR, "nulls", MethodTypeDesc.of(MARKS)).astore(locals.marks);
                arrays.put(column, locals);
            }
        }

        @Override
        public RowWriter.Local load(RowCode.Column column) {
            Arrays from = Objects.requireNonNull(arrays.get(column));
            TypeKind kind = CarrierForm.of(column.carrier()).kind();
            int value = code.allocateLocal(kind);
            code.aload(from.values).iload(row).arrayLoad(kind).storeLocal(kind, value);
            if (column.carrier() == Carrier.REF) {
                return new RowWriter.Local(column.carrier(), value, -1);
            }
            int isNull = code.allocateLocal(TypeKind.INT);
            Label none = code.newLabel();
            Label done = code.newLabel();
            code.aload(from.marks).ifnull(none);
            code.aload(from.marks).iload(row).baload().istore(isNull).goto_(done);
            code.labelBinding(none);
            code.iconst_0().istore(isNull);
            code.labelBinding(done);
            return new RowWriter.Local(column.carrier(), value, isNull);
        }
    }

    private void loop(CodeBuilder code, int count, Consumer<RowWriter> perRow, int row) {
        BatchColumns columns = new BatchColumns(code, row);
        RowWriter writer = new RowWriter(code, SELF, columns, readsSession);
        if (hasTrees) {
            code.aload(RowWriter.FRAME_LOCAL).aload(BATCH_LOCAL).putfield(FRAME, "outer", BATCH);
        }
        Label next = code.newLabel();
        Label end = code.newLabel();
        Label failed = code.newLabel();
        Label bodyEnd = code.newLabel();
        code.iconst_0().istore(row);
        code.labelBinding(next);
        code.iload(row).iload(count).if_icmpge(end);
        if (hasTrees) {
            code.aload(RowWriter.FRAME_LOCAL).iload(row).putfield(FRAME, "outerRow", ConstantDescs.CD_int);
        }
        perRow.accept(writer);
        code.iinc(row, 1);
        code.goto_(next);
        code.labelBinding(bodyEnd);
        code.labelBinding(failed);
        int error = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(error);
        code.aload(RowWriter.FRAME_LOCAL).aload(error).putfield(FRAME, "failure", SQL_EXCEPTION);
        code.aload(RowWriter.FRAME_LOCAL).iload(row).putfield(FRAME, "failedRow", ConstantDescs.CD_int);
        code.iload(row).istore(count);
        code.exceptionCatch(next, bodyEnd, failed, SQL_EXCEPTION);
        code.labelBinding(end);
    }

    private static int rowCount(CodeBuilder code) {
        int count = code.allocateLocal(TypeKind.INT);
        code.aload(BATCH_LOCAL).invokevirtual(BATCH, "rowCount", MethodTypeDesc.of(ConstantDescs.CD_int));
        code.istore(count);
        return count;
    }

    private void project(CodeBuilder code) {
        int count = rowCount(code);
        int row = code.allocateLocal(TypeKind.INT);
        List<Output> outputs = new ArrayList<>();
        for (RowCode root : shape.roots()) {
            outputs.add(new Output(code, root.carrier(), count));
        }
        loop(
                code,
                count,
                writer -> {
                    for (int i = 0; i < outputs.size(); i++) {
                        outputs.get(i).put(writer, writer.write(shape.roots().get(i)), row, count);
                    }
                },
                row);
        code.loadConstant(outputs.size()).anewarray(VECTOR);
        for (int i = 0; i < outputs.size(); i++) {
            code.dup().loadConstant(i);
            outputs.get(i).vector(count);
            code.aastore();
        }
        code.areturn();
    }

    /// A column of results: its array, and its marks once there is a NULL.
    private static final class Output {
        private final CodeBuilder code;
        private final CarrierForm form;
        private final int values;
        private final int marks;

        Output(CodeBuilder code, Carrier carrier, int count) {
            this.code = code;
            this.form = CarrierForm.of(carrier);
            this.values = code.allocateLocal(TypeKind.REFERENCE);
            this.marks = code.allocateLocal(TypeKind.REFERENCE);
            code.iload(count);
            if (carrier == Carrier.REF) {
                code.anewarray(ConstantDescs.CD_Object);
            } else {
                code.newarray(form.kind());
            }
            code.astore(values);
            code.aconst_null().astore(marks);
        }

        void put(RowWriter writer, RowWriter.Local local, int row, int count) {
            code.aload(values).iload(row);
            writer.load(local);
            code.arrayStore(form.kind());
            if (!RowWriter.nullable(local)) {
                return;
            }
            Label isNull = code.newLabel();
            Label marked = code.newLabel();
            Label done = code.newLabel();
            writer.jumpIfNull(local, isNull);
            code.goto_(done);
            code.labelBinding(isNull);
            code.aload(marks).ifnonnull(marked);
            code.iload(count).newarray(TypeKind.BOOLEAN).astore(marks);
            code.labelBinding(marked);
            code.aload(marks).iload(row).iconst_1().bastore();
            code.labelBinding(done);
        }

        void vector(int count) {
            code.new_(form.vector()).dup().iload(count).aload(values).aload(marks);
            code.invokespecial(
                    form.vector(),
                    ConstantDescs.INIT_NAME,
                    MethodTypeDesc.of(
                            ConstantDescs.CD_void,
                            ConstantDescs.CD_int,
                            form.type().arrayType(),
                            MARKS));
        }
    }

    private void select(CodeBuilder code) {
        int count = rowCount(code);
        int row = code.allocateLocal(TypeKind.INT);
        int passed = code.allocateLocal(TypeKind.INT);
        code.iconst_0().istore(passed);
        loop(
                code,
                count,
                writer -> {
                    Label next = code.newLabel();
                    writer.jumpIfNotTrue(writer.write(shape.roots().getFirst()), next);
                    code.aload(SELECTED_LOCAL).iload(passed).iload(row).iastore();
                    code.iinc(passed, 1);
                    code.labelBinding(next);
                },
                row);
        code.iload(passed).ireturn();
    }

    // Of one row

    /// The columns of the frame's current rows.
    private static final class FrameColumns implements RowWriter.Columns {
        private final CodeBuilder code;

        FrameColumns(CodeBuilder code) {
            this.code = code;
        }

        @Override
        public RowWriter.Local load(RowCode.Column column) {
            CarrierForm form = CarrierForm.of(column.carrier());
            String side = column.inner() ? "inner" : "outer";
            int vector = code.allocateLocal(TypeKind.REFERENCE);
            code.aload(RowWriter.FRAME_LOCAL).getfield(FRAME, side, BATCH).loadConstant(column.index());
            code.invokevirtual(BATCH, "column", MethodTypeDesc.of(VECTOR, ConstantDescs.CD_int));
            code.checkcast(form.vector()).astore(vector);
            int value = code.allocateLocal(form.kind());
            code.aload(vector);
            row(side);
            code.invokevirtual(form.vector(), "get", MethodTypeDesc.of(form.type(), ConstantDescs.CD_int));
            code.storeLocal(form.kind(), value);
            if (column.carrier() == Carrier.REF) {
                return new RowWriter.Local(column.carrier(), value, -1);
            }
            int isNull = code.allocateLocal(TypeKind.INT);
            code.aload(vector);
            row(side);
            code.invokevirtual(VECTOR, "isNull", MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_int));
            code.istore(isNull);
            return new RowWriter.Local(column.carrier(), value, isNull);
        }

        private void row(String side) {
            code.aload(RowWriter.FRAME_LOCAL).getfield(FRAME, side + "Row", ConstantDescs.CD_int);
        }
    }

    private RowWriter ofOneRow(CodeBuilder code) {
        return new RowWriter(code, SELF, new FrameColumns(code), readsSession);
    }

    private void test(CodeBuilder code) {
        RowWriter writer = ofOneRow(code);
        Label fails = code.newLabel();
        writer.jumpIfNotTrue(writer.write(shape.roots().getFirst()), fails);
        code.iconst_1().ireturn();
        code.labelBinding(fails);
        code.iconst_0().ireturn();
    }

    private void value(CodeBuilder code) {
        RowWriter writer = ofOneRow(code);
        RowWriter.Local local = writer.write(shape.roots().getFirst());
        Label isNull = code.newLabel();
        writer.jumpIfNull(local, isNull);
        writer.load(local);
        CarrierForm.of(local.carrier()).box(code);
        code.areturn();
        code.labelBinding(isNull);
        code.aconst_null().areturn();
    }
}
