package org.pgherd.engine.routine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.analyzer.effect.Effect;
import org.pgherd.analyzer.effect.EffectAnalysis;
import org.pgherd.analyzer.effect.Effects;
import org.pgherd.engine.session.SessionState;

/// Which routines read tables and do nothing else. They are declared STABLE or IMMUTABLE, all that they call is as they
/// say, and nothing in them speaks to the client.
final class OnlyReading {
    private final SessionState session;
    private final Map<Integer, Boolean> known = new HashMap<>();
    private @Nullable Object analysed;

    OnlyReading(SessionState session) {
        this.session = session;
    }

    boolean is(int oid) {
        CatalogView view = session.view();
        if (analysed != view.catalog()) {
            analysed = view.catalog();
            known.clear();
        }
        return known.computeIfAbsent(oid, routine -> decide(routine, view));
    }

    private static boolean decide(int oid, CatalogView view) {
        Routine routine = view.catalog().routine(oid);
        if (routine == null || routine.row().volatility() == 'v') {
            return false;
        }
        EffectAnalysis analysis = new EffectAnalysis(view);
        Effects effects = analysis.routine(oid);
        // what PL/pgSQL computes by itself is computed as fast as it is looked up
        return (effects.has(Effect.Kind.READS) || routine.row().language().equals("sql"))
                && effects.volatility() != 'v'
                && analysis.visited().stream()
                        .noneMatch(called -> mayRaise(view.catalog().routine(called)));
    }

    /// RAISE of a notice is seen by the client each time.
    private static boolean mayRaise(@Nullable Routine routine) {
        return routine == null
                || routine.row().language().equals("plpgsql")
                        && routine.row().source().toUpperCase(Locale.ROOT).contains("RAISE");
    }
}
