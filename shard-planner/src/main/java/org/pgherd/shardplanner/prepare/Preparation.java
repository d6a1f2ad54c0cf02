package org.pgherd.shardplanner.prepare;

import java.util.function.Consumer;
import org.pgherd.analyzer.query.Query;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// The rewritings of a query that is taken apart, in order. A query that is forwarded whole needs none of them.
public final class Preparation {
    private Preparation() {}

    /// @param fired is told each rewriting that changed something
    public static Query prepare(Query query, PlanningFacts facts, Consumer<Class<?>> fired) {
        Query locked = LockedRows.checked(query, facts);
        Query simple = SimplifyConstants.in(locked, facts);
        note(locked, simple, SimplifyConstants.class, fired);
        Query factored = FactorOrArms.in(simple, facts);
        note(simple, factored, FactorOrArms.class, fired);
        Query counted = HypotheticalRankByCount.in(factored, facts);
        note(factored, counted, HypotheticalRankByCount.class, fired);
        Query inlined = InlineCteUsedOnce.in(counted, facts);
        note(counted, inlined, InlineCteUsedOnce.class, fired);
        Query reduced = ReduceOuterJoin.in(inlined, facts);
        note(inlined, reduced, ReduceOuterJoin.class, fired);
        // a subquery that has lost its sublinks can be pulled up
        Query read = DropUnusedOutputs.in(reduced, facts);
        note(reduced, read, DropUnusedOutputs.class, fired);
        Query pulled = PullUpSimpleSubquery.in(read, facts);
        note(read, pulled, PullUpSimpleSubquery.class, fired);
        // outputs of a subquery that were pulled up may be constants; what is not needed is gone and is not computed
        Query computed = SimplifyConstants.computing(pulled, facts);
        note(pulled, computed, SimplifyConstants.class, fired);
        Query implied = ImpliedConstants.in(computed, facts);
        note(computed, implied, ImpliedConstants.class, fired);
        Query pushed = PushQualsDown.in(implied, facts);
        note(implied, pushed, PushQualsDown.class, fired);
        Query simpler = pushed.equals(implied) ? pushed : simplified(pushed, facts, fired);
        Query useful = RemoveUselessJoin.in(simpler, facts);
        note(simpler, useful, RemoveUselessJoin.class, fired);
        Query empty = EmptyInputs.in(useful);
        note(useful, empty, EmptyInputs.class, fired);
        Query needed = DropUnusedOutputs.in(empty, facts);
        note(empty, needed, DropUnusedOutputs.class, fired);
        return needed;
    }

    /// Quals that were pushed meet outputs that are constants, and make outer joins inner ones.
    private static Query simplified(Query pushed, PlanningFacts facts, Consumer<Class<?>> fired) {
        Query strict = ReduceOuterJoin.in(pushed, facts);
        note(pushed, strict, ReduceOuterJoin.class, fired);
        Query simpler = SimplifyConstants.computing(strict, facts);
        note(strict, simpler, SimplifyConstants.class, fired);
        return simpler;
    }

    private static void note(Query before, Query after, Class<?> rewriting, Consumer<Class<?>> fired) {
        if (!before.equals(after)) {
            fired.accept(rewriting);
        }
    }
}
