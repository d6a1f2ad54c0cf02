package org.pgherd.executor.transaction;

/// Literals and identifiers in the commands that the coordinator makes itself.
final class SqlQuoting {
    private SqlQuoting() {}

    static String literal(String value) {
        String quoted = "'" + value.replace("'", "''") + "'";
        return value.indexOf('\\') < 0 ? quoted : " E" + quoted.replace("\\", "\\\\");
    }

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// Custom parameters have dotted names.
    static String settingName(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? identifier(name)
                : identifier(name.substring(0, dot)) + "." + identifier(name.substring(dot + 1));
    }
}
