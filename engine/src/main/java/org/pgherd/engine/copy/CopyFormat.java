package org.pgherd.engine.copy;

import java.util.List;
import java.util.Locale;
import org.pgherd.grammar.ast.BooleanConst;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.StringConst;

/// The options of COPY that decide how its data is cut (copy.c:ProcessCopyOptions). Wrong ones are left to the
/// shards,
/// which refuse them in PostgreSQL's words.
///
/// @param nullMark the text that stands for NULL
public record CopyFormat(Kind kind, byte delimiter, String nullMark, byte quote, byte escape, boolean header) {
    public enum Kind {
        TEXT,
        CSV,
        BINARY
    }

    public static CopyFormat of(List<DefElem> options) {
        Kind kind = Kind.TEXT;
        String delimiter = null;
        String nullMark = null;
        String quote = "\"";
        String escape = null;
        boolean header = false;
        for (DefElem option : options) {
            switch (option.defname()) {
                case "format" ->
                    kind = switch (text(option).toLowerCase(Locale.ROOT)) {
                        case "csv" -> Kind.CSV;
                        case "binary" -> Kind.BINARY;
                        default -> Kind.TEXT;
                    };
                case "delimiter" -> delimiter = text(option);
                case "null" -> nullMark = text(option);
                case "quote" -> quote = text(option);
                case "escape" -> escape = text(option);
                case "header" -> header = truth(option);
                default -> {}
            }
        }
        String separator = delimiter != null ? delimiter : kind == Kind.CSV ? "," : "\t";
        return new CopyFormat(
                kind,
                (byte) separator.charAt(0),
                nullMark != null ? nullMark : kind == Kind.CSV ? "" : "\\N",
                (byte) quote.charAt(0),
                (byte) (escape == null ? quote : escape).charAt(0),
                header);
    }

    private static String text(DefElem option) {
        return switch (option.arg()) {
            case StringConst string
            when !string.sval().isEmpty() || option.defname().equals("null") -> string.sval();
            case null, default -> "?";
        };
    }

    private static boolean truth(DefElem option) {
        return switch (option.arg()) {
            case null -> true;
            case BooleanConst b -> b.boolval();
            case IntegerConst i -> i.ival() != 0;
            case StringConst s -> !s.sval().equals("false") && !s.sval().equals("off");
            default -> true;
        };
    }

    public boolean binary() {
        return kind == Kind.BINARY;
    }
}
