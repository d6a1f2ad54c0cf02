package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.CaseTestExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.JsonExpr;
import org.pgherd.analyzer.query.JsonTableExpr;
import org.pgherd.analyzer.query.JsonTablePlan;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.JsonBehaviorType;
import org.pgherd.grammar.ast.JsonExprOp;
import org.pgherd.grammar.ast.JsonFuncExpr;
import org.pgherd.grammar.ast.JsonOutput;
import org.pgherd.grammar.ast.JsonQuotes;
import org.pgherd.grammar.ast.JsonTable;
import org.pgherd.grammar.ast.JsonTableColumn;
import org.pgherd.grammar.ast.JsonTableColumnType;
import org.pgherd.grammar.ast.JsonTablePathSpec;
import org.pgherd.grammar.ast.JsonValueExpr;
import org.pgherd.grammar.ast.JsonWrapper;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.semantics.codec.JsonbText;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// JSON_TABLE (parse_jsontable.c).
final class JsonTables {
    private final ParseState p;
    private final JsonTable raw;
    private final boolean errorOnError;
    private final Set<String> names = new HashSet<>();
    private final List<org.pgherd.analyzer.query.JsonTableColumn> columns = new ArrayList<>();
    private int generated;

    private JsonTables(ParseState p, JsonTable raw) {
        this.p = p;
        this.raw = raw;
        this.errorOnError = raw.onError() != null && raw.onError().btype() == JsonBehaviorType.ERROR;
    }

    static JsonTableExpr transform(ParseState p, JsonTable raw) {
        if (raw.onError() != null
                && raw.onError().btype() != JsonBehaviorType.ERROR
                && raw.onError().btype() != JsonBehaviorType.EMPTY
                && raw.onError().btype() != JsonBehaviorType.EMPTY_ARRAY) {
            throw new SqlException(
                            SqlState.SYNTAX_ERROR,
                            "invalid ON ERROR behavior",
                            raw.onError().location())
                    .withDetail("Only EMPTY [ ARRAY ] or ERROR is allowed in the top-level ON ERROR clause.");
        }
        return new JsonTables(p, raw).table();
    }

    private JsonTableExpr table() {
        String root =
                raw.pathspec().name() == null ? generatedName() : raw.pathspec().name();
        names.add(root);
        checkNames(raw.columns());
        Expr document =
                JsonValues.transform(p, "JSON_TABLE", raw.contextItem(), JsonValues.Default.JSONB, TypeOids.JSONB);
        JsonQueries.path(p, raw.pathspec().string());
        List<String> passingNames = new ArrayList<>();
        List<Expr> passing = new ArrayList<>();
        JsonQueries.passing(p, "JSON_TABLE", raw.passing(), passingNames, passing);
        JsonTablePlan.PathScan plan = scan(raw.columns(), raw.pathspec(), root);
        return new JsonTableExpr(document, passingNames, passing, columns, plan, errorOnError, raw.location());
    }

    private String generatedName() {
        String name = "json_table_path_" + generated++;
        names.add(name);
        return name;
    }

    private void checkNames(List<JsonTableColumn> list) {
        for (JsonTableColumn column : list) {
            if (column.coltype() == JsonTableColumnType.NESTED) {
                JsonTablePathSpec path = ExpressionAnalysis.nonNull(column.pathspec());
                if (path.name() != null) {
                    addName(path.name(), nameAt(path));
                }
                checkNames(column.columns());
            } else {
                addName(ExpressionAnalysis.nonNull(column.name()), column.location());
            }
        }
    }

    /// The name follows the path and AS.
    private Position nameAt(JsonTablePathSpec path) {
        String sql = p.context.sql();
        int at = path.at().end();
        while (at < sql.length() && Character.isWhitespace(sql.charAt(at))) {
            at++;
        }
        if (!sql.regionMatches(true, at, "as", 0, 2)) {
            return path.at();
        }
        at += 2;
        while (at < sql.length() && Character.isWhitespace(sql.charAt(at))) {
            at++;
        }
        return new Position(at, at);
    }

