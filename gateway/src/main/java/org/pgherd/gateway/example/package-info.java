/// The two example databases: their schemas and the tour come from the `examples` folder, their rows are generated, the
/// same ones at every run. Begin with [Example] and [Tour].
@NullMarked
package org.pgherd.gateway.example;

import org.jspecify.annotations.NullMarked;
