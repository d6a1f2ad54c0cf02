package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.semantics.spi.VariableScope;

/// Names in expressions: columns, whole rows, variables of the routine around (transformColumnRef of parse_expr.c,
/// plpgsql_post_column_ref of pl_comp.c).
final class ColumnReferences {
    private ColumnReferences() {}

    static Expr transform(ParseState p, ColumnRef ref) {
        forbidden(p, ref);
        Position at = ref.location();
        if (ref.star()) {
            return wholeRow(p, ref);
        }
        VariableScope variables = p.context.variables();
        VariableScope.Variable variable = variables == null ? null : variables.resolve(ref.fields());
        if (variable != null && variables != null && variables.conflict() == VariableScope.Conflict.USE_VARIABLE) {
            return variable(p, variable, at);
        }
        List<String> fields = ref.fields();
        Expr column = column(p, fields, at);
        if (variable != null) {
            if (column == null) {
                return variable(p, variable, at);
            }
            if (variables != null && variables.conflict() == VariableScope.Conflict.ERROR) {
                throw new SqlException(
                                SqlState.AMBIGUOUS_COLUMN,
                                "column reference \"" + String.join(".", fields) + "\" is ambiguous",
                                at)
                        .withDetail("It could refer to either a PL/pgSQL variable or a table column.");
            }
        }
        if (column != null) {
            return column;
        }
        Expr field = variables == null ? null : field(p, variables, fields, at);
        if (field != null) {
            return field;
        }
        throw missing(p, fields, at);
    }

    /// `variable.field` of a composite variable (sql_fn_post_column_ref of functions.c); null if it is no such thing.
    private static @Nullable Expr field(ParseState p, VariableScope variables, List<String> fields, Position at) {
        VariableScope.Variable row = fields.size() < 2 ? null : variables.resolve(fields.subList(0, fields.size() - 1));
        return row == null ? null : FunctionCalls.projection(p, fields.getLast(), variable(p, row, at), at);
    }

    /// `rel.*` as one value.
    private static Expr wholeRow(ParseState p, ColumnRef ref) {
        List<String> fields = ref.fields();
        if (fields.isEmpty()) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR, "row expansion via \"*\" is not supported here", ref.location());
        }
        String schema = fields.size() > 1 ? fields.get(fields.size() - 2) : null;
        Relations.Found whole = Relations.byRefname(p, schema, fields.getLast(), ref.location());
        if (whole == null) {
            throw MissingName.relation(p, schema, fields.getLast(), ref.location());
        }
        return Relations.wholeRow(p.up(whole.levelsUp()), whole.item(), whole.levelsUp(), ref.location());
    }

    static Expr variable(ParseState p, VariableScope.Variable variable, Position at) {
        return new Param(
                Param.Kind.EXTERN, variable.slot() + 1, Relations.withDefaultCollation(p, variable.type()), at);
    }

    private static void forbidden(ParseState p, ColumnRef ref) {
        String message = switch (p.exprKind) {
            case COLUMN_DEFAULT -> "cannot use column reference in DEFAULT expression";
            default -> null;
        };
        if (message != null) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, message, ref.location());
        }
    }

    /// What a dotted name means as a column; null if nothing.
    private static @Nullable Expr column(ParseState p, List<String> fields, Position at) {
        if (fields.size() == 1) {
            String name = fields.getFirst();
            Expr found = Relations.column(p, name, false, at);
            if (found != null) {
                return found;
            }
            Relations.Found whole = Relations.byRefname(p, null, name, at);
            return whole == null
                    ? null
                    : Relations.wholeRow(p.up(whole.levelsUp()), whole.item(), whole.levelsUp(), at);
        }
        if (fields.size() > 4) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "improper qualified name (too many dotted names): " + String.join(".", fields),
                    at);
        }
        String schema = fields.size() > 2 ? fields.get(fields.size() - 3) : null;
        String relation = fields.get(fields.size() - 2);
        String name = fields.getLast();
        Relations.Found found = Relations.byRefname(p, schema, relation, at);
        if (found == null) {
            return null;
        }
        ParseState owner = p.up(found.levelsUp());
        Expr column = Relations.columnOf(p, owner, found.item(), found.levelsUp(), name, at);
        if (column != null) {
            return column;
        }
        Expr whole = Relations.wholeRow(owner, found.item(), found.levelsUp(), at);
        return FunctionCalls.call(
                p, List.of(name), new ArrayList<>(List.of(whole)), List.of(), null, p.lastSrf, false, at);
    }

    private static SqlException missing(ParseState p, List<String> fields, Position at) {
        if (fields.size() == 1) {
            return MissingName.column(p, null, fields.getFirst(), at);
        }
        String schema = fields.size() > 2 ? fields.get(fields.size() - 3) : null;
        String relation = fields.get(fields.size() - 2);
        if (Relations.byRefname(p, schema, relation, at) == null) {
            return MissingName.relation(p, schema, relation, at);
        }
        return MissingName.column(p, relation, fields.getLast(), at);
    }
}
