package org.pgherd.gateway.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A value cut into lines as it is shown, with the columns each takes on a terminal (mbprint.c:pg_wcsformat).
record CellText(List<Line> lines, int width) {
    private static final int TAB = 8;

    record Line(String text, int width) {}

    static CellText of(String value) {
        List<Line> lines = new ArrayList<>(1);
        StringBuilder line = new StringBuilder(value.length());
        int width = 0;
        int widest = 0;
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n') {
                lines.add(new Line(line.toString(), width));
                widest = Math.max(widest, width);
                line.setLength(0);
                width = 0;
            } else if (c == '\t') {
                do {
                    line.append(' ');
                    width++;
                } while (width % TAB != 0);
            } else if (c == '\r') {
                line.append("\\r");
                width += 2;
            } else if (c < ' ' || c == 0x7f) {
                line.append(String.format(Locale.ROOT, "\\x%02X", c));
                width += 4;
            } else if (c >= 0x80 && c < 0xa0) {
                line.append(String.format(Locale.ROOT, "\\u%04X", c));
                width += 6;
            } else {
                line.appendCodePoint(c);
                width += columns(c);
            }
        }
        lines.add(new Line(line.toString(), width));
        return new CellText(lines, Math.max(widest, width));
    }

    /// 0 for marks that combine, 2 for wide characters of East Asia and emoji, else 1 (wchar.c:ucs_wcwidth).
    private static int columns(int c) {
        if (c < 0x300) {
            return 1;
        }
        switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
                return 0;
            }
            default -> {}
        }
        boolean wide = c >= 0x1100
                && (c <= 0x115f
                        || c >= 0x231a && c <= 0x231b
                        || c >= 0x2329 && c <= 0x232a
                        || c >= 0x23e9 && c <= 0x23ec
                        || c >= 0x2e80 && c <= 0x303e
                        || c >= 0x3041 && c <= 0x4dbf
                        || c >= 0x4e00 && c <= 0xa4cf
                        || c >= 0xa960 && c <= 0xa97c
                        || c >= 0xac00 && c <= 0xd7a3
                        || c >= 0xf900 && c <= 0xfaff
                        || c >= 0xfe10 && c <= 0xfe19
                        || c >= 0xfe30 && c <= 0xfe6b
                        || c >= 0xff01 && c <= 0xff60
                        || c >= 0xffe0 && c <= 0xffe6
                        || c >= 0x1f300 && c <= 0x1f64f
                        || c >= 0x1f680 && c <= 0x1f6ff
                        || c >= 0x1f900 && c <= 0x1f9ff
                        || c >= 0x20000 && c <= 0x3fffd);
        return wide ? 2 : 1;
    }
}
