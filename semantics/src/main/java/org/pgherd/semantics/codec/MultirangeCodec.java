package org.pgherd.semantics.codec;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.RangeRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.compare.RangeOrdering;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.value.PgMultirange;
import org.pgherd.semantics.value.PgRange;

/// Multiranges (multirangetypes.c): sorted, overlapping and adjacent ranges merged.
public final class MultirangeCodec extends TypeCodec {
    private final RangeCodec range;
    private final RangeOrdering ordering;

    MultirangeCodec(RangeRow row, TypeLookup lookup) {
        super(row.multirangeType(), org.pgherd.semantics.type.Carrier.REF);
        range = new RangeCodec(row, lookup);
        ordering = new RangeOrdering(row, lookup);
    }

    /// From ranges in any order.
    public PgMultirange make(List<PgRange> ranges) {
        List<PgRange> sorted = new ArrayList<>(ranges);
        sorted.removeIf(PgRange::empty);
        sorted.sort(ordering);
        List<PgRange> merged = new ArrayList<>(sorted.size());
        for (PgRange next : sorted) {
            PgRange last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && ordering.touches(last, next)) {
                // of equal bounds the later's form stays
                PgRange end = ordering.compareUpper(last, next) > 0 ? last : next;
                PgRange begin = ordering.compareLower(last, next) < 0 ? last : next;
                merged.set(
                        merged.size() - 1,
                        new PgRange(
                                last.typeOid(),
                                false,
                                begin.lower(),
                                begin.lowerInclusive(),
                                end.upper(),
                                end.upperInclusive()));
            } else {
                merged.add(next);
            }
        }
        return new PgMultirange(typeOid(), merged);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        List<PgRange> ranges = new ArrayList<>();
        int i = skipBlanks(text, 0);
        if (i >= text.length() || text.charAt(i) != '{') {
            throw malformed(text, "Missing left brace.");
        }
        i = skipBlanks(text, i + 1);
        boolean afterComma = false;
        while (true) {
            if (i >= text.length()) {
                throw malformed(text, "Unexpected end of input.");
            }
            if (text.charAt(i) == '}' && !afterComma) {
                break;
            }
            int end = rangeEnd(text, i);
            ranges.add((PgRange) range.decodeText(text.substring(i, end), typmod, context));
            i = skipBlanks(text, end);
            if (i >= text.length()) {
                throw malformed(text, "Unexpected end of input.");
            }
            afterComma = text.charAt(i) == ',';
            if (afterComma) {
                i = skipBlanks(text, i + 1);
            } else if (text.charAt(i) != '}') {
                throw malformed(text, "Expected comma or end of multirange.");
            }
        }
        if (skipBlanks(text, i + 1) < text.length()) {
            throw malformed(text, "Junk after closing right brace.");
        }
        return make(ranges);
    }

    /// Offset behind the range that starts there.
    private static int rangeEnd(String text, int start) {
        if (text.regionMatches(true, start, "empty", 0, 5)) {
            return start + 5;
        }
        char c = text.charAt(start);
        if (c != '[' && c != '(') {
            throw malformed(text, "Expected range start.");
        }
        boolean quoted = false;
        for (int i = start + 1; i < text.length(); i++) {
            c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ')' || c == ']')) {
                return i + 1;
            }
        }
        throw malformed(text, "Unexpected end of input.");
    }

    private static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && IntegerText.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static SqlException malformed(String text, String detail) {
        return new SqlException(SqlState.INVALID_TEXT_REPRESENTATION, "malformed multirange literal: \"" + text + "\"")
                .withDetail(detail);
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        StringBuilder out = new StringBuilder("{");
        for (PgRange part : ((PgMultirange) value).ranges()) {
            out.append(out.length() == 1 ? "" : ",").append(range.encodeText(part, context));
        }
        return out.append('}').toString();
    }

    @Override
    public boolean hasBinary() {
        return range.hasBinary();
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        int count = length < 4 ? -1 : BigEndian.getInt(bytes, offset);
        if (count < 0) {
            throw badBinary();
        }
        List<PgRange> ranges = new ArrayList<>();
        int at = offset + 4;
        for (int i = 0; i < count; i++) {
            int size = at + 4 <= offset + length ? BigEndian.getInt(bytes, at) : -1;
            if (size < 1 || at + 4 + size > offset + length) {
                throw badBinary();
            }
            ranges.add((PgRange) range.decodeBinary(bytes, at + 4, size));
            at += 4 + size;
        }
        if (at != offset + length) {
            throw badBinary();
        }
        return make(ranges);
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        List<PgRange> ranges = ((PgMultirange) value).ranges();
        out.putInt(ranges.size());
        for (PgRange part : ranges) {
            int at = out.length();
            out.putInt(0);
            range.encodeBinary(part, out);
            out.setInt(at, out.length() - at - 4);
        }
    }
}
