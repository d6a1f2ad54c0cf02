package org.pgherd.semantics.function.xml;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;

/// Text as xml and back.
public final class XmlText {
    private XmlText() {}

    @PgFunction(oid = 2895)
    public static Text xmlcomment(Text content) {
        String s = content.toString();
        if (s.contains("--") || s.endsWith("-")) {
            throw new SqlException(SqlState.INVALID_XML_COMMENT, "invalid XML comment");
        }
        return Text.of("<!--" + s + "-->");
    }

    @PgFunction(oid = 3813)
    public static Text xmltext(Text content) {
        String s = content.toString();
        StringBuilder out = new StringBuilder(s.length() + 16);
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                default -> out.append(c);
            }
        }
        return Text.of(out.toString());
    }

    @PgFunction(oid = 2922)
    public static Text xmltotext(Text xml) {
        return xml;
    }
}
