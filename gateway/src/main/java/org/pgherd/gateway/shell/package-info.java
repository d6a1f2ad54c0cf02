/// The `sql` command's shell: cutting input into statements, backslash commands, printing, the interactive line editor.
/// Begin with [Shell].
@NullMarked
package org.pgherd.gateway.shell;

import org.jspecify.annotations.NullMarked;
