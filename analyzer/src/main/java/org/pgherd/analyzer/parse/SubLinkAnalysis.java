package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.AExpr;
import org.pgherd.semantics.type.SqlType;

/// Queries in expressions (transformSubLink of parse_expr.c).
final class SubLinkAnalysis {
    private SubLinkAnalysis() {}

    static Expr transform(ParseState p, org.pgherd.grammar.ast.SubLink raw) {
        forbidden(p, raw.location());
        p.hasSubLinks = true;
        Query query = SelectAnalysis.sub(p, raw.subselect(), null, null, true);
        Position at = raw.location();
        return switch (raw.subLinkType()) {
            case EXISTS -> new SubLink(SubLink.Kind.EXISTS, 0, null, List.of(), query, SqlType.BOOL, at);
            case EXPR -> new SubLink(SubLink.Kind.EXPR, 0, null, List.of(), query, single(query, at), at);
            case ARRAY -> {
                SqlType element = single(query, at);
                int array = p.catalog().arrayType(element.oid());
                if (array == 0 && p.catalog().elementType(element.oid()) != 0) {
                    array = element.oid();
                }
                if (array == 0) {
                    throw new SqlException(
                            SqlState.UNDEFINED_OBJECT,
                            "could not find array type for data type "
                                    + p.catalog().formatType(element.oid()),
                            at);
                }
                yield new SubLink(
                        SubLink.Kind.ARRAY,
                        0,
                        null,
                        List.of(),
                        query,
                        new SqlType(array, element.typmod(), element.collation()),
                        at);
            }
            case ANY, ALL -> {
                List<String> name = raw.operName().isEmpty() ? List.of("=") : raw.operName();
                Expr left = ExpressionAnalysis.recurse(p, ExpressionAnalysis.nonNull(raw.testexpr()));
                SubLink.Kind kind = SubLink.Kind.valueOf(raw.subLinkType().name());
                yield compared(p, kind, left, name, query, raw.operName(), at);
            }
        };
    }

    /// `(a, b) op (SELECT ...)`.
    static Expr rowCompare(ParseState p, org.pgherd.grammar.ast.SubLink raw, AExpr operator) {
        forbidden(p, raw.location());
        p.hasSubLinks = true;
        Query query = SelectAnalysis.sub(p, raw.subselect(), null, null, true);
        Expr left = ExpressionAnalysis.recurse(p, ExpressionAnalysis.nonNull(operator.lexpr()));
        return compared(p, SubLink.Kind.ROWCOMPARE, left, operator.name(), query, operator.name(), operator.location());
    }

    private static Expr compared(
            ParseState p,
            SubLink.Kind kind,
            Expr left,
            List<String> operator,
            Query query,
            List<String> written,
            Position at) {
        List<Expr> leftList = left instanceof RowExpr row ? row.args() : List.of(left);
        List<Expr> rightList = new ArrayList<>();
        for (TargetEntry entry : query.outputColumns()) {
            rightList.add(
                    ExpressionAnalysis.sublinkParam(entry.resno(), entry.expr().type()));
        }
        if (leftList.size() < rightList.size()) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "subquery has too many columns", at);
        }
        if (leftList.size() > rightList.size()) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "subquery has too few columns", at);
        }
        Expr test = RowComparison.compare(p, operator, leftList, rightList, at);
        return new SubLink(kind, 0, test, written, query, SqlType.BOOL, at);
    }

    private static SqlType single(Query query, Position at) {
        List<TargetEntry> columns = query.outputColumns();
        if (columns.size() != 1) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    columns.isEmpty() ? "subquery must return a column" : "subquery must return only one column",
                    at);
        }
        return columns.getFirst().expr().type();
    }

    private static void forbidden(ParseState p, Position at) {
        String message = switch (p.exprKind) {
            case CHECK_CONSTRAINT -> "cannot use subquery in check constraint";
            case COLUMN_DEFAULT, FUNCTION_DEFAULT -> "cannot use subquery in DEFAULT expression";
            case INDEX_EXPRESSION -> "cannot use subquery in index expression";
            case INDEX_PREDICATE -> "cannot use subquery in index predicate";
            case EXECUTE_PARAMETER -> "cannot use subquery in EXECUTE parameter";
            case CALL_ARGUMENT -> "cannot use subquery in CALL argument";
            case GENERATED_COLUMN -> "cannot use subquery in column generation expression";
            default -> null;
        };
        if (message != null) {
            throw new SqlException(SqlState.FEATURE_NOT_SUPPORTED, message, at);
        }
    }
}
