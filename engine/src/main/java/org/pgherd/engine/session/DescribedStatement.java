package org.pgherd.engine.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.engine.ResultColumn;
import org.pgherd.semantics.type.SqlType;

/// What PREPARE tells of a statement that cannot be planned. PostgreSQL plans it when it is executed, and complains
/// then.
///
/// @param columns null if it gives no rows
record DescribedStatement(int[] parameterTypes, @Nullable List<ResultColumn> columns) {
    static DescribedStatement of(Query analyzed, List<SqlType> parameters, CatalogView view) {
        boolean select = analyzed.commandType() == CommandType.SELECT;
        List<TargetEntry> targets = select ? analyzed.targetList() : analyzed.returningList();
        List<ResultColumn> columns = new ArrayList<>();
        for (TargetEntry target : targets) {
            String name = target.name();
            if (!target.junk()) {
                columns.add(new ResultColumn(
                        name == null ? "?column?" : name,
                        view.baseType(target.expr().type()),
                        target.origTable(),
                        target.origColumn(),
                        ForwardedStatements.typeLength(target.expr().type(), view)));
            }
        }
        return new DescribedStatement(
                parameters.stream().mapToInt(SqlType::oid).toArray(), select || !columns.isEmpty() ? columns : null);
    }
}
