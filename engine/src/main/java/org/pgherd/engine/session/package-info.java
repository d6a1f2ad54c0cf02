/// One client's session: its settings, its view of the catalog, its prepared statements and cursors, and the
/// ways from a
/// text to a result. Begin with [HerdSession]; [SessionState] is what the commands see of it.
@NullMarked
package org.pgherd.engine.session;

import org.jspecify.annotations.NullMarked;
