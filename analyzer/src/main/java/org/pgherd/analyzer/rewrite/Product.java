package org.pgherd.analyzer.rewrite;

import org.pgherd.analyzer.query.Query;

/// One of the statements that rewriting makes of one.
record Product(Query query, Source source) {
    Product with(Query changed) {
        return new Product(changed, source);
    }

    /// Where it comes from (QuerySource of parsenodes.h).
    enum Source {
        ORIGINAL,
        INSTEAD,
        QUALIFIED_INSTEAD,
        ALSO
    }
}
