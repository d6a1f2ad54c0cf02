package org.pgherd.semantics.codec;

import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.vector.Vector;
import org.pgherd.semantics.vector.VectorBuilder;

/// Text and binary form of one type: the roles of its input, output, receive and send functions. NULLs never get
/// here. Boxed forms are for single values; the vector forms of hot types go without boxes.
public abstract class TypeCodec {
    private final int typeOid;
    private final Carrier carrier;

    protected TypeCodec(int typeOid, Carrier carrier) {
        this.typeOid = typeOid;
        this.carrier = carrier;
    }

    public final int typeOid() {
        return typeOid;
    }

    public final Carrier carrier() {
        return carrier;
    }

    /// Input function for a user's text: as [#decodeText], and domains within the value check their constraints.
    public Object input(String text, int typmod, FunctionContext context) {
        return decodeText(text, typmod, context);
    }

    /// The same for a part of a larger value, null for a NULL there, which a domain may not allow.
    @Nullable
    Object inputPart(@Nullable String text, int typmod, FunctionContext context) {
        return text == null ? null : input(text, typmod, context);
    }

    /// Input function: text as a user writes it, with the type modifier (-1 for none); boxed.
    public abstract Object decodeText(String text, int typmod, FunctionContext context);

    /// Input of a value that came from a shard in text form.
    public void decodeText(byte[] bytes, int offset, int length, FunctionContext context, VectorBuilder out) {
        out.appendBoxed(decodeText(Text.of(bytes, offset, length).toString(), -1, context));
    }

    /// Output function.
    public abstract String encodeText(Object value, FunctionContext context);

    /// Output function over a vector's value that is not NULL.
    public void encodeText(Vector vector, int row, FunctionContext context, ByteSink out) {
        out.putString(encodeText(required(vector, row), context));
    }

    /// Whether the binary methods work. If not, ask for text.
    public boolean hasBinary() {
        return true;
    }

    /// Receive function; boxed.
    public abstract Object decodeBinary(byte[] bytes, int offset, int length);

    /// The bytes may be kept, they must not change.
    public void decodeBinary(byte[] bytes, int offset, int length, VectorBuilder out) {
        out.appendBoxed(decodeBinary(bytes, offset, length));
    }

    /// Send function: just the value's bytes, without the length word.
    public abstract void encodeBinary(Object value, ByteSink out);

    /// Send function over a vector's value that is not NULL.
    public void encodeBinary(Vector vector, int row, ByteSink out) {
        encodeBinary(required(vector, row), out);
    }

    private static Object required(Vector vector, int row) {
        Object value = vector.boxed(row);
        if (value == null) {
            throw new AssertionError("NULL given to a codec");
        }
        return value;
    }

    protected static SqlException invalidSyntax(String typeName, String text) {
        return new SqlException(
                SqlState.INVALID_TEXT_REPRESENTATION,
                "invalid input syntax for type " + typeName + ": \"" + text + "\"");
    }

    protected static SqlException badBinary() {
        return new SqlException(SqlState.INVALID_BINARY_REPRESENTATION, "incorrect binary data format");
    }

    static void requireLength(int length, int expected) {
        if (length != expected) {
            throw badBinary();
        }
    }

    /// For codecs that have no binary form.
    protected static AssertionError noBinary(@Nullable Object type) {
        return new AssertionError("no binary form: " + type);
    }
}
