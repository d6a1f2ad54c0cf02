package org.pgherd.grammar.deparse;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.FromItem;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.TypeName;
import org.pgherd.grammar.lexer.Retagger;

/// SQL text of a tree: one that parses to the same tree, positions aside.
public final class Deparser {
    private Deparser() {}

    /// The text of a statement, an expression, a type, or an item of FROM. What nests too deep for the stack is an
    /// error, as it is in PostgreSQL's ruleutils.c.
    public static String sql(Node node) {
        try {
            return text(node);
        } catch (StackOverflowError e) {
            throw Retagger.tooDeep();
        }
    }

    private static String text(Node node) {
        return switch (node) {
            case RawStmt r -> Statements.statement(r.stmt());
            case Statement s -> Statements.statement(s);
            case Expr e -> Expressions.expr(e);
            case FromItem f -> FromItems.item(f);
            case TypeName t -> TypeNames.type(t);
            default ->
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED, "a part of a clause has no SQL text of its own", node.at());
        };
    }
}
