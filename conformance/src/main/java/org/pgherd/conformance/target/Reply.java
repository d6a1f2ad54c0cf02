package org.pgherd.conformance.target;

import java.util.List;

/// The outcomes of one query string (several if it held several statements; a failure is the last) and its notices.
public record Reply(List<Outcome> outcomes, List<String> notices) {
    public Outcome last() {
        return outcomes.isEmpty() ? new Outcome.Command("") : outcomes.getLast();
    }
}
