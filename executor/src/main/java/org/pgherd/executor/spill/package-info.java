/// Rows that outgrow a statement's memory: [org.pgherd.executor.spill.SpillFile] is a temporary file,
/// [org.pgherd.executor.spill.SpillRun] a sequence of batches in it, [org.pgherd.executor.spill.RowStore] rows that
/// are in memory as long as they fit. Which rows go where is the operators' business, not this package's.
@NullMarked
package org.pgherd.executor.spill;

import org.jspecify.annotations.NullMarked;
