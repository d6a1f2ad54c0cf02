package org.pgherd.jmh.parser;

import java.util.List;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import org.apache.shardingsphere.infra.database.core.type.DatabaseType;
import org.apache.shardingsphere.infra.spi.type.typed.TypedSPILoader;
import org.apache.shardingsphere.sql.parser.api.CacheOption;
import org.apache.shardingsphere.sql.parser.api.SQLParserEngine;
import org.apache.shardingsphere.sql.parser.api.SQLStatementVisitorEngine;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;

/// A parser of PostgreSQL's SQL.
public interface Peer {
    String name();

    /// The statement's tree; an exception of any kind if the parser refuses it.
    Object parse(String sql) throws Exception;

    static List<Peer> all() {
        return List.of(new PgHerd(), new ShardingSphere(), new JSqlParser());
    }

    /// Whether the parser takes the statement.
    default boolean accepts(String sql) {
        try {
            parse(sql);
            return true;
        } catch (SqlException | JSQLParserException | ParseException | TokenMgrException e) {
            return false;
        } catch (Exception | StackOverflowError e) {
            // the others refuse by many kinds of exceptions
            return false;
        }
    }

    /// Ours: text to AST.
    record PgHerd() implements Peer {
        @Override
        public String name() {
            return "PgHerd";
        }

        @Override
        public Object parse(String sql) {
            return SqlParser.parse(sql);
        }
    }

    /// Apache ShardingSphere's parser for PostgreSQL (ANTLR4; Apache-2.0): text to its SQLStatement, without its cache
    /// of texts.
    final class ShardingSphere implements Peer {
        private final DatabaseType type = TypedSPILoader.getService(DatabaseType.class, "PostgreSQL");
        private final SQLParserEngine parser = new SQLParserEngine(type, new CacheOption(1, 1));
        private final SQLStatementVisitorEngine builder = new SQLStatementVisitorEngine(type);

        @Override
        public String name() {
            return "ShardingSphere 5.5.2";
        }

        @Override
        public Object parse(String sql) {
            return builder.visit(parser.parse(sql, false));
        }
    }

    /// JSqlParser (JavaCC; Apache-2.0 or LGPL-2.1), which knows a mixture of dialects.
    record JSqlParser() implements Peer {
        @Override
        public String name() {
            return "JSqlParser 5.4";
        }

        @Override
        public Object parse(String sql) throws ParseException {
            try {
                CCJSqlParser quick = CCJSqlParserUtil.newParser(sql);
                return quick.withAllowComplexParsing(false).Statement();
            } catch (ParseException e) {
                CCJSqlParser thorough = CCJSqlParserUtil.newParser(sql);
                return thorough.withAllowComplexParsing(true).Statement();
            }
        }
    }
}
