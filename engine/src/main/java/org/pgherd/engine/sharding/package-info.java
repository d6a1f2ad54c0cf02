/// How tables lie on the shards, as SQL users declare it: the options of CREATE TABLE, the functions of the
/// create_distributed_table family, and the tables of schema `pgherd` on the shards where it is kept.
/// Begin with [MetadataSchema] and [TableDeclaration]. Routing itself is the planner's.
@NullMarked
package org.pgherd.engine.sharding;

import org.jspecify.annotations.NullMarked;
