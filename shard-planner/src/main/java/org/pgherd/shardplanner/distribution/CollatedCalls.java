package org.pgherd.shardplanner.distribution;

import java.util.Set;
import org.pgherd.analyzer.query.DistinctExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.MinMaxExpr;
import org.pgherd.analyzer.query.NullIfExpr;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.RowCompareExpr;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.compare.CollationOrder;
import org.pgherd.semantics.type.Collations;

/// Calls whose collation only the shards can apply: one of the C library, which orders and changes case as its machine
/// has it, or one under which parts of text are equal that differ.
public final class CollatedCalls {
    private static final Set<String> ORDERING = Set.of(
            "text_lt",
            "text_le",
            "text_gt",
            "text_ge",
            "bttextcmp",
            "text_larger",
            "text_smaller",
            "bpcharlt",
            "bpcharle",
            "bpchargt",
            "bpcharge",
            "bpcharcmp",
            "bpchar_larger",
            "bpchar_smaller",
            "namelttext",
            "nameletext",
            "namegttext",
            "namegetext",
            "btnametextcmp",
            "textltname",
            "textlename",
            "textgtname",
            "textgename",
            "bttextnamecmp",
            "array_lt",
            "array_le",
            "array_gt",
            "array_ge",
            "btarraycmp",
            "array_larger",
            "array_smaller");

    private static final Set<String> LETTERS = Set.of(
            "lower",
            "upper",
            "initcap",
            "casefold",
            "texticlike",
            "texticnlike",
            "bpchariclike",
            "bpcharicnlike",
            "textregexeq",
            "textregexne",
            "texticregexeq",
            "texticregexne",
            "bpcharregexeq",
            "bpcharregexne",
            "bpcharicregexeq",
            "bpcharicregexne",
            "regexp_like",
            "regexp_count",
            "regexp_instr",
            "regexp_substr",
            "regexp_replace",
            "regexp_match",
            "regexp_matches",
            "regexp_split_to_array",
            "regexp_split_to_table");

    private static final Set<String> SEARCHING = Set.of(
            "textlike",
            "textnlike",
            "bpcharlike",
            "bpcharnlike",
            "strpos",
            "position",
            "replace",
            "split_part",
            "starts_with",
            "string_to_array",
            "string_to_table",
            "hashtext",
            "hashtextextended",
            "hashbpchar",
            "hashbpcharextended");

    private CollatedCalls() {}

    /// Of the root of the expression alone.
    public static boolean isOnlyThere(Expr expr, TypeLookup types) {
        return switch (expr) {
            case FuncExpr f -> isOnlyThere(f.funcId(), f.inputCollation(), types);
            case OpExpr o -> isOnlyThere(o.opFuncId(), o.inputCollation(), types);
            case DistinctExpr d -> isOnlyThere(d.opFuncId(), d.inputCollation(), types);
            case NullIfExpr n -> isOnlyThere(n.opFuncId(), n.inputCollation(), types);
            case ScalarArrayOpExpr s -> isOnlyThere(s.opFuncId(), s.inputCollation(), types);
            case MinMaxExpr m -> isAsked(m.inputCollation(), types);
            case RowCompareExpr r -> r.inputCollations().stream().anyMatch(collation -> isAsked(collation, types));
            default -> false;
        };
    }

    private static boolean isOnlyThere(int function, int collation, TypeLookup types) {
        if (isByBytes(collation)) {
            return false;
        }
        CollationRow row = types.collation(collation);
        ProcRow proc = BuiltinCatalog.instance().proc(function);
        if (row == null || proc == null) {
            return false;
        }
        if (!row.deterministic()) {
            return SEARCHING.contains(proc.name()) || LETTERS.contains(proc.name()) && isAsked(collation, types);
        }
        return isAsked(collation, types) && (ORDERING.contains(proc.name()) || LETTERS.contains(proc.name()));
    }

    /// Whether only a server knows how a collation orders text.
    public static boolean isAsked(int collation, TypeLookup types) {
        if (isByBytes(collation)) {
            return false;
        }
        CollationRow row = types.collation(collation);
        return row != null && CollationOrder.of(row) == null;
    }

    private static boolean isByBytes(int collation) {
        return collation == 0 || collation == Collations.C || collation == Collations.POSIX;
    }
}
