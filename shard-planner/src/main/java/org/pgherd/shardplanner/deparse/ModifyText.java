package org.pgherd.shardplanner.deparse;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.ArrayCoerceExpr;
import org.pgherd.analyzer.query.CoerceToDomain;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.CommandType;
import org.pgherd.analyzer.query.ConvertRowtypeExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FieldStore;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.InferenceElem;
import org.pgherd.analyzer.query.MergeAction;
import org.pgherd.analyzer.query.OnConflictExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.PartialAssignment;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.SubscriptingRef;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.Identifiers;

/// INSERT, UPDATE, DELETE and MERGE as SQL.
final class ModifyText {
    private final Output output;
    private final Query query;
    private final Scope scope;
    private final ExprText exprs;

    ModifyText(Output output, Query query, Scope scope, ExprText exprs) {
        this.output = output;
        this.query = query;
        this.scope = scope;
        this.exprs = exprs;
    }

    String text() {
        return switch (query.commandType()) {
            case INSERT -> insert();
            case UPDATE -> update();
            case DELETE -> delete();
            case MERGE -> merge();
            case SELECT, UTILITY, NOTHING -> throw new AssertionError(query.commandType() + " does not modify");
        };
    }

    private RteRelation target() {
        return (RteRelation) query.rte(query.resultRelation());
    }

    private String targetName() {
        String alias = scope.alias(query.resultRelation());
        RteRelation target = target();
        String only = !target.inherit()
                        && !target.relation().children().isEmpty()
                        && query.commandType() != CommandType.INSERT
                ? "ONLY "
                : "";
        return only
                + FromText.name(target.relation())
                + (alias.equals(target.relation().name()) ? "" : " AS " + Identifiers.quote(alias));
    }

    private String column(int attno) {
        return Identifiers.quote(target().relation().column(attno).name());
    }

    private String insert() {
        StringBuilder out = new StringBuilder("INSERT INTO ").append(targetName());
        StringJoiner columns = new StringJoiner(", ", " (", ")");
        List<Expr> single = new ArrayList<>();
        for (TargetEntry entry : query.targetList()) {
            for (Expr part : PartialAssignment.parts(entry.expr())) {
                Target target = target(column(entry.resno()), part);
                columns.add(target.name());
                single.add(target.value());
            }
        }
        if (query.targetList().isEmpty()) {
            return out.append(" DEFAULT VALUES").append(insertSuffix()).toString();
        }
        out.append(columns);
        out.append(
                switch (query.override()) {
                    case NOT_SET -> "";
                    case USER_VALUE -> " OVERRIDING USER VALUE";
                    case SYSTEM_VALUE -> " OVERRIDING SYSTEM VALUE";
                });
        out.append(' ').append(source(single)).append(insertSuffix());
        return out.toString();
    }

    /// VALUES of one row stand in the target list, of several rows and SELECT in a range table entry that it
    /// refers to.
    private String source(List<Expr> values) {
        List<FromItem> from = query.jointree().fromList();
        Expr quals = query.jointree().quals();
        if (quals != null || from.size() > 1 || from.size() == 1 && !isSource(from.getFirst())) {
            return joined(values, from, quals);
        }
        for (FromItem item : query.jointree().fromList()) {
            if (item instanceof RangeTblRef ref) {
                if (query.rte(ref.rtindex()) instanceof RteValues rows) {
                    return valuesRows(rows, ref.rtindex(), values);
                }
                if (query.rte(ref.rtindex()) instanceof RteSubquery sub) {
                    if (isIdentity(values, ref.rtindex(), sub.columnCount())) {
                        return new QueryText(output, sub.query(), scope).text();
                    }
                    return "SELECT " + exprs.list(values) + " FROM " + new FromText(output, scope, exprs).of(ref);
                }
            }
        }
        return "VALUES (" + exprs.list(values) + ")";
    }

    private boolean isSource(FromItem item) {
        return item instanceof RangeTblRef ref
                && (query.rte(ref.rtindex()) instanceof RteValues || query.rte(ref.rtindex()) instanceof RteSubquery);
    }

    /// The action of a rule selects from what the statement that fired it reads.
    private String joined(List<Expr> values, List<FromItem> from, @Nullable Expr quals) {
        StringJoiner items = new StringJoiner(", ", " FROM ", "");
        items.setEmptyValue("");
        from.forEach(item -> items.add(new FromText(output, scope, exprs).of(item)));
        return "SELECT " + exprs.list(values) + items + (quals == null ? "" : " WHERE " + exprs.of(quals));
    }

