package org.pgherd.engine.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.CurrentOfExpr;
import org.pgherd.grammar.ast.DeleteStmt;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.InsertStmt;
import org.pgherd.grammar.ast.MergeStmt;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.ResTarget;
import org.pgherd.grammar.ast.ReturningClause;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.UpdateStmt;
import org.pgherd.grammar.ast.WithClause;
import org.pgherd.semantics.spi.VariableScope;
import org.pgherd.semantics.type.TypeOids;

/// UPDATE and DELETE with WHERE CURRENT OF. Their plan is that of a row named by where it lies just now, so it is made
/// for
/// each execution anew.
public final class PositionedStatement {
    private PositionedStatement() {}

    /// Where cursors stand.
    public interface Positions {
        /// A condition on the target, by its name or alias, that holds for the cursor's current row alone; null to
        /// leave the
        /// clause to the analysis, which refuses it.
        ///
        /// @param assigned columns that the statement changes
        @Nullable
        String condition(String cursor, RangeVar target, List<String> assigned);

        /// Columns by which RETURNING tells where a row has gone that the last condition names; none if it stays where
        /// it is.
        List<String> whereabouts();
    }

    public static boolean is(RawStmt raw) {
        return switch (raw.stmt()) {
            case UpdateStmt update -> update.whereClause() instanceof CurrentOfExpr || inWith(update.withClause());
            case DeleteStmt delete -> delete.whereClause() instanceof CurrentOfExpr || inWith(delete.withClause());
            case SelectStmt select -> inWith(select.withClause());
            case InsertStmt insert -> inWith(insert.withClause());
            case MergeStmt merge -> inWith(merge.withClause());
            default -> false;
        };
    }

    private static boolean inWith(@Nullable WithClause with) {
        return with != null && !AstWalk.all(with, CurrentOfExpr.class).isEmpty();
    }

    /// The statement as if the cursor stood on no row: it has the same columns, parameters and faults.
    static RawStmt undetermined(RawStmt raw, Positions positions, @Nullable VariableScope variables) {
        Positions nowhere = new Positions() {
            @Override
            public @Nullable String condition(String cursor, RangeVar target, List<String> assigned) {
                return positions.condition("", target, List.of());
            }

            @Override
            public List<String> whereabouts() {
                return List.of();
            }
        };
        return replaced(raw, nowhere, variables, null);
    }

    /// @param variables of the routine around, one of which may hold the cursor's name
    static RawStmt determined(
            RawStmt raw, Positions positions, @Nullable VariableScope variables, @Nullable Object @Nullable [] values) {
        return replaced(raw, positions, variables, values);
    }

    private static RawStmt replaced(
            RawStmt raw, Positions positions, @Nullable VariableScope variables, @Nullable Object @Nullable [] values) {
        return switch (raw.stmt()) {
            case UpdateStmt u -> {
                requireOutside(u.withClause());
                Expr where = condition(u.whereClause(), u.relation(), assigned(u), positions, variables, values);
                yield new RawStmt(
                        new UpdateStmt(
                                u.relation(),
                                u.targetList(),
                                where,
                                u.fromClause(),
                                returning(u, positions.whereabouts()),
                                u.withClause(),
                                u.at()),
                        raw.at());
            }
            case DeleteStmt d -> {
                requireOutside(d.withClause());
                Expr where = condition(d.whereClause(), d.relation(), List.of(), positions, variables, values);
                yield new RawStmt(
                        new DeleteStmt(
                                d.relation(), d.usingClause(), where, d.returningClause(), d.withClause(), d.at()),
                        raw.at());
            }
            case SelectStmt s -> outside(raw, s.withClause());
            case InsertStmt i -> outside(raw, i.withClause());
            case MergeStmt m -> outside(raw, m.withClause());
            default -> raw;
        };
    }

    private static @Nullable ReturningClause returning(UpdateStmt update, List<String> columns) {
        ReturningClause own = update.returningClause();
        if (columns.isEmpty()) {
            return own;
        }
        List<ResTarget> all = new ArrayList<>(own == null ? List.of() : own.exprs());
        for (String column : columns) {
            all.add(new ResTarget(null, List.of(), SqlParser.parseExpression(column), update.at()));
        }
        return new ReturningClause(own == null ? List.of() : own.options(), all, update.at());
    }

    private static List<String> assigned(UpdateStmt update) {
        return update.targetList().stream()
                .map(target -> String.valueOf(target.name()))
                .toList();
    }

    private static RawStmt outside(RawStmt raw, @Nullable WithClause with) {
        requireOutside(with);
        return raw;
    }

    private static void requireOutside(@Nullable WithClause with) {
        if (inWith(with)) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED, "WHERE CURRENT OF in a WITH clause is not supported");
        }
    }

    private static @Nullable Expr condition(
            @Nullable Expr where,
            RangeVar target,
            List<String> assigned,
            Positions positions,
            @Nullable VariableScope variables,
            @Nullable Object @Nullable [] values) {
        if (!(where instanceof CurrentOfExpr current) || current.cursorName() == null) {
            return where;
        }
        String condition = positions.condition(name(current.cursorName(), variables, values), target, assigned);
        return condition == null ? where : SqlParser.parseExpression(condition);
    }

    /// A variable of type refcursor comes before a cursor of its name (transformCurrentOfExpr).
    private static String name(String said, @Nullable VariableScope variables, @Nullable Object @Nullable [] values) {
        VariableScope.Variable variable = variables == null ? null : variables.resolve(List.of(said));
        if (variable == null || values == null || variable.type().oid() != TypeOids.REFCURSOR) {
            return said;
        }
        Object value = values[variable.slot()];
        if (value == null) {
            throw new SqlException(SqlState.UNDEFINED_OBJECT, "no value found for parameter " + (variable.slot() + 1));
        }
        return value.toString();
    }
}
