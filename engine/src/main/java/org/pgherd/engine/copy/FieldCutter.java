package org.pgherd.engine.copy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Cuts a stream of COPY data into rows and finds one field of each (copyfromparse.c). Rows are handed on as
/// they came.
abstract class FieldCutter {
    /// Gets each whole row; `key` is the wanted field's text (or binary value), null for NULL or where it is
    /// missing.
    interface RowSink {
        void row(byte[] bytes, int from, int to, byte @Nullable [] key);

        /// A header or trailer.
        void control(byte[] bytes, int from, int to);
    }

    private byte[] pending = new byte[64 * 1024];
    private int length;

    static FieldCutter of(CopyFormat format, int keyField) {
        return switch (format.kind()) {
            case TEXT -> new TextCutter(format, keyField);
            case CSV -> new CsvCutter(format, keyField);
            case BINARY -> new BinaryCutter(keyField);
        };
    }

    final void write(byte[] data, int offset, int count, RowSink sink) {
        if (length + count > pending.length) {
            byte[] larger = new byte[Math.max(pending.length * 2, length + count)];
            System.arraycopy(pending, 0, larger, 0, length);
            pending = larger;
        }
        System.arraycopy(data, offset, pending, length, count);
        length += count;
        consume(sink, false);
    }

    final void end(RowSink sink) {
        consume(sink, true);
        if (length > 0) {
            throw new SqlException(SqlState.BAD_COPY_FILE_FORMAT, "unexpected end of COPY data");
        }
    }

    private void consume(RowSink sink, boolean last) {
        int from = 0;
        while (from < length) {
            int to = rowEnd(pending, from, length, last);
            if (to < 0) {
                break;
            }
            if (isControl(pending, from, to)) {
                sink.control(pending, from, to);
            } else {
                sink.row(pending, from, to, key(pending, from, to));
            }
            from = to;
        }
        System.arraycopy(pending, from, pending, 0, length - from);
        length -= from;
    }

    /// Where the row that begins at `from` ends, its line end included; -1 if it is not all there.
    abstract int rowEnd(byte[] bytes, int from, int to, boolean last);

    /// Whether it is no row but a header or trailer.
    abstract boolean isControl(byte[] bytes, int from, int to);

    abstract byte @Nullable [] key(byte[] bytes, int from, int to);

