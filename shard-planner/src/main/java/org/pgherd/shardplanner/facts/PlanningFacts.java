package org.pgherd.shardplanner.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgherd.analyzer.catalog.ForeignKey;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.type.SqlType;

/// Facts about objects that stand in a Query as object identifiers.
public interface PlanningFacts {
    TypeLookup types();

    /// A type as a cast spells it, schema-qualified unless it is built in.
    String typeName(SqlType type);

    /// A function's name, quoted, schema-qualified unless it is built in.
    String functionName(int function);

    /// Its COST, in units of cpu_operator_cost.
    double functionCost(int function);

    /// How an operator is written between its arguments: `+`, or `OPERATOR(schema.+)` for a user's.
    String operatorName(int operator);

    String collationName(int collation);

    /// Schema-qualified quoted name of any relation (sequences), for `'name'::regclass`; null if there is none.
    @org.jspecify.annotations.Nullable
    String relationName(int relation);

    /// A relation and all that inherit from it, at any depth.
    List<Integer> withDescendants(int relation);

    /// A relation and all that inherit from it, the session's temporary tables among them.
    List<Relation> family(int relation);

    /// A role's name, not quoted.
    String roleName(int role);

    /// Whether no policy is for the role.
    boolean bypassesRowSecurity(int role);

    /// The text form of a constant's value (its type's output function); never called for NULL.
    String text(Const value);

    Volatility volatility(int function);

    boolean isStrict(int function);

    Reach reach(int function);

    /// The tables that a user's routine reads, as far as its body tells.
    Set<Integer> tablesReadBy(int function);

    /// The relations that refer to one by foreign keys, with those keys.
    Map<Relation, List<ForeignKey>> referring(int relation);

    /// Whether only the shards know what a type's values are: a base type of the user's or of an extension.
    boolean isForeign(int type);

    /// Whether Java implements the function, or the coordinator can call it (SQL and PL/pgSQL routines).
    boolean runsHere(int function);

    /// Whether Java implements the aggregate.
    boolean aggregatesHere(int function);

    /// Whether the coordinator can read and write values of the type other than as opaque text.
    boolean knowsType(int type);

    /// The function behind an operator (oprcode).
    int operatorFunction(int operator);

    /// The body of a function in SQL that may become part of the statement; null if it may not.
    @org.jspecify.annotations.Nullable
    SqlBody sqlBody(FuncExpr call);

    /// The value of a call of immutable functions whose arguments are constants; null if it is not computed here.
    ///
    /// @throws org.pgherd.errors.SqlException as PostgreSQL, which computes it while it plans
    @org.jspecify.annotations.Nullable
    Const valueOf(Expr call);

    /// `=` of the type's default btree or hash class; 0 if none.
    int equalityOperator(int type);

    /// `<` (or `>`) of the type's default btree class; 0 if none.
    int orderingOperator(int type, boolean descending);

    /// The operator with its arguments swapped, 0 if none.
    int commutator(int operator);

    /// The operator that holds where this one does not, 0 if none.
    int negator(int operator);

    /// Whether the operator is an equality that a hash join may use.
    boolean isHashableEquality(int operator);

    /// Estimated rows of a relation over all shards; negative if unknown.
    double rows(int relation);

    /// What is known of a column's values; null if nothing.
    @org.jspecify.annotations.Nullable
    ColumnStatistics column(int relation, int attnum);
}
