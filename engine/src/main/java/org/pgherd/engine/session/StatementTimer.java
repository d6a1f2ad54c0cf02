package org.pgherd.engine.session;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pgherd.executor.CancelToken;

/// statement_timeout of what runs here; the shards have the setting too. A statement that is over has nothing left to
/// be
/// cancelled, so the clock need not be stopped then.
final class StatementTimer {
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private @Nullable String setting;
    private long millis;
    private @Nullable ScheduledFuture<?> running;

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
                1,
                task -> Thread.ofPlatform()
                        .daemon()
                        .name("pgherd-statement-timeout")
                        .unstarted(task));
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    /// @param value of the setting, null if it was never set
    void start(@Nullable String value, CancelToken token) {
        stop();
        if (value == null) {
            return;
        }
        if (!value.equals(setting)) {
            setting = value;
            millis = millis(value);
        }
        if (millis > 0) {
            running = CLOCK.schedule(token::timeOut, millis, TimeUnit.MILLISECONDS);
        }
    }

    void stop() {
        ScheduledFuture<?> before = running;
        if (before != null) {
            before.cancel(false);
            running = null;
        }
    }

    /// As guc.c:parse_int reads it, in milliseconds unless it has a unit; 0 for what it would not accept.
    static long millis(String value) {
        String text = value.strip();
        int digits = 0;
        while (digits < text.length() && "0123456789.".indexOf(text.charAt(digits)) >= 0) {
            digits++;
        }
        double factor = switch (text.substring(digits).strip()) {
            case "us" -> 0.001;
            case "", "ms" -> 1;
            case "s" -> 1000;
            case "min" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> 0;
        };
        try {
            return Math.round(Double.parseDouble(text.substring(0, digits)) * factor);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
