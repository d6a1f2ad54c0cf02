package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CommonTableExpr;
import org.pgherd.analyzer.query.CycleClause;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SearchClause;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A WITH query while its statement is analyzed: becomes a [CommonTableExpr] once all references are counted.
final class CteState {
    final org.pgherd.grammar.ast.CommonTableExpr raw;
    boolean recursive;
    /// Null until analyzed; of a recursive one null while its own body is.
    @Nullable
    Query query;

    List<String> columnNames = new ArrayList<>();
    List<SqlType> columnTypes = new ArrayList<>();

    @Nullable
    SearchClause search;

    @Nullable
    CycleClause cycle;

    int refCount;

    CteState(org.pgherd.grammar.ast.CommonTableExpr raw) {
        this.raw = raw;
    }

    String name() {
        return raw.ctename();
    }

    Position at() {
        return raw.at();
    }

    CommonTableExpr finish() {
        Query analyzed = query;
        if (analyzed == null) {
            throw new AssertionError("WITH query " + name() + " was never analyzed");
        }
        CommonTableExpr.Materialize materialize = switch (raw.ctematerialized()) {
            case DEFAULT -> CommonTableExpr.Materialize.DEFAULT;
            case ALWAYS -> CommonTableExpr.Materialize.ALWAYS;
            case NEVER -> CommonTableExpr.Materialize.NEVER;
        };
        return new CommonTableExpr(
                name(),
                raw.aliascolnames(),
                materialize,
                analyzed,
                search,
                cycle,
                recursive,
                refCount,
                columnNames,
                columnTypes,
                at());
    }
}
