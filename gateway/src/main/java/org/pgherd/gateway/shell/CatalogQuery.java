package org.pgherd.gateway.shell;

/// The questions that `\d` and its kin ask of the system catalogs.
enum CatalogQuery {
    RELATIONS("List of relations", relations("'r','p','v','m','S','f'")),
    TABLES("List of relations", relations("'r','p'")),
    VIEWS("List of relations", relations("'v','m'")),
    INDEXES("List of relations", relations("'i','I'")),
    SEQUENCES("List of relations", relations("'S'")),
    SCHEMAS("List of schemas", """
            SELECT n.nspname AS "Name", pg_catalog.pg_get_userbyid(n.nspowner) AS "Owner"
            FROM pg_catalog.pg_namespace n
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            ORDER BY 1"""),
    FUNCTIONS("List of functions", """
            SELECT n.nspname AS "Schema", p.proname AS "Name",
              pg_catalog.pg_get_function_result(p.oid) AS "Result data type",
              pg_catalog.pg_get_function_arguments(p.oid) AS "Argument data types",
              CASE p.prokind WHEN 'a' THEN 'agg' WHEN 'w' THEN 'window' WHEN 'p' THEN 'proc' ELSE 'func' END AS "Type"
            FROM pg_catalog.pg_proc p LEFT JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            WHERE pg_catalog.pg_function_is_visible(p.oid)
              AND n.nspname <> 'pg_catalog' AND n.nspname <> 'information_schema'
            ORDER BY 1, 2, 4""");

    private final String title;
    private final String sql;

    CatalogQuery(String title, String sql) {
        this.title = title;
        this.sql = sql;
    }

    String title() {
        return title;
    }

    String sql() {
        return sql;
    }

    private static String relations(String kinds) {
        return """
            SELECT n.nspname AS "Schema", c.relname AS "Name",
              CASE c.relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
                WHEN 'i' THEN 'index' WHEN 'S' THEN 'sequence' WHEN 'f' THEN 'foreign table'
                WHEN 'p' THEN 'partitioned table' WHEN 'I' THEN 'partitioned index' END AS "Type",
              pg_catalog.pg_get_userbyid(c.relowner) AS "Owner"
            FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN (%s) AND n.nspname <> 'pg_catalog' AND n.nspname !~ '^pg_toast'
              AND n.nspname <> 'information_schema' AND pg_catalog.pg_table_is_visible(c.oid)
            ORDER BY 1, 2""".formatted(kinds);
    }

    /// Columns of a relation.
    static String columnsOf(String relation) {
        return """
            SELECT a.attname AS "Column", pg_catalog.format_type(a.atttypid, a.atttypmod) AS "Type",
              CASE WHEN a.attnotnull THEN 'not null' ELSE '' END AS "Nullable",
              coalesce(pg_catalog.pg_get_expr(d.adbin, d.adrelid), '') AS "Default"
            FROM pg_catalog.pg_attribute a
              LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = %s::pg_catalog.regclass AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum""".formatted(literal(relation));
    }

    /// Indexes of a table, as they are defined.
    static String indexesOf(String relation) {
        return """
            SELECT c.relname, i.indisprimary, i.indisunique, pg_catalog.pg_get_indexdef(i.indexrelid)
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = %s::pg_catalog.regclass
            ORDER BY i.indisprimary DESC, c.relname""".formatted(literal(relation));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
