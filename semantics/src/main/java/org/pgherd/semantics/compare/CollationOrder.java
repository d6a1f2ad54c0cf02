package org.pgherd.semantics.compare;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.type.Collations;
import org.pgherd.semantics.value.Text;

/// The order of text under a collation: by bytes for C, POSIX and the builtin provider; by ICU.
/// Locales of the C library are never guessed: a shard is asked.
public abstract class CollationOrder {
    private static final ConcurrentHashMap<String, CollationOrder> ICU = new ConcurrentHashMap<>();

    /// By bytes.
    public static final CollationOrder C = new CollationOrder() {
        @Override
        public int compare(Text a, Text b) {
            return a.compareTo(b);
        }
    };

    /// Of values whose collations contradict each other: nothing can be compared.
    private static final CollationOrder INDETERMINATE = new CollationOrder() {
        @Override
        public int compare(Text a, Text b) {
            throw indeterminate("string comparison");
        }

        @Override
        public boolean areEqual(Text a, Text b) {
            throw indeterminate("string comparison");
        }

        @Override
        public Text key(Text text) {
            throw indeterminate("string hashing");
        }
    };

    public abstract int compare(Text a, Text b);

    public boolean areEqual(Text a, Text b) {
        return a.equals(b);
    }

    /// Whether it is cheaper to be told of many texts before they are compared.
    public boolean wantsForesight() {
        return false;
    }

    /// These texts are about to be compared with each other.
    public void foresee(Collection<Text> texts) {}

    /// What is the same, byte by byte, for texts that are equal under the collation, and only for them.
    public Text key(Text text) {
        return text;
    }

    public static SqlException indeterminate(String purpose) {
        return new SqlException(
                        SqlState.INDETERMINATE_COLLATION, "could not determine which collation to use for " + purpose)
                .withHint("Use the COLLATE clause to set the collation explicitly.");
    }

    /// Whether texts that differ may be equal.
    public boolean isDeterministic() {
        return true;
    }

    /// Of a collation's oid. The database's own counts as C unless `lookup` tells what it is.
    public static CollationOrder of(int collationOid, TypeLookup lookup) {
        switch (collationOid) {
            case 0 -> {
                return INDETERMINATE;
            }
            case Collations.C,
                    Collations.POSIX,
                    Collations.UCS_BASIC,
                    Collations.PG_C_UTF8,
                    Collations.PG_UNICODE_FAST -> {
                return C;
            }
            default -> {
                CollationRow row = lookup.collation(collationOid);
                CollationOrder order = row == null ? null : of(row);
                if (row != null && order == null) {
                    order = lookup.serverOrder(row);
                }
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

    /// A server may hold the locale in ICU's own form.
    public static ULocale localeNamed(String name) {
        return name.indexOf('_') >= 0 || name.indexOf('@') >= 0 ? new ULocale(name) : ULocale.forLanguageTag(name);
    }

    private static CollationOrder icu(CollationRow row) {
        Collator collator = Collator.getInstance(localeNamed(row.locale())).freeze();
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

            @Override
            public boolean areEqual(Text a, Text b) {
                return a.equals(b) || !deterministic && compare(a, b) == 0;
            }

            @Override
            public Text key(Text text) {
                return deterministic
                        ? text
                        : Text.of(collator.getCollationKey(text.toString()).toByteArray());
            }
        };
    }
}
