package org.pgherd.engine.routine;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.analyzer.catalog.UnnamedArguments;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.SetOperation;
import org.pgherd.grammar.lexer.LexicalSettings;
import org.pgherd.grammar.lexer.PortableText;
import org.pgherd.semantics.spi.PreparedStatement;
import org.pgherd.semantics.spi.Result;
import org.pgherd.semantics.spi.VariableScope;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// A body in SQL (functions.c): its statements one after the other; the last one's rows are the result.
final class SqlFunctionBody {
    private SqlFunctionBody() {}

    /// Runs all but the last statement, starts the last one; null if the body is empty.
    static @Nullable Result run(
            Routine routine, List<SqlType> argumentTypes, @Nullable Object[] arguments, SessionStatements statements) {
        List<String> texts = texts(routine, statements.lexical());
        VariableScope scope = new ArgumentNames(routine, argumentTypes);
        boolean readOnly = routine.row().volatility() != 'v';
        for (int i = 0; i < texts.size(); i++) {
            PreparedStatement prepared = statements.prepare(texts.get(i), scope);
            if (i == texts.size() - 1) {
                prepared = asDeclared(routine, prepared, texts.get(i), scope, statements);
            }
            Result result = prepared.execute(arguments, readOnly);
            if (i == texts.size() - 1) {
                return result;
            }
            try (result) {
                while (result.next()) {
                    // only the last statement's rows count
                }
            }
        }
        return null;
    }

    /// The last statement's columns are coerced to the declared result (check_sql_fn_retval).
    private static PreparedStatement asDeclared(
            Routine routine, PreparedStatement last, String text, VariableScope scope, SessionStatements statements) {
        List<PreparedStatement.Column> columns = last.columns();
        List<SqlType> declared = declared(routine, columns, statements);
        boolean same = declared.size() != columns.size() || declared.isEmpty();
        if (!same) {
            same = true;
            for (int i = 0; i < declared.size(); i++) {
                SqlType type = columns.get(i).type();
                same &= declared.get(i).oid() == type.oid()
                        && (declared.get(i).typmod() < 0 || declared.get(i).typmod() == type.typmod());
            }
        }
        if (same) {
            return last;
        }
        if (declared.size() == 1 && columns.getFirst().type().oid() == TypeOids.RECORD) {
            String cast = castRow(text, statements.typeName(declared.getFirst()));
            if (cast != null) {
                return statements.prepare(cast, scope);
            }
        }
        Columns cast = Columns.of(declared, statements::typeName);
        // what writes may stand in WITH only
        return last.commandName().equals("SELECT")
                ? statements.prepare(cast.over(text), scope)
                : statements.prepare(
                        "WITH q(" + cast.names() + ") AS (" + text + ") " + cast.select() + " FROM q", scope);
    }

    /// `SELECT q.c0::t0, q.c1::t1` of a source with columns `c0, c1`.
    record Columns(String select, String names) {
        static Columns of(List<SqlType> types, Function<SqlType, String> typeName) {
            StringJoiner select = new StringJoiner(", ", "SELECT ", "");
            StringJoiner names = new StringJoiner(", ");
            for (int i = 0; i < types.size(); i++) {
                select.add("q.c" + i + "::" + typeName.apply(types.get(i)));
                names.add("c" + i);
            }
            return new Columns(select.toString(), names.toString());
        }

        String over(String query) {
            return select + " FROM (" + query + ") AS q(" + names + ")";
        }
    }

    /// A row constructor can be cast only where it stands; null if the statement's one column is not in its list.
    private static @Nullable String castRow(String text, String type) {
        if (SqlParser.parse(text).getFirst().stmt() instanceof SelectStmt select
                && select.op() == SetOperation.NONE
                && select.targetList().size() == 1
                && select.targetList().getFirst().val() != null) {
            Position row = select.targetList().getFirst().val().at();
            return text.substring(0, row.start()) + "(" + text.substring(row.start(), row.end()) + ")::" + type
                    + text.substring(row.end());
        }
        return null;
    }

    /// Types of the result's columns: of OUT and TABLE arguments, else the fields of the row or the scalar result;
    /// empty if
    /// they are not known.
    private static List<SqlType> declared(
            Routine routine, List<PreparedStatement.Column> columns, SessionStatements statements) {
        List<SqlType> types = new ArrayList<>();
        String modes = routine.row().argModes();
        for (int i = 0; i < modes.length(); i++) {
            if ("obt".indexOf(modes.charAt(i)) >= 0) {
                types.add(SqlType.of(routine.row().allArgTypes().get(i)));
            }
        }
        int result = routine.row().returnType();
        if (!types.isEmpty() || result == TypeOids.RECORD || result == TypeOids.VOID) {
            return types;
        }
        List<SqlType> fields = statements.fieldTypes(result);
        boolean whole = columns.size() == 1 && columns.getFirst().type().oid() == result;
        return fields.isEmpty() || whole ? List.of(SqlType.of(result)) : fields;
    }

    /// The statements of a body.
    static List<String> texts(Routine routine, LexicalSettings lexical) {
        String atomic = routine.sqlBody();
        if (atomic != null) {
            if (UnnamedArguments.areIn(atomic)) {
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "function " + routine.row().name()
                                + " with several unnamed arguments beside named ones in a parsed body cannot be run by"
                                + " PgHerd");
            }
            return AtomicBody.statements(
                    PortableText.of(atomic, LexicalSettings.STANDARD).text());
        }
        String body = PortableText.of(routine.row().source(), lexical).text();
        List<String> texts = new ArrayList<>();
        for (RawStmt raw : SqlParser.parse(body)) {
            texts.add(body.substring(raw.at().start(), raw.at().end()));
        }
        return texts;
    }

    /// `$1`, and names: `a` or `function.a`. A column of the same name wins.
    record ArgumentNames(Routine routine, List<SqlType> types) implements VariableScope {
        @Override
        public @Nullable Variable resolve(List<String> name) {
            boolean qualified =
                    name.size() == 2 && name.getFirst().equals(routine.row().name());
            if (name.size() != 1 && !qualified) {
                return null;
            }
            List<String> names = routine.row().argNames();
            String modes = routine.row().argModes();
            int input = 0;
            for (int i = 0; i < names.size(); i++) {
                boolean isInput = modes.isEmpty() || "ibv".indexOf(modes.charAt(i)) >= 0;
                if (isInput && names.get(i).equals(name.getLast())) {
                    return new Variable(input, types.get(input));
                }
                if (isInput) {
                    input++;
                }
            }
            return null;
        }

        @Override
        public @Nullable Variable parameter(int number) {
            return number >= 1 && number <= types.size() ? new Variable(number - 1, types.get(number - 1)) : null;
        }

        @Override
        public Conflict conflict() {
            return Conflict.USE_COLUMN;
        }
    }
}
