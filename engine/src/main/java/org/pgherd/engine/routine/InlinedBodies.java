package org.pgherd.engine.routine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.analyzer.catalog.sharding.ShardingCatalog;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.rewrite.Rewriter;
import org.pgherd.engine.session.PolicyPlaces;
import org.pgherd.engine.session.TimeWords;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.lexer.LexicalSettings;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.facts.SqlBodies;
import org.pgherd.shardplanner.facts.SqlBody;
import org.pgherd.shardplanner.facts.Volatility;

/// The bodies that may become part of the statement that calls them: one SELECT that is run with the caller's
/// rights and settings (inline_function and inline_set_returning_function of clauses.c; what depends on the call
/// is the planner's).
public final class InlinedBodies implements SqlBodies {
    private final CatalogView view;
    private final ShardingCatalog sharding;
    private final FunctionContext functions;
    private final LexicalSettings lexical;
    private final Rights rights;

    /// What the caller's role may do.
    public interface Rights {
        /// All is allowed.
        Rights ALL = new Rights() {
            @Override
            public void toCall(int routine) {}

            @Override
            public void toRead(Query query) {}
        };

        /// @throws SqlException if it may not call the routine
        void toCall(int routine);

        /// @throws SqlException if it may not read what the query reads
        void toRead(Query query);
    }

    public InlinedBodies(
            CatalogView view,
            ShardingCatalog sharding,
            FunctionContext functions,
            LexicalSettings lexical,
            Rights rights) {
        this.view = view;
        this.sharding = sharding;
        this.functions = functions;
        this.lexical = lexical;
        this.rights = rights;
    }

    @Override
    public @Nullable SqlBody of(FuncExpr call) {
        Routine routine = view.catalog().routine(call.funcId());
        if (routine == null || !mayBeSeen(routine, call)) {
            return null;
        }
        try {
            rights.toCall(call.funcId());
            Query query = query(routine, call);
            return query == null
                    ? null
                    : new SqlBody(
                            query,
                            routine.row().strict(),
                            Volatility.of(routine.row().volatility()));
        } catch (SqlException e) {
            // said when it is called
            if (e.state().equals(SqlState.FEATURE_NOT_SUPPORTED) || e.state().equals(SqlState.INSUFFICIENT_PRIVILEGE)) {
                return null;
            }
            throw e;
        }
    }

    private boolean mayBeSeen(Routine routine, FuncExpr call) {
        ProcRow row = routine.row();
        return row.language().equals("sql")
                && row.kind() == 'f'
                && !row.securityDefiner()
                && routine.config().isEmpty()
                && row.returnsSet() == call.retset()
                && row.returnType() != TypeOids.VOID
                && row.argTypes().size() == call.args().size()
                && (call.retset() ? row.volatility() != 'v' && !row.strict() : row.returnType() != TypeOids.RECORD)
                && !row.schema().startsWith("pg_temp");
    }

    private @Nullable Query query(Routine routine, FuncExpr call) {
        List<String> texts = SqlFunctionBody.texts(routine, lexical);
        if (texts.size() != 1) {
            return null;
        }
        List<SqlType> arguments = new ArrayList<>();
        call.args().forEach(arg -> arguments.add(collated(arg.type(), call.inputCollation())));
        Query written = analyzed(texts.getFirst(), routine, arguments);
        if (written == null) {
            return null;
        }
        List<SqlType> declared = declared(routine, call);
        List<SqlType> outputs = written.outputTypes();
        if (declared.isEmpty() || declared.size() != outputs.size()) {
            return null;
        }
        boolean same = true;
        for (int i = 0; i < declared.size(); i++) {
            same &= declared.get(i).oid() == outputs.get(i).oid()
                    && (!call.retset()
                            || declared.get(i).typmod() == outputs.get(i).typmod());
        }
        // a row is cast where it stands only
        boolean hasRow = outputs.stream().anyMatch(type -> type.oid() == TypeOids.RECORD);
        return same
                ? written
                : hasRow || !call.retset() ? null : analyzed(cast(texts.getFirst(), declared), routine, arguments);
    }

    /// Null unless it is one SELECT that means the same at all times and under all roles.
    private @Nullable Query analyzed(String text, Routine routine, List<SqlType> arguments) {
        RawStmt raw = SqlParser.parse(text).getFirst();
        if (!(raw.stmt() instanceof SelectStmt select)
                || select.intoClause() != null
                || TimeWords.areIn(select, text)) {
            return null;
        }
        Query analyzed = Analyzer.analyze(
                select,
                text,
                view,
                functions,
                ParameterTypes.none(),
                new SqlFunctionBody.ArgumentNames(routine, arguments));
        if (!analyzed.isSelect()) {
            return null;
        }
        Rewriter.Rewritten rewritten = Rewriter.all(analyzed, view, functions, new PolicyPlaces(view, sharding));
        if (!rewritten.isOne() || rewritten.othersViews() || rewritten.onlyWhole() != null || rewritten.apart()) {
            return null;
        }
        Query query = Rewriter.only(rewritten);
        // where the plan is made the statement is looked at as it is written
        rights.toRead(query);
        return query;
    }

    private static SqlType collated(SqlType type, int collation) {
        return type.collation() == 0 || collation == 0 ? type : type.withCollation(collation);
    }

    private String cast(String text, List<SqlType> types) {
        return SqlFunctionBody.Columns.of(types, type -> view.formatType(type.withTypmod(-1)))
                .over(text);
    }

    /// The types of the rows that a call gives; empty if they are not known beforehand.
    private List<SqlType> declared(Routine routine, FuncExpr call) {
        if (!call.retset()) {
            return List.of(call.type());
        }
        List<SqlType> types = new ArrayList<>();
        String modes = routine.row().argModes();
        for (int i = 0; i < modes.length(); i++) {
            if ("obt".indexOf(modes.charAt(i)) >= 0) {
                types.add(SqlType.of(routine.row().allArgTypes().get(i)));
            }
        }
        if (types.isEmpty() && routine.row().returnType() != TypeOids.RECORD) {
            types = view.fields(call.type().oid()).stream()
                    .map(TypeLookup.Field::type)
                    .toList();
            types = types.isEmpty() ? List.of(call.type()) : types;
        }
        return types.stream().anyMatch(InlinedBodies::isPseudo) ? List.of() : types;
    }

    private static boolean isPseudo(SqlType type) {
        TypeRow row = BuiltinCatalog.instance().type(type.oid());
        return row != null && row.kind() == 'p';
    }
}
