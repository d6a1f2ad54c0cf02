package org.pgherd.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The demo, whole: its own comparison with a plain PostgreSQL is the assertion.
class DemoCommandTest {
    @Test
    @Timeout(180)
    void everyAnswerIsThatOfPlainPostgres() throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Integer code = new DemoCommand(new PrintStream(told, true, StandardCharsets.UTF_8)).call();
        String text = told.toString(StandardCharsets.UTF_8);
        assertThat(text.lines().filter(line -> line.contains("NOT as plain PostgreSQL")))
                .isEmpty();
        assertThat(code).isEqualTo(ExitCode.FINE);
        assertThat(text).contains("rung: route", "rung: scatter", "rung: split", "rung: pull");
    }
}
