package org.pgherd.engine.herd;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Arrays of one dimension in their output form.
public final class ArrayText {
    private ArrayText() {}

    public static List<String> elements(String text) {
        List<String> found = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                element.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '}')) {
                if (!element.isEmpty() || c == ',' || !found.isEmpty()) {
                    found.add(element.toString());
                }
                element.setLength(0);
            } else {
                element.append(c);
            }
        }
        return found;
    }

    /// Null if one of them is no number.
    static double @Nullable [] numbers(String text) {
        List<String> elements = elements(text);
        double[] numbers = new double[elements.size()];
        for (int i = 0; i < numbers.length; i++) {
            String element = elements.get(i);
            if (element.isEmpty() || !Character.isDigit(element.charAt(element.length() - 1))) {
                return null;
            }
            try {
                numbers[i] = Double.parseDouble(element);
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return numbers;
    }
}
