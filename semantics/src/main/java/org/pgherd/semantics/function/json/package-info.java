/// Functions of json, which is text, and jsonb, which is [org.pgherd.semantics.value.Jsonb]. [JsonTree] is json
/// read once; [JsonWriter] makes JSON of values of other types.
@NullMarked
package org.pgherd.semantics.function.json;

import org.jspecify.annotations.NullMarked;
