package org.pgherd.engine.sharding;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.FloatConst;
import org.pgherd.grammar.ast.IntegerConst;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.ast.TypeName;

/// What a user wants of a table: `pgherd.shard_by` and `pgherd.colocate_with`, or the default for undeclared
/// tables.
public sealed interface TableDeclaration {
    /// @param column the shard key
    /// @param colocateWith name of a table, `default` (all tables of the same key type), or `none` (a group of
    ///     its own)
    record Hash(String column, String colocateWith) implements TableDeclaration {}

    record Reference() implements TableDeclaration {}

    record Single() implements TableDeclaration {}

    /// First column of the primary key, else the first column that hashes; single if uniqueness would not hold.
    record Automatic() implements TableDeclaration {}

    String DEFAULT_GROUP = "default";
    String OWN_GROUP = "none";
    String NAMESPACE = "pgherd";

    Pattern HASH = Pattern.compile(
            "\\s*hash\\s*\\(\\s*(\"(?:[^\"]|\"\")+\"|[^()\"\\s]+)\\s*\\)\\s*", Pattern.CASE_INSENSITIVE);

    /// The text of `pgherd.shard_by` or `pgherd.default_shard_by`.
    static TableDeclaration parse(String text, @Nullable String colocateWith, Position at) {
        String group = colocateWith == null ? DEFAULT_GROUP : colocateWith;
        Matcher hash = HASH.matcher(text);
        if (hash.matches()) {
            return new Hash(identifier(hash.group(1)), group);
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "reference" -> new Reference();
            case "single" -> new Single();
            case "auto" -> new Automatic();
            default ->
                throw new SqlException(
                                SqlState.INVALID_PARAMETER_VALUE,
                                "invalid value for parameter \"pgherd.shard_by\": \"" + text + "\"",
                                at)
                        .withHint("Available values: hash(column), reference, single, auto.");
        };
    }

    /// The declaration among the options of CREATE TABLE; null if there is none.
    static @Nullable TableDeclaration of(List<DefElem> options) {
        String shardBy = null;
        String colocateWith = null;
        Position at = Position.NONE;
        for (DefElem option : options) {
            if (!NAMESPACE.equals(option.defnamespace())) {
                continue;
            }
            switch (option.defname()) {
                case "shard_by" -> {
                    shardBy = text(option);
                    at = option.at();
                }
                case "colocate_with" -> colocateWith = text(option);
                default ->
                    throw new SqlException(
                            SqlState.INVALID_PARAMETER_VALUE,
                            "unrecognized parameter \"pgherd." + option.defname() + "\"",
                            option.at());
            }
        }
        return shardBy == null ? null : parse(shardBy, colocateWith, at);
    }

    private static String text(DefElem option) {
        Node value = option.arg();
        return switch (value) {
            case StringConst string -> string.sval();
            case IntegerConst number -> String.valueOf(number.ival());
            case FloatConst number -> number.fval();
            case TypeName name -> name.names().getLast();
            case null, default ->
                throw new SqlException(
                        SqlState.INVALID_PARAMETER_VALUE,
                        "pgherd." + option.defname() + " requires a value",
                        option.at());
        };
    }

    private static String identifier(String text) {
        return text.startsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : text.toLowerCase(Locale.ROOT);
    }
}
