package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// A table of VACUUM.
public record VacuumRelation(RangeVar relation, List<String> vaCols, Position at) implements Node {
    public VacuumRelation {
        vaCols = List.copyOf(vaCols);
    }
}
