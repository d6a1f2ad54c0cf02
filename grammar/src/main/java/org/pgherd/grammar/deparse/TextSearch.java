package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import java.util.List;
import org.pgherd.grammar.ast.AlterTSConfigurationStmt;
import org.pgherd.grammar.ast.AlterTSDictionaryStmt;
import org.pgherd.grammar.ast.QualifiedName;

/// ALTER of text search dictionaries and configurations.
final class TextSearch {
    private TextSearch() {}

    static String dictionary(AlterTSDictionaryStmt s) {
        return "ALTER TEXT SEARCH DICTIONARY " + dotted(s.dictname()) + " " + Options.relation(s.options());
    }

    static String configuration(AlterTSConfigurationStmt s) {
        String tokens = "FOR " + names(s.tokentype());
        return spaced(
                "ALTER TEXT SEARCH CONFIGURATION",
                dotted(s.cfgname()),
                switch (s.kind()) {
                    case ADD_MAPPING -> spaced("ADD MAPPING", tokens, "WITH", dictionaries(s.dicts()));
                    case ALTER_MAPPING_FOR_TOKEN -> spaced("ALTER MAPPING", tokens, "WITH", dictionaries(s.dicts()));
                    case REPLACE_DICT -> spaced("ALTER MAPPING REPLACE", replaced(s.dicts()));
                    case REPLACE_DICT_FOR_TOKEN -> spaced("ALTER MAPPING", tokens, "REPLACE", replaced(s.dicts()));
                    case DROP_MAPPING -> spaced("DROP MAPPING", ifExists(s.missingOk()), tokens);
                });
    }

    private static String dictionaries(List<QualifiedName> names) {
        return list(names, n -> dotted(n.names()));
    }

    private static String replaced(List<QualifiedName> names) {
        return joined(" WITH ", names, n -> dotted(n.names()));
    }
}
