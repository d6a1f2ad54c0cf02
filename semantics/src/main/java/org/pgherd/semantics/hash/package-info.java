/// PostgreSQL's own hash functions: what hash partitioning and therefore routing are made of. Begin with
/// [HashFunctions].
@NullMarked
package org.pgherd.semantics.hash;

import org.jspecify.annotations.NullMarked;
