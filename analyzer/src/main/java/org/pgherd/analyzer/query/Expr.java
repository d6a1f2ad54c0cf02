package org.pgherd.analyzer.query;

import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;

/// A typed expression, all names resolved (primnodes.h). Immutable; to change one, see [ExprRewriter].
public sealed interface Expr
        permits Var,
                Const,
                Param,
                FuncExpr,
                OpExpr,
                DistinctExpr,
                NullIfExpr,
                ScalarArrayOpExpr,
                BoolExpr,
                SubLink,
                Aggref,
                GroupingFunc,
                WindowFunc,
                CaseExpr,
                CaseTestExpr,
                CoalesceExpr,
                MinMaxExpr,
                NullTest,
                BooleanTest,
                RelabelType,
                CoerceViaIO,
                ArrayCoerceExpr,
                ConvertRowtypeExpr,
                CoerceToDomain,
                CoerceToDomainValue,
                FieldSelect,
                FieldStore,
                RowExpr,
                RowCompareExpr,
                ArrayExpr,
                SubscriptingRef,
                SqlValueFunction,
                CollateExpr,
                SetToDefault,
                CurrentOf,
                NextValue,
                MergeSupportFunc,
                SyntaxExpr,
                PlannedExpr {
    SqlType type();

    /// The collation of the result (exprCollation), 0 if it has none.
    default int collation() {
        return type().collation();
    }

    /// Where in the statement's text it stands.
    Position at();
}
