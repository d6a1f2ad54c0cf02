/// Functions of points, segments, lines, boxes, paths, polygons and circles (geo_ops.c). Begin with [Fuzzy], the
/// comparison that allows for 1e-6, and [Points].
@NullMarked
package org.pgherd.semantics.function.geometry;

import org.jspecify.annotations.NullMarked;
