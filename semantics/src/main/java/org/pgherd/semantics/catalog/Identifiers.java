package org.pgherd.semantics.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// SQL identifiers in text: quoting and splitting (ruleutils.c:quote_identifier,
/// regproc.c:stringToQualifiedNameList).
public final class Identifiers {
    /// Keywords that are not unreserved.
    private static final Set<String> KEYWORDS = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization between bigint binary bit
            boolean both case cast char character check coalesce collate collation column concurrently
            constraint create cross current_catalog current_date current_role current_schema current_time
            current_timestamp current_user dec decimal default deferrable desc distinct do else end except
            exists extract false fetch float for foreign freeze from full grant greatest group grouping
            having ilike in initially inner inout int integer intersect interval into is isnull join json
            json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar
            json_serialize json_table json_value lateral leading least left like limit localtime
            localtimestamp merge_action national natural nchar none normalize not notnull null nullif
            numeric offset on only or order out outer overlaps overlay placing position precision primary
            real references returning right row select session_user setof similar smallint some substring
            symmetric system_user table tablesample then time timestamp to trailing treat trim true union
            unique user using values varchar variadic verbose when where window with xmlattributes
            xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize
            xmltable
            """.strip().split("\\s+"));

    private Identifiers() {}

    /// Quoted if it must be: not all lower case letters, digits and underscores, or a keyword that is not unreserved.
    public static String quote(String name) {
        boolean safe = !name.isEmpty() && (name.charAt(0) == '_' || isLower(name.charAt(0)));
        for (int i = 1; safe && i < name.length(); i++) {
            char c = name.charAt(i);
            safe = isLower(c) || c >= '0' && c <= '9' || c == '_';
        }
        if (safe && !KEYWORDS.contains(name)) {
            return name;
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    /// Parts of a dotted name, unquoted ones folded to lower case; null if the text is no name.
    public static @Nullable List<String> split(String text) {
        List<String> parts = new ArrayList<>(2);
        int i = 0;
        int end = text.length();
        while (true) {
            while (i < end && isSpace(text.charAt(i))) {
                i++;
            }
            if (i == end) {
                return null;
            }
            StringBuilder part = new StringBuilder();
            if (text.charAt(i) == '"') {
                i++;
                while (true) {
                    int quote = text.indexOf('"', i);
                    if (quote < 0) {
                        return null;
                    }
                    part.append(text, i, quote);
                    i = quote + 1;
                    if (i == end || text.charAt(i) != '"') {
                        break;
                    }
                    part.append('"');
                    i++;
                }
            } else {
                int start = i;
                while (i < end && text.charAt(i) != '.' && !isSpace(text.charAt(i))) {
                    i++;
                }
                if (i == start) {
                    return null;
                }
                part.append(downcase(text.substring(start, i)));
            }
            parts.add(part.toString());
            while (i < end && isSpace(text.charAt(i))) {
                i++;
            }
            if (i == end) {
                return parts;
            }
            if (text.charAt(i) != '.') {
                return null;
            }
            i++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /// Only ASCII letters have their case changed (scansup.c:downcase_identifier, in a multibyte encoding).
    public static String downcase(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] >= 'A' && chars[i] <= 'Z') {
                chars[i] += 'a' - 'A';
            }
        }
        return new String(chars);
    }
}
