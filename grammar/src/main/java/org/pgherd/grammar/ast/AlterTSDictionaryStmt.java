package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// ALTER TEXT SEARCH DICTIONARY.
public record AlterTSDictionaryStmt(List<String> dictname, List<DefElem> options, Position at)
        implements UtilityStatement {
    public AlterTSDictionaryStmt {
        dictname = List.copyOf(dictname);
        options = List.copyOf(options);
    }
}
