/// Effect analysis: what a routine or statement reads, writes and otherwise touches, through everything that
/// it calls.
/// Works on names, not on types: all overloads of a name that a call could mean count, so the answer errs on
/// the side of
/// more effects. Begin with [EffectAnalysis]. Decides nothing about shards: the planner does.
@NullMarked
package org.pgherd.analyzer.effect;

import org.jspecify.annotations.NullMarked;
