package org.pgherd.analyzer.parse;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.grammar.ast.*;

/// The name of an output column without AS (FigureColname of parse_target.c).
final class ColumnNames {
    static final String NONE = "?column?";

    private ColumnNames() {}

    /// A name and how much it is worth: 2 a real one, 1 a makeshift that something inside may beat, 0 none.
    private record Guess(@Nullable String name, int strength) {}

    private static final Guess NOTHING = new Guess(null, 0);

    static String figure(org.pgherd.grammar.ast.Expr raw, org.pgherd.analyzer.query.@Nullable Expr analyzed) {
        String name = guess(raw, analyzed).name;
        return name == null ? NONE : name;
    }

    private static Guess guess(
            org.pgherd.grammar.ast.@Nullable Expr raw, org.pgherd.analyzer.query.@Nullable Expr analyzed) {
        return switch (raw) {
            case null -> NOTHING;
            case ColumnRef e ->
                e.fields().isEmpty() ? NOTHING : new Guess(e.fields().getLast(), 2);
            case AIndirection e -> {
                for (int i = e.indirection().size() - 1; i >= 0; i--) {
                    if (e.indirection().get(i) instanceof FieldName field) {
                        yield new Guess(field.name(), 2);
                    }
                }
                yield guess(e.arg(), analyzed);
            }
            case FuncCall e -> new Guess(e.funcname().getLast(), 2);
            case AExpr e when e.kind() == AExprKind.NULLIF -> new Guess("nullif", 2);
            case TypeCast e -> {
                Guess inner = guess(e.arg(), analyzed);
                yield inner.strength > 1 || e.typeName().names().isEmpty()
                        ? inner
                        : new Guess(e.typeName().names().getLast(), 1);
            }
            case CollateClause e -> guess(e.arg(), analyzed);
            case GroupingFunc _ -> new Guess("grouping", 2);
            case MergeSupportFunc _ -> new Guess("merge_action", 2);
            case SubLink e -> sublink(e, analyzed);
            case CaseExpr e -> {
                Guess inner = guess(e.defresult(), analyzed);
                yield inner.strength <= 1 ? new Guess("case", 1) : inner;
            }
            case AArrayExpr _ -> new Guess("array", 2);
            case RowExpr _ -> new Guess("row", 2);
            case CoalesceExpr _ -> new Guess("coalesce", 2);
            case MinMaxExpr e -> new Guess(e.op().name().toLowerCase(Locale.ROOT), 2);
            case SqlValueFunction e ->
                new Guess(e.op().name().toLowerCase(Locale.ROOT).replaceFirst("_n$", ""), 2);
            case XmlExpr e
            when e.op() != XmlExprOp.DOCUMENT -> new Guess(e.op().name().toLowerCase(Locale.ROOT), 2);
            case XmlSerialize _ -> new Guess("xmlserialize", 2);
            case JsonObjectConstructor _ -> new Guess("json_object", 2);
            case JsonArrayConstructor _, JsonArrayQueryConstructor _ -> new Guess("json_array", 2);
            case JsonObjectAgg _ -> new Guess("json_objectagg", 2);
            case JsonArrayAgg _ -> new Guess("json_arrayagg", 2);
            case JsonParseExpr _ -> new Guess("json", 2);
            case JsonScalarExpr _ -> new Guess("json_scalar", 2);
            case JsonFuncExpr e -> new Guess("json_" + e.op().name().toLowerCase(Locale.ROOT), 2);
            case JsonSerializeExpr _ -> new Guess("json_serialize", 2);
            default -> NOTHING;
        };
    }

    private static Guess sublink(SubLink raw, org.pgherd.analyzer.query.@Nullable Expr analyzed) {
        return switch (raw.subLinkType()) {
            case EXISTS -> new Guess("exists", 2);
            case ARRAY -> new Guess("array", 2);
            case EXPR -> {
                String[] found = new String[1];
                ExprWalk.any(analyzed, e -> {
                    if (e instanceof org.pgherd.analyzer.query.SubLink link
                            && link.at().equals(raw.location())) {
                        List<String> names = link.subselect().outputNames();
                        found[0] = names.isEmpty() ? null : names.getFirst();
                        return true;
                    }
                    return false;
                });
                yield found[0] == null ? NOTHING : new Guess(found[0], 2);
            }
            case ANY, ALL -> NOTHING;
        };
    }
}
