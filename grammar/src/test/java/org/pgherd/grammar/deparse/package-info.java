@NullMarked
package org.pgherd.grammar.deparse;

import org.jspecify.annotations.NullMarked;
