/// The `pgherd` command and its subcommands. Modules above add theirs through [CommandContribution]. Exit codes:
/// 0 fine, 1 differences or failed SQL, 2 wrong usage or no start. Errors are one line on stderr.
/// Begin with [PgHerdCommand].
@NullMarked
package org.pgherd.gateway.command;

import org.jspecify.annotations.NullMarked;
