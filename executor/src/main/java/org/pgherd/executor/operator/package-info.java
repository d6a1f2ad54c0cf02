/// The operators that run plan nodes: pulled, a batch at a time. Each node of [org.pgherd.shardplanner.plan]
/// has one operator here, made by [OperatorFactory]; the state of one execution is [ExecutionState].
@NullMarked
package org.pgherd.executor.operator;

import org.jspecify.annotations.NullMarked;
