package org.pgherd.analyzer.parse;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.spi.VariableScope;

/// What all query levels of one statement share.
///
/// @param catalog names as the session's search path resolves them
/// @param functions the session, for input functions of literals (`timestamptz 'now'`, time zones, DateStyle)
/// @param parameters types of `$n`, given or found
/// @param variables of the routine around, if there is one
record AnalysisContext(
        String sql,
        CatalogView catalog,
        FunctionContext functions,
        ParameterTypes parameters,
        @Nullable VariableScope variables) {}
