package org.pgherd.conformance.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// Which statements of a script run: `\if` and its like, over the variables that `\set` sets.
public final class ScriptFlow {
    private final Variables variables;
    /// One entry per open \if: whether its current branch runs, and whether a branch has run already.
    private final Deque<boolean[]> branches = new ArrayDeque<>();

    public ScriptFlow(Variables variables) {
        this.variables = variables;
    }

    public boolean runs() {
        return branches.stream().allMatch(branch -> branch[0]);
    }

    /// Follows a backslash command; false if it is none that this class knows.
    public boolean meta(Item.Meta meta) {
        switch (meta.name()) {
            case "if" -> {
                boolean taken = runs() && truth(meta);
                branches.push(new boolean[] {taken, taken});
            }
            case "elif" -> next(truth(meta));
            case "else" -> next(true);
            case "endif" -> branches.poll();
            case "set" -> set(meta.arguments());
            case "unset" -> {
                if (!meta.arguments().isEmpty()) {
                    variables.unset(meta.arguments().getFirst());
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void set(List<String> words) {
        if (!runs() || words.isEmpty()) {
            return;
        }
        StringBuilder value = new StringBuilder();
        words.subList(1, words.size()).forEach(word -> value.append(variables.interpolate(word)));
        variables.set(words.getFirst(), value.toString());
    }

    private void next(boolean condition) {
        boolean[] branch = branches.peek();
        if (branch != null) {
            branch[0] = !branch[1] && condition;
            branch[1] |= branch[0];
        }
    }

    private boolean truth(Item.Meta meta) {
        String word = meta.arguments().isEmpty()
                ? ""
                : variables.interpolate(meta.arguments().getFirst());
        return List.of("t", "true", "1", "on", "yes").contains(word.toLowerCase(Locale.ROOT));
    }
}
