package org.pgherd.semantics.datetime;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// POSIX specifications of time zones: `STD5DST,M3.2.0,M11.1.0`, `<-03>3` (localtime.c:tzparse). Offsets count west.
final class PosixTimeZone {
    private static final String DEFAULT_RULES = ",M3.2.0,M11.1.0";
    private static final int FIRST_YEAR = -9999;
    private static final int MAX_SECONDS = 18 * 3600;

    private final String text;
    private int at;

    private PosixTimeZone(String text) {
        this.text = text;
    }

    /// Null if the text is no such specification. The name may be missing: `-03:30` is three and a half hours east.
    static @Nullable PgTimeZone parse(String text) {
        return new PosixTimeZone(text).parse();
    }

    private @Nullable PgTimeZone parse() {
        String standard = name();
        if (standard == null) {
            return null;
        }
        Integer west = offset();
        if (west == null) {
            return null;
        }
        ZoneOffset standardOffset = ZoneOffset.ofTotalSeconds(-west);
        if (at == text.length()) {
            return new PgTimeZone(text, standardOffset.getRules(), standard, null);
        }
        String daylight = name();
        if (daylight == null || daylight.isEmpty()) {
            return null;
        }
        Integer daylightWest = at == text.length() || text.charAt(at) == ',' ? Integer.valueOf(west - 3600) : offset();
        if (daylightWest == null) {
            return null;
        }
        String rules = at == text.length() ? DEFAULT_RULES : text.substring(at);
        ZoneOffset daylightOffset = ZoneOffset.ofTotalSeconds(-daylightWest);
        String[] parts = rules.split(",", -1);
        if (parts.length != 3 || !parts[0].isEmpty()) {
            return null;
        }
        List<ZoneOffsetTransitionRule> transitions = new ArrayList<>(2);
        ZoneOffsetTransitionRule begin = rule(parts[1], standardOffset, standardOffset, daylightOffset);
        ZoneOffsetTransitionRule end = rule(parts[2], standardOffset, daylightOffset, standardOffset);
        if (begin == null || end == null) {
            return null;
        }
        transitions.add(begin);
        transitions.add(end);
        transitions.sort(java.util.Comparator.comparing(ZoneOffsetTransitionRule::getMonth));
        // rules only hold after a transition: a year's before all that is asked
        List<ZoneOffsetTransition> first = transitions.stream()
                .map(rule -> rule.createTransition(FIRST_YEAR))
                .sorted()
                .toList();
        ZoneRules zone =
                ZoneRules.of(standardOffset, first.getFirst().getOffsetBefore(), List.of(), first, transitions);
        return new PgTimeZone(text, zone, standard, daylight);
    }

    private @Nullable String name() {
        int start = at;
        if (at < text.length() && text.charAt(at) == '<') {
            int close = text.indexOf('>', at);
            if (close < 0) {
                return null;
            }
            at = close + 1;
            return text.substring(start + 1, close);
        }
        while (at < text.length() && !DateTimeField.isDigit(text.charAt(at)) && ",-+".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    /// Seconds.
    private @Nullable Integer offset() {
        int sign = 1;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            sign = text.charAt(at) == '-' ? -1 : 1;
            at++;
        }
        int seconds = 0;
        for (int unit = 3600; unit >= 1; unit /= 60) {
            int start = at;
            while (at < text.length() && DateTimeField.isDigit(text.charAt(at)) && at - start < 4) {
                at++;
            }
            if (at == start) {
                return null;
            }
            int number = Integer.parseInt(text, start, at, 10);
            if (unit < 3600 && number >= 60) {
                return null;
            }
            seconds += number * unit;
            if (at >= text.length() || text.charAt(at) != ':' || unit == 1) {
                break;
            }
            at++;
        }
        return seconds > MAX_SECONDS ? null : Integer.valueOf(sign * seconds);
    }

    /// `Mm.w.d[/time]`
    private static @Nullable ZoneOffsetTransitionRule rule(
            String text, ZoneOffset standard, ZoneOffset before, ZoneOffset after) {
        java.util.regex.Matcher m = java.util.regex.Pattern.compile("M(\\d+)\\.(\\d)\\.(\\d)(?:/(\\d+)(?::(\\d+))?)?")
                .matcher(text);
        if (!m.matches()) {
            return null;
        }
        int month = Integer.parseInt(m.group(1));
        int week = Integer.parseInt(m.group(2));
        int day = Integer.parseInt(m.group(3));
        int hour = m.group(4) == null ? 2 : Integer.parseInt(m.group(4));
        int minute = m.group(5) == null ? 0 : Integer.parseInt(m.group(5));
        if (month < 1 || month > 12 || week < 1 || week > 5 || day > 6 || hour > 24 || minute > 59) {
            return null;
        }
        return ZoneOffsetTransitionRule.of(
                Month.of(month),
                week == 5 ? -1 : 1 + (week - 1) * 7,
                DayOfWeek.of(day == 0 ? 7 : day),
                hour == 24 ? LocalTime.MIDNIGHT : LocalTime.of(hour, minute),
                hour == 24,
                ZoneOffsetTransitionRule.TimeDefinition.WALL,
                standard,
                before,
                after);
    }
}
