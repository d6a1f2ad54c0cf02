package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.analyzer.parse.CoercionPathway.Context;
import org.pgherd.analyzer.query.*;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.AIndices;
import org.pgherd.grammar.ast.AStar;
import org.pgherd.grammar.ast.FieldName;
import org.pgherd.grammar.ast.Indirection;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.ResTarget;
import org.pgherd.grammar.ast.ReturningClause;
import org.pgherd.grammar.ast.ReturningOption;
import org.pgherd.grammar.ast.ReturningOptionKind;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.type.SqlType;

/// The table a statement writes to, assignment to its columns, RETURNING
/// (setTargetTable of parse_clause.c, transformAssignedExpr of parse_target.c, transformReturningClause of analyze.c).
final class TargetRelation {
    private TargetRelation() {}

    /// @param inFrom whether its columns can be named (not in INSERT's source)
    static Relation open(ParseState p, RangeVar raw, boolean inFrom) {
        Relation relation = Relations.open(p, raw);
        if (relation.kind() == RelationKind.COMPOSITE_TYPE || relation.kind() == RelationKind.INDEX) {
            throw new SqlException(
                            SqlState.WRONG_OBJECT_TYPE, "cannot open relation \"" + relation.name() + "\"", raw.at())
                    .withDetail("This operation is not supported for "
                            + (relation.kind() == RelationKind.INDEX ? "indexes." : "composite types."));
        }
        NamespaceItem item = Relations.addRelation(p, relation, raw.alias(), raw.inh(), false);
        p.target = item;
        if (inFrom) {
            p.namespace.add(item);
        }
        return relation;
    }

    static int index(ParseState p) {
        NamespaceItem target = p.target;
        if (target == null) {
            throw new AssertionError("no target relation");
        }
        return target.rtindex;
    }

    /// The kinds of relation that can be written to (CheckValidResultRel).
    static void checkWritable(Relation relation) {
        switch (relation.kind()) {
            case SEQUENCE ->
                throw new SqlException(
                        SqlState.WRONG_OBJECT_TYPE, "cannot change sequence \"" + relation.name() + "\"");
            case MATERIALIZED_VIEW ->
                throw new SqlException(
                        SqlState.WRONG_OBJECT_TYPE, "cannot change materialized view \"" + relation.name() + "\"");
            case TOAST ->
                throw new SqlException(
                        SqlState.WRONG_OBJECT_TYPE, "cannot change TOAST relation \"" + relation.name() + "\"");
            default -> {}
        }
    }

    /// A column by name, for INSERT's list or UPDATE's SET.
    static Column column(ParseState p, Relation relation, String name, Position at) {
        Column column = relation.column(name);
        if (column == null) {
            throw new SqlException(
                    SqlState.UNDEFINED_COLUMN,
                    "column \"" + name + "\" of relation \"" + relation.name() + "\" does not exist",
                    at);
        }
        return column;
    }

    /// INSERT's columns: the named ones, or all in order (checkInsertTargets).
    static List<ResTarget> insertColumns(ParseState p, Relation relation, List<ResTarget> raw, List<Integer> attnums) {
        if (raw.isEmpty()) {
            List<ResTarget> all = new ArrayList<>();
            for (Column column : relation.columns()) {
                if (!column.dropped()) {
                    all.add(new ResTarget(column.name(), List.of(), null, Position.NONE));
                    attnums.add(column.attnum());
                }
            }
            return all;
        }
        Set<Integer> whole = new HashSet<>();
        Set<Integer> parts = new HashSet<>();
        for (ResTarget target : raw) {
            Column column = column(p, relation, ExpressionAnalysis.nonNull(target.name()), target.location());
            boolean duplicate = target.indirection().isEmpty()
                    ? whole.contains(column.attnum()) || parts.contains(column.attnum())
                    : whole.contains(column.attnum());
            if (duplicate) {
                throw new SqlException(
                        SqlState.DUPLICATE_COLUMN,
                        "column \"" + column.name() + "\" specified more than once",
                        target.location());
            }
            (target.indirection().isEmpty() ? whole : parts).add(column.attnum());
            attnums.add(column.attnum());
        }
        return raw;
    }

