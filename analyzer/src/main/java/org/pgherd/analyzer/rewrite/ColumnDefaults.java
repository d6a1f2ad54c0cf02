package org.pgherd.analyzer.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.SearchPath;
import org.pgherd.analyzer.catalog.Sequence;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprEquality;
import org.pgherd.analyzer.query.MergeAction;
import org.pgherd.analyzer.query.NextValue;
import org.pgherd.analyzer.query.OnConflictExpr;
import org.pgherd.analyzer.query.Overriding;
import org.pgherd.analyzer.query.PartialAssignment;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.analyzer.query.SetToDefault;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.semantics.function.FunctionContext;

/// Defaults of columns (rewriteTargetListIU, rewriteValuesRTE, build_column_default). Generated columns get no entry:
/// the shard that stores the row computes them.
final class ColumnDefaults {
    private final CatalogView catalog;
    private final FunctionContext session;

    ColumnDefaults(CatalogView catalog, FunctionContext session) {
        this.catalog = catalog;
        this.session = session;
    }

    /// One query level, whose target is written to by itself or, if it is a view, by rules or through the view.
    Query apply(Query query) {
        if (query.resultRelation() == 0 || !(query.rte(query.resultRelation()) instanceof RteRelation target)) {
            return query;
        }
        Relation relation = target.relation();
        return switch (query.commandType()) {
            case INSERT -> insert(query, relation);
            case UPDATE -> {
                Query.Builder b = query.toBuilder();
                b.targetList = updated(query.targetList(), relation);
                yield b.build();
            }
            case MERGE -> {
                Query.Builder b = query.toBuilder();
                b.mergeActionList = query.mergeActionList().stream()
                        .map(action -> action(action, relation))
                        .toList();
                yield b.build();
            }
            case SELECT, DELETE, UTILITY, NOTHING -> query;
        };
    }

    private MergeAction action(MergeAction action, Relation relation) {
        List<TargetEntry> targets = switch (action.commandType()) {
            case UPDATE -> updated(action.targetList(), relation);
            case INSERT -> inserted(action, relation);
            case SELECT, DELETE, MERGE, UTILITY, NOTHING -> action.targetList();
        };
        Overriding override = action.commandType() == CommandType.INSERT
                ? overriding(action.override(), relation)
                : action.override();
        return new MergeAction(action.matchKind(), action.commandType(), override, action.qual(), targets);
    }

    /// Identity columns have got their values: whoever inserts the row must take them.
    private static Overriding overriding(Overriding written, Relation relation) {
        boolean identity = relation.columns().stream().anyMatch(column -> column.identity() != Column.Identity.NO);
        return identity ? Overriding.SYSTEM_VALUE : written;
    }

    private List<TargetEntry> inserted(MergeAction action, Relation relation) {
        Map<Integer, TargetEntry> given = new HashMap<>();
        for (TargetEntry entry : action.targetList()) {
            Column column = relation.column(entry.resno());
            guardInsert(column, entry.expr() instanceof SetToDefault, action.override());
            boolean ignored = column.identity() != Column.Identity.NO && action.override() == Overriding.USER_VALUE;
            if (!ignored && !(entry.expr() instanceof SetToDefault)) {
                given.merge(column.attnum(), entry, ColumnDefaults::joined);
            }
        }
        return filled(given, relation);
    }

    /// The given columns with defaults for the others, in the table's order.
    private List<TargetEntry> filled(Map<Integer, TargetEntry> given, Relation relation) {
        List<TargetEntry> targets = new ArrayList<>();
        for (Column column : relation.columns()) {
            if (column.dropped() || column.isGenerated()) {
                continue;
            }
            TargetEntry entry = given.get(column.attnum());
            if (entry != null) {
                targets.add(entry);
                continue;
            }
            Expr value = defaultOf(relation, column);
            if (value != null) {
                targets.add(new TargetEntry(value, column.attnum(), column.name(), 0, 0, 0, false));
            }
        }
        return targets;
    }

    private static void guardInsert(Column column, boolean isDefault, Overriding override) {
        if (isDefault) {
            return;
        }
        String message = "cannot insert a non-DEFAULT value into column \"" + column.name() + "\"";
        if (column.isGenerated()) {
            throw refused(message, "Column \"" + column.name() + "\" is a generated column.");
        }
        if (column.identity() == Column.Identity.ALWAYS && override == Overriding.NOT_SET) {
            throw refused(
                            message,
                            "Column \"" + column.name() + "\" is an identity column defined as GENERATED ALWAYS.")
                    .withHint("Use OVERRIDING SYSTEM VALUE to override.");
        }
    }

    private Query insert(Query query, Relation relation) {
        Query.Builder b = query.toBuilder();
        int values = valuesIndex(query);
        Map<Integer, TargetEntry> given = new HashMap<>();
        Set<Integer> unused = new HashSet<>();
        for (TargetEntry entry : query.targetList()) {
            Column column = relation.column(entry.resno());
            boolean isDefault = entry.expr() instanceof SetToDefault
                    || values != 0
                            && entry.expr() instanceof Var v
                            && v.varno() == values
                            && allDefault((RteValues) query.rte(values), v.attno());
            guardInsert(column, isDefault, query.override());
            if (column.isGenerated()) {
                unused.add(column.attnum());
                continue;
            }
            boolean ignored = column.identity() != Column.Identity.NO && query.override() == Overriding.USER_VALUE;
            if (ignored) {
                unused.add(column.attnum());
            }
            if (!ignored && !(entry.expr() instanceof SetToDefault)) {
                given.merge(column.attnum(), entry, ColumnDefaults::joined);
            }
        }
        b.targetList = filled(given, relation);
        b.override = overriding(query.override(), relation);
        if (values != 0) {
            b.rtable = new ArrayList<>(query.rtable());
            b.rtable.set(
                    values - 1, filled((RteValues) query.rte(values), query.targetList(), values, relation, unused));
        }
        OnConflictExpr conflict = query.onConflict();
        if (conflict != null && conflict.action() == OnConflictExpr.Action.UPDATE) {
            b.onConflict = new OnConflictExpr(
                    conflict.action(),
                    conflict.arbiterElems(),
                    conflict.arbiterWhere(),
                    conflict.constraint(),
                    updated(conflict.set(), relation),
                    conflict.where(),
                    conflict.excludedRelIndex());
        }
        return b.build();
    }

