package org.pgherd.shardplanner.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.ForeignKey;
import org.pgherd.analyzer.catalog.Persistence;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.Role;
import org.pgherd.analyzer.effect.EffectAnalysis;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.semantics.aggregate.AggregateRegistry;
import org.pgherd.semantics.catalog.AmopRow;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.catalog.OperatorClasses;
import org.pgherd.semantics.catalog.OperatorRow;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeNames;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.function.FunctionRegistry;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Planning facts from the catalog snapshot and the registries of what Java implements.
public final class CatalogFacts implements PlanningFacts {
    private final CatalogView catalog;
    private final Function<Const, String> constantText;
    private final IntFunction<Reach> routineReach;
    private final StatisticsSource statistics;
    private final ConstantCalls constantCalls;
    private final SqlBodies sqlBodies;

    /// @param constantText the output function of a constant's type
    /// @param routineReach what a user's routine touches (effect analysis)
    /// @param statistics of the user's relations
    public CatalogFacts(
            CatalogView catalog,
            Function<Const, String> constantText,
            IntFunction<Reach> routineReach,
            StatisticsSource statistics) {
        this(catalog, constantText, routineReach, statistics, ConstantCalls.NONE, SqlBodies.NONE);
    }

    /// @param constantCalls computes calls of immutable functions
    /// @param sqlBodies of functions that may become part of a statement
    public CatalogFacts(
            CatalogView catalog,
            Function<Const, String> constantText,
            IntFunction<Reach> routineReach,
            StatisticsSource statistics,
            ConstantCalls constantCalls,
            SqlBodies sqlBodies) {
        this.constantCalls = constantCalls;
        this.sqlBodies = sqlBodies;
        this.catalog = catalog;
        this.constantText = constantText;
        this.routineReach = routineReach;
        this.statistics = statistics;
    }

    @Override
    public @org.jspecify.annotations.Nullable Const valueOf(Expr call) {
        return constantCalls.valueOf(call);
    }

    @Override
    public @org.jspecify.annotations.Nullable SqlBody sqlBody(FuncExpr call) {
        return sqlBodies.of(call);
    }

    @Override
    public TypeLookup types() {
        return catalog;
    }

    @Override
    public String typeName(SqlType type) {
        TypeRow row = catalog.type(type.oid());
        if (row == null) {
            return TypeNames.format(type.oid(), type.typmod(), catalog);
        }
        if (row.isTrueArray() && row.storage() != 'p') {
            return typeName(new SqlType(row.elementOid(), type.typmod(), 0)) + "[]";
        }
        return row.schema().equals("pg_catalog")
                ? TypeNames.format(type.oid(), type.typmod(), BuiltinCatalog.instance())
                : Identifiers.quote(row.schema()) + "." + Identifiers.quote(row.name());
    }

    @Override
    public String functionName(int function) {
        ProcRow proc = proc(function);
        String name = Identifiers.quote(proc.name());
        return proc.schema().equals("pg_catalog") ? name : Identifiers.quote(proc.schema()) + "." + name;
    }

    @Override
    public double functionCost(int function) {
        return proc(function).cost();
    }

    private ProcRow proc(int function) {
        ProcRow proc = catalog.catalog().proc(function);
        if (proc == null) {
            throw new AssertionError("no function has oid " + function);
        }
        return proc;
    }

    @Override
    public String operatorName(int operator) {
        OperatorRow row = operator(operator);
        return row.schema().equals("pg_catalog")
                ? row.name()
                : "OPERATOR(" + Identifiers.quote(row.schema()) + "." + row.name() + ")";
    }

    private OperatorRow operator(int operator) {
        OperatorRow row = catalog.catalog().operator(operator);
        if (row == null) {
            throw new AssertionError("no operator has oid " + operator);
        }
        return row;
    }

    @Override
    public String collationName(int collation) {
        CollationRow row = catalog.catalog().collation(collation);
        if (row == null) {
            throw new AssertionError("no collation has oid " + collation);
        }
        return row.schema().equals("pg_catalog")
                ? Identifiers.quote(row.name())
                : Identifiers.quote(row.schema()) + "." + Identifiers.quote(row.name());
    }

    @Override
    public @Nullable String relationName(int relation) {
        Relation found = catalog.catalog().relation(relation);
        return found == null ? null : Identifiers.quote(found.schema()) + "." + Identifiers.quote(found.name());
    }

    @Override
    public List<Integer> withDescendants(int relation) {
        return family(relation).stream()
                .filter(member -> member.oid() == relation || member.persistence() != Persistence.TEMPORARY)
                .map(Relation::oid)
                .toList();
    }

