package org.pgherd.analyzer.parse;

import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Persistence;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.CallStmt;
import org.pgherd.grammar.ast.CreateTableAsStmt;
import org.pgherd.grammar.ast.CursorOptions;
import org.pgherd.grammar.ast.DeclareCursorStmt;
import org.pgherd.grammar.ast.ExplainStmt;
import org.pgherd.grammar.ast.IntoClause;
import org.pgherd.grammar.ast.ObjectType;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.UtilityStatement;

/// The queries inside utility statements that are analyzed with them: DECLARE CURSOR, EXPLAIN, CREATE TABLE AS, SELECT
/// INTO and CALL (transformOptionalSelectInto, transformDeclareCursorStmt, transformExplainStmt,
/// transformCreateTableAsStmt of analyze.c). PREPARE and COPY analyze theirs when they run.
final class UtilityAnalysis {
    private UtilityAnalysis() {}

    /// The query inside; null for statements that have none.
    static @Nullable Query transform(AnalysisContext context, Statement statement) {
        Query inner = analyzed(context, statement);
        context.parameters().checkKnown();
        return inner;
    }

    private static @Nullable Query analyzed(AnalysisContext context, Statement statement) {
        return switch (statement) {
            case SelectStmt select when into(select) != null -> query(context, withoutInto(select));
            case org.pgherd.grammar.ast.Query query -> query(context, query);
            case DeclareCursorStmt declare -> declareCursor(context, declare);
            case ExplainStmt explain -> analyzed(context, explain.query());
            case CreateTableAsStmt create -> createTableAs(context, create);
            case CallStmt call -> {
                Analyzer.call(
                        call,
                        context.sql(),
                        context.catalog(),
                        context.functions(),
                        context.parameters(),
                        context.variables());
                yield null;
            }
            case UtilityStatement _ -> null;
        };
    }

    private static Query query(AnalysisContext context, org.pgherd.grammar.ast.Query raw) {
        return SelectAnalysis.statement(new ParseState(context, null), raw);
    }

    /// SELECT INTO has it in its leftmost leaf.
    static @Nullable IntoClause into(SelectStmt select) {
        SelectStmt leaf = select;
        while (leaf.larg() != null) {
            leaf = leaf.larg();
        }
        return leaf.intoClause();
    }

    private static SelectStmt withoutInto(SelectStmt s) {
        return new SelectStmt(
                s.distinct(),
                s.distinctClause(),
                null,
                s.targetList(),
                s.fromClause(),
                s.whereClause(),
                s.groupClause(),
                s.groupDistinct(),
                s.havingClause(),
                s.windowClause(),
                s.valuesLists(),
                s.sortClause(),
                s.limitOffset(),
                s.limitCount(),
                s.limitOption(),
                s.lockingClause(),
                s.withClause(),
                s.op(),
                s.all(),
                s.larg() == null ? null : withoutInto(s.larg()),
                s.rarg(),
                s.at());
    }

    private static Query declareCursor(AnalysisContext context, DeclareCursorStmt declare) {
        int options = declare.options();
        exclusive(options, CursorOptions.SCROLL, "SCROLL", CursorOptions.NO_SCROLL, "NO SCROLL");
        exclusive(options, CursorOptions.ASENSITIVE, "ASENSITIVE", CursorOptions.INSENSITIVE, "INSENSITIVE");
        Query query = query(context, declare.query());
        if (query.hasModifyingCTE()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "DECLARE CURSOR must not contain data-modifying statements in WITH");
        }
        if (!query.rowMarks().isEmpty()) {
            String locking = Locking.name(query.rowMarks().getFirst().strength());
            if ((options & CursorOptions.HOLD) != 0) {
                throw new SqlException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "DECLARE CURSOR WITH HOLD ... " + locking + " is not supported")
                        .withDetail("Holdable cursors must be READ ONLY.");
            }
            if ((options & CursorOptions.SCROLL) != 0) {
                throw new SqlException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "DECLARE SCROLL CURSOR ... " + locking + " is not supported")
                        .withDetail("Scrollable cursors must be READ ONLY.");
            }
            if ((options & CursorOptions.INSENSITIVE) != 0) {
                throw new SqlException(
                                SqlState.INVALID_CURSOR_DEFINITION,
                                "DECLARE INSENSITIVE CURSOR ... " + locking + " is not valid")
                        .withDetail("Insensitive cursors must be READ ONLY.");
            }
        }
        return query;
    }

    private static void exclusive(int options, int one, String oneName, int other, String otherName) {
        if ((options & one) != 0 && (options & other) != 0) {
            throw new SqlException(
                    SqlState.INVALID_CURSOR_DEFINITION, "cannot specify both " + oneName + " and " + otherName);
        }
    }

    private static @Nullable Query createTableAs(AnalysisContext context, CreateTableAsStmt create) {
        if (!(create.query() instanceof org.pgherd.grammar.ast.Query raw)) {
            return null;
        }
        Query query = query(context, raw);
        if (create.objtype() == ObjectType.MATVIEW) {
            if (query.hasModifyingCTE()) {
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "materialized views must not use data-modifying statements in WITH");
            }
            if (usesTemporary(query)) {
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED, "materialized views must not use temporary tables or views");
            }
            if (ExprWalk.anyDeep(query, 0, (e, _) -> e instanceof Param p && p.kind() == Param.Kind.EXTERN)) {
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED, "materialized views may not be defined using bound parameters");
            }
        }
        return query;
    }

    private static boolean usesTemporary(Query query) {
        for (RangeTblEntry rte : query.rtable()) {
            boolean temporary =
                    rte instanceof RteRelation relation && relation.relation().persistence() == Persistence.TEMPORARY
                            || rte instanceof RteSubquery sub && usesTemporary(sub.query());
            if (temporary) {
                return true;
            }
        }
        return query.cteList().stream().anyMatch(cte -> usesTemporary(cte.query()));
    }
}
