package org.pgherd.semantics.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.Snapshot;

/// pg_snapshot, and txid_snapshot, its name of old (xid8funcs.c).
final class SnapshotCodec extends RefCodec {
    SnapshotCodec(int typeOid) {
        super(typeOid);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        Snapshot snapshot = parse(text);
        if (snapshot == null) {
            throw invalidSyntax("pg_snapshot", text);
        }
        return snapshot;
    }

    private static @Nullable Snapshot parse(String text) {
        LooseNumber number = new LooseNumber(text, 0);
        long xmin = clamped(number.read());
        if (number.next() != ':') {
            return null;
        }
        number = new LooseNumber(text, number.end() + 1);
        long xmax = clamped(number.read());
        if (number.next() != ':' || xmin == 0 || xmax == 0 || Long.compareUnsigned(xmax, xmin) < 0) {
            return null;
        }
        int at = number.end() + 1;
        List<Long> running = new ArrayList<>();
        long last = 0;
        while (at < text.length()) {
            number = new LooseNumber(text, at);
            long xid = clamped(number.read());
            at = number.end();
            if (!fits(xid, xmin, xmax, last)) {
                return null;
            }
            if (xid != last) {
                running.add(xid);
            }
            last = xid;
            if (number.next() == ',') {
                at++;
            } else if (at < text.length()) {
                return null;
            }
        }
        return new Snapshot(xmin, xmax, running);
    }

    /// What is too large is read as the largest number.
    private static long clamped(@Nullable Long value) {
        return value == null ? -1L : value;
    }

    private static boolean fits(long xid, long xmin, long xmax, long last) {
        return Long.compareUnsigned(xid, xmin) >= 0
                && Long.compareUnsigned(xid, xmax) < 0
                && Long.compareUnsigned(xid, last) >= 0;
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        return value.toString();
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        int count = length < 20 ? -1 : BigEndian.getInt(bytes, offset);
        if (count < 0 || length != 20 + 8L * count) {
            throw badSnapshot();
        }
        long xmin = BigEndian.getLong(bytes, offset + 4);
        long xmax = BigEndian.getLong(bytes, offset + 12);
        if (xmin == 0 || xmax == 0 || Long.compareUnsigned(xmax, xmin) < 0) {
            throw badSnapshot();
        }
        List<Long> running = new ArrayList<>();
        long last = 0;
        for (int i = 0; i < count; i++) {
            long xid = BigEndian.getLong(bytes, offset + 20 + 8 * i);
            if (!fits(xid, xmin, xmax, last)) {
                throw badSnapshot();
            }
            if (xid != last) {
                running.add(xid);
            }
            last = xid;
        }
        return new Snapshot(xmin, xmax, running);
    }

    private static SqlException badSnapshot() {
        return new SqlException(SqlState.INVALID_BINARY_REPRESENTATION, "invalid external pg_snapshot data");
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        Snapshot snapshot = (Snapshot) value;
        out.putInt(snapshot.running().size());
        out.putLong(snapshot.xmin());
        out.putLong(snapshot.xmax());
        for (long xid : snapshot.running()) {
            out.putLong(xid);
        }
    }
}
