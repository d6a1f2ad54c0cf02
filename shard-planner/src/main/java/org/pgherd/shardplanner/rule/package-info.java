/// The ways in which work moves: one class per rule, named as a sentence, with its proof and a counter-example.
/// All are
/// listed in [RuleSet]; the name of each that fired is kept with the plan, so that tests can ask for it.
@NullMarked
package org.pgherd.shardplanner.rule;

import org.jspecify.annotations.NullMarked;
