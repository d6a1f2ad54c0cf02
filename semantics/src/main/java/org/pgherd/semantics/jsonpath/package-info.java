/// The language jsonpath: text to tree and back. Begin with [JsonPath]; `function.json` evaluates it.
@NullMarked
package org.pgherd.semantics.jsonpath;

import org.jspecify.annotations.NullMarked;
