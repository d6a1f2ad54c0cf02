package org.pgherd.shardplanner.distribution;

import java.util.List;
import org.pgherd.analyzer.query.Expr;

/// `key IN (...)`: only the owners of these keys have rows that count.
///
/// @param arrays whether each expression is an array of keys
public record KeyList(int group, List<Expr> keys, boolean arrays) {
    public KeyList {
        keys = List.copyOf(keys);
    }
}
