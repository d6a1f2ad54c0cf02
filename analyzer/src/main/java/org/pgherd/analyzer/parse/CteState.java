package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CommonTableExpr;
import org.pgherd.analyzer.query.CycleClause;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.SearchClause;
import org.pgherd.errors.Position;
import org.pgherd.grammar.ast.CteCycleClause;
import org.pgherd.grammar.ast.CteSearchClause;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

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

    /// The type of CYCLE's mark, known before the query is.
    @Nullable
    SqlType markType;

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

    /// The number of columns that SEARCH and CYCLE add.
    int clauseColumns() {
        return (raw.searchClause() == null ? 0 : 1) + (raw.cycleClause() == null ? 0 : 2);
    }

    /// What SEARCH and CYCLE add to the query's own columns.
    void addClauseColumns(List<String> names, List<SqlType> types) {
        CteSearchClause order = raw.searchClause();
        if (order != null) {
            names.add(order.searchSeqColumn());
            types.add(order.searchBreadthFirst() ? SqlType.RECORD : SqlType.of(TypeOids.RECORD_ARRAY));
        }
        CteCycleClause marks = raw.cycleClause();
        SqlType mark = markType;
        if (marks != null && mark != null) {
            names.add(marks.cycleMarkColumn());
            types.add(mark);
            names.add(marks.cyclePathColumn());
            types.add(SqlType.of(TypeOids.RECORD_ARRAY));
        }
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
