package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.parse.CoercionPathway.Context;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FieldSelect;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.AIndirection;
import org.pgherd.grammar.ast.AStar;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.grammar.ast.Indirection;
import org.pgherd.grammar.ast.ResTarget;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Output lists with their stars (parse_target.c).
final class TargetList {
    private TargetList() {}

    static List<TargetEntry> transform(ParseState p, List<ResTarget> raw, ExprKind kind) {
        List<TargetEntry> list = new ArrayList<>();
        for (ResTarget target : raw) {
            org.pgherd.grammar.ast.Expr value = ExpressionAnalysis.nonNull(target.val());
            List<String> names = new ArrayList<>();
            List<Expr> star = star(p, value, kind, names);
            if (star != null) {
                for (int i = 0; i < star.size(); i++) {
                    list.add(entry(p, star.get(i), names.get(i)));
                }
                continue;
            }
            Expr expr = ExpressionAnalysis.transform(p, value, kind);
            String name = target.name() != null ? target.name() : ColumnNames.figure(value, expr);
            list.add(entry(p, expr, name));
        }
        return list;
    }

    static TargetEntry entry(ParseState p, Expr expr, @Nullable String name) {
        int[] origin = Relations.origin(p, expr);
        return new TargetEntry(expr, p.nextResno++, name, 0, origin[0], origin[1], false);
    }

    /// Expressions of ROW(...) or VALUES, stars expanded (transformExpressionList).
    static List<Expr> expandedExpressions(ParseState p, List<org.pgherd.grammar.ast.Expr> raw, ExprKind kind) {
        List<Expr> list = new ArrayList<>();
        for (org.pgherd.grammar.ast.Expr item : raw) {
            List<Expr> star = star(p, item, kind, new ArrayList<>());
            if (star != null) {
                list.addAll(star);
            } else if (item instanceof org.pgherd.grammar.ast.SetToDefault d
                    && (kind == ExprKind.VALUES || kind == ExprKind.VALUES_SINGLE)
                    && p.isInsert) {
                list.add(new org.pgherd.analyzer.query.SetToDefault(SqlType.of(0), d.location()));
            } else {
                list.add(ExpressionAnalysis.transform(p, item, kind));
            }
        }
        return list;
    }

    /// The columns that `*`, `rel.*` or `(expr).*` stands for; null if the expression is none of these.
    private static @Nullable List<Expr> star(
            ParseState p, org.pgherd.grammar.ast.Expr raw, ExprKind kind, List<String> names) {
        if (raw instanceof ColumnRef ref && ref.star()) {
            return ref.fields().isEmpty() ? all(p, ref.location(), names) : ofRelation(p, ref, names);
        }
        if (raw instanceof AIndirection indirection
                && !indirection.indirection().isEmpty()
                && indirection.indirection().getLast() instanceof AStar) {
            List<Indirection> before = indirection
                    .indirection()
                    .subList(0, indirection.indirection().size() - 1);
            ExprKind saved = p.exprKind;
            p.exprKind = kind;
            Expr row;
            try {
                row = IndirectionAnalysis.apply(
                        p, ExpressionAnalysis.recurse(p, indirection.arg()), before, indirection.location());
            } finally {
                p.exprKind = saved;
            }
            return fieldsOf(p, row, names);
        }
        return null;
    }

    private static List<Expr> all(ParseState p, Position at, List<String> names) {
        List<Expr> list = new ArrayList<>();
        boolean visible = false;
        for (NamespaceItem item : p.namespace) {
            if (item.columnsVisible) {
                visible = true;
                list.addAll(Relations.expandVars(item, 0, at, names));
            }
        }
        if (!visible) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "SELECT * with no tables specified is not valid", at);
        }
        return list;
    }

    private static List<Expr> ofRelation(ParseState p, ColumnRef ref, List<String> names) {
        List<String> fields = ref.fields();
        if (fields.size() > 3) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "improper qualified name (too many dotted names): " + String.join(".", fields) + ".*",
                    ref.location());
        }
        String schema = fields.size() > 1 ? fields.get(fields.size() - 2) : null;
        Relations.Found found = Relations.byRefname(p, schema, fields.getLast(), ref.location());
        if (found == null) {
            Expr variable =
                    p.context.variables() == null || p.context.variables().resolve(fields) == null
                            ? null
                            : ExpressionAnalysis.recurse(p, new ColumnRef(fields, false, ref.at()));
            if (variable != null) {
                return fieldsOf(p, variable, names);
            }
            throw MissingName.relation(p, schema, fields.getLast(), ref.location());
        }
        return Relations.expandVars(found.item(), found.levelsUp(), ref.location(), names);
    }

    /// All fields of a composite value (ExpandRowReference).
    private static List<Expr> fieldsOf(ParseState p, Expr row, List<String> names) {
        if (row instanceof Var whole && whole.attno() == 0) {
            ParseState owner = p.up(whole.levelsUp());
            List<String> all = owner.rte(whole.varno()).eref().columnNames();
            List<Expr> vars = Relations.expandVars(owner, whole.varno(), whole.levelsUp(), whole.at());
            vars.forEach(v -> names.add(all.get(((Var) v).attno() - 1)));
            return vars;
        }
        if (!p.catalog().isRowType(row.type().oid())) {
            throw new SqlException(
                    SqlState.WRONG_OBJECT_TYPE,
                    "type " + p.catalog().formatType(row.type().oid()) + " is not composite",
                    ExprLocation.of(row));
        }
        List<TypeLookup.Field> fields = FunctionCalls.fields(p, row);
        if (fields.isEmpty() && row.type().oid() == TypeOids.RECORD) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "record type has not been registered", ExprLocation.of(row));
        }
        List<Expr> list = new ArrayList<>();
        for (TypeLookup.Field field : fields) {
            Expr select = FunctionCalls.projection(p, field.name(), row, row.at());
            list.add(select != null ? select : new FieldSelect(row, list.size() + 1, field.name(), field.type()));
            names.add(field.name());
        }
        return list;
    }

    /// Output columns of unknown type become text (resolveTargetListUnknowns).
    static List<TargetEntry> withoutUnknowns(ParseState p, List<TargetEntry> list) {
        List<TargetEntry> result = new ArrayList<>(list.size());
        for (TargetEntry entry : list) {
            if (entry.expr().type().oid() == TypeOids.UNKNOWN) {
                result.add(entry.withExpr(Coercion.toType(
                        p, entry.expr(), SqlType.TEXT, Context.IMPLICIT, CoercionForm.IMPLICIT_CAST, Position.NONE)));
            } else {
                result.add(entry);
            }
        }
        return result;
    }
}
