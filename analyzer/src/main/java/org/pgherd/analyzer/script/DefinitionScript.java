package org.pgherd.analyzer.script;

import java.util.List;
import java.util.function.Function;
import org.pgherd.analyzer.catalog.Catalog;
import org.pgherd.analyzer.catalog.CatalogBuilder;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.SearchPath;
import org.pgherd.analyzer.query.Query;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.AlterOwnerStmt;
import org.pgherd.grammar.ast.AlterTableStmt;
import org.pgherd.grammar.ast.CommentStmt;
import org.pgherd.grammar.ast.CompositeTypeStmt;
import org.pgherd.grammar.ast.CreateDomainStmt;
import org.pgherd.grammar.ast.CreateEnumStmt;
import org.pgherd.grammar.ast.CreateExtensionStmt;
import org.pgherd.grammar.ast.CreateFunctionStmt;
import org.pgherd.grammar.ast.CreateSchemaStmt;
import org.pgherd.grammar.ast.CreateSeqStmt;
import org.pgherd.grammar.ast.CreateStmt;
import org.pgherd.grammar.ast.GrantStmt;
import org.pgherd.grammar.ast.IndexStmt;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.TransactionStmt;
import org.pgherd.grammar.ast.VariableSetStmt;
import org.pgherd.grammar.ast.ViewStmt;
import org.pgherd.semantics.function.FunctionContext;

/// Reads definitions one after another. Names resolve in the schemas of `search_path` "public" only. What changes no
/// plan (owners, comments, privileges) is passed over, what cannot be known here is refused.
public final class DefinitionScript {
    private final CatalogBuilder builder = new CatalogBuilder();
    private final FunctionContext session;
    private final Function<Query, String> viewText;
    private final TableDefinitions tables;
    private final TypeDefinitions types;
    private final RoutineDefinitions routines;

    /// @param viewText SQL of an analyzed query in which every name is qualified
    public DefinitionScript(FunctionContext session, Function<Query, String> viewText) {
        this.session = session;
        this.viewText = viewText;
        this.types = new TypeDefinitions(builder, this::view);
        this.tables = new TableDefinitions(builder, this::view, types);
        this.routines = new RoutineDefinitions(builder, this::view);
    }

    public Catalog catalog() {
        return builder.catalog();
    }

    public CatalogView view() {
        Catalog catalog = builder.catalog();
        return new CatalogView(catalog, SearchPath.parse("public", "postgres", catalog, null));
    }

    /// @param source the text in which the statement stands
    public void define(Statement statement, String source) {
        switch (statement) {
            case CreateSchemaStmt s -> {
                String name = s.schemaname();
                if (name != null && !catalog().hasSchema(name)) {
                    builder.schema(name);
                }
                s.schemaElts().forEach(element -> define(element, source));
            }
            case CreateStmt s -> tables.table(s, source);
            case IndexStmt s -> tables.index(s);
            case AlterTableStmt s -> tables.alter(s);
            case ViewStmt s -> tables.view(s, source, session, viewText);
            case CreateSeqStmt s -> tables.sequence(s.sequence());
            case CreateEnumStmt s -> types.enumeration(s);
            case CreateDomainStmt s -> types.domain(s);
            case CompositeTypeStmt s -> tables.composite(s);
            case CreateFunctionStmt s -> routines.routine(s, source);
            case CommentStmt _, GrantStmt _, AlterOwnerStmt _, TransactionStmt _, VariableSetStmt _ -> {
                // nothing that a plan depends on
            }
            case CreateExtensionStmt s ->
                throw refused("the objects of extension \"" + s.extname() + "\" are not known without a server", s);
            default -> throw refused("this statement is not understood in a schema script", statement);
        }
    }

    private static SqlException refused(String why, Statement statement) {
        return new SqlException(SqlState.FEATURE_NOT_SUPPORTED, why, statement.at());
    }

    static String schema(RangeVar name) {
        return name.schemaname() == null ? "public" : name.schemaname();
    }

    static String schema(List<String> name) {
        return name.size() > 1 ? name.get(name.size() - 2) : "public";
    }
}
