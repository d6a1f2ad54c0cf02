package org.pgherd.engine.session;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Persistence;
import org.pgherd.analyzer.catalog.Policy;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.analyzer.catalog.SessionViews;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.rewrite.ViewText;
import org.pgherd.engine.herd.CatalogLoader;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.AExpr;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.DeleteStmt;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.InsertStmt;
import org.pgherd.grammar.ast.LockingClause;
import org.pgherd.grammar.ast.MergeStmt;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.TypeName;
import org.pgherd.grammar.ast.UpdateStmt;
import org.pgherd.semantics.catalog.OperatorRow;
import org.pgherd.semantics.catalog.ProcRow;

/// The proof of the highest rung that needs no analysis: everything that a statement names lies on the catalog
/// shard
/// (system catalogs, single tables, temporary tables, reference tables that are only read, no table at all), so the
/// catalog shard's answer to the statement as it stands is PostgreSQL's answer, errors included.
///
/// Conservative: a name that might be a routine, trigger or rule of the user's with effects elsewhere ends the
/// proof.
public final class Footprint {
    private static final Set<String> SETTING_FUNCTIONS = Set.of("set_config");

    private static final Set<String> OF_THE_SESSION = Set.of("pg_cursor", "pg_prepared_statement");

    private final CatalogView view;
    private final ShardingCatalog sharding;
    private final Set<Integer> viewsSeen = new HashSet<>();
    private final Set<Integer> targetsSeen = new HashSet<>();
    private boolean writes;
    private boolean settings;
    private boolean byTriggers;
    private @Nullable String obstacle;

    private Footprint(CatalogView view, ShardingCatalog sharding) {
        this.view = view;
        this.sharding = sharding;
    }

    /// @param obstacle what keeps the statement from being forwarded whole, null if nothing does
    /// @param writes whether it writes, as far as it shows
    /// @param settingsMayChange whether it calls set_config()
    /// @param byTriggers whether triggers INSTEAD OF or FOR EACH STATEMENT fire, for which a shard needs all of it
    public record Result(@Nullable String obstacle, boolean writes, boolean settingsMayChange, boolean byTriggers) {
        public boolean onCatalogShard() {
            return obstacle == null;
        }
    }

    public static Result of(Statement statement, CatalogView view, ShardingCatalog sharding) {
        Footprint footprint = new Footprint(view, sharding);
        footprint.statement(statement);
        return new Result(footprint.obstacle, footprint.writes, footprint.settings, footprint.byTriggers);
    }

    private void statement(Node root) {
        AstWalk.forEach(root, node -> {
            switch (node) {
                case InsertStmt insert -> target(insert.relation());
                case UpdateStmt update -> target(update.relation());
                case DeleteStmt delete -> target(delete.relation());
                case MergeStmt merge -> target(merge.relation());
                case LockingClause _ -> writes = true;
                case RangeVar name -> read(name);
                case FuncCall call -> call(call);
                case AExpr operator -> operator(operator);
                case TypeName type -> type(type);
                default -> {}
            }
        });
    }

    /// A table of a CTE's name counts as read: inside the CTE, or out of its scope, the name means the table.
    private @Nullable Relation relation(RangeVar name) {
        return view.relation(name.schemaname(), name.relname());
    }

    private void target(RangeVar name) {
        writes = true;
        Relation relation = view.relation(name.schemaname(), name.relname());
        if (relation == null) {
            return;
        }
        byTriggers |= relation.triggers().stream()
                .anyMatch(trigger -> trigger.enabled() && (trigger.insteadOf() || !trigger.forEachRow()));
        boolean here = relation.persistence() == Persistence.TEMPORARY
                || sharding.of(relation.oid()) instanceof Distribution.Single single
                        && single.shard() == CatalogLoader.CATALOG_SHARD
                || sharding.of(relation.oid()) instanceof Distribution.Catalog;
        if (!here) {
            obstacle(relation.name() + " is not on the catalog shard alone");
        } else if (!triggersStayHere(relation)) {
            obstacle("writing to " + relation.name() + " fires triggers");
        } else if (targetsSeen.add(relation.oid())) {
            policies(relation);
            relation.rules().forEach(rule -> text(rule.definition(), false));
            through(relation);
            defaults(relation);
        }
    }

    private boolean triggersStayHere(Relation relation) {
        if (relation.triggers().isEmpty()) {
            return true;
        }
        TriggerReach reach = new TriggerReach(view, sharding);
        return relation.triggers().stream()
                .allMatch(trigger -> reach.beyond(trigger, relation).isEmpty());
    }

