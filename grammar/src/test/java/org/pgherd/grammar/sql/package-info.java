/// The SQL half of the grammar against fixtures and, where they are present, against the parser corpora.
@NullMarked
package org.pgherd.grammar.sql;

import org.jspecify.annotations.NullMarked;