    private void addName(String name, Position at) {
        if (!names.add(name)) {
            throw new SqlException(SqlState.DUPLICATE_ALIAS, "duplicate JSON_TABLE column or path name: " + name, at);
        }
    }

    /// transformJsonTableColumns.
    private JsonTablePlan.PathScan scan(List<JsonTableColumn> list, JsonTablePathSpec path, String name) {
        int first = columns.size();
        boolean ordinality = false;
        for (JsonTableColumn column : list) {
            if (column.coltype() == JsonTableColumnType.NESTED) {
                continue;
            }
            String columnName = ExpressionAnalysis.nonNull(column.name());
            if (column.coltype() == JsonTableColumnType.FOR_ORDINALITY) {
                if (ordinality) {
                    throw new SqlException(
                            SqlState.SYNTAX_ERROR, "only one FOR ORDINALITY column is allowed", column.location());
                }
                ordinality = true;
                columns.add(new org.pgherd.analyzer.query.JsonTableColumn(columnName, SqlType.INT4, null));
                continue;
            }
            JsonExpr value = value(column, columnName);
            columns.add(new org.pgherd.analyzer.query.JsonTableColumn(columnName, value.type(), value));
        }
        int end = columns.size();
        JsonTablePlan child = nested(list);
        String text = ((StringConst) path.string()).sval();
        Const constant = Literals.of(p, SqlType.of(TypeOids.JSONPATH), -1, text, Position.NONE);
        return new JsonTablePlan.PathScan(constant, name, first, end, child);
    }

    private @Nullable JsonTablePlan nested(List<JsonTableColumn> list) {
        JsonTablePlan plan = null;
        for (JsonTableColumn column : list) {
            if (column.coltype() != JsonTableColumnType.NESTED) {
                continue;
            }
            JsonTablePathSpec path = ExpressionAnalysis.nonNull(column.pathspec());
            String name = path.name() == null ? generatedName() : path.name();
            JsonTablePlan scan = scan(column.columns(), path, name);
            plan = plan == null ? scan : new JsonTablePlan.SiblingJoin(plan, scan);
        }
        return plan;
    }

    /// A column as JSON_VALUE, JSON_QUERY or JSON_EXISTS of the row's item (transformJsonTableColumn).
    private JsonExpr value(JsonTableColumn column, String name) {
        var typeName = ExpressionAnalysis.nonNull(column.typeName());
        JsonExprOp op = switch (column.coltype()) {
            case REGULAR -> {
                int type = TypeReferences.resolve(p.catalog(), typeName).oid();
                yield isContainer(type)
                                || column.quotes() != JsonQuotes.UNSPEC
                                || column.wrapper() != JsonWrapper.UNSPEC
                        ? JsonExprOp.QUERY
                        : JsonExprOp.VALUE;
            }
            case EXISTS -> JsonExprOp.EXISTS;
            default -> JsonExprOp.QUERY;
        };
        org.pgherd.grammar.ast.Expr path;
        if (column.pathspec() == null) {
            StringBuilder text = new StringBuilder("$.");
            JsonbText.quote(name, text);
            path = new StringConst(text.toString(), Position.NONE);
        } else {
            path = column.pathspec().string();
        }
        JsonFuncExpr function = new JsonFuncExpr(
                op,
                name,
                new JsonValueExpr(path, null, column.at()),
                path,
                raw.passing(),
                new JsonOutput(typeName, column.format(), column.at()),
                column.onEmpty(),
                column.onError(),
                column.wrapper(),
                column.quotes(),
                column.at());
        JsonExpr value = JsonQueries.transform(p, function, new CaseTestExpr(SqlType.JSONB));
        return (JsonExpr) CollationAssignment.expression(p, value);
    }

    private boolean isContainer(int type) {
        char kind = p.catalog().typeKind(type);
        return type == TypeOids.JSON
                || type == TypeOids.JSONB
                || type == TypeOids.RECORD
                || p.catalog().elementType(type) != 0
                || kind == 'c'
                || kind == 'd' && isContainer(p.catalog().baseType(type));
    }
}
