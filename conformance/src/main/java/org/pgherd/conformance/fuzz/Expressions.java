package org.pgherd.conformance.fuzz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Expressions of a wanted type over a scope.
final class Expressions {
    private final Dice dice;
    private final Selects selects;
    private final Literals literals;
    /// Whether the statement may raise errors of evaluation.
    private final boolean failing;

    Expressions(Dice dice, Selects selects, Literals literals, boolean failing) {
        this.dice = dice;
        this.selects = selects;
        this.literals = literals;
        this.failing = failing;
    }

    String of(Kind kind, Scope scope, int depth) {
        if (depth <= 0 || dice.chance(35)) {
            return atom(kind, scope);
        }
        if (kind == Kind.BOOL && dice.chance(70)) {
            return condition(scope, depth);
        }
        int choice = dice.below(100);
        if (choice < 60) {
            return form(kind, scope, depth);
        }
        if (choice < 72) {
            return "CASE WHEN " + of(Kind.BOOL, scope, depth - 1) + " THEN " + of(kind, scope, depth - 1)
                    + (dice.chance(70) ? " ELSE " + of(kind, scope, depth - 1) : "") + " END";
        }
        if (choice < 84 && selects.mayNest()) {
            return kind == Kind.INTS && dice.chance(60)
                    ? selects.subqueries().array(scope)
                    : selects.subqueries().scalar(kind, scope);
        }
        return atom(kind, scope);
    }

    /// A text that is the same wherever it stands (what is grouped by must be told again), or that is to be planned
    /// with
    /// its values known.
    String withoutParameters(Kind kind, Scope scope, int depth) {
        boolean before = literals.plain(true);
        String text = of(kind, scope, depth);
        literals.plain(before);
        return text;
    }

    private String atom(Kind kind, Scope scope) {
        @Nullable Column column = column(kind, scope);
        return column == null || dice.chance(20) ? literals.of(kind) : column.name();
    }

    /// A column of this scope, or of one around it.
    private @Nullable Column column(Kind kind, Scope scope) {
        List<Column> here = scope.of(kind);
        Scope outer = scope.outer();
        if (outer != null && (here.isEmpty() || dice.chance(25))) {
            Column found = column(kind, outer);
            if (found != null) {
                return found;
            }
        }
        return here.isEmpty() ? null : dice.pick(here);
    }

    private String form(Kind kind, Scope scope, int depth) {
        List<Form> forms = Form.of(kind, failing);
        if (forms.isEmpty()) {
            return atom(kind, scope);
        }
        Form form = dice.pick(forms);
        Object[] arguments = form.arguments().stream()
                .map(argument -> of(argument, scope, depth - 1))
                .toArray();
        return form.text().formatted(arguments);
    }

    /// A predicate other than a form.
    String condition(Scope scope, int depth) {
        int choice = dice.below(100);
        Kind kind = comparable(scope);
        if (choice < 45) {
            return "(" + of(kind, scope, depth - 1) + " " + dice.pick("=", "=", "=", "<>", "<", ">", "<=", ">=") + " "
                    + of(kind, scope, depth - 1) + ")";
        }
        if (choice < 50) {
            return "(" + of(kind, scope, depth - 1) + " IS " + dice.pick("", "NOT ") + "NULL)";
        }
        if (choice < 55) {
            return "(" + of(kind, scope, depth - 1) + dice.pick(" BETWEEN ", " NOT BETWEEN ") + literals.of(kind)
                    + " AND " + of(kind, scope, depth - 1) + ")";
        }
        if (choice < 62) {
            return "(" + of(kind, scope, depth - 1) + dice.pick(" IN (", " IN (", " NOT IN (") + literals.of(kind)
                    + ", " + literals.of(kind) + ", " + of(kind, scope, depth - 2) + "))";
        }
        if (choice < 66) {
            return "(" + of(kind, scope, depth - 1) + " IS " + dice.pick("", "NOT ") + "DISTINCT FROM "
                    + of(kind, scope, depth - 1) + ")";
        }
        if (choice < 71) {
            Kind second = comparable(scope);
            return "((" + of(kind, scope, depth - 1) + ", " + of(second, scope, 0) + ") "
                    + dice.pick("=", "<", ">=", "<>") + " (" + of(kind, scope, 0) + ", " + of(second, scope, 0) + "))";
        }
        if (choice < 74) {
            return "(" + of(kind, scope, 0) + " BETWEEN SYMMETRIC " + of(kind, scope, 0) + " AND " + literals.of(kind)
                    + ")";
        }
        if (choice < 76) {
            Kind second = comparable(scope);
            return "((" + of(kind, scope, 0) + ", " + of(second, scope, 0) + ")"
                    + dice.pick(
                            " IS NULL",
                            " IS NOT NULL",
                            " IS DISTINCT FROM (" + literals.of(kind) + ", " + literals.of(second) + ")")
                    + ")";
        }
        return selects.mayNest() ? selects.subqueries().predicate(kind, scope) : form(Kind.BOOL, scope, depth);
    }

    /// A type to compare by, most often one of which the scope has columns.
    Kind comparable(Scope scope) {
        if (scope.atoms().isEmpty() || dice.chance(10)) {
            return dice.chance(60) ? Kind.INT : Kind.TEXT;
        }
        return dice.pick(scope.atoms()).kind();
    }
}
