/// Boots, stops, kills and refuses real servers; what runs as another user or must die runs in a process of its own.
@NullMarked
package org.pgherd.embedded;

import org.jspecify.annotations.NullMarked;
