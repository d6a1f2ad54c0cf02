/// Expressions made runnable: each node of the analyzer's tree becomes an [Evaluator] that gives one row's
/// value, lazily where SQL is lazy (CASE, AND, OR, COALESCE), and [BatchExpression] runs it down a batch. Begin
/// with [ExpressionCompiler]. Subplans are only called from here; operators live in `operator`.
@NullMarked
package org.pgherd.executor.expression;

import org.jspecify.annotations.NullMarked;
