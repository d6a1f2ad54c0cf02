package org.pgherd.conformance.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/// The only source of chance of one statement.
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /// True in `percent` of 100 throws.
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /// 0 to `bound` - 1.
    int below(int bound) {
        return random.nextInt(bound);
    }

    /// `low` to `high`, both included.
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    Kind pick(Kind... choices) {
        return choices[random.nextInt(choices.length)];
    }

    String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
