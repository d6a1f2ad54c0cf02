package org.pgherd.grammar.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;

/// Any constraint of a column, table or domain, NULL, DEFAULT and GENERATED included. Characters are
/// PostgreSQL's codes; 0 if it does not apply.
public record Constraint(
        ConstrType contype,
        @Nullable String conname,
        boolean deferrable,
        boolean initdeferred,
        boolean isEnforced,
        boolean skipValidation,
        boolean initiallyValid,
        boolean isNoInherit,
        @Nullable Expr rawExpr,
        char generatedWhen,
        char generatedKind,
        boolean nullsNotDistinct,
        List<String> keys,
        boolean withoutOverlaps,
        List<String> including,
        List<ExclusionElement> exclusions,
        List<DefElem> options,
        @Nullable String indexname,
        @Nullable String indexspace,
        @Nullable String accessMethod,
        @Nullable Expr whereClause,
        @Nullable RangeVar pktable,
        List<String> fkAttrs,
        List<String> pkAttrs,
        boolean fkWithPeriod,
        boolean pkWithPeriod,
        char fkMatchtype,
        char fkUpdAction,
        char fkDelAction,
        List<String> fkDelSetCols,
        Position at)
        implements TableElement {
    public Constraint {
        keys = List.copyOf(keys);
        including = List.copyOf(including);
        exclusions = List.copyOf(exclusions);
        options = List.copyOf(options);
        fkAttrs = List.copyOf(fkAttrs);
        pkAttrs = List.copyOf(pkAttrs);
        fkDelSetCols = List.copyOf(fkDelSetCols);
    }
}
