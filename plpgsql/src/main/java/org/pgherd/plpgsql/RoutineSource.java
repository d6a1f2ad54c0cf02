package org.pgherd.plpgsql;

import java.util.List;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Routine;

/// A routine to be run, and the catalog that its names mean something in.
///
/// @param view types and relations as the session sees them
public record RoutineSource(Routine routine, CatalogView view, List<String> config) {
    public static RoutineSource of(Routine routine, CatalogView view) {
        return new RoutineSource(routine, view, routine.config());
    }
}
