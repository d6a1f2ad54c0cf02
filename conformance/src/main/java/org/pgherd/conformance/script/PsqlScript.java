package org.pgherd.conformance.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a psql script into items as psql's scanner does: a statement ends at `;` outside of quotes, parentheses and
/// `BEGIN ATOMIC ... END`; `\;` joins statements into one query string; a backslash command takes the rest of
/// its line.
public final class PsqlScript {
    private static final Pattern COPY_FROM_STDIN =
            Pattern.compile("\\s*COPY\\s.*\\sFROM\\s+STDIN\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ATOMIC_ROUTINE = Pattern.compile(
            "\\s*CREATE\\s+(OR\\s+REPLACE\\s+)?(FUNCTION|PROCEDURE)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Set<String> OFF = Set.of("off", "false", "no", "0");

    /// What changes how strings are read from there on: psql is told of it by the server.
    private static final Pattern SETS_STRINGS = Pattern.compile(
            "\\s*(SET\\s+((SESSION|LOCAL)\\s+)?standard_conforming_strings\\s*(=|\\sTO\\s)\\s*'?(?<to>\\w+)'?"
                    + "|RESET\\s+(standard_conforming_strings|ALL)|DISCARD\\s+ALL)\\s*",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private boolean standardStrings = true;
    private final List<Item> items = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private int at;
    private int line = 1;
    private int startLine = 1;
    private int parentheses;
    private int atomicDepth;
    private Item.Side side = Item.Side.BOTH;

    private PsqlScript(String text) {
        this.text = text;
    }

    public static List<Item> parse(String text) {
        PsqlScript script = new PsqlScript(text.replace("\r\n", "\n"));
        script.run();
        return script.items;
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '-' && directive()) {
                continue;
            }
            int end = SqlText.skipOpaque(text, at, standardStrings);
            if (end > at) {
                boolean comment = c == '-' || c == '/';
                if (!comment || !isBlank()) {
                    take(end);
                } else {
                    skip(end);
                }
            } else if (c == '\\') {
                backslash();
            } else if (c == ';' && parentheses <= 0 && atomicDepth == 0) {
                at++;
                finish(";");
            } else {
                word(c);
            }
        }
        if (!isBlank()) {
            finish("");
        }
    }

    /// `--@herd statement;` and `--@oracle statement;` on a line of their own.
    private boolean directive() {
        for (Item.Side only : List.of(Item.Side.HERD, Item.Side.ORACLE)) {
            String mark = "--@" + only.name().toLowerCase(Locale.ROOT) + " ";
            if (isBlank() && text.startsWith(mark, at)) {
                at += mark.length();
                side = only;
                return true;
            }
        }
        return false;
    }

    private void word(char c) {
        if (c == '(') {
            parentheses++;
        } else if (c == ')') {
            parentheses--;
        }
        int end = at + 1;
        if (Character.isLetter(c)) {
            while (end < text.length() && SqlText.isWordPart(text.charAt(end))) {
                end++;
            }
            atomicWord(text.substring(at, end).toLowerCase(Locale.ROOT));
            // The quote of E'..' must see its prefix.
        }
        if (isBlank() && Character.isWhitespace(c)) {
            skip(end);
        } else {
            take(end);
        }
    }

    private void atomicWord(String word) {
        boolean opens = word.equals("atomic") || atomicDepth > 0 && word.equals("case");
        if (opens && ATOMIC_ROUTINE.matcher(statement).matches()) {
            atomicDepth++;
        } else if (atomicDepth > 0 && word.equals("end")) {
            atomicDepth--;
        }
    }

    private void backslash() {
        if (text.startsWith("\\;", at)) {
            statement.append(';');
            at += 2;
            return;
        }
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        String command = text.substring(at + 1, end);
        int space = 0;
        while (space < command.length() && !Character.isWhitespace(command.charAt(space))) {
            space++;
        }
        String name = command.substring(0, space);
        String rest = command.substring(space).strip();
        int commandLine = line;
        skip(end);
        switch (name) {
            case "g", "gx", "gset", "gexec", "gdesc", "crosstabview" ->
                finish("\\" + name + (rest.isEmpty() ? "" : " " + rest));
            case "." -> {}
            default -> items.add(new Item.Meta(name, arguments(rest), commandLine));
        }
    }

    private static List<String> arguments(String rest) {
        List<String> found = new ArrayList<>();
        int i = 0;
        while (i < rest.length()) {
            if (Character.isWhitespace(rest.charAt(i))) {
                i++;
                continue;
            }
            int end = SqlText.skipOpaque(rest, i);
            if (end > i && rest.charAt(i) == '\'') {
                found.add(rest.substring(i + 1, Math.max(i + 1, end - 1)).replace("''", "'"));
            } else {
                end = i;
                while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
                    end++;
                }
                found.add(rest.substring(i, end));
            }
            i = end;
        }
        return found;
    }

    private void finish(String ending) {
        String sql = statement.toString().strip();
        int begin = startLine;
        Item.Side where = side;
        statement.setLength(0);
        parentheses = 0;
        atomicDepth = 0;
        side = Item.Side.BOTH;
        if (sql.isEmpty() && ending.equals(";")) {
            return;
        }
        Matcher sets = SETS_STRINGS.matcher(sql);
        if (sets.matches()) {
            String to = sets.group("to");
            standardStrings = to == null || !OFF.contains(to.toLowerCase(Locale.ROOT));
        }
        String data = COPY_FROM_STDIN.matcher(sql).matches() ? inlineData() : null;
        items.add(new Item.Sql(sql, ending, data, where, begin));
    }

    private @Nullable String inlineData() {
        int newline = text.indexOf('\n', at);
        if (newline < 0) {
            return null;
        }
        skip(newline + 1);
        StringBuilder data = new StringBuilder();
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            String row = text.substring(at, end);
            skip(Math.min(end + 1, text.length()));
            if (row.equals("\\.")) {
                break;
            }
            data.append(row).append('\n');
        }
        return data.toString();
    }

    private boolean isBlank() {
        return statement.isEmpty();
    }

    private void take(int end) {
        if (isBlank()) {
            startLine = line;
        }
        statement.append(text, at, end);
        skip(end);
    }

    private void skip(int end) {
        for (int i = at; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        at = end;
    }
}
