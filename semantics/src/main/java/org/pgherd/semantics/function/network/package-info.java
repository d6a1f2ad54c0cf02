/// Functions of inet, cidr and macaddr.
@NullMarked
package org.pgherd.semantics.function.network;

import org.jspecify.annotations.NullMarked;
