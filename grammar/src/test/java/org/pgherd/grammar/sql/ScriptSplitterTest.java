package org.pgherd.grammar.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgherd.grammar.lexer.LexicalSettings;
import org.pgherd.grammar.split.ScriptSplitter;

class ScriptSplitterTest {
    private static List<String> split(String script) {
        return ScriptSplitter.split(script).stream()
                .map(at -> script.substring(at.start(), at.end()))
                .toList();
    }

    @Test
    void cutsAtSemicolons() {
        assertThat(split(" select ';' ; /* ; */ select $$;$$;; -- ;\n select \";\""))
                .containsExactly("select ';'", "select $$;$$", "select \";\"");
        assertThat(split("  -- nothing\n")).isEmpty();
    }

    @Test
    void keepsBodiesWhole() {
        String function = "create or replace function f() returns int begin atomic select 1;"
                + " select case when true then 2 end; end";
        String rule = "create rule r as on insert to t do (select 1; select 2)";
        assertThat(split(function + ";" + rule + "; begin; select 1; end;"))
                .containsExactly(function, rule, "begin", "select 1", "end");
    }

    @Test
    void readsStringsAsTheSettingsSay() {
        String script = "select 'a\\'; b'; select 2";
        assertThat(ScriptSplitter.split(script)).hasSize(2);
        assertThat(ScriptSplitter.split(script, new LexicalSettings(false, true, true)))
                .extracting(at -> script.substring(at.start(), at.end()))
                .containsExactly("select 'a\\'; b'", "select 2");
    }

    @Test
    void leavesUnreadableTextInTheLastStatement() {
        assertThat(split("select 1; select 'x; y")).containsExactly("select 1", "select 'x; y");
    }
}
