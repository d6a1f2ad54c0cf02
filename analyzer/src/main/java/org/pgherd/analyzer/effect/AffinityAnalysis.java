package org.pgherd.analyzer.effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.analyzer.catalog.sharding.Distribution;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.ast.AExpr;
import org.pgherd.grammar.ast.AExprKind;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.BoolExpr;
import org.pgherd.grammar.ast.BoolExprType;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.grammar.ast.DeleteStmt;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.FromItem;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.InsertStmt;
import org.pgherd.grammar.ast.JoinExpr;
import org.pgherd.grammar.ast.JoinType;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.ParamRef;
import org.pgherd.grammar.ast.Query;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.ResTarget;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.SqlValueFunction;
import org.pgherd.grammar.ast.UpdateStmt;
import org.pgherd.semantics.catalog.ProcRow;

/// Finds routines whose every access of a sharded table says `shard key = argument n`, by the same n and in one
/// colocation group: such a call is the business of one shard, known from the argument. What cannot be shown
/// is not.
///
/// Only bodies in SQL: their arguments never change. Only statements whose tables each have the equality among the
/// conjuncts of their own WHERE or inner join; no calls of other routines of the user's.
public final class AffinityAnalysis {
    /// The transaction's time is the coordinator's to tell.
    private static final Set<String> TIMES = Set.of("now", "transaction_timestamp", "statement_timestamp");

    private final CatalogView view;
    private final ShardingCatalog sharding;

    public AffinityAnalysis(CatalogView view, ShardingCatalog sharding) {
        this.view = view;
        this.sharding = sharding;
    }

    /// Null if there is no proof.
    public @Nullable Affinity of(Routine routine) {
        if (!routine.row().language().equals("sql") || !routine.config().isEmpty()) {
            return null;
        }
        List<RoutineBody.Part> parts;
        try {
            parts = RoutineBody.parts(routine);
        } catch (SqlException e) {
            return null;
        }
        if (parts == null) {
            return null;
        }
        Proof proof = new Proof(routine.row());
        for (RoutineBody.Part part : parts) {
            if (part.node() == null || !proof.covers(part.node())) {
                return null;
            }
        }
        return proof.result();
    }

    /// What has been found in the statements so far.
    private final class Proof {
        private final ProcRow row;
        private int argument = -1;
        private int group = -1;
        /// Columns of all tables of the statement: a name that is one of them is not the argument.
        private final Set<String> columnNames = new HashSet<>();

        Proof(ProcRow row) {
            this.row = row;
        }

        @Nullable
        Affinity result() {
            return argument < 0 ? null : new Affinity(argument, group);
        }

        boolean covers(Node statement) {
            if (!(statement instanceof Query)
                    || !AstWalk.all(statement, SqlValueFunction.class).isEmpty()) {
                return false;
            }
            for (FuncCall call : AstWalk.all(statement, FuncCall.class)) {
                List<String> name = call.funcname();
                String schema = name.size() > 1 ? name.get(name.size() - 2) : null;
                for (ProcRow candidate : view.functions(schema, name.getLast())) {
                    boolean users = view.catalog().routine(candidate.oid()) != null;
                    if (users
                            || TIMES.contains(candidate.name())
                            || BuiltinEffects.of(candidate).has(Effect.Kind.SEQUENCE)) {
                        return false;
                    }
                }
            }
            for (RangeVar name : AstWalk.all(statement, RangeVar.class)) {
                Relation relation = view.relation(name.schemaname(), name.relname());
                if (relation == null
                        || !new EffectAnalysis(view).policies(relation).reads().isEmpty()) {
                    return false;
                }
                relation.columns().forEach(column -> columnNames.add(column.name()));
            }
            Set<RangeVar> proved = new HashSet<>();
            for (Node node : AstWalk.all(statement, Node.class)) {
                boolean good = switch (node) {
                    case SelectStmt select -> level(select.fromClause(), select.whereClause(), proved);
                    case UpdateStmt update when !isPlainTarget(update.relation(), update.targetList()) -> false;
                    case DeleteStmt delete when !isPlainTarget(delete.relation(), List.of()) -> false;
                    case UpdateStmt update -> {
                        List<FromItem> from = new ArrayList<>(update.fromClause());
                        from.add(update.relation());
                        yield level(from, update.whereClause(), proved);
                    }
                    case DeleteStmt delete -> {
                        List<FromItem> from = new ArrayList<>(delete.usingClause());
                        from.add(delete.relation());
                        yield level(from, delete.whereClause(), proved);
                    }
                    case InsertStmt insert -> insert(insert, proved);
                    default -> true;
                };
                if (!good) {
                    return false;
                }
            }
            return proved.containsAll(AstWalk.all(statement, RangeVar.class));
        }

        /// A sharded table without triggers whose shard key is not assigned: the write stays on its shard.
        private boolean isPlainTarget(RangeVar target, List<ResTarget> assigned) {
            Relation table = view.relation(target.schemaname(), target.relname());
            if (table == null
                    || !table.triggers().isEmpty()
                    || !(sharding.of(table.oid()) instanceof Distribution.Hash hash)) {
                return false;
            }
            String key = table.column(hash.attnum()).name();
            return assigned.stream().noneMatch(column -> key.equals(column.name()));
        }

