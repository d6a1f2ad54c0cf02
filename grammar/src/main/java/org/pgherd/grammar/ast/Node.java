package org.pgherd.grammar.ast;

import org.pgherd.errors.Position;

/// A node of the raw parse tree. Trees are immutable; lists are never null and hold no nulls.
public sealed interface Node
        permits Statement,
                Expr,
                FromItem,
                Indirection,
                TableElement,
                RawStmt,
                MergeWhenClause,
                ReturningClause,
                ReturningOption,
                WithClause,
                CommonTableExpr,
                CteSearchClause,
                CteCycleClause,
                IntoClause,
                OnConflictClause,
                InferClause,
                ResTarget,
                SortBy,
                WindowDef,
                LockingClause,
                GroupingSet,
                Alias,
                ExprList,
                NodeList,
                QualifiedName,
                RangeFunctionItem,
                RangeTableFuncCol,
                JsonTablePathSpec,
                JsonTableColumn,
                CaseWhen,
                JsonAggConstructor,
                JsonValueExpr,
                JsonFormat,
                JsonOutput,
                JsonKeyValue,
                JsonArgument,
                JsonBehavior,
                TypeName,
                RoleSpec,
                DefElem,
                ObjectWithArgs,
                FunctionParameter,
                AccessPriv,
                ExclusionElement,
                IndexElem,
                PartitionSpec,
                PartitionElem,
                PartitionBoundSpec,
                PartitionCmd,
                AlterTableCmd,
                ReplicaIdentityStmt,
                AlterConstraintStmt,
                VacuumRelation,
                CreateOpClassItem,
                TriggerTransition,
                StatsElem,
                PublicationObjSpec,
                PublicationTable {
    /// The text of the node, first token to last, in the statement's source.
    Position at();

    /// Where PostgreSQL points when it reports an error about this node (its `location` field); only the
    /// start counts.
    default Position location() {
        return at();
    }
}