    /// Two assignments to one column go together only if both are to parts of it.
    private static TargetEntry joined(TargetEntry earlier, TargetEntry later) {
        if (!PartialAssignment.is(earlier.expr()) || !PartialAssignment.is(later.expr())) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR, "multiple assignments to same column \"" + later.name() + "\"");
        }
        return earlier.withExpr(PartialAssignment.over(later.expr(), earlier.expr()));
    }

    /// The VALUES entry that an INSERT of several rows reads; 0 if there is none. A rule's action stands behind the
    /// statement that it was made for.
    private static int valuesIndex(Query query) {
        for (int i = query.rtable().size(); i > 0; i--) {
            RangeTblEntry entry = query.rte(i);
            if (entry instanceof RteValues) {
                return i;
            }
        }
        return 0;
    }

    private static boolean allDefault(RteValues values, int column) {
        return values.lists().stream().allMatch(row -> row.get(column - 1) instanceof SetToDefault);
    }

    /// A view that is written through leaves DEFAULT to the table below where it has none of its own.
    private RteValues filled(
            RteValues values, List<TargetEntry> targets, int index, Relation relation, Set<Integer> unused) {
        Map<Integer, Column> columns = new HashMap<>();
        for (TargetEntry entry : targets) {
            if (entry.expr() instanceof Var v && v.varno() == index) {
                columns.put(v.attno() - 1, relation.column(entry.resno()));
            }
        }
        boolean throughView = relation.isView()
                && !UpdatableView.hasInsteadTrigger(relation, CommandType.INSERT)
                && !UpdatableView.hasUnconditionalInsteadRule(relation, CommandType.INSERT);
        List<List<Expr>> lists = new ArrayList<>();
        for (List<Expr> row : values.lists()) {
            List<Expr> filled = new ArrayList<>(row);
            for (int i = 0; i < filled.size(); i++) {
                Column column = columns.get(i);
                if (filled.get(i) instanceof SetToDefault d) {
                    Expr value =
                            column == null || unused.contains(column.attnum()) ? null : defaultOf(relation, column);
                    if (value != null) {
                        filled.set(i, value);
                    } else if (!throughView) {
                        filled.set(i, new Const(d.type(), null, Position.NONE));
                    }
                }
            }
            lists.add(filled);
        }
        return new RteValues(
                lists, values.lateral(), values.columnTypes(), values.alias(), values.eref(), values.inFromClause());
    }

    private List<TargetEntry> updated(List<TargetEntry> list, Relation relation) {
        Map<Integer, TargetEntry> joined = new java.util.LinkedHashMap<>();
        list.forEach(entry -> joined.merge(entry.resno(), entry, ColumnDefaults::joined));
        List<TargetEntry> result = new ArrayList<>();
        for (TargetEntry entry : joined.values()) {
            if (entry.junk()) {
                result.add(entry);
                continue;
            }
            Column column = relation.column(entry.resno());
            boolean isDefault = entry.expr() instanceof SetToDefault;
            if (!isDefault && column.isGenerated()) {
                throw refused(
                        "column \"" + column.name() + "\" can only be updated to DEFAULT",
                        "Column \"" + column.name() + "\" is a generated column.");
            }
            if (!isDefault && column.identity() == Column.Identity.ALWAYS) {
                throw refused(
                        "column \"" + column.name() + "\" can only be updated to DEFAULT",
                        "Column \"" + column.name() + "\" is an identity column defined as GENERATED ALWAYS.");
            }
            if (column.isGenerated()) {
                continue;
            }
            if (isDefault) {
                Expr value = defaultOf(relation, column);
                result.add(entry.withExpr(value == null ? new Const(column.type(), null, Position.NONE) : value));
            } else {
                result.add(entry);
            }
        }
        return result;
    }

    private static SqlException refused(String message, String detail) {
        return new SqlException(SqlState.GENERATED_ALWAYS, message).withDetail(detail);
    }

    /// The default of a column as its type takes it; null if it has none (NULL).
    private @Nullable Expr defaultOf(Relation relation, Column column) {
        if (column.identity() != Column.Identity.NO) {
            Sequence sequence = catalog.catalog().identitySequence(relation.oid(), column.attnum());
            if (sequence == null) {
                throw new SqlException(SqlState.INTERNAL_ERROR, "no owned sequence found");
            }
            return new NextValue(sequence.oid(), column.type());
        }
        String text = column.defaultExpr();
        if (text == null || column.isGenerated()) {
            return null;
        }
        CatalogView qualified = new CatalogView(
                catalog.catalog(), new SearchPath(List.of(), catalog.path().tempSchema()));
        return ExprEquality.withoutPositions(
                Analyzer.columnDefault(SqlParser.parseExpression(text), text, qualified, session, column));
    }
}
