package org.pgherd.grammar.lexer;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The settings that decide how a text is read: standard_conforming_strings, backslash_quote and
/// escape_string_warning (scan.l).
///
/// @param standardStrings whether a backslash in '...' is a character like others
/// @param backslashQuote whether \' may stand for a quote; `safe_encoding` allows it, as UTF-8 is one
/// @param escapeWarning whether a string is told of that would mean something else as a standard one
public record LexicalSettings(boolean standardStrings, boolean backslashQuote, boolean escapeWarning) {
    /// PostgreSQL's defaults; texts of the catalog are read so.
    public static final LexicalSettings STANDARD = new LexicalSettings(true, true, true);

    /// @param settings gives a setting as SHOW does, or null for its default
    public static LexicalSettings of(Function<String, @Nullable String> settings) {
        return new LexicalSettings(
                !"off".equals(settings.apply("standard_conforming_strings")),
                !"off".equals(settings.apply("backslash_quote")),
                !"off".equals(settings.apply("escape_string_warning")));
    }

    /// Whether the text may be read otherwise than by the defaults: it has a backslash, or perhaps a U&'...'.
    public boolean matterIn(String text) {
        return (!standardStrings || !backslashQuote) && (text.indexOf('\\') >= 0 || text.contains("&'"));
    }
}
