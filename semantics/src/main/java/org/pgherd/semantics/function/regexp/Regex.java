package org.pgherd.semantics.function.regexp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pgherd.semantics.function.text.CodePoints;
import org.pgherd.semantics.value.Text;

/// A compiled expression. Its automata cache what they see, so one object serves one thread: see [#of].
final class Regex {
    private static final int CACHED = 32;

    private record Key(Text pattern, RegexOptions options) {}

    /// Per thread, as PostgreSQL's cache is per session (regexp.c:RE_compile_and_cache).
    private static final ThreadLocal<Map<Key, Regex>> CACHE =
            ThreadLocal.withInitial(() -> new LinkedHashMap<>(CACHED * 2, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Regex> eldest) {
                    return size() > CACHED;
                }
            });

    private final SubExpression root;
    private final int captures;
    private final RegexOptions options;

    private Regex(Text pattern, RegexOptions options) {
        RegexParser parser = new RegexParser(CodePoints.array(pattern), options);
        Piece.Group group = parser.parse();
        this.options = parser.options();
        this.captures = parser.captures();
        this.root = new RegexCompiler(this.options, captures).compile(group);
        root.nfa.requireModest();
    }

    static Regex of(Text pattern, RegexOptions options) {
        Map<Key, Regex> cache = CACHE.get();
        Key key = new Key(pattern, options);
        Regex regex = cache.get(key);
        if (regex == null) {
            regex = new Regex(pattern, options);
            cache.put(key, regex);
        }
        return regex;
    }

    SubExpression root() {
        return root;
    }

    int captures() {
        return captures;
    }

    RegexOptions options() {
        return options;
    }

    boolean occursIn(Text text) {
        if (!root.nfa.occursIn(text)) {
            return false;
        }
        // back references are only known to match when they have been compared
        return (root.flags & SubExpression.REFERS) == 0 || new RegexMatcher(this, CodePoints.array(text)).find(0);
    }
}
