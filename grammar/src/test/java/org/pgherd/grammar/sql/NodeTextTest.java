package org.pgherd.grammar.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.AArrayExpr;
import org.pgherd.grammar.ast.AConst;
import org.pgherd.grammar.ast.AlterDefaultPrivilegesStmt;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.AtomicBlock;
import org.pgherd.grammar.ast.BoolExpr;
import org.pgherd.grammar.ast.CollateClause;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.grammar.ast.CreateForeignTableStmt;
import org.pgherd.grammar.ast.CurrentOfExpr;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.FromItem;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.MultiAssignRef;
import org.pgherd.grammar.ast.NamedArgExpr;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.ReturnStmt;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.SetToDefault;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.TypeCast;
import org.pgherd.grammar.ast.TypeName;
import org.pgherd.grammar.ast.ViewStmt;

/// The range of a node is its text: children lie within their parents, no blank stands at an end, and what a start rule
/// reads is the same node when the text is parsed alone.
class NodeTextTest {
    /// Types whose meaning hangs on where they stand: those of literals have no default length, INTERVAL has its fields
    /// behind the literal, an operator may have no type at a side, and functions have types of tables and columns.
    private static final Pattern PLACED =
            Pattern.compile("(?is)(char|character|n|nchar|bit|none|table\\b.*|interval\\b.*'.*|.*%\\s*type)");

    /// Constants as an expression has them; those of options may be words and names too.
    private static final Pattern CONSTANT = Pattern.compile("(?is)([-+.0-9'$]|[ebxn]'|u&').*");

    private final List<String> wrong = new ArrayList<>();

    @Test
    void ofTheReferenceManual() throws IOException {
        for (String resource : List.of("accepted.sql", "reference.sql")) {
            try (InputStream in = NodeTextTest.class.getResourceAsStream(resource)) {
                assertThat(in).isNotNull();
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("--"))
                        .forEach(this::check);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void ofTheCorpus() throws IOException {
        for (var line : Corpora.read("pg_regress_statements.jsonl")) {
            check((String) line.get("sql"));
        }
        assertThat(wrong).isEmpty();
    }

    private void check(String sql) {
        List<RawStmt> statements;
        try {
            statements = SqlParser.parse(sql);
        } catch (SqlException e) {
            return;
        }
        for (RawStmt statement : statements) {
            check(statement, sql, null);
        }
    }

    private void check(Node node, String sql, @Nullable Node parent) {
        String text =
                node.at().isKnown() ? sql.substring(node.at().start(), node.at().end()) : null;
        if (text != null) {
            if (text.isEmpty() || !text.equals(text.strip())) {
                wrong.add("blank: " + node + " in " + sql);
            } else if (!standsAlone(node, text, parent)) {
                wrong.add(node.getClass().getSimpleName() + " [" + text + "] in " + sql);
            }
        }
        for (Node child : AstWalk.children(node)) {
            if (text != null
                    && child.at().isKnown()
                    && (child.at().start() < node.at().start()
                            || child.at().end() > node.at().end())) {
                wrong.add(child + " leaves " + node + " in " + sql);
            }
            // the query that a recursive view is made into has no text of its own
            if (!(node instanceof ViewStmt view && child == view.query() && recursive(sql))) {
                check(child, sql, node);
            }
        }
    }

    private static boolean recursive(String sql) {
        return Pattern.compile("(?i)recursive\\s+view").matcher(sql).find();
    }

    private static boolean standsAlone(Node node, String text, @Nullable Node parent) {
        try {
            Node alone = alone(node, text, parent);
            return alone == null || AstWalk.same(alone, node);
        } catch (SqlException e) {
            return false;
        }
    }

    /// The text parsed by the rule that read it, or null where no rule starts with such a node.
    private static @Nullable Node alone(Node node, String text, @Nullable Node parent) {
        return switch (node) {
            case SetToDefault _ -> null;
            // one source for several columns
            case MultiAssignRef _ -> null;
            case CurrentOfExpr _ -> null;
            // words of options become constants
            case AConst _ when !CONSTANT.matcher(text).matches() -> null;
            case CollateClause c when c.arg() == null -> null;
            case NamedArgExpr _ ->
                ((FuncCall) SqlParser.parseExpression("f(" + text + ")")).args().getFirst();
            case ColumnRef _ when text.regionMatches(true, 0, "table", 0, 5) -> null;
            case ColumnRef c
            when c.star() -> select("select " + text).targetList().getFirst().val();
            case AArrayExpr _ when text.startsWith("[") -> SqlParser.parseExpression("array" + text);
            // made of the operands of an operator
            case FuncCall f when f.funcname().getLast().endsWith("_escape") -> null;
            case TypeCast _
            when parent instanceof FuncCall f && f.funcname().getLast().equals("substring") -> null;
            case Expr _ when parent instanceof BoolExpr not && not.at().equals(node.at()) -> null;
            case Expr _ -> SqlParser.parseExpression(text);
            case TypeName _ -> PLACED.matcher(text).matches() ? null : SqlParser.parseTypeName(text);
            // persistence and ONLY stand before the name
            case RangeVar r when !r.inh() || !(parent instanceof SelectStmt) -> null;
            case FromItem _ -> select("select * from " + text).fromClause().getFirst();
            case ReturnStmt _, AtomicBlock _ -> null;
            case Statement _
            when parent instanceof CreateForeignTableStmt || parent instanceof AlterDefaultPrivilegesStmt -> null;
            case Statement _ -> SqlParser.parse(text).getFirst().stmt();
            default -> null;
        };
    }

    private static SelectStmt select(String sql) {
        return (SelectStmt) SqlParser.parse(sql).getFirst().stmt();
    }
}
