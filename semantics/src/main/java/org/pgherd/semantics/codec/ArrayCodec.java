package org.pgherd.semantics.codec;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.PgArray;

/// Arrays of any element type (arrayfuncs.c: array_in, array_out, array_recv, array_send).
final class ArrayCodec extends RefCodec {
    private static final int MAX_DIMENSIONS = 6;

    private final TypeCodec element;
    private final char delimiter;

    ArrayCodec(int typeOid, TypeCodec element, char delimiter) {
        super(typeOid);
        this.element = element;
        this.delimiter = delimiter;
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return new ArrayText(
                        text,
                        delimiter,
                        element,
                        token -> token == null ? null : element.decodeText(token, typmod, context))
                .parse();
    }

    @Override
    public Object input(String text, int typmod, FunctionContext context) {
        return new ArrayText(text, delimiter, element, token -> element.inputPart(token, typmod, context)).parse();
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return ArrayText.format((PgArray) value, delimiter, element, context);
    }

    @Override
    public boolean hasBinary() {
        return element.hasBinary();
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        if (length < 12) {
            throw badBinary();
        }
        int ndim = BigEndian.getInt(bytes, offset);
        if (ndim < 0) {
            throw new SqlException(SqlState.INVALID_BINARY_REPRESENTATION, "invalid number of dimensions: " + ndim);
        }
        if (ndim > MAX_DIMENSIONS) {
            throw new SqlException(
                    SqlState.PROGRAM_LIMIT_EXCEEDED,
                    "number of array dimensions (" + ndim + ") exceeds the maximum allowed (" + MAX_DIMENSIONS + ")");
        }
        // the element type's oid is the sender's, which of a user's type may be another than ours
        int elementOid = element.typeOid();
        if (ndim == 0) {
            return PgArray.empty(elementOid);
        }
        if (length < 12 + 8 * ndim) {
            throw badBinary();
        }
        int[] dims = new int[ndim];
        int[] lower = new int[ndim];
        int at = offset + 12;
        int count = 1;
        for (int i = 0; i < ndim; i++) {
            dims[i] = BigEndian.getInt(bytes, at);
            lower[i] = BigEndian.getInt(bytes, at + 4);
            at += 8;
            long product = (long) count * dims[i];
            // each element has at least a length word
            if (dims[i] < 0 || product > length / 4) {
                throw badBinary();
            }
            count = (int) product;
        }
        @Nullable Object[] elements = new Object[count];
        for (int i = 0; i < count; i++) {
            if (at + 4 > offset + length) {
                throw badBinary();
            }
            int size = BigEndian.getInt(bytes, at);
            at += 4;
            if (size >= 0) {
                if (size > offset + length - at) {
                    throw badBinary();
                }
                elements[i] = element.decodeBinary(bytes, at, size);
                at += size;
            }
        }
        if (at != offset + length) {
            throw badBinary();
        }
        return count == 0 ? PgArray.empty(elementOid) : new PgArray(elementOid, dims, lower, elements);
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        PgArray array = (PgArray) value;
        out.putInt(array.ndims());
        out.putInt(array.hasNulls() ? 1 : 0);
        out.putInt(array.elementOid());
        for (int i = 0; i < array.ndims(); i++) {
            out.putInt(array.dims()[i]);
            out.putInt(array.lowerBounds()[i]);
        }
        for (Object item : array.elements()) {
            if (item == null) {
                out.putInt(-1);
            } else {
                int at = out.length();
                out.putInt(0);
                element.encodeBinary(item, out);
                out.setInt(at, out.length() - at - 4);
            }
        }
    }
}