    private String valuesRows(RteValues rows, int rtindex, List<Expr> values) {
        if (isIdentity(values, rtindex, rows.columnCount())) {
            return FromText.values(rows, exprs);
        }
        return "SELECT " + exprs.list(values) + " FROM "
                + new FromText(output, scope, exprs).of(new RangeTblRef(rtindex));
    }

    private static boolean isIdentity(List<Expr> values, int rtindex, int columns) {
        if (values.size() != columns) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!(values.get(i) instanceof Var var) || var.varno() != rtindex || var.attno() != i + 1) {
                return false;
            }
        }
        return true;
    }

    String insertSuffix() {
        StringBuilder out = new StringBuilder();
        OnConflictExpr conflict = query.onConflict();
        if (conflict != null) {
            out.append(" ON CONFLICT");
            if (conflict.constraint() != 0) {
                out.append(" ON CONSTRAINT ").append(constraintName(conflict.constraint()));
            } else if (!conflict.arbiterElems().isEmpty()) {
                StringJoiner elems = new StringJoiner(", ", " (", ")");
                conflict.arbiterElems().forEach(elem -> elems.add(arbiter(elem)));
                out.append(elems);
                if (conflict.arbiterWhere() != null) {
                    out.append(" WHERE ").append(exprs.of(conflict.arbiterWhere()));
                }
            }
            if (conflict.action() == OnConflictExpr.Action.NOTHING) {
                out.append(" DO NOTHING");
            } else {
                out.append(" DO UPDATE SET ").append(assignments(conflict.set(), conflict.excludedRelIndex()));
                if (conflict.where() != null) {
                    out.append(" WHERE ").append(exprs.of(conflict.where()));
                }
            }
        }
        return out.append(returning()).toString();
    }

    private String arbiter(InferenceElem elem) {
        String text = elem.expr() instanceof Var var ? column(var.attno()) : "(" + exprs.of(elem.expr()) + ")";
        return elem.collation() == 0 ? text : text + " COLLATE " + output.facts.collationName(elem.collation());
    }

    private String constraintName(int constraint) {
        return target().relation().keys().stream()
                .filter(key -> key.oid() == constraint)
                .findFirst()
                .map(key -> Identifiers.quote(key.name()))
                .orElseThrow(() -> new AssertionError("constraint " + constraint + " is missing"));
    }

    private String update() {
        String name = targetName();
        String set = assignments(query.targetList(), 0);
        return "UPDATE " + name + " SET " + set + others(" FROM ") + where() + returning();
    }

    private String delete() {
        return "DELETE FROM " + targetName() + others(" USING ") + where() + returning();
    }

    private String others(String keyword) {
        FromText text = new FromText(output, scope, exprs);
        StringJoiner items = new StringJoiner(", ", keyword, "");
        items.setEmptyValue("");
        for (FromItem item : query.jointree().fromList()) {
            if (!(item instanceof RangeTblRef ref && ref.rtindex() == query.resultRelation())) {
                items.add(text.of(item));
            }
        }
        return items.toString();
    }

    private String where() {
        Expr quals = query.jointree().quals();
        return quals == null ? "" : " WHERE " + exprs.of(quals);
    }

    /// `a = x, (b, c) = (SELECT ..), d.f = y, e[1] = z`.
    private String assignments(List<TargetEntry> entries, int excluded) {
        if (excluded != 0) {
            scope.setAlias(excluded, "excluded");
        }
        StringJoiner list = new StringJoiner(", ");
        int previousMulti = -1;
        for (TargetEntry entry : entries) {
            if (entry.junk()) {
                continue;
            }
            for (Expr part : PartialAssignment.parts(entry.expr())) {
                Target target = target(column(entry.resno()), part);
                Param param = rowAssigned(target.value());
                if (param != null) {
                    int id = param.number() >> 16;
                    if (id != previousMulti) {
                        previousMulti = id;
                        list.add(multiAssignment(entries, id));
                    }
                    continue;
                }
                list.add(target.name() + " = " + exprs.of(target.value()));
            }
        }
        return list.toString();
    }

    /// A column or a part of one, and what is put there.
    private record Target(String name, Expr value) {}

    private Target target(String column, Expr assignment) {
        StringBuilder name = new StringBuilder(column);
        Expr value = PartialAssignment.store(assignment);
        while (PartialAssignment.is(value)) {
            if (value instanceof FieldStore store) {
                name.append('.').append(fieldName(store));
                value = PartialAssignment.store(store.newVals().getFirst());
            } else if (value instanceof SubscriptingRef ref && ref.assigned() != null) {
                name.append(exprs.subscripts(ref));
                value = PartialAssignment.store(ref.assigned());
            }
        }
        return new Target(name.toString(), value);
    }

    private String multiAssignment(List<TargetEntry> entries, int id) {
        StringJoiner columns = new StringJoiner(", ", "(", ")");
        SubLink source = null;
        for (TargetEntry entry : entries) {
            Param param = rowAssigned(entry.expr());
            if (param != null && param.number() >> 16 == id) {
                columns.add(column(entry.resno()));
            }
            if (entry.expr() instanceof SubLink link && link.id() == id) {
                source = link;
            }
        }
        if (source == null) {
            throw new AssertionError("source of a multiple assignment is missing");
        }
        return columns + " = " + exprs.of(source);
    }

    /// The column of a row assignment's source behind the casts that the assignment adds by itself; null if the value
    /// is none.
    private static @Nullable Param rowAssigned(Expr value) {
        return switch (value) {
            case Param param -> param.kind() == Param.Kind.MULTIEXPR ? param : null;
            case RelabelType cast -> rowAssigned(cast.arg());
            case CoerceViaIO cast -> rowAssigned(cast.arg());
            case ArrayCoerceExpr cast -> rowAssigned(cast.arg());
            case CoerceToDomain cast -> rowAssigned(cast.arg());
            case ConvertRowtypeExpr cast -> rowAssigned(cast.arg());
            case FuncExpr cast
            when cast.form() == CoercionForm.IMPLICIT_CAST ->
                rowAssigned(cast.args().getFirst());
            default -> null;
        };
    }

    private String fieldName(FieldStore store) {
        if (store.newVals().size() != 1) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "assignment to several fields of one column is not supported",
                    store.at());
        }
        int number = store.fieldNums().getFirst();
        return Identifiers.quote(
                output.facts.types().fields(store.type().oid()).get(number - 1).name());
    }

    String returning() {
        if (query.returningList().isEmpty()) {
            return "";
        }
        String rows = "";
        if (query.returningOld() != 0 || query.returningNew() != 0) {
            StringJoiner names = new StringJoiner(", ", "WITH (", ") ");
            if (query.returningOld() != 0) {
                names.add("OLD AS " + Identifiers.quote(scope.alias(query.returningOld())));
            }
            if (query.returningNew() != 0) {
                names.add("NEW AS " + Identifiers.quote(scope.alias(query.returningNew())));
            }
            rows = names.toString();
        }
        StringJoiner list = new StringJoiner(", ", " RETURNING " + rows, "");
        QueryText targets = new QueryText(output, query, scope, exprs);
        query.returningList().forEach(entry -> list.add(targets.target(entry)));
        return list.toString();
    }

    private String merge() {
        FromText from = new FromText(output, scope, exprs);
        StringBuilder out =
                new StringBuilder("MERGE INTO ").append(targetName()).append(" USING ");
        StringJoiner sources = new StringJoiner(" CROSS JOIN ");
        for (FromItem item : query.jointree().fromList()) {
            if (!(item instanceof RangeTblRef ref && ref.rtindex() == query.resultRelation())) {
                sources.add(from.of(item));
            }
        }
        out.append(sources).append(" ON ");
        out.append(query.mergeJoinCondition() == null ? "true" : exprs.of(query.mergeJoinCondition()));
        for (MergeAction action : query.mergeActionList()) {
            out.append(" WHEN ")
                    .append(
                            switch (action.matchKind()) {
                                case MATCHED -> "MATCHED";
                                case NOT_MATCHED_BY_SOURCE -> "NOT MATCHED BY SOURCE";
                                case NOT_MATCHED_BY_TARGET -> "NOT MATCHED BY TARGET";
                            });
            if (action.qual() != null) {
                out.append(" AND ").append(exprs.of(action.qual()));
            }
            out.append(" THEN ").append(action(action));
        }
        return out.append(returning()).toString();
    }

    private String action(MergeAction action) {
        return switch (action.commandType()) {
            case UPDATE -> "UPDATE SET " + assignments(action.targetList(), 0);
            case DELETE -> "DELETE";
            case INSERT -> {
                if (action.targetList().isEmpty()) {
                    yield "INSERT DEFAULT VALUES";
                }
                StringJoiner columns = new StringJoiner(", ", "(", ")");
                List<Expr> values = new ArrayList<>();
                for (TargetEntry entry : action.targetList()) {
                    columns.add(column(entry.resno()));
                    values.add(entry.expr());
                }
                yield "INSERT " + columns
                        + switch (action.override()) {
                            case NOT_SET -> "";
                            case USER_VALUE -> " OVERRIDING USER VALUE";
                            case SYSTEM_VALUE -> " OVERRIDING SYSTEM VALUE";
                        }
                        + " VALUES (" + exprs.list(values) + ")";
            }
            case NOTHING -> "DO NOTHING";
            case SELECT, MERGE, UTILITY -> throw new AssertionError("MERGE action " + action.commandType());
        };
    }
}