    /// Writing to a view writes to what it selects from.
    private void through(Relation view) {
        String definition = view.viewDefinition();
        if (!view.isView() || definition == null) {
            return;
        }
        text(definition, false);
        for (RangeVar name : AstWalk.all(ViewText.of(definition).statement().stmt(), RangeVar.class)) {
            target(name);
        }
    }

    /// A default may call a routine of the user's.
    private void defaults(Relation relation) {
        for (Column column : relation.columns()) {
            String text = column.defaultExpr();
            if (text != null) {
                text(text, true);
            }
        }
    }

    private void read(RangeVar name) {
        Relation relation = relation(name);
        if (relation == null) {
            return;
        }
        if (SessionViews.is(relation.name())
                && Integer.compareUnsigned(relation.oid(), ShardingCatalog.FIRST_NORMAL_OID) < 0) {
            obstacle(relation.name() + " tells of the coordinator's session");
        }
        switch (sharding.of(relation.oid())) {
            case Distribution.Catalog _, Distribution.Reference _ -> {}
            case Distribution.Single single -> {
                if (single.shard() != CatalogLoader.CATALOG_SHARD) {
                    obstacle(relation.name() + " is on shard " + single.shard());
                }
            }
            case Distribution.Hash _ -> obstacle(relation.name() + " is sharded");
            case Distribution.Schema schema -> {
                if (schema.shard() != CatalogLoader.CATALOG_SHARD) {
                    obstacle(relation.name() + " is on shard " + schema.shard());
                }
            }
        }
        String definition = relation.viewDefinition();
        if (relation.kind() == RelationKind.VIEW && definition != null && viewsSeen.add(relation.oid())) {
            text(definition, false);
        }
        policies(relation);
        for (int child : relation.children()) {
            Relation part = view.catalog().relation(child);
            if (part != null && sharding.of(child) instanceof Distribution.Hash) {
                obstacle(part.name() + " is sharded");
            }
        }
    }

    /// What its policies read is read with it, and what they call is called.
    private void policies(Relation relation) {
        if (relation.rowSecurity() && viewsSeen.add(relation.oid())) {
            for (Policy policy : view.catalog().policies(relation.oid())) {
                for (String condition : policy.conditions()) {
                    text(condition, true);
                }
            }
        }
    }

    private void text(String sql, boolean expression) {
        try {
            Footprint inner = new Footprint(view, sharding);
            inner.viewsSeen.addAll(viewsSeen);
            inner.targetsSeen.addAll(targetsSeen);
            if (expression) {
                inner.statement(SqlParser.parseExpression(sql));
            } else {
                SqlParser.parse(sql).forEach(raw -> inner.statement(raw.stmt()));
            }
            writes |= inner.writes;
            settings |= inner.settings;
            byTriggers |= inner.byTriggers;
            if (inner.obstacle != null) {
                obstacle(inner.obstacle);
            }
        } catch (SqlException e) {
            obstacle("a definition could not be parsed");
        }
    }

    private void call(FuncCall call) {
        List<String> name = call.funcname();
        String schema = name.size() > 1 ? name.get(name.size() - 2) : null;
        String function = name.getLast();
        settings |= SETTING_FUNCTIONS.contains(function.toLowerCase(Locale.ROOT));
        for (ProcRow routine : view.functions(schema, function)) {
            if (view.catalog().routine(routine.oid()) != null) {
                obstacle("what the routine " + function + " does must be known first");
            }
        }
        if (OF_THE_SESSION.contains(function)) {
            obstacle(function + " tells of the coordinator's session");
        }
        if (function.equals("ts_stat")) {
            obstacle(function + " runs a query, which may read any table");
        }
        if (function.equals("nextval") || function.equals("setval")) {
            writes = true;
        }
    }

    /// The routine behind an operator of the user's may do anything.
    private void operator(AExpr expr) {
        for (OperatorRow row : view.catalog().operatorsNamed(expr.name().getLast())) {
            if (Integer.compareUnsigned(row.oid(), ShardingCatalog.FIRST_NORMAL_OID) >= 0) {
                obstacle("what the operator " + row.name() + " does must be known first");
            }
        }
    }

    /// A domain's check may call a routine; its input happens wherever the type is named.
    private void type(TypeName name) {
        if (name.names().isEmpty()) {
            return;
        }
        String schema = name.names().size() > 1 ? name.names().get(name.names().size() - 2) : null;
        var row = view.type(schema, name.names().getLast());
        if (row != null
                && row.kind() == 'd'
                && !view.catalog().domainConstraints(row.oid()).isEmpty()) {
            obstacle("domain " + row.name() + " has checks");
        }
    }

    private void obstacle(String what) {
        if (obstacle == null) {
            obstacle = what;
        }
    }
}
