package org.pgherd.grammar.ast;

import java.util.List;
import org.pgherd.errors.Position;

/// FOR VALUES: strategy 'h', 'l', 'r', or DEFAULT.
public record PartitionBoundSpec(
        char strategy,
        boolean isDefault,
        int modulus,
        int remainder,
        List<Expr> listdatums,
        List<Expr> lowerdatums,
        List<Expr> upperdatums,
        Position at)
        implements Node {
    public PartitionBoundSpec {
        listdatums = List.copyOf(listdatums);
        lowerdatums = List.copyOf(lowerdatums);
        upperdatums = List.copyOf(upperdatums);
    }
}
