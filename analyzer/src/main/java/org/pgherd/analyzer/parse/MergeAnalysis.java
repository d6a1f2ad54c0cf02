package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.analyzer.query.*;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.MergeMatchKind;
import org.pgherd.grammar.ast.MergeStmt;
import org.pgherd.grammar.ast.MergeWhenClause;
import org.pgherd.grammar.ast.ResTarget;

/// MERGE (transformMergeStmt of parse_merge.c).
final class MergeAnalysis {
    private MergeAnalysis() {}

    static Query transform(ParseState p, MergeStmt s) {
        Query.Builder q = Query.builder(CommandType.MERGE);
        q.at = s.at();
        if (s.withClause() != null) {
            if (s.withClause().recursive()) {
                throw new SqlException(SqlState.SYNTAX_ERROR, "WITH RECURSIVE is not supported for MERGE statement");
            }
            CteAnalysis.transform(p, s.withClause());
        }
        Set<MergeMatchKind> terminal = EnumSet.noneOf(MergeMatchKind.class);
        for (MergeWhenClause when : s.mergeWhenClauses()) {
            if (terminal.contains(when.matchKind())) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR, "unreachable WHEN clause specified after unconditional WHEN clause");
            }
            if (when.condition() == null) {
                terminal.add(when.matchKind());
            }
        }
        Relation relation = TargetRelation.open(p, s.relation(), false);
        if (relation.kind() != RelationKind.TABLE
                && relation.kind() != RelationKind.PARTITIONED_TABLE
                && relation.kind() != RelationKind.VIEW) {
            throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "cannot execute MERGE on relation \"" + relation.name() + "\"")
                    .withDetail("This operation is not supported for "
                            + relation.kind().plural() + ".");
        }
        NamespaceItem target = ExpressionAnalysis.nonNull(p.target);
        FromClause.transform(p, List.of(s.sourceRelation()));
        List<NamespaceItem> source = new ArrayList<>(p.namespace);
        for (NamespaceItem item : source) {
            if (item.relVisible && item.names.name().equals(target.names.name())) {
                throw new SqlException(
                                SqlState.DUPLICATE_ALIAS,
                                "name \"" + target.names.name() + "\" specified more than once")
                        .withDetail("The name is used both as MERGE target table and data source.");
            }
        }
        List<NamespaceItem> both = new ArrayList<>(source);
        both.add(target);
        p.namespace = both;
        q.mergeJoinCondition = Clauses.where(p, s.joinCondition(), ExprKind.JOIN_ON, "JOIN/ON");
        List<MergeAction> actions = new ArrayList<>();
        for (MergeWhenClause when : s.mergeWhenClauses()) {
            p.namespace = switch (when.matchKind()) {
                case MATCHED -> both;
                case NOT_MATCHED_BY_SOURCE -> new ArrayList<>(List.of(target));
                case NOT_MATCHED_BY_TARGET -> source;
            };
            actions.add(action(p, when, relation));
        }
        p.namespace = both;
        p.isInsert = false;
        TargetRelation.returning(p, q, s.returningClause(), ExprKind.MERGE_RETURNING);
        q.mergeActionList = actions;
        q.resultRelation = target.rtindex;
        q.mergeTargetRelation = target.rtindex;
        q.jointree = new FromExpr(p.joinlist, null);
        p.fill(q);
        CollationAssignment.query(p, q);
        return q.build();
    }

    private static MergeAction action(ParseState p, MergeWhenClause when, Relation relation) {
        Expr condition = Clauses.optionalWhere(p, when.condition(), ExprKind.MERGE_WHEN, "WHEN");
        MergeAction.MatchKind kind = matchKind(when.matchKind());
        Overriding override = Overriding.valueOf(when.override().name());
        return switch (when.commandType()) {
            case INSERT -> {
                p.isInsert = true;
                List<Integer> attnums = new ArrayList<>();
                List<ResTarget> columns = TargetRelation.insertColumns(p, relation, when.targetList(), attnums);
                List<TargetEntry> targets = new ArrayList<>();
                if (!when.values().isEmpty()) {
                    List<Expr> row = TargetList.expandedExpressions(p, when.values(), ExprKind.VALUES_SINGLE);
                    row = InsertAnalysis.row(
                            p,
                            row,
                            relation,
                            columns,
                            attnums,
                            !when.targetList().isEmpty(),
                            ExprKind.INSERT_TARGET);
                    targets = InsertAnalysis.entries(relation, row, attnums);
                }
                yield new MergeAction(kind, CommandType.INSERT, override, condition, targets);
            }
            case UPDATE -> {
                p.isInsert = false;
                yield new MergeAction(
                        kind,
                        CommandType.UPDATE,
                        override,
                        condition,
                        UpdateAnalysis.set(p, when.targetList(), relation, ExprKind.UPDATE_SOURCE));
            }
            case DELETE -> new MergeAction(kind, CommandType.DELETE, override, condition, List.of());
            case NOTHING -> new MergeAction(kind, CommandType.NOTHING, override, condition, List.of());
        };
    }

    private static MergeAction.MatchKind matchKind(MergeMatchKind kind) {
        return MergeAction.MatchKind.valueOf(kind.name());
    }
}
