package org.pgherd.grammar.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgherd.errors.Notice;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.AConst;
import org.pgherd.grammar.ast.AExpr;
import org.pgherd.grammar.ast.AIndirection;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.BoolExpr;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.grammar.ast.CreateStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.ExplainStmt;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.FloatConst;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.PLAssignStmt;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.SubLink;
import org.pgherd.grammar.ast.SubLinkType;
import org.pgherd.grammar.ast.TypeCast;
import org.pgherd.grammar.ast.TypeName;
import org.pgherd.grammar.lexer.LexicalSettings;

/// Shapes of trees where PostgreSQL's raw parser does more than mirror the text.
class TreeTest {
    private static Expr expr(String sql) {
        return SqlParser.parseExpression(sql);
    }

    private static String string(String sql) {
        return ((StringConst) expr(sql)).sval();
    }

    @Test
    void decodesStrings() {
        assertThat(string("'it''s'")).isEqualTo("it's");
        assertThat(string("'a'\n  'b' -- c\n 'd'")).isEqualTo("abd");
        assertThat(string("'a\\n'")).isEqualTo("a\\n");
        assertThat(string("e'a\\n\\x41\\101\\u00e4\\U0001F600\\''")).isEqualTo("a\nAAä😀'");
        assertThat(string("e'\\xc3\\xa4'")).isEqualTo("ä");
        assertThat(string("u&'d\\0061t\\+000061'")).isEqualTo("data");
        assertThat(string("u&'d!0061' uescape '!'")).isEqualTo("da");
        assertThat(string("$x$a$b$x$")).isEqualTo("a$b");
        assertThatThrownBy(() -> expr("e'\\xc3'"))
                .isInstanceOfSatisfying(
                        SqlException.class,
                        e -> assertThat(e.message()).isEqualTo("invalid byte sequence for encoding \"UTF8\": 0xc3"));
    }

    @Test
    void typesNumbers() {
        assertThat(expr("1_000"))
                .isInstanceOfSatisfying(
                        IntegerConst.class, c -> assertThat(c.ival()).isEqualTo(1000));
        assertThat(expr("0x1F"))
                .isInstanceOfSatisfying(
                        IntegerConst.class, c -> assertThat(c.ival()).isEqualTo(31));
        assertThat(expr("- 5"))
                .isInstanceOfSatisfying(
                        IntegerConst.class, c -> assertThat(c.ival()).isEqualTo(-5));
        assertThat(expr("2147483648"))
                .isInstanceOfSatisfying(
                        FloatConst.class, c -> assertThat(c.fval()).isEqualTo("2147483648"));
        assertThat(expr("-1.5e3"))
                .isInstanceOfSatisfying(
                        FloatConst.class, c -> assertThat(c.fval()).isEqualTo("-1.5e3"));
    }

    @Test
    void foldsAndTruncatesNames() {
        assertThat(((ColumnRef) expr("Foo.\"Bar\".ÄX")).fields()).containsExactly("foo", "Bar", "Äx");
        assertThat(((ColumnRef) expr("a".repeat(70))).fields()).containsExactly("a".repeat(63));
        assertThat(((ColumnRef) expr("ä".repeat(40))).fields()).containsExactly("ä".repeat(31));
    }

    /// Each name that is cut is told of, as far as the parser came.
    @Test
    void tellsOfLongNames() {
        String sql = "select " + "A".repeat(64) + ", \"" + "ä".repeat(32) + "\", u&\"" + "\\00e4".repeat(32)
                + "\" from " + "b".repeat(63);
        List<Notice> notices = new ArrayList<>();
        SqlParser.parse(sql, LexicalSettings.STANDARD, notices::add);
        assertThat(notices)
                .extracting(Notice::message)
                .containsExactly(
                        "identifier \"" + "a".repeat(64) + "\" will be truncated to \"" + "a".repeat(63) + "\"",
                        "identifier \"" + "ä".repeat(32) + "\" will be truncated to \"" + "ä".repeat(31) + "\"",
                        "identifier \"" + "ä".repeat(32) + "\" will be truncated to \"" + "ä".repeat(31) + "\"");
        assertThat(notices).allSatisfy(n -> {
            assertThat(n.state()).isEqualTo(SqlState.NAME_TOO_LONG);
            assertThat(n.fields().severity()).isEqualTo("NOTICE");
        });
        List<Notice> before = new ArrayList<>();
        assertThatThrownBy(() -> SqlParser.parse(
                        "select " + "a".repeat(64) + " from from " + "b".repeat(64),
                        LexicalSettings.STANDARD,
                        before::add))
                .isInstanceOf(SqlException.class);
        assertThat(before).hasSize(1);
    }

