package org.pgherd.semantics.function.json;

import org.jspecify.annotations.Nullable;

/// Array indexes in text[] paths, read as strtol does.
final class JsonPathSteps {
    private JsonPathSteps() {}

    /// Null if the text is no integer.
    static @Nullable Integer index(String step) {
        int i = 0;
        while (i < step.length() && (step.charAt(i) == ' ' || step.charAt(i) >= '\t' && step.charAt(i) <= '\r')) {
            i++;
        }
        String digits = step.substring(i);
        if (!digits.matches("[+-]?[0-9]+")) {
            return null;
        }
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
