package org.pgherd.shardplanner.explain;

import java.util.List;
import java.util.Map;

/// A document as XML, in PostgreSQL's namespace and by its way of naming: blanks in names become hyphens, members of
/// lists are `Item`s, those of `Plans` are `Plan`s.
final class XmlForm {
    private final StringBuilder out = new StringBuilder();

    private XmlForm() {}

    static String of(Map<String, Object> statement) {
        XmlForm form = new XmlForm();
        form.out.append("<explain xmlns=\"http://www.postgresql.org/2009/explain\">\n");
        form.element("Query", statement, 2);
        return form.out.append("</explain>").toString();
    }

    private void element(String name, Object value, int indent) {
        String pad = " ".repeat(indent);
        String tag = tag(name);
        switch (value) {
            case Map<?, ?> map -> {
                out.append(pad).append('<').append(tag).append(">\n");
                map.forEach((key, each) -> element(String.valueOf(key), each, indent + 2));
                out.append(pad).append("</").append(tag).append(">\n");
            }
            case List<?> list -> {
                out.append(pad).append('<').append(tag).append(">\n");
                String member = name.equals("Plans") ? "Plan" : name.equals("Actual Shards") ? "Shard" : "Item";
                list.forEach(each -> element(member, each, indent + 2));
                out.append(pad).append("</").append(tag).append(">\n");
            }
            default ->
                out.append(pad)
                        .append('<')
                        .append(tag)
                        .append('>')
                        .append(escape(String.valueOf(value)))
                        .append("</")
                        .append(tag)
                        .append(">\n");
        }
    }

    /// `$1` and the like are no names in XML.
    private static String tag(String name) {
        StringBuilder tag = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            tag.append(Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' ? c : c == '$' ? 'P' : '-');
        }
        return tag.toString();
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
