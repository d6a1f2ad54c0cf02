package org.pgherd.executor.spill;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.shard.ValueCodecs;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.BooleanVector;
import org.pgherd.semantics.vector.DoubleVector;
import org.pgherd.semantics.vector.FloatVector;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.Vector;

/// Batches as bytes, for this process alone: arrays of primitives as they lie, objects by [ValueForm].
public final class BatchForm {
    private static final byte BOOLEAN = 0;
    private static final byte INT = 1;
    private static final byte LONG = 2;
    private static final byte FLOAT = 3;
    private static final byte DOUBLE = 4;
    private static final byte REF = 5;

    private final SqlType[] types;
    private final ValueForm values;
    private ByteBuffer target = buffer(1 << 14);

    /// @param types of the columns
    public BatchForm(SqlType[] types, ValueCodecs codecs) {
        this.types = types.clone();
        this.values = new ValueForm(codecs);
    }

    static ByteBuffer buffer(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.nativeOrder());
    }

    /// The result is good until the next call.
    ByteBuffer encode(Batch batch) {
        target.clear();
        int rows = batch.rowCount();
        room(8 + batch.columnCount()).putInt(rows).putInt(batch.columnCount());
        for (int i = 0; i < batch.columnCount(); i++) {
            column(batch.column(i), rows, i < types.length ? types[i].oid() : 0);
        }
        return target.flip();
    }

    private ByteBuffer room(int bytes) {
        target = ValueForm.room(target, bytes);
        return target;
    }

    private void column(Vector column, int rows, int typeOid) {
        ByteBuffer out = room(2 + rows * 9);
        if (column instanceof RefVector refs) {
            out.put(REF);
            for (int row = 0; row < rows; row++) {
                target = values.write(target, refs.get(row), typeOid);
            }
            return;
        }
        int kindAt = out.position();
        out.put(REF).put((byte) (column.nulls() == null ? 0 : 1));
        nulls(out, column.nulls(), rows);
        switch (column) {
            case BooleanVector v -> {
                out.put(kindAt, BOOLEAN);
                nulls(out, v.values(), rows);
            }
            case IntVector v -> {
                out.put(kindAt, INT);
                out.asIntBuffer().put(v.values(), 0, rows);
                out.position(out.position() + rows * 4);
            }
            case LongVector v -> {
                out.put(kindAt, LONG);
                out.asLongBuffer().put(v.values(), 0, rows);
                out.position(out.position() + rows * 8);
            }
            case FloatVector v -> {
                out.put(kindAt, FLOAT);
                out.asFloatBuffer().put(v.values(), 0, rows);
                out.position(out.position() + rows * 4);
            }
            case DoubleVector v -> {
                out.put(kindAt, DOUBLE);
                out.asDoubleBuffer().put(v.values(), 0, rows);
                out.position(out.position() + rows * 8);
            }
            case RefVector _ -> throw new AssertionError("written above");
        }
    }

    private static void nulls(ByteBuffer out, boolean @Nullable [] marks, int rows) {
        if (marks != null) {
            for (int row = 0; row < rows; row++) {
                out.put((byte) (marks[row] ? 1 : 0));
            }
        }
    }

    Batch decode(ByteBuffer in) {
        int rows = in.getInt();
        Vector[] columns = new Vector[in.getInt()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column(in, rows);
        }
        return new Batch(rows, columns);
    }

    private Vector column(ByteBuffer in, int rows) {
        byte kind = in.get();
        if (kind == REF) {
            @Nullable Object[] read = new Object[rows];
            for (int row = 0; row < rows; row++) {
                read[row] = values.read(in);
            }
            return RefVector.of(read);
        }
        boolean[] nulls = in.get() == 0 ? null : marks(in, rows);
        switch (kind) {
            case BOOLEAN -> {
                return new BooleanVector(rows, marks(in, rows), nulls);
            }
            case INT -> {
                int[] read = new int[rows];
                in.asIntBuffer().get(read);
                in.position(in.position() + rows * 4);
                return new IntVector(rows, read, nulls);
            }
            case LONG -> {
                long[] read = new long[rows];
                in.asLongBuffer().get(read);
                in.position(in.position() + rows * 8);
                return new LongVector(rows, read, nulls);
            }
            case FLOAT -> {
                float[] read = new float[rows];
                in.asFloatBuffer().get(read);
                in.position(in.position() + rows * 4);
                return new FloatVector(rows, read, nulls);
            }
            case DOUBLE -> {
                double[] read = new double[rows];
                in.asDoubleBuffer().get(read);
                in.position(in.position() + rows * 8);
                return new DoubleVector(rows, read, nulls);
            }
            default -> throw new AssertionError("kind of column " + kind);
        }
    }

    private static boolean[] marks(ByteBuffer in, int rows) {
        boolean[] marks = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            marks[row] = in.get() != 0;
        }
        return marks;
    }
}