    /// A value as a column takes it (transformAssignedExpr).
    static Expr assigned(
            ParseState p,
            Expr value,
            ExprKind kind,
            Relation relation,
            Column column,
            List<Indirection> indirection,
            Position at) {
        ExprKind before = p.exprKind;
        p.exprKind = kind;
        try {
            SqlType target = column.type();
            if (value instanceof SetToDefault) {
                if (!indirection.isEmpty()) {
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            indirection.getFirst() instanceof AIndices
                                    ? "cannot set an array element to DEFAULT"
                                    : "cannot set a subfield to DEFAULT",
                            at);
                }
                return new SetToDefault(target, value.at());
            }
            if (!indirection.isEmpty()) {
                Expr base = p.isInsert
                        ? new Const(target, null, Position.NONE)
                        : new Var(index(p), column.attnum(), target, 0, at);
                return part(p, base, column.name(), false, target, indirection, 0, value, Context.ASSIGNMENT, at);
            }
            int source = value.type().oid();
            Expr cast =
                    Coercion.toTarget(p, value, target, Context.ASSIGNMENT, CoercionForm.IMPLICIT_CAST, Position.NONE);
            if (cast == null) {
                throw new SqlException(
                                SqlState.DATATYPE_MISMATCH,
                                "column \"" + column.name() + "\" is of type "
                                        + p.catalog().formatType(target.oid()) + " but expression is of type "
                                        + p.catalog().formatType(source),
                                ExprLocation.of(value))
                        .withHint("You will need to rewrite or cast the expression.");
            }
            return cast;
        } finally {
            p.exprKind = before;
        }
    }

    /// Assignment to `column[i].field...`: the container with one part replaced (transformAssignmentIndirection).
    ///
    /// An inner part is the case value of the store around it: a later assignment to another part of it sees what
    /// an earlier one put there.
    ///
    /// @param context how the value may be cast to the part's type
    static Expr part(
            ParseState p,
            Expr base,
            String name,
            boolean targetIsSubscripting,
            SqlType target,
            List<Indirection> steps,
            int from,
            Expr value,
            Context context,
            Position at) {
        List<AIndices> subscripts = new ArrayList<>();
        for (int i = from; i < steps.size(); i++) {
            switch (steps.get(i)) {
                case AIndices indices -> subscripts.add(indices);
                case AStar _ ->
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED, "row expansion via \"*\" is not supported here", at);
                case FieldName field -> {
                    if (!subscripts.isEmpty()) {
                        return subscripts(p, base, name, subscripts, target, steps, i, value, context, at);
                    }
                    int row = p.catalog().baseType(target.oid());
                    List<TypeLookup.Field> fields = p.catalog().fields(row);
                    if (p.catalog().typeKind(row) != 'c') {
                        throw new SqlException(
                                SqlState.DATATYPE_MISMATCH,
                                "cannot assign to field \"" + field.name() + "\" of column \"" + name
                                        + "\" because its type " + p.catalog().formatType(target.oid())
                                        + " is not a composite type",
                                at);
                    }
                    Relation relation = p.catalog().catalog().relationOfRowType(row);
                    Column column = relation == null ? null : relation.column(field.name());
                    if (column == null || fields.isEmpty()) {
                        throw new SqlException(
                                SqlState.UNDEFINED_COLUMN,
                                "cannot assign to field \"" + field.name() + "\" of column \"" + name
                                        + "\" because there is no such column in data type "
                                        + p.catalog().formatType(target.oid()),
                                at);
                    }
                    Expr inner = new CaseTestExpr(column.type());
                    Expr replaced =
                            part(p, inner, field.name(), false, column.type(), steps, i + 1, value, context, at);
                    Expr store = new FieldStore(base, List.of(replaced), List.of(column.attnum()), SqlType.of(row));
                    return row == target.oid()
                            ? store
                            : Coercion.toDomain(
                                    p,
                                    store,
                                    p.catalog().typed(row),
                                    target,
                                    Context.IMPLICIT,
                                    CoercionForm.IMPLICIT_CAST,
                                    at,
                                    false);
                }
            }
        }
        if (!subscripts.isEmpty()) {
            return subscripts(p, base, name, subscripts, target, steps, steps.size(), value, context, at);
        }
        Expr cast = Coercion.toTarget(p, value, target, context, CoercionForm.IMPLICIT_CAST, Position.NONE);
        if (cast == null) {
            String source = p.catalog().formatType(value.type().oid());
            String wanted = p.catalog().formatType(target.oid());
            throw new SqlException(
                            SqlState.DATATYPE_MISMATCH,
                            targetIsSubscripting
                                    ? "subscripted assignment to \"" + name + "\" requires type " + wanted
                                            + " but expression is of type " + source
                                    : "subfield \"" + name + "\" is of type " + wanted + " but expression is of type "
                                            + source,
                            at)
                    .withHint("You will need to rewrite or cast the expression.");
        }
        return cast;
    }

    private static Expr subscripts(
            ParseState p,
            Expr base,
            String name,
            List<AIndices> subscripts,
            SqlType target,
            List<Indirection> steps,
            int next,
            Expr value,
            Context context,
            Position at) {
        SubscriptingRef read = IndirectionAnalysis.subscript(p, base, subscripts, null);
        SqlType required = read.type();
        Expr inner = new CaseTestExpr(required);
        Expr replaced = part(p, inner, name, true, required, steps, next, value, context, at);
        SqlType container = IndirectionAnalysis.containerType(p.catalog(), target);
        Expr store = new SubscriptingRef(
                container.oid(), read.elementType(), read.upper(), read.lower(), base, replaced, container, at);
        if (container.oid() == target.oid()) {
            return store;
        }
        Expr cast = Coercion.toTarget(p, store, target, Context.ASSIGNMENT, CoercionForm.IMPLICIT_CAST, Position.NONE);
        if (cast == null) {
            throw new SqlException(
                    SqlState.CANNOT_COERCE,
                    "cannot cast type " + p.catalog().formatType(container.oid()) + " to "
                            + p.catalog().formatType(target.oid()),
                    at);
        }
        return cast;
    }

    /// RETURNING: sees the target and what else the statement reads.
    static void returning(ParseState p, Query.Builder q, @Nullable ReturningClause raw, ExprKind kind) {
        if (raw == null) {
            return;
        }
        int tables = p.rtable.size();
        List<NamespaceItem> namespace = p.namespace;
        p.namespace = new ArrayList<>(namespace);
        int old = row(p, raw, ReturningOptionKind.OLD);
        int fresh = row(p, raw, ReturningOptionKind.NEW);
        int resno = p.nextResno;
        p.nextResno = 1;
        List<TargetEntry> list = TargetList.transform(p, raw.exprs(), kind);
        if (list.isEmpty()) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "RETURNING must have at least one column", raw.location());
        }
        q.returningList = TargetList.withoutUnknowns(p, list);
        p.nextResno = resno;
        p.namespace = namespace;
        boolean used = list.stream()
                .anyMatch(entry -> ExprWalk.anyDeep(
                        entry.expr(),
                        0,
                        (e, depth) -> e instanceof Var v && v.levelsUp() == depth && v.varno() > tables));
        if (used) {
            q.returningOld = old;
            q.returningNew = fresh;
        } else {
            p.rtable.subList(tables, p.rtable.size()).clear();
        }
    }

    /// Makes the old or new row visible, under the name that WITH gives it or by default `old` or `new`
    /// (addNSItemForReturning).
    private static int row(ParseState p, ReturningClause raw, ReturningOptionKind kind) {
        String given = null;
        for (ReturningOption option : raw.options()) {
            if (option.option() != kind) {
                continue;
            }
            if (given != null) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR, kind + " cannot be specified multiple times", option.location());
            }
            given = option.value();
            if (Relations.byRefname(p, null, given, Position.NONE) != null) {
                throw new SqlException(
                        SqlState.DUPLICATE_ALIAS,
                        "table name \"" + given + "\" specified more than once",
                        option.location());
            }
        }
        String name = given == null ? kind.name().toLowerCase(Locale.ROOT) : given;
        if (given == null && Relations.byRefname(p, null, name, Position.NONE) != null
                || !(p.rte(index(p)) instanceof RteRelation target)) {
            return 0;
        }
        NamespaceItem item = Relations.addRelation(
                p, target.relation(), new org.pgherd.grammar.ast.Alias(name, List.of(), Position.NONE), false, false);
        item.columnsVisible = false;
        p.namespace.add(item);
        return item.rtindex;
    }
}
