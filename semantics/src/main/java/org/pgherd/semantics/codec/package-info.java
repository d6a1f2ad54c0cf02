/// Text and binary forms of types, byte for byte as PostgreSQL reads and writes them. Begin with [Codecs].
@NullMarked
package org.pgherd.semantics.codec;

import org.jspecify.annotations.NullMarked;
