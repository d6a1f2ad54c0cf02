package org.pgherd.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A statement to compare, and the way it is run.
///
/// @param targets the tables that it changes
/// @param parameters values of `$1`, `$2` and so on; if there are any, it is prepared and executed
/// @param moves what is asked of a cursor over it; none if it is not run by a cursor
record Statement(String sql, List<Relation> targets, List<Literals.Parameter> parameters, List<String> moves) {
    Statement {
        targets = List.copyOf(targets);
        parameters = List.copyOf(parameters);
        moves = List.copyOf(moves);
    }

    Statement withSql(String text) {
        return new Statement(text, targets, parameters, moves);
    }

    /// Whether it must be undone.
    boolean inTransaction() {
        return !targets.isEmpty() || !moves.isEmpty();
    }

    /// The texts to send, one after the other.
    List<String> steps() {
        if (!moves.isEmpty()) {
            List<String> steps = new ArrayList<>(moves);
            steps.set(0, moves.getFirst() + " FOR " + sql);
            return steps;
        }
        if (parameters.isEmpty()) {
            return List.of(sql);
        }
        List<String> steps = new ArrayList<>();
        steps.add("PREPARE fuzz ("
                + parameters.stream().map(value -> value.kind().sql()).collect(Collectors.joining(", ")) + ") AS "
                + sql);
        steps.add(execute(Literals.Parameter::value));
        if (targets.isEmpty()) {
            steps.add(execute(Literals.Parameter::next));
        }
        return steps;
    }

    private String execute(Function<Literals.Parameter, String> value) {
        return "EXECUTE fuzz (" + parameters.stream().map(value).collect(Collectors.joining(", ")) + ")";
    }

    /// As one would type it.
    String text() {
        String all = String.join("; ", steps());
        if (!moves.isEmpty()) {
            return "BEGIN; " + all + "; ROLLBACK";
        }
        return parameters.isEmpty() ? all : all + "; DEALLOCATE fuzz";
    }
}
