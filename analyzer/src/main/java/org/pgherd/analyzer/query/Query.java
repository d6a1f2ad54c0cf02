package org.pgherd.analyzer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.semantics.type.SqlType;

/// A statement after parse analysis (Query of parsenodes.h). Made by [Builder]; changed by [#toBuilder].
///
/// @param utilityStmt UTILITY: the statement as parsed; its queries are not analyzed here
/// @param resultRelation range table index of the target of INSERT, UPDATE, DELETE, MERGE; else 0
/// @param targetList SELECT: the output; INSERT, UPDATE: the assigned columns by attribute number
/// @param returningOld range table index under which RETURNING reads the old row, 0 if it does not; `returningNew` the
/// new one. They stand nowhere in the join tree
/// @param groupClause empty with groupingSets only when all sets are empty
/// @param distinctClause all output columns for DISTINCT, the named ones for DISTINCT ON
/// @param mergeJoinCondition MERGE's ON
/// @param inlinedCte whether a query of its WITH stands in FROM now, or was left out for nobody reads it: to planning
/// it remains a query with a WITH
/// @param checkOptions of the views that were written through, outermost first
public record Query(
        CommandType commandType,
        @Nullable Statement utilityStmt,
        List<CommonTableExpr> cteList,
        boolean hasRecursive,
        List<RangeTblEntry> rtable,
        FromExpr jointree,
        List<TargetEntry> targetList,
        int resultRelation,
        Overriding override,
        @Nullable OnConflictExpr onConflict,
        int returningOld,
        int returningNew,
        List<TargetEntry> returningList,
        List<SortGroupClause> groupClause,
        boolean groupDistinct,
        List<GroupingSet> groupingSets,
        @Nullable Expr havingQual,
        List<WindowClause> windowClause,
        List<SortGroupClause> distinctClause,
        boolean hasDistinctOn,
        List<SortGroupClause> sortClause,
        @Nullable Expr limitOffset,
        @Nullable Expr limitCount,
        LimitOption limitOption,
        List<RowMarkClause> rowMarks,
        @Nullable SetOperationStmt setOperations,
        List<MergeAction> mergeActionList,
        int mergeTargetRelation,
        @Nullable Expr mergeJoinCondition,
        List<CheckOption> checkOptions,
        boolean hasAggs,
        boolean hasWindowFuncs,
        boolean hasTargetSRFs,
        boolean hasSubLinks,
        boolean hasModifyingCTE,
        boolean inlinedCte,
        Position at) {
    public Query {
        cteList = List.copyOf(cteList);
        rtable = List.copyOf(rtable);
        targetList = List.copyOf(targetList);
        returningList = List.copyOf(returningList);
        groupClause = List.copyOf(groupClause);
        groupingSets = List.copyOf(groupingSets);
        windowClause = List.copyOf(windowClause);
        distinctClause = List.copyOf(distinctClause);
        sortClause = List.copyOf(sortClause);
        rowMarks = List.copyOf(rowMarks);
        mergeActionList = List.copyOf(mergeActionList);
        checkOptions = List.copyOf(checkOptions);
    }

    public static Builder builder(CommandType commandType) {
        Builder builder = new Builder();
        builder.commandType = commandType;
        return builder;
    }

    public Builder toBuilder() {
        Builder b = new Builder();
        b.commandType = commandType;
        b.utilityStmt = utilityStmt;
        b.cteList = cteList;
        b.hasRecursive = hasRecursive;
        b.rtable = rtable;
        b.jointree = jointree;
        b.targetList = targetList;
        b.resultRelation = resultRelation;
        b.override = override;
        b.onConflict = onConflict;
        b.returningOld = returningOld;
        b.returningNew = returningNew;
        b.returningList = returningList;
        b.groupClause = groupClause;
        b.groupDistinct = groupDistinct;
        b.groupingSets = groupingSets;
        b.havingQual = havingQual;
        b.windowClause = windowClause;
        b.distinctClause = distinctClause;
        b.hasDistinctOn = hasDistinctOn;
        b.sortClause = sortClause;
        b.limitOffset = limitOffset;
        b.limitCount = limitCount;
        b.limitOption = limitOption;
        b.rowMarks = rowMarks;
        b.setOperations = setOperations;
        b.mergeActionList = mergeActionList;
        b.mergeTargetRelation = mergeTargetRelation;
        b.mergeJoinCondition = mergeJoinCondition;
        b.checkOptions = checkOptions;
        b.hasAggs = hasAggs;
        b.hasWindowFuncs = hasWindowFuncs;
        b.hasTargetSRFs = hasTargetSRFs;
        b.hasSubLinks = hasSubLinks;
        b.hasModifyingCTE = hasModifyingCTE;
        b.inlinedCte = inlinedCte;
        b.at = at;
        return b;
    }

    /// The entry a Var of this level refers to.
    public RangeTblEntry rte(int varno) {
        return rtable.get(varno - 1);
    }

    /// The columns a client sees: of SELECT its target list, of the others RETURNING; junk left out.
    public List<TargetEntry> outputColumns() {
        List<TargetEntry> list = commandType == CommandType.SELECT ? targetList : returningList;
        return list.stream().filter(entry -> !entry.junk()).toList();
    }

    public List<SqlType> outputTypes() {
        return outputColumns().stream().map(entry -> entry.expr().type()).toList();
    }

    public List<String> outputNames() {
        return outputColumns().stream()
                .map(entry -> entry.name() == null ? "?column?" : entry.name())
                .toList();
    }

    public boolean isSelect() {
        return commandType == CommandType.SELECT;
    }

    /// Collects a query's parts; [#build] makes it immutable.
    public static final class Builder {
        public CommandType commandType = CommandType.SELECT;
        public @Nullable Statement utilityStmt = null;
        public List<CommonTableExpr> cteList = List.of();
        public boolean hasRecursive;
        public List<RangeTblEntry> rtable = List.of();
        public FromExpr jointree = new FromExpr(List.of(), null);
        public List<TargetEntry> targetList = List.of();
        public int resultRelation;
        public Overriding override = Overriding.NOT_SET;
        public @Nullable OnConflictExpr onConflict = null;
        public int returningOld;
        public int returningNew;
        public List<TargetEntry> returningList = List.of();
        public List<SortGroupClause> groupClause = List.of();
        public boolean groupDistinct;
        public List<GroupingSet> groupingSets = List.of();
        public @Nullable Expr havingQual = null;
        public List<WindowClause> windowClause = List.of();
        public List<SortGroupClause> distinctClause = List.of();
        public boolean hasDistinctOn;
        public List<SortGroupClause> sortClause = List.of();
        public @Nullable Expr limitOffset = null;
        public @Nullable Expr limitCount = null;
        public LimitOption limitOption = LimitOption.COUNT;
        public List<RowMarkClause> rowMarks = List.of();
        public @Nullable SetOperationStmt setOperations = null;
        public List<MergeAction> mergeActionList = List.of();
        public int mergeTargetRelation;
        public @Nullable Expr mergeJoinCondition = null;
        public List<CheckOption> checkOptions = List.of();
        public boolean hasAggs;
        public boolean hasWindowFuncs;
        public boolean hasTargetSRFs;
        public boolean hasSubLinks;
        public boolean hasModifyingCTE;
        public boolean inlinedCte;
        public Position at = Position.NONE;

        private Builder() {}

        public Query build() {
            return new Query(
                    commandType,
                    utilityStmt,
                    cteList,
                    hasRecursive,
                    rtable,
                    jointree,
                    targetList,
                    resultRelation,
                    override,
                    onConflict,
                    returningOld,
                    returningNew,
                    returningList,
                    groupClause,
                    groupDistinct,
                    groupingSets,
                    havingQual,
                    windowClause,
                    distinctClause,
                    hasDistinctOn,
                    sortClause,
                    limitOffset,
                    limitCount,
                    limitOption,
                    rowMarks,
                    setOperations,
                    mergeActionList,
                    mergeTargetRelation,
                    mergeJoinCondition,
                    checkOptions,
                    hasAggs,
                    hasWindowFuncs,
                    hasTargetSRFs,
                    hasSubLinks,
                    hasModifyingCTE,
                    inlinedCte,
                    at);
        }
    }
}
