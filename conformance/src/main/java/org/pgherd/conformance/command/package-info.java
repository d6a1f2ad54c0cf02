/// The `diff`, `slt` and `fuzz` subcommands of `pgherd`.
@NullMarked
package org.pgherd.conformance.command;

import org.jspecify.annotations.NullMarked;
