package org.pgherd.gateway.example;

import java.util.regex.Pattern;

/// `WITH (pgherd.... = '...')` at the end of CREATE TABLE, which a plain PostgreSQL refuses.
final class ShardingClause {
    private static final Pattern CLAUSE =
            Pattern.compile("\\s*WITH \\(\\s*pgherd\\.\\w+ = '[^']*'(\\s*,\\s*pgherd\\.\\w+ = '[^']*')*\\s*\\)");

    private ShardingClause() {}

    static String strip(String sql) {
        return CLAUSE.matcher(sql).replaceAll("");
    }
}
