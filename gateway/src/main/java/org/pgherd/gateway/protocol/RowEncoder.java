package org.pgherd.gateway.protocol;

import java.util.List;
import java.util.Objects;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.Session;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.vector.Batch;
import org.pgherd.semantics.vector.RefVector;
import org.pgherd.semantics.vector.Vector;

/// Turns batches into DataRow messages in the formats that the client asked for (printtup.c).
final class RowEncoder {
    private final FunctionContext context;
    private final List<ResultColumn> columns;
    private final TypeCodec[] codecs;
    private final boolean[] binary;

    /// @param formats as in Bind: none (all text), one for all, or one per column; 0 text, 1 binary
    RowEncoder(Session session, List<ResultColumn> columns, int[] formats) {
        if (formats.length > 1 && formats.length != columns.size()) {
            throw MessageReader.violation("bind message has " + formats.length + " result formats but query has "
                    + columns.size() + " columns");
        }
        this.context = session.functionContext();
        this.columns = columns;
        this.codecs = new TypeCodec[columns.size()];
        this.binary = new boolean[columns.size()];
        for (int i = 0; i < codecs.length; i++) {
            codecs[i] = session.codec(columns.get(i).type().oid());
            int format = formats.length == 0 ? 0 : formats[formats.length == 1 ? 0 : i];
            if (format != 0 && format != 1) {
                throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "unsupported format code: " + format);
            }
            binary[i] = format == 1;
        }
    }

    /// RowDescription.
    void describe(MessageWriter out) {
        out.begin('T').int16(columns.size());
        for (int i = 0; i < codecs.length; i++) {
            ResultColumn column = columns.get(i);
            out.string(column.name())
                    .int32(column.tableOid())
                    .int16(column.attributeNumber())
                    .int32(column.type().oid())
                    .int16(column.typeLength())
                    .int32(column.type().typmod())
                    .int16(binary[i] ? 1 : 0);
        }
        out.end();
    }

    void rows(MessageWriter out, Batch batch, int from, int to) {
        Vector[] vectors = batch.columns();
        for (int row = from; row < to; row++) {
            out.begin('D').int16(vectors.length);
            for (int i = 0; i < vectors.length; i++) {
                Vector vector = vectors[i];
                if (vector.isNull(row)) {
                    out.nullField();
                    continue;
                }
                out.beginField();
                if (vector instanceof RefVector boxed && codecs[i].carrier() != Carrier.REF) {
                    // a domain's values, whatever it is over
                    boxed(codecs[i], binary[i], Objects.requireNonNull(boxed.get(row)), out);
                } else if (binary[i]) {
                    binary(codecs[i], vector, row, out);
                } else {
                    codecs[i].encodeText(vector, row, context, out.sink());
                }
                out.endField();
            }
            out.end();
        }
    }

    private void boxed(TypeCodec codec, boolean binary, Object value, MessageWriter out) {
        if (binary) {
            codec.encodeBinary(value, out.sink());
        } else {
            out.sink().putString(codec.encodeText(value, context));
        }
    }

    private static void binary(TypeCodec codec, Vector vector, int row, MessageWriter out) {
        if (!codec.hasBinary()) {
            throw new SqlException(
                    SqlState.UNDEFINED_FUNCTION, "no binary output function available for type " + codec.typeOid());
        }
        codec.encodeBinary(vector, row, out.sink());
    }
}