    @Test
    void flattensAnd() {
        BoolExpr and = (BoolExpr) expr("a and b and (c and d) and e");
        assertThat(and.args()).hasSize(4);
        assertThat(((BoolExpr) expr("(a and b) and c")).args()).hasSize(3);
    }

    @Test
    void pointsWherePostgresPoints() {
        AExpr plus = (AExpr) expr("a + b");
        assertThat(plus.location()).isEqualTo(new Position(2, 3));
        assertThat(plus.at()).isEqualTo(new Position(0, 5));
        assertThat(((AExpr) expr("(a) + (b)")).at()).isEqualTo(new Position(0, 9));
        assertThat(expr("x::int").location()).isEqualTo(new Position(1, 3));
    }

    @Test
    void namesBuiltInTypes() {
        TypeName type = SqlParser.parseTypeName("character varying(10)[]");
        assertThat(type.names()).containsExactly("pg_catalog", "varchar");
        assertThat(type.typmods()).hasSize(1);
        assertThat(type.arrayBounds()).containsExactly(-1);
        assertThat(SqlParser.parseTypeName("char").typmods()).hasSize(1);
        assertThat(((TypeCast) expr("char 'x'")).typeName().typmods()).isEmpty();
        assertThat(SqlParser.parseTypeName("float(24)").names()).containsExactly("pg_catalog", "float4");
    }

    @Test
    void unwrapsQueriesInParentheses() {
        assertThat(((SubLink) expr("((select 1))")).subLinkType()).isEqualTo(SubLinkType.EXPR);
        assertThat(((SubLink) expr("a in ((select 1))")).subLinkType()).isEqualTo(SubLinkType.ANY);
        assertThat(expr("(f(x)).y")).isInstanceOf(AIndirection.class);
    }

    @Test
    void keepsNamespacesOfOptions() {
        CreateStmt create = (CreateStmt)
                SqlParser.parse("create table t (a int) with (pgherd.shard_by = 'hash(a)', fillfactor = 70)")
                        .get(0)
                        .stmt();
        DefElem shardBy = create.options().get(0);
        assertThat(shardBy.defnamespace()).isEqualTo("pgherd");
        assertThat(shardBy.defname()).isEqualTo("shard_by");
        assertThat(shardBy.arg())
                .isInstanceOfSatisfying(
                        StringConst.class, s -> assertThat(s.sval()).isEqualTo("hash(a)"));
        ExplainStmt explain = (ExplainStmt) SqlParser.parse("explain (sharded, format json) select 1")
                .get(0)
                .stmt();
        assertThat(explain.options()).extracting(DefElem::defname).containsExactly("sharded", "format");
    }

    @Test
    void keepsTheTextOfEachStatement() {
        String script = " select 1 ; -- x\n;;update t set a = 2 /* y */ ; ";
        List<RawStmt> statements = SqlParser.parse(script);
        assertThat(statements)
                .extracting(s -> script.substring(s.at().start(), s.at().end()))
                .containsExactly("select 1", "update t set a = 2");
    }

    @Test
    void parsesFragmentsInPlace() {
        String body = "begin x.y[1] := count(*) from t where a = 1; end";
        int start = body.indexOf("x.y");
        int end = body.indexOf(';');
        PLAssignStmt assign = SqlParser.parseAssignment(body, start, end, 2);
        assertThat(assign.name()).isEqualTo("x");
        assertThat(assign.indirection()).hasSize(2);
        FuncCall count = AstWalk.all(assign, FuncCall.class).get(0);
        assertThat(body.substring(count.at().start(), count.at().end())).isEqualTo("count(*)");
        SelectStmt query = SqlParser.parsePlExpression(body, body.indexOf("count"), end);
        assertThat(AstWalk.all(query, RangeVar.class))
                .extracting(RangeVar::relname)
                .containsExactly("t");
        assertThat(AstWalk.all(query, AConst.class)).hasSize(1);
        assertThat(AstWalk.same(query, assign.val())).isTrue();
    }

    @Test
    void refusesTooDeepNesting() {
        for (String sql : List.of(
                "select " + "(".repeat(10_000) + "1" + ")".repeat(10_000),
                "select " + "(select ".repeat(10_000) + "1" + ")".repeat(10_000),
                "select " + "case when true then ".repeat(10_000) + "1" + " end".repeat(10_000))) {
            assertThatThrownBy(() -> SqlParser.parse(sql)).isInstanceOfSatisfying(SqlException.class, e -> {
                assertThat(e.state()).isEqualTo(SqlState.SYNTAX_ERROR);
                assertThat(e.message()).startsWith("memory exhausted at or near ");
            });
        }
        assertThat(SqlParser.parse("select 1" + " and true".repeat(10_000))).hasSize(1);
        assertThat(SqlParser.parse("select " + "- ".repeat(10_000) + "x")).hasSize(1);
    }
}
