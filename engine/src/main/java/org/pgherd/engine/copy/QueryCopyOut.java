package org.pgherd.engine.copy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.engine.ResultColumn;
import org.pgherd.engine.StatementResult;
import org.pgherd.engine.session.SessionState;
import org.pgherd.semantics.codec.ByteSink;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.vector.Batch;

/// COPY (query) TO STDOUT of a query that runs here: its rows in COPY's formats (copyto.c).
public final class QueryCopyOut implements StatementResult.CopyOut {
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private final StatementResult.Rows rows;
    private final CopyFormat format;
    private final FunctionContext functions;
    private final List<TypeCodec> codecs = new ArrayList<>();
    private boolean headerDone;
    private boolean trailerDone;
    private long count;

    public QueryCopyOut(StatementResult.Rows rows, CopyFormat format, FunctionContext functions, SessionState session) {
        this.rows = rows;
        this.format = format;
        this.functions = functions;
        for (ResultColumn column : rows.columns()) {
            codecs.add(Codecs.forType(column.type().oid(), session.view()));
        }
    }

    @Override
    public boolean binary() {
        return format.binary();
    }

    @Override
    public int columnCount() {
        return codecs.size();
    }

    @Override
    public byte @Nullable [] next() {
        if (!headerDone) {
            headerDone = true;
            byte[] header = header();
            if (header.length > 0) {
                return header;
            }
        }
        Batch batch = rows.next();
        if (batch == null) {
            if (format.binary() && !trailerDone) {
                trailerDone = true;
                return new byte[] {-1, -1};
            }
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(batch.rowCount() * 32);
        for (int row = 0; row < batch.rowCount(); row++) {
            if (format.binary()) {
                binaryRow(batch, row, out);
            } else {
                textRow(batch, row, out);
            }
        }
        count += batch.rowCount();
        return out.toByteArray();
    }

    private byte[] header() {
        if (format.binary()) {
            return SIGNATURE.clone();
        }
        if (!format.header()) {
            return new byte[0];
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean first = true;
        for (ResultColumn column : rows.columns()) {
            if (!first) {
                out.write(format.delimiter());
            }
            first = false;
            field(column.name().getBytes(StandardCharsets.UTF_8), out);
        }
        out.write('\n');
        return out.toByteArray();
    }

    private void textRow(Batch batch, int row, ByteArrayOutputStream out) {
        for (int column = 0; column < codecs.size(); column++) {
            if (column > 0) {
                out.write(format.delimiter());
            }
            if (batch.columns()[column].isNull(row)) {
                out.writeBytes(format.nullMark().getBytes(StandardCharsets.UTF_8));
            } else {
                ByteSink sink = new ByteSink();
                codecs.get(column).encodeText(batch.columns()[column], row, functions, sink);
                field(sink.toByteArray(), out);
            }
        }
        out.write('\n');
    }

    private void field(byte[] value, ByteArrayOutputStream out) {
        if (format.kind() == CopyFormat.Kind.CSV) {
            csvField(value, out);
            return;
        }
        for (byte c : value) {
            switch (c) {
                case '\b' -> escaped('b', out);
                case '\f' -> escaped('f', out);
                case '\n' -> escaped('n', out);
                case '\r' -> escaped('r', out);
                case '\t' -> escaped('t', out);
                case 0x0b -> escaped('v', out);
                case '\\' -> escaped('\\', out);
                default -> {
                    if (c == format.delimiter()) {
                        out.write('\\');
                    }
                    out.write(c);
                }
            }
        }
    }

    private static void escaped(char c, ByteArrayOutputStream out) {
        out.write('\\');
        out.write(c);
    }

    private void csvField(byte[] value, ByteArrayOutputStream out) {
        String text = new String(value, StandardCharsets.UTF_8);
        boolean quote = text.equals(format.nullMark()) || text.equals("\\.") && codecs.size() == 1;
        for (byte c : value) {
            quote |= c == format.delimiter() || c == format.quote() || c == '\n' || c == '\r';
        }
        if (!quote) {
            out.writeBytes(value);
            return;
        }
        out.write(format.quote());
        for (byte c : value) {
            if (c == format.quote() || c == format.escape()) {
                out.write(format.escape());
            }
            out.write(c);
        }
        out.write(format.quote());
    }

    private void binaryRow(Batch batch, int row, ByteArrayOutputStream out) {
        out.write(codecs.size() >> 8);
        out.write(codecs.size());
        for (int column = 0; column < codecs.size(); column++) {
            if (batch.columns()[column].isNull(row)) {
                word(-1, out);
                continue;
            }
            ByteSink sink = new ByteSink();
            codecs.get(column).encodeBinary(batch.columns()[column], row, sink);
            byte[] value = sink.toByteArray();
            word(value.length, out);
            out.writeBytes(value);
        }
    }

    private static void word(int value, ByteArrayOutputStream out) {
        out.write(value >> 24);
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }

    @Override
    public String tag() {
        return "COPY " + count;
    }

    @Override
    public void close() {
        rows.close();
    }
}
