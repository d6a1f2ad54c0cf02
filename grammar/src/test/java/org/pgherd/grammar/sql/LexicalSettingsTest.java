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
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.lexer.LexicalSettings;
import org.pgherd.grammar.lexer.PortableText;

/// Texts whose backslashes escape (standard_conforming_strings = off).
class LexicalSettingsTest {
    private static final LexicalSettings OFF = new LexicalSettings(false, true, true);

    private static List<String> strings(List<RawStmt> statements) {
        return AstWalk.all(statements.getFirst(), StringConst.class).stream()
                .map(StringConst::sval)
                .toList();
    }

    @Test
    void tellsOfTheFirstBackslashOfAString() {
        List<Notice> told = new ArrayList<>();
        List<RawStmt> statements =
                SqlParser.parse("select 'a\\'b\\\\', '\\\\', '\\n', E'\\\\', 'plain'", OFF, told::add);
        assertThat(strings(statements)).containsExactly("a'b\\", "\\", "\n", "\\", "plain");
        assertThat(told)
                .extracting(Notice::message)
                .containsExactly(
                        "nonstandard use of \\' in a string literal",
                        "nonstandard use of \\\\ in a string literal",
                        "nonstandard use of escape in a string literal");
        assertThat(told).allSatisfy(notice -> {
            assertThat(notice.state()).isEqualTo(SqlState.NONSTANDARD_USE_OF_ESCAPE_CHARACTER);
            assertThat(notice.fields().severity()).isEqualTo("WARNING");
        });
        assertThat(told.get(1).fields().at().start()).isEqualTo(17);
        List<Notice> none = new ArrayList<>();
        assertThat(SqlParser.parse("select '\\\\'", new LexicalSettings(false, true, false), none::add))
                .hasSize(1);
        assertThat(none).isEmpty();
    }

    @Test
    void refusesQuotesBehindBackslashes() {
        for (LexicalSettings settings :
                List.of(new LexicalSettings(true, false, true), new LexicalSettings(false, false, true))) {
            assertThatThrownBy(() -> SqlParser.parse("select E'a\\'b'", settings, _ -> {}))
                    .isInstanceOfSatisfying(SqlException.class, e -> {
                        assertThat(e.message()).isEqualTo("unsafe use of \\' in a string literal");
                        assertThat(e.state()).isEqualTo(SqlState.NONSTANDARD_USE_OF_ESCAPE_CHARACTER);
                        assertThat(e.at().start()).isEqualTo(7);
                    });
        }
    }

    @Test
    void refusesUnicodeStrings() {
        assertThatThrownBy(() -> SqlParser.parse("select U&'\\0041'", OFF, _ -> {}))
                .isInstanceOfSatisfying(
                        SqlException.class, e -> assertThat(e.state()).isEqualTo(SqlState.FEATURE_NOT_SUPPORTED));
        assertThat(SqlParser.parse("select U&\"\\0041\"", OFF, _ -> {})).hasSize(1);
    }

    @Test
    void writesTextsThatMeanTheSameEverywhere() {
        String sql = "select'a\\\\b', n'\\x41', 'c\\'d'\n  'e\\tf', 'plain', $$\\$$, \"\\\", date'\\061'";
        PortableText portable = PortableText.of(sql, OFF);
        List<String> meant = strings(SqlParser.parse(sql, OFF, _ -> {}));
        assertThat(strings(SqlParser.parse(portable.text()))).isEqualTo(meant);
        assertThat(strings(SqlParser.parse(portable.text(), OFF, _ -> {}))).isEqualTo(meant);
        String standard = "select 'a\\b', '\\\\', 'it''s\\'";
        String made = PortableText.of(standard, LexicalSettings.STANDARD).text();
        assertThat(strings(SqlParser.parse(made, OFF, _ -> {}))).isEqualTo(strings(SqlParser.parse(standard)));
    }

    @Test
    void tellsErrorsWhereTheyWere() {
        String sql = "select 'a\\\\b', x, 'c\\\\', y";
        PortableText portable = PortableText.of(sql, OFF);
        for (String name : List.of("x", "y")) {
            int at = portable.text().indexOf(", " + name) + 2;
            SqlException error = new SqlException(SqlState.UNDEFINED_COLUMN, name, new Position(at, at + 1));
            assertThat(portable.relocated(error).at().start()).isEqualTo(sql.indexOf(", " + name) + 2);
        }
    }
}
