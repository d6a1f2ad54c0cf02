package org.pgherd.semantics.codec;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;

/// Whether bytes from a client are UTF-8 as PostgreSQL takes it: no overlong forms, no surrogates, no zero byte
/// (wchar.c:pg_utf8_verifystr, mbutils.c:report_invalid_encoding).
public final class Utf8 {
    private Utf8() {}

    /// Fails with PostgreSQL's error at the first sequence that is not.
    public static void require(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int i = offset;
        while (i < end) {
            byte b = bytes[i];
            if (b > 0) {
                i++;
                continue;
            }
            int size = sequenceLength(b);
            if (b == 0 || !isValid(bytes, i, end, size)) {
                throw invalid(bytes, i, Math.min(size, end - i));
            }
            i += size;
        }
    }

    /// As the lead byte says; 1 for what cannot lead.
    private static int sequenceLength(byte lead) {
        return (lead & 0xE0) == 0xC0 ? 2 : (lead & 0xF0) == 0xE0 ? 3 : (lead & 0xF8) == 0xF0 ? 4 : 1;
    }

    private static boolean isValid(byte[] bytes, int at, int end, int size) {
        if (size == 1 || at + size > end) {
            return false;
        }
        int lead = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        for (int i = 1; i < size; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return switch (lead) {
            case 0xC0, 0xC1 -> false;
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second <= 0x9F;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second <= 0x8F;
            default -> lead < 0xF5;
        };
    }

    private static SqlException invalid(byte[] bytes, int at, int count) {
        StringBuilder shown = new StringBuilder();
        for (int i = at; i < at + count; i++) {
            shown.append(i == at ? "0x" : " 0x")
                    .append(Character.forDigit(bytes[i] >> 4 & 15, 16))
                    .append(Character.forDigit(bytes[i] & 15, 16));
        }
        return new SqlException(
                SqlState.CHARACTER_NOT_IN_REPERTOIRE, "invalid byte sequence for encoding \"UTF8\": " + shown);
    }
}
