package org.pgherd.engine.offline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Catalog;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.sharding.ColocationGroup;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.rewrite.Rewriter;
import org.pgherd.analyzer.script.DefinitionScript;
import org.pgherd.engine.command.DistributeCommand;
import org.pgherd.engine.command.StatementEffects;
import org.pgherd.engine.herd.CatalogLoader;
import org.pgherd.engine.herd.CatalogSnapshot;
import org.pgherd.engine.routine.InlinedBodies;
import org.pgherd.engine.session.RoutineReach;
import org.pgherd.engine.session.ShardKeys;
import org.pgherd.engine.session.ShardLocalCall;
import org.pgherd.engine.sharding.Placement;
import org.pgherd.engine.sharding.TableDeclaration;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.CreateStmt;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.lexer.LexicalSettings;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.shardplanner.Planner;
import org.pgherd.shardplanner.PlannerContext;
import org.pgherd.shardplanner.deparse.QueryText;
import org.pgherd.shardplanner.explain.Explain;
import org.pgherd.shardplanner.explain.ExplainFormat;
import org.pgherd.shardplanner.explain.ExplainOptions;
import org.pgherd.shardplanner.facts.CatalogFacts;
import org.pgherd.shardplanner.facts.ConstantCalls;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.StatisticsSource;
import org.pgherd.shardplanner.plan.PlannedStatement;
import org.pgherd.shardplanner.plan.Rung;

/// EXPLAIN (SHARDED) against the definitions of a script. The same analyzer and planner as a herd's, over a catalog
/// that no server has.
public final class OfflineExplain {
    private final int shards;
    private final TableDeclaration undeclared;
    private final OfflineSession session;
    private final DefinitionScript definitions;
    private final Map<Integer, Distribution> distributions = new HashMap<>();
    private final List<ColocationGroup> groups = new ArrayList<>();

    /// @param defaultShardBy as the setting `pgherd.default_shard_by`
    public OfflineExplain(int shards, String defaultShardBy) {
        this.shards = shards;
        this.undeclared = TableDeclaration.parse(defaultShardBy, null, Position.NONE);
        this.session = new OfflineSession(this::view);
        this.definitions = new DefinitionScript(
                session, query -> QueryText.of(query, facts()).sql());
    }

    private CatalogView view() {
        return definitions.view();
    }

    private PlanningFacts facts() {
        CatalogView view = view();
        return new CatalogFacts(
                view,
                constant -> {
                    Object value = constant.value();
                    return value == null
                            ? ""
                            : Codecs.forType(constant.type().oid(), view).encodeText(value, session);
                },
                routine -> RoutineReach.of(routine, view),
                StatisticsSource.NONE,
                ConstantCalls.NONE,
                new InlinedBodies(view, sharding(), session, LexicalSettings.STANDARD, InlinedBodies.Rights.ALL));
    }

    private ShardingCatalog sharding() {
        return new ShardingCatalog(1, shards, CatalogLoader.CATALOG_SHARD, distributions, groups);
    }

    /// Reads a script of definitions.
    public void define(String script) {
        for (RawStmt raw : SqlParser.parse(script)) {
            DistributeCommand.Call call = DistributeCommand.callIn(raw.stmt());
            if (call != null) {
                place(relation(String.valueOf(call.arguments().getFirst())), declaration(call));
                continue;
            }
            definitions.define(raw.stmt(), script);
            if (raw.stmt() instanceof CreateStmt create) {
                String schema = create.relation().schemaname();
                Relation made = view().catalog()
                        .relation(
                                schema == null ? "public" : schema,
                                create.relation().relname());
                TableDeclaration declared = TableDeclaration.of(create.options());
                if (made != null && !made.parents().isEmpty() && declared == null) {
                    distributions.put(made.oid(), sharding().of(made.parents().getFirst()));
                } else if (made != null) {
                    place(made, declared == null ? undeclared : declared);
                }
            }
        }
    }

    private static TableDeclaration declaration(DistributeCommand.Call call) {
        return switch (call.function()) {
            case "create_reference_table" -> new TableDeclaration.Reference();
            case "undistribute_table" -> new TableDeclaration.Single();
            default -> {
                String with = call.colocateWith();
                yield new TableDeclaration.Hash(
                        String.valueOf(call.arguments().get(1)), with == null ? TableDeclaration.DEFAULT_GROUP : with);
            }
        };
    }

    private Relation relation(String name) {
        int dot = name.indexOf('.');
        Catalog catalog = view().catalog();
        Relation found = dot < 0
                ? catalog.relation("public", name)
                : catalog.relation(name.substring(0, dot), name.substring(dot + 1));
        if (found == null) {
            throw new SqlException(SqlState.UNDEFINED_TABLE, "relation \"" + name + "\" does not exist");
        }
        return found;
    }

    private void place(Relation table, TableDeclaration declaration) {
        CatalogView view = view();
        Placement.Decision decision =
                new Placement(view, new CatalogSnapshot(view.catalog(), sharding(), "", 1)).decide(table, declaration);
        ColocationGroup made = decision.newGroup();
        if (made != null) {
            groups.add(made);
        }
        distributions.put(table.oid(), decision.distribution());
    }

    /// The plans of a script's statements, a list of lines each.
    ///
    /// @param maxPushdown route, scatter, split or pull
    /// @param format text, json, yaml, xml or html
    public List<List<String>> explain(String sql, String maxPushdown, String format, boolean costs, boolean verbose) {
        return explain(
                sql,
                named(Rung.class, "max_pushdown", maxPushdown),
                new ExplainOptions(named(ExplainFormat.class, "format", format), costs, verbose));
    }

    private static <E extends Enum<E>> E named(Class<E> type, String what, String name) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(name)) {
                return value;
            }
        }
        throw new SqlException(
                SqlState.INVALID_PARAMETER_VALUE, "unrecognized value for " + what + ": \"" + name + "\"");
    }

    /// The plan of each statement of a text, as lines.
    private List<List<String>> explain(String sql, Rung maxPushdown, ExplainOptions options) {
        List<List<String>> plans = new ArrayList<>();
        for (RawStmt raw : SqlParser.parse(sql)) {
            if (!(raw.stmt() instanceof org.pgherd.grammar.ast.Query)) {
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "only SELECT, INSERT, UPDATE, DELETE, MERGE and VALUES have plans",
                        raw.at());
            }
            plans.add(explain(raw, sql, maxPushdown, options));
        }
        return plans;
    }

    private List<String> explain(RawStmt raw, String source, Rung maxPushdown, ExplainOptions options) {
        CatalogView view = view();
        ParameterTypes parameters = ParameterTypes.variable(List.of());
        Query query =
                Rewriter.rewrite(Analyzer.analyze(raw.stmt(), source, view, session, parameters, null), view, session);
        String text = source.substring(raw.at().start(), raw.at().end());
        PlannedStatement plan = plan(query, text, parameters.types(), maxPushdown);
        return Explain.lines(
                Explain.statement(
                        plan,
                        facts(),
                        options,
                        Explain.Actuals.NONE,
                        StatementEffects.of(raw.stmt(), view),
                        text.strip()),
                options.format());
    }

    private PlannedStatement plan(Query query, String text, List<SqlType> types, Rung maxPushdown) {
        @Nullable
        PlannedStatement local = maxPushdown == Rung.ROUTE
                ? ShardLocalCall.plan(query, text, view(), sharding(), Param.externs(types))
                : null;
        return local != null
                ? local
                : Planner.plan(
                        query, new PlannerContext(sharding(), facts(), maxPushdown, ShardKeys::shardOf, null, types));
    }
}
