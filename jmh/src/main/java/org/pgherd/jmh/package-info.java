/// Benchmarks. Each is named after the path it measures and has its baseline in the same class, so that a run gives
/// ratios. [QuickSet] runs a short set of all and prints a table. Nothing here is part of the product.
@NullMarked
package org.pgherd.jmh;

import org.jspecify.annotations.NullMarked;
