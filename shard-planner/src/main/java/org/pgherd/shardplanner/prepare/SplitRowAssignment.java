package org.pgherd.shardplanner.prepare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Alias;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.ExprRewriter;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.FieldSelect;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.MergeAction;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.distribution.ExprFacts;
import org.pgherd.shardplanner.facts.PlanningFacts;
import org.pgherd.shardplanner.facts.Volatility;

/// UPDATE .. SET (a, b) = (SELECT x, y ..)  =>  SET a = (SELECT s.x FROM (SELECT x, y ..) s), b = (SELECT s.y ..).
///
/// For writes whose new values the coordinator computes: it knows subqueries of one value only. Counter-example:
/// SELECT .. ORDER BY random() LIMIT 1 would answer twice, a row of its own for each column. Such a one becomes
/// SET a = r.f1, b = r.f2 of one record r = (SELECT ROW (s.x, s.y) FROM (SELECT x, y ..) s), a sublink with an id,
/// which
/// is computed once for each row.
public final class SplitRowAssignment {
    private final PlanningFacts facts;

    private SplitRowAssignment(PlanningFacts facts) {
        this.facts = facts;
    }

    public static Query in(Query write, PlanningFacts facts) {
        return new SplitRowAssignment(facts).split(write);
    }

    /// The records that expressions take fields from, each once.
    public static List<SubLink> records(List<Expr> exprs) {
        List<SubLink> records = new ArrayList<>();
        for (Expr expr : exprs) {
            ExprWalk.forEach(expr, e -> {
                if (isRecord(e) && !records.contains(e)) {
                    records.add((SubLink) e);
                }
            });
        }
        return records;
    }

    public static boolean isRecord(Expr expr) {
        return expr instanceof SubLink link && link.kind() == SubLink.Kind.EXPR && link.id() != 0;
    }

    private Query split(Query write) {
        List<TargetEntry> targets = split(write.targetList());
        List<MergeAction> actions = new ArrayList<>();
        for (MergeAction action : write.mergeActionList()) {
            List<TargetEntry> own = split(action.targetList());
            actions.add(own == action.targetList() ? action : action.withTargetList(own));
        }
        if (targets == write.targetList() && actions.equals(write.mergeActionList())) {
            return write;
        }
        Query.Builder b = write.toBuilder();
        b.targetList = targets;
        b.mergeActionList = actions;
        return b.build();
    }

    private List<TargetEntry> split(List<TargetEntry> entries) {
        List<SubLink> sources = new ArrayList<>();
        for (TargetEntry entry : entries) {
            if (entry.expr() instanceof SubLink link && link.kind() == SubLink.Kind.MULTIEXPR) {
                sources.add(link);
            }
        }
        if (sources.isEmpty()) {
            return entries;
        }
        List<TargetEntry> targets = new ArrayList<>();
        for (TargetEntry entry : entries) {
            if (!(entry.expr() instanceof SubLink link) || link.kind() != SubLink.Kind.MULTIEXPR) {
                targets.add(entry.withExpr(ExprRewriter.replace(entry.expr(), e -> single(e, sources))));
            }
        }
        return targets;
    }

    private @Nullable Expr single(Expr expr, List<SubLink> sources) {
        if (!(expr instanceof Param param) || param.kind() != Param.Kind.MULTIEXPR) {
            return null;
        }
        for (SubLink source : sources) {
            if (source.id() == param.number() >> 16) {
                int number = param.number() & 0xffff;
                return answersAlike(source.subselect())
                        ? column(source, number)
                        : new FieldSelect(record(source), number, "f" + number, param.type());
            }
        }
        throw new AssertionError("row assignment without its subquery");
    }

    /// Whether the subquery has the same row each time that it is asked.
    private boolean answersAlike(Query subselect) {
        return ExprWalk.allQueries(subselect).stream()
                .allMatch(query -> query.limitCount() == null
                        && query.limitOffset() == null
                        && !query.hasDistinctOn()
                        && !query.hasWindowFuncs()
                        && query.rtable().stream()
                                .noneMatch(entry -> entry instanceof RteRelation r && r.sample() != null)
                        && ExprWalk.expressions(query).stream()
                                .allMatch(expr -> ExprFacts.volatility(expr, facts) != Volatility.VOLATILE));
    }

    private static Expr column(SubLink source, int number) {
        SqlType type = source.subselect().outputTypes().get(number - 1);
        return from(source, new Var(1, number, type, 0, Position.NONE), 0);
    }

    private static Expr record(SubLink source) {
        List<SqlType> types = source.subselect().outputTypes();
        List<Expr> fields = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= types.size(); i++) {
            fields.add(new Var(1, i, types.get(i - 1), 0, Position.NONE));
            names.add("f" + i);
        }
        SqlType type = SqlType.of(TypeOids.RECORD);
        return from(source, new RowExpr(fields, names, CoercionForm.EXPLICIT_CALL, type, Position.NONE), source.id());
    }

    private static Expr from(SubLink source, Expr output, int id) {
        Query moved = Levels.raise(source.subselect(), 1);
        Alias alias = new Alias("s", moved.outputNames());
        Query.Builder b = Query.builder(CommandType.SELECT);
        b.rtable = List.of(new RteSubquery(moved, false, false, 0, alias, alias, true));
        b.jointree = new FromExpr(List.of(new RangeTblRef(1)), null);
        b.targetList = List.of(new TargetEntry(output, 1, "s", 0, 0, 0, false));
        return new SubLink(SubLink.Kind.EXPR, id, null, List.of(), b.build(), output.type(), source.at());
    }
}