    static int lineEnd(byte[] bytes, int from, int to, boolean last) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return last ? to : -1;
    }

    static int withoutLineEnd(byte[] bytes, int from, int to) {
        int end = to;
        if (end > from && bytes[end - 1] == '\n') {
            end--;
        }
        if (end > from && bytes[end - 1] == '\r') {
            end--;
        }
        return end;
    }

    /// Backslash escapes, a field a delimiter.
    private static final class TextCutter extends FieldCutter {
        private final CopyFormat format;
        private final int keyField;
        private boolean header;

        TextCutter(CopyFormat format, int keyField) {
            this.format = format;
            this.keyField = keyField;
            this.header = format.header();
        }

        @Override
        int rowEnd(byte[] bytes, int from, int to, boolean last) {
            for (int i = from; i < to; i++) {
                if (bytes[i] == '\\') {
                    i++;
                } else if (bytes[i] == '\n') {
                    return i + 1;
                }
            }
            return last ? to : -1;
        }

        @Override
        boolean isControl(byte[] bytes, int from, int to) {
            int end = withoutLineEnd(bytes, from, to);
            boolean control = header || end - from == 2 && bytes[from] == '\\' && bytes[from + 1] == '.';
            header = false;
            return control;
        }

        @Override
        byte @Nullable [] key(byte[] bytes, int from, int to) {
            int end = withoutLineEnd(bytes, from, to);
            int start = from;
            for (int field = 0; field < keyField; field++) {
                start = delimiter(bytes, start, end) + 1;
                if (start > end) {
                    return null;
                }
            }
            int stop = delimiter(bytes, start, end);
            if (new String(bytes, start, stop - start, StandardCharsets.UTF_8).equals(format.nullMark())) {
                return null;
            }
            return unescaped(bytes, start, stop);
        }

        private int delimiter(byte[] bytes, int from, int end) {
            for (int i = from; i < end; i++) {
                if (bytes[i] == '\\') {
                    i++;
                } else if (bytes[i] == format.delimiter()) {
                    return i;
                }
            }
            return end;
        }

        private static byte[] unescaped(byte[] bytes, int from, int to) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
            for (int i = from; i < to; i++) {
                if (bytes[i] != '\\' || i + 1 == to) {
                    out.write(bytes[i]);
                    continue;
                }
                byte c = bytes[++i];
                switch (c) {
                    case 'b' -> out.write('\b');
                    case 'f' -> out.write('\f');
                    case 'n' -> out.write('\n');
                    case 'r' -> out.write('\r');
                    case 't' -> out.write('\t');
                    case 'v' -> out.write(0x0b);
                    case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                        int value = c - '0';
                        for (int n = 0; n < 2 && i + 1 < to && bytes[i + 1] >= '0' && bytes[i + 1] <= '7'; n++) {
                            value = value * 8 + bytes[++i] - '0';
                        }
                        out.write(value);
                    }
                    case 'x' -> {
                        int digits = 0;
                        int value = 0;
                        while (digits < 2 && i + 1 < to && Character.digit(bytes[i + 1], 16) >= 0) {
                            value = value * 16 + Character.digit(bytes[++i], 16);
                            digits++;
                        }
                        out.write(digits == 0 ? 'x' : value);
                    }
                    default -> out.write(c);
                }
            }
            return out.toByteArray();
        }
    }

    /// Quotes may hold delimiters and line ends.
    private static final class CsvCutter extends FieldCutter {
        private final CopyFormat format;
        private final int keyField;
        private boolean header;

        CsvCutter(CopyFormat format, int keyField) {
            this.format = format;
            this.keyField = keyField;
            this.header = format.header();
        }

        @Override
        int rowEnd(byte[] bytes, int from, int to, boolean last) {
            boolean quoted = false;
            for (int i = from; i < to; i++) {
                byte c = bytes[i];
                if (quoted && c == format.escape() && format.escape() != format.quote()) {
                    i++;
                } else if (c == format.quote()) {
                    quoted = !quoted;
                } else if (c == '\n' && !quoted) {
                    return i + 1;
                }
            }
            if (last && quoted) {
                throw new SqlException(SqlState.BAD_COPY_FILE_FORMAT, "unterminated CSV quoted field");
            }
            return last ? to : -1;
        }

        @Override
        boolean isControl(byte[] bytes, int from, int to) {
            boolean control = header;
            header = false;
            return control;
        }

        @Override
        byte @Nullable [] key(byte[] bytes, int from, int to) {
            int end = withoutLineEnd(bytes, from, to);
            int at = from;
            for (int field = 0; ; field++) {
                ByteArrayOutputStream out = field == keyField ? new ByteArrayOutputStream() : null;
                boolean anyQuote = false;
                boolean quoted = false;
                while (at < end && (quoted || bytes[at] != format.delimiter())) {
                    byte c = bytes[at];
                    if (quoted
                            && c == format.escape()
                            && at + 1 < end
                            && (bytes[at + 1] == format.quote() || bytes[at + 1] == format.escape())) {
                        c = bytes[++at];
                        if (out != null) {
                            out.write(c);
                        }
                    } else if (c == format.quote()) {
                        quoted = !quoted;
                        anyQuote = true;
                    } else if (out != null) {
                        out.write(c);
                    }
                    at++;
                }
                if (out != null) {
                    byte[] value = out.toByteArray();
                    boolean isNull = !anyQuote && new String(value, StandardCharsets.UTF_8).equals(format.nullMark());
                    return isNull ? null : value;
                }
                if (at >= end) {
                    return null;
                }
                at++;
            }
        }
    }

    /// A count of fields, then length and bytes of each.
    private static final class BinaryCutter extends FieldCutter {
        private static final int HEADER = 19;
        private final int keyField;
        private boolean header = true;

        BinaryCutter(int keyField) {
            this.keyField = keyField;
        }

        @Override
        int rowEnd(byte[] bytes, int from, int to, boolean last) {
            if (header) {
                return to - from >= HEADER ? from + HEADER : -1;
            }
            if (to - from < 2) {
                return -1;
            }
            int fields = (short) (bytes[from] << 8 | bytes[from + 1] & 0xff);
            int at = from + 2;
            for (int i = 0; i < fields; i++) {
                if (to - at < 4) {
                    return -1;
                }
                at += 4 + Math.max(0, word(bytes, at));
                if (at > to) {
                    return -1;
                }
            }
            return at;
        }

        @Override
        boolean isControl(byte[] bytes, int from, int to) {
            if (header) {
                header = false;
                return true;
            }
            return to - from == 2 && bytes[from] == -1 && bytes[from + 1] == -1;
        }

        @Override
        byte @Nullable [] key(byte[] bytes, int from, int to) {
            int at = from + 2;
            for (int i = 0; i < keyField; i++) {
                at += 4 + Math.max(0, word(bytes, at));
            }
            int size = word(bytes, at);
            return size < 0 ? null : java.util.Arrays.copyOfRange(bytes, at + 4, at + 4 + size);
        }

        private static int word(byte[] bytes, int at) {
            return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
        }
    }
}
