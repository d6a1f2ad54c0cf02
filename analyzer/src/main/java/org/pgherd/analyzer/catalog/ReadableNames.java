package org.pgherd.analyzer.catalog;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.TypeName;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.TypeOids;

/// Objects by the names that regtype and regprocedure read (regproc.c: parseTypeString, parseNameAndArgTypes).
final class ReadableNames {
    private ReadableNames() {}

    /// A type by any name that a cast could give it; -1 if there is none.
    static int typeOid(CatalogView view, String text) {
        TypeName name;
        try {
            name = SqlParser.parseTypeName(text);
        } catch (SqlException e) {
            return -1;
        }
        List<String> names = name.names();
        TypeRow row = view.type(names.size() > 1 ? names.get(names.size() - 2) : null, names.getLast());
        if (row == null) {
            return -1;
        }
        if (name.arrayBounds().isEmpty()) {
            return row.oid();
        }
        return row.arrayOid() == 0 ? -1 : row.arrayOid();
    }

    /// A routine by name and argument types, such as `f(integer, text)`; -1 if there is none.
    static int routineOid(CatalogView view, String text) {
        int open = text.indexOf('(');
        if (open < 0 || !text.endsWith(")")) {
            return BuiltinCatalog.instance().objectOid(TypeOids.REGPROCEDURE, text);
        }
        List<String> name = Identifiers.split(text.substring(0, open));
        if (name == null || name.isEmpty() || name.size() > 2) {
            return -1;
        }
        List<Integer> types = new ArrayList<>();
        for (String type : arguments(text.substring(open + 1, text.length() - 1))) {
            types.add(typeOid(view, type));
        }
        for (ProcRow row : view.functions(name.size() == 2 ? name.getFirst() : null, name.getLast())) {
            if (row.argTypes().equals(types)) {
                return row.oid();
            }
        }
        return -1;
    }

    /// Cuts at commas outside of quotes and of a type's own modifiers.
    private static List<String> arguments(String list) {
        List<String> found = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == ',' && depth == 0 && !quoted) {
                found.add(list.substring(start, i).strip());
                start = i + 1;
            }
        }
        if (!list.isBlank()) {
            found.add(list.substring(start).strip());
        }
        return found;
    }
}
