package org.pgherd.semantics.compare;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.value.Text;

/// The order of text under a collation: by bytes for C, POSIX and the builtin provider; by ICU.
/// Locales of the C library are never guessed: who must order by one asks a shard.
public abstract class CollationOrder {
    private static final ConcurrentHashMap<String, CollationOrder> ICU = new ConcurrentHashMap<>();

    /// By bytes.
    public static final CollationOrder C = new CollationOrder() {
        @Override
        public int compare(Text a, Text b) {
            return a.compareTo(b);
        }
    };

    public abstract int compare(Text a, Text b);

    /// Whether texts that differ may be equal.
    public boolean isDeterministic() {
        return true;
    }

    /// Of a collation's oid. The database's own counts as C unless `lookup` tells what it is.
    public static CollationOrder of(int collationOid, TypeLookup lookup) {
        switch (collationOid) {
            case 0,
                    Collations.C,
                    Collations.POSIX,
                    Collations.UCS_BASIC,
                    Collations.PG_C_UTF8,
                    Collations.PG_UNICODE_FAST -> {
                return C;
            }
            default -> {
                CollationRow row = lookup.collation(collationOid);
                CollationOrder order = row == null ? null : of(row);
                if (order == null) {
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "collation \"" + (row == null ? Integer.toString(collationOid) : row.name())
                                    + "\" cannot be applied outside of a server");
                }
                return order;
            }
        }
    }

    /// Null if the collation is the C library's and not C, has rules of its own, or a case level.
    public static @Nullable CollationOrder of(CollationRow row) {
        return switch (row.provider()) {
            case 'd', 'b' -> C;
            case 'i' ->
                hasCaseLevel(row.locale())
                        ? null
                        : ICU.computeIfAbsent(row.locale() + row.deterministic(), k -> icu(row));
            default -> isC(row.collate()) ? C : null;
        };
    }

    /// icu4j then orders expansions otherwise than the C library of ICU.
    private static boolean hasCaseLevel(String locale) {
        return locale.contains("kc-true") || locale.contains("colCaseLevel=yes");
    }

    private static boolean isC(String locale) {
        return locale.equals("C") || locale.equals("POSIX");
    }

    private static CollationOrder icu(CollationRow row) {
        // a server may hold the locale in ICU's own form
        ULocale locale = row.locale().indexOf('_') >= 0 || row.locale().indexOf('@') >= 0
                ? new ULocale(row.locale())
                : ULocale.forLanguageTag(row.locale());
        Collator collator = Collator.getInstance(locale).freeze();
        boolean deterministic = row.deterministic();
        return new CollationOrder() {
            @Override
            public int compare(Text a, Text b) {
                int c = collator.compare(a.toString(), b.toString());
                return c != 0 || !deterministic ? c : a.compareTo(b);
            }

            @Override
            public boolean isDeterministic() {
                return deterministic;
            }
        };
    }

    /// Under the collation as built-in catalogs know it.
    public static int compare(int collationOid, Text a, Text b) {
        return of(collationOid, BuiltinCatalog.instance()).compare(a, b);
    }
}
