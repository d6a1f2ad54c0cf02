/// One class per kind of statement that the engine itself carries out or spreads over the shards:
/// transactions, settings,
/// definitions, COPY, cursors, PREPARE, EXPLAIN. Planned statements are [QueryCommand]. Begin with
/// [StatementDispatch].
@NullMarked
package org.pgherd.engine.command;

import org.jspecify.annotations.NullMarked;
