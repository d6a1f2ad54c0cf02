package org.pgherd.analyzer.parse;

/// Which clause an expression stands in: decides what is allowed there and how errors call it
/// (ParseExprKind, ParseExprKindName of parse_expr.c).
enum ExprKind {
    OTHER("expression"),
    JOIN_ON("JOIN/ON"),
    JOIN_USING("JOIN/USING"),
    FROM_SUBSELECT("sub-SELECT in FROM"),
    FROM_FUNCTION("function in FROM"),
    WHERE("WHERE"),
    HAVING("HAVING"),
    FILTER("FILTER"),
    WINDOW_PARTITION("window PARTITION BY"),
    WINDOW_ORDER("window ORDER BY"),
    WINDOW_FRAME_RANGE("window RANGE"),
    WINDOW_FRAME_ROWS("window ROWS"),
    WINDOW_FRAME_GROUPS("window GROUPS"),
    SELECT_TARGET("SELECT"),
    INSERT_TARGET("INSERT"),
    UPDATE_SOURCE("UPDATE"),
    UPDATE_TARGET("UPDATE"),
    MERGE_WHEN("MERGE WHEN"),
    GROUP_BY("GROUP BY"),
    ORDER_BY("ORDER BY"),
    DISTINCT_ON("DISTINCT ON"),
    LIMIT("LIMIT"),
    OFFSET("OFFSET"),
    RETURNING("RETURNING"),
    MERGE_RETURNING("RETURNING"),
    VALUES("VALUES"),
    VALUES_SINGLE("VALUES"),
    CHECK_CONSTRAINT("CHECK"),
    COLUMN_DEFAULT("DEFAULT"),
    FUNCTION_DEFAULT("DEFAULT"),
    INDEX_EXPRESSION("index expression"),
    INDEX_PREDICATE("index predicate"),
    EXECUTE_PARAMETER("EXECUTE"),
    POLICY("POLICY"),
    CALL_ARGUMENT("CALL"),
    CYCLE_MARK("CYCLE"),
    GENERATED_COLUMN("GENERATED AS");

    private final String text;

    ExprKind(String text) {
        this.text = text;
    }

    /// As PostgreSQL's messages call the clause.
    String text() {
        return text;
    }
}
