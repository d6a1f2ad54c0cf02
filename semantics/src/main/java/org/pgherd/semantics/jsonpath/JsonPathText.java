package org.pgherd.semantics.jsonpath;

import java.util.List;
import org.pgherd.semantics.codec.JsonbText;
import org.pgherd.semantics.jsonpath.PathItem.Kind;
import org.pgherd.semantics.jsonpath.PathItem.Levels;

/// The text form of a path (jsonpath.c:printJsonPathItem).
final class JsonPathText {
    private final StringBuilder out = new StringBuilder();

    private JsonPathText() {}

    static String format(JsonPath path) {
        JsonPathText text = new JsonPathText();
        if (!path.lax()) {
            text.out.append("strict ");
        }
        text.write(path.root(), false, true);
        return text.out.toString();
    }

    private void quote(PathItem item) {
        JsonbText.quote(item.text().toString(), out);
    }

    /// An operand, in parentheses if it binds no stronger.
    private void operand(PathItem item, PathItem parent) {
        write(item, false, item.kind().priority <= parent.kind().priority);
    }

    private void open(boolean parentheses) {
        out.append(parentheses ? "(" : "");
    }

    private void close(boolean parentheses) {
        out.append(parentheses ? ")" : "");
    }

    private void write(PathItem item, boolean inKey, boolean parentheses) {
        Kind kind = item.kind();
        switch (kind) {
            case NULL, CURRENT, ROOT, LAST, ANY_ARRAY -> out.append(kind.text);
            case STRING -> quote(item);
            case NUMERIC -> {
                open(item.next() != null);
                out.append(item.number());
                close(item.next() != null);
            }
            case BOOL -> out.append(((PathItem.Flag) item.content()).value());
            case AND,
                    OR,
                    EQUAL,
                    NOT_EQUAL,
                    LESS,
                    GREATER,
                    LESS_OR_EQUAL,
                    GREATER_OR_EQUAL,
                    ADD,
                    SUB,
                    MUL,
                    DIV,
                    MOD,
                    STARTS_WITH -> {
                open(parentheses);
                operand(item.argument(0), item);
                out.append(' ').append(kind.text).append(' ');
                operand(item.argument(1), item);
                close(parentheses);
            }
            case NOT -> argument("!(", item, ")");
            case IS_UNKNOWN -> argument("(", item, ") is unknown");
            case FILTER -> argument("?(", item, ")");
            case EXISTS -> argument("exists (", item, ")");
            case PLUS, MINUS -> {
                open(parentheses);
                out.append(kind.text);
                operand(item.argument(0), item);
                close(parentheses);
            }
            case ANY_KEY -> out.append(inKey ? "." : "").append('*');
            case INDEX_ARRAY -> subscripts(item);
            case ANY -> {
                out.append(inKey ? "." : "");
                levels((Levels) item.content());
            }
            case KEY -> {
                out.append(inKey ? "." : "");
                quote(item);
            }
            case VARIABLE -> {
                out.append('$');
                quote(item);
            }
            case LIKE_REGEX -> likeRegex(item, parentheses);
            default -> {
                out.append('.').append(kind.text).append('(');
                List<PathItem> arguments = item.arguments();
                for (int i = 0; i < arguments.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    write(arguments.get(i), false, false);
                }
                out.append(')');
            }
        }
        PathItem next = item.next();
        if (next != null) {
            write(next, true, true);
        }
    }

    private void argument(String before, PathItem item, String behind) {
        out.append(before);
        write(item.argument(0), false, false);
        out.append(behind);
    }

    private void subscripts(PathItem item) {
        out.append('[');
        String separator = "";
        for (PathItem.Subscript subscript : ((PathItem.Subscripts) item.content()).list()) {
            out.append(separator);
            separator = ",";
            write(subscript.from(), false, false);
            PathItem to = subscript.to();
            if (to != null) {
                out.append(" to ");
                write(to, false, false);
            }
        }
        out.append(']');
    }

    private void levels(Levels levels) {
        long last = PathItem.LAST_LEVEL;
        out.append("**");
        if (levels.first() == 0 && levels.last() == last) {
            return;
        }
        out.append('{').append(levels.first() == last ? "last" : Long.toString(levels.first()));
        if (levels.first() != levels.last()) {
            out.append(" to ").append(levels.last() == last ? "last" : Long.toString(levels.last()));
        }
        out.append('}');
    }

    private void likeRegex(PathItem item, boolean parentheses) {
        PathItem.Pattern pattern = (PathItem.Pattern) item.content();
        open(parentheses);
        operand(item.argument(0), item);
        out.append(" like_regex ");
        JsonbText.quote(pattern.text().toString(), out);
        if (!pattern.flags().isEmpty()) {
            out.append(" flag \"").append(pattern.flags()).append('"');
        }
        close(parentheses);
    }
}