        private boolean level(List<FromItem> from, @Nullable Expr where, Set<RangeVar> proved) {
            List<RangeVar> tables = new ArrayList<>();
            List<Expr> conjuncts = new ArrayList<>();
            for (FromItem item : from) {
                collect(item, tables, conjuncts);
            }
            if (where != null) {
                conjuncts(where, conjuncts);
            }
            for (RangeVar table : tables) {
                Relation relation = view.relation(table.schemaname(), table.relname());
                if (relation == null || relation.isView()) {
                    return false;
                }
                boolean good = switch (sharding.of(relation.oid())) {
                    case Distribution.Reference _ -> true;
                    case Distribution.Hash hash -> pinned(table, relation, hash, conjuncts, tables.size() == 1);
                    case Distribution.Single _, Distribution.Schema _, Distribution.Catalog _ -> false;
                };
                if (!good) {
                    return false;
                }
                proved.add(table);
            }
            return true;
        }

        private void collect(FromItem item, List<RangeVar> tables, List<Expr> conjuncts) {
            switch (item) {
                case RangeVar table -> tables.add(table);
                case JoinExpr join -> {
                    collect(join.larg(), tables, conjuncts);
                    collect(join.rarg(), tables, conjuncts);
                    if (join.jointype() == JoinType.INNER && join.quals() != null) {
                        conjuncts(join.quals(), conjuncts);
                    }
                }
                default -> {}
            }
        }

        private void conjuncts(Expr qual, List<Expr> into) {
            if (qual instanceof BoolExpr and && and.boolop() == BoolExprType.AND) {
                and.args().forEach(arg -> conjuncts(arg, into));
            } else {
                into.add(qual);
            }
        }

        private boolean pinned(
                RangeVar table, Relation relation, Distribution.Hash hash, List<Expr> conjuncts, boolean alone) {
            String key = relation.column(hash.attnum()).name();
            String alias =
                    table.alias() == null ? table.relname() : table.alias().aliasname();
            for (Expr conjunct : conjuncts) {
                if (conjunct instanceof AExpr equality
                        && equality.kind() == AExprKind.OP
                        && equality.name().equals(List.of("="))) {
                    int found = isColumn(equality.lexpr(), alias, key, alone)
                            ? argument(equality.rexpr(), relation)
                            : isColumn(equality.rexpr(), alias, key, alone) ? argument(equality.lexpr(), relation) : -1;
                    if (found >= 0 && agree(found, hash)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean isColumn(@Nullable Node expr, String alias, String key, boolean alone) {
            if (!(expr instanceof ColumnRef column) || column.star()) {
                return false;
            }
            List<String> fields = column.fields();
            return fields.size() == 1 && alone && fields.getFirst().equals(key)
                    || fields.size() == 2
                            && fields.getFirst().equals(alias)
                            && fields.getLast().equals(key);
        }

        /// The index of the input argument that an expression is; -1 if it is none.
        private int argument(@Nullable Node expr, Relation relation) {
            if (expr instanceof ParamRef parameter) {
                return typed(parameter.number() - 1, relation);
            }
            if (!(expr instanceof ColumnRef column)
                    || column.star()
                    || row.argNames().isEmpty()) {
                return -1;
            }
            List<String> fields = column.fields();
            boolean qualified = fields.size() == 2 && fields.getFirst().equals(row.name());
            if (fields.size() != 1 && !qualified || !qualified && columnNames.contains(fields.getLast())) {
                return -1;
            }
            return row.argModes().isEmpty() ? typed(row.argNames().indexOf(fields.getLast()), relation) : -1;
        }

        /// Only an argument of the key's own type hashes as the key does.
        private int typed(int index, Relation relation) {
            if (index < 0
                    || index >= row.argTypes().size()
                    || !(sharding.of(relation.oid()) instanceof Distribution.Hash hash)) {
                return -1;
            }
            return row.argTypes().get(index)
                            == relation.column(hash.attnum()).type().oid()
                    ? index
                    : -1;
        }

        private boolean agree(int found, Distribution.Hash hash) {
            if (argument < 0) {
                argument = found;
                group = hash.group().id();
            }
            return argument == found && group == hash.group().id();
        }

        private boolean insert(InsertStmt insert, Set<RangeVar> proved) {
            Relation relation = view.relation(
                    insert.relation().schemaname(), insert.relation().relname());
            SelectStmt values = insert.selectStmt();
            if (relation == null
                    || values == null
                    || values.valuesLists().isEmpty()
                    || !relation.triggers().isEmpty()
                    || insert.withClause() != null
                    || !(sharding.of(relation.oid()) instanceof Distribution.Hash hash)) {
                return false;
            }
            String key = relation.column(hash.attnum()).name();
            int position = -1;
            for (int i = 0; i < insert.cols().size(); i++) {
                if (key.equals(insert.cols().get(i).name())) {
                    position = i;
                }
            }
            int column = insert.cols().isEmpty() ? hash.attnum() - 1 : position;
            for (var list : values.valuesLists()) {
                if (column < 0 || column >= list.items().size()) {
                    return false;
                }
                int found = argument(list.items().get(column), relation);
                if (found < 0 || !agree(found, hash)) {
                    return false;
                }
            }
            proved.add(insert.relation());
            return true;
        }
    }
}