    @Override
    public List<Relation> family(int relation) {
        List<Relation> all = new ArrayList<>();
        Relation first = catalog.catalog().relation(relation);
        if (first != null) {
            all.add(first);
        }
        for (int i = 0; i < all.size(); i++) {
            for (int oid : all.get(i).children()) {
                // the temporary tables of other sessions are not in the catalog
                Relation child = catalog.catalog().relation(oid);
                if (child != null && !all.contains(child)) {
                    all.add(child);
                }
            }
        }
        return all;
    }

    @Override
    public String roleName(int role) {
        String name = catalog.catalog().nameOf(TypeOids.REGROLE, role);
        if (name == null) {
            throw new AssertionError("no role has oid " + role);
        }
        return name;
    }

    @Override
    public boolean bypassesRowSecurity(int role) {
        Role row = catalog.catalog().role(role);
        return row != null && (row.superuser() || row.bypassesRowSecurity());
    }

    @Override
    public String text(Const value) {
        return constantText.apply(value);
    }

    @Override
    public Volatility volatility(int function) {
        ProcRow proc = catalog.catalog().proc(function);
        return proc == null ? Volatility.VOLATILE : Volatility.of(proc.volatility());
    }

    @Override
    public boolean isStrict(int function) {
        ProcRow proc = catalog.catalog().proc(function);
        return proc != null && proc.strict();
    }

    @Override
    public Reach reach(int function) {
        ProcRow builtin = BuiltinCatalog.instance().proc(function);
        return builtin != null ? BuiltinReach.of(builtin) : routineReach.apply(function);
    }

    @Override
    public Set<Integer> tablesReadBy(int function) {
        return BuiltinCatalog.instance().proc(function) != null
                ? Set.of()
                : new EffectAnalysis(catalog).routine(function).reads();
    }

    @Override
    public boolean runsHere(int function) {
        if (BuiltinCatalog.instance().proc(function) == null) {
            ProcRow proc = catalog.catalog().proc(function);
            return proc != null
                    && (proc.language().equals("sql") || proc.language().equals("plpgsql"))
                    && !(takesForeign(proc) && reach(function).ordinal() <= Reach.TRANSACTION_TIME.ordinal());
        }
        return FunctionRegistry.instance().function(function) != null;
    }

    @Override
    public Map<Relation, List<ForeignKey>> referring(int relation) {
        Map<Relation, List<ForeignKey>> found = new LinkedHashMap<>();
        for (Relation other : catalog.catalog().relations()) {
            for (ForeignKey key : other.foreignKeys()) {
                if (key.referenced() == relation) {
                    found.computeIfAbsent(other, _ -> new ArrayList<>()).add(key);
                }
            }
        }
        return found;
    }

    private boolean takesForeign(ProcRow proc) {
        return isForeign(proc.returnType()) || proc.argTypes().stream().anyMatch(this::isForeign);
    }

    @Override
    public boolean isForeign(int type) {
        TypeRow row = catalog.catalog().type(base(type));
        return row != null
                && row.kind() == 'b'
                && !row.isTrueArray()
                && BuiltinCatalog.instance().type(row.oid()) == null;
    }

    @Override
    public boolean aggregatesHere(int function) {
        return AggregateRegistry.instance().aggregate(function) != null;
    }

    @Override
    public boolean knowsType(int type) {
        return BuiltinCatalog.instance().type(type) != null;
    }

    @Override
    public int operatorFunction(int operator) {
        return operator(operator).functionOid();
    }

    @Override
    public int equalityOperator(int type) {
        return BuiltinCatalog.instance().operatorClasses().equalityOperator(base(type), catalog);
    }

    @Override
    public int orderingOperator(int type, boolean descending) {
        int strategy = descending ? OperatorClasses.GREATER : OperatorClasses.LESS;
        return BuiltinCatalog.instance().operatorClasses().orderingOperator(base(type), strategy, catalog);
    }

    private int base(int type) {
        return catalog.baseType(type);
    }

    @Override
    public int commutator(int operator) {
        return operator(operator).commutator();
    }

    @Override
    public int negator(int operator) {
        return operator(operator).negator();
    }

    /// An operator is an equality if a hash or btree family says so, whatever its name.
    @Override
    public boolean isHashableEquality(int operator) {
        OperatorRow row = catalog.catalog().operator(operator);
        if (row == null || !row.canHash()) {
            return false;
        }
        for (AmopRow amop : BuiltinCatalog.instance().operatorClasses().amopsOfOperator(operator)) {
            if (amop.method().equals("hash") && amop.strategy() == OperatorClasses.HASH_EQUAL
                    || amop.method().equals("btree") && amop.strategy() == OperatorClasses.EQUAL) {
                return true;
            }
        }
        return false;
    }

    @Override
    public double rows(int relation) {
        return statistics.rows(relation);
    }

    @Override
    public @Nullable ColumnStatistics column(int relation, int attnum) {
        return statistics.column(relation, attnum);
    }
}
