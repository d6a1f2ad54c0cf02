package org.pgherd.engine.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Persistence;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.engine.herd.CatalogLoader;
import org.pgherd.engine.session.SessionState;
import org.pgherd.grammar.ast.AlterOwnerStmt;
import org.pgherd.grammar.ast.AlterTableStmt;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.CommentStmt;
import org.pgherd.grammar.ast.CreateDomainStmt;
import org.pgherd.grammar.ast.CreateEnumStmt;
import org.pgherd.grammar.ast.CreateFunctionStmt;
import org.pgherd.grammar.ast.CreateRangeStmt;
import org.pgherd.grammar.ast.CreateSeqStmt;
import org.pgherd.grammar.ast.CreateStatsStmt;
import org.pgherd.grammar.ast.CreateStmt;
import org.pgherd.grammar.ast.CreateTableAsStmt;
import org.pgherd.grammar.ast.DefineStmt;
import org.pgherd.grammar.ast.DropStmt;
import org.pgherd.grammar.ast.GrantStmt;
import org.pgherd.grammar.ast.GrantTargetType;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.ObjectType;
import org.pgherd.grammar.ast.ObjectWithArgs;
import org.pgherd.grammar.ast.QualifiedName;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.SecLabelStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.TypeName;
import org.pgherd.grammar.ast.ViewStmt;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.catalog.TypeRow;

/// Which shards a definition is for: all, but temporary objects live on the catalog shard alone (a transaction that
/// touched one cannot be prepared, and only the first written shard is not), and so do large objects.
final class DefinitionTargets {
    private DefinitionTargets() {}

    static boolean isTemporary(Statement statement, SessionState session) {
        return switch (statement) {
            case CreateStmt s -> isTemporaryName(s.relation()) || byPath(s.relation(), session);
            // a view that reads a temporary relation is one (isQueryUsingTempRelation)
            case ViewStmt s ->
                isTemporaryName(s.view()) || byPath(s.view(), session) || readsTemporary(s, session.view());
            // it goes with the type
            case CreateFunctionStmt s ->
                isTemporary(s.funcname(), session)
                        || namesTemporaryType(s, session.view())
                        || readsTemporary(s, session.view());
            case CreateStatsStmt s -> isTemporary(s.defnames(), session) || readsTemporary(s, session.view());
            case CreateSeqStmt s -> isTemporaryName(s.sequence()) || byPath(s.sequence(), session);
            case CreateTableAsStmt s ->
                isTemporaryName(s.into().rel()) || byPath(s.into().rel(), session);
            case DropStmt s -> s.objects().stream().anyMatch(object -> isTemporary(object, session.view()));
            case DefineStmt s -> isTemporary(s.defnames(), session);
            case CreateDomainStmt s -> isTemporary(s.domainname(), session);
            case CreateEnumStmt s -> isTemporary(s.typeName(), session);
            case CreateRangeStmt s -> isTemporary(s.typeName(), session);
            case AlterTableStmt s -> isTemporary(s.relation(), session.view());
            case GrantStmt s when isLargeObject(s.objtype()) -> s.targtype() == GrantTargetType.OBJECT;
            case AlterOwnerStmt s when isLargeObject(s.objectType()) -> true;
            case CommentStmt s when isLargeObject(s.objtype()) -> true;
            case SecLabelStmt s when isLargeObject(s.objtype()) -> true;
            default -> readsTemporary(statement, session.view());
        };
    }

    /// What of a DROP the shards without temporary objects are to drop; null if nothing.
    static @Nullable DropStmt permanent(DropStmt drop, SessionState session) {
        List<Node> objects = drop.objects().stream()
                .filter(object -> !isTemporary(object, session.view()))
                .toList();
        return objects.isEmpty()
                ? null
                : new DropStmt(
                        objects, drop.removeType(), drop.behavior(), drop.missingOk(), drop.concurrent(), drop.at());
    }

    private static boolean isTemporary(List<String> name, SessionState session) {
        return name.size() > 1 ? isTemporarySchema(name.get(name.size() - 2)) : createsTemporary(session);
    }

    private static boolean byPath(RangeVar name, SessionState session) {
        return name.schemaname() == null && createsTemporary(session);
    }

    /// Whether what is named without a schema is made in the temporary one.
    private static boolean createsTemporary(SessionState session) {
        return isTemporarySchema(session.settings().required("search_path").strip());
    }

    private static boolean isLargeObject(ObjectType type) {
        return type == ObjectType.LARGEOBJECT;
    }

    private static boolean namesTemporaryType(Node statement, CatalogView view) {
        for (TypeName type : AstWalk.all(statement, TypeName.class)) {
            if (!type.names().isEmpty()) {
                String schema =
                        type.names().size() > 1 ? type.names().get(type.names().size() - 2) : null;
                Relation relation = view.relation(schema, type.names().getLast());
                if (relation != null && relation.persistence() == Persistence.TEMPORARY) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOfTemporaryType(ProcRow routine, CatalogView view) {
        return isOfTemporary(routine.returnType(), view)
                || routine.argTypes().stream().anyMatch(type -> isOfTemporary(type, view));
    }

    private static boolean isOfTemporary(int type, CatalogView view) {
        TypeRow row = view.type(type);
        Relation relation = row == null ? null : view.relation(row.schema(), row.name());
        return relation != null && relation.persistence() == Persistence.TEMPORARY;
    }

    private static boolean readsTemporary(Statement statement, CatalogView view) {
        return AstWalk.all(statement, RangeVar.class).stream().anyMatch(name -> isTemporary(name, view));
    }

    static List<Integer> shards(boolean temporary, SessionState session) {
        return temporary ? List.of(CatalogLoader.CATALOG_SHARD) : session.allShards();
    }

    private static boolean isTemporaryName(RangeVar name) {
        return name.relpersistence() == 't' || isTemporarySchema(name.schemaname());
    }

    private static boolean isTemporarySchema(@Nullable String schema) {
        return schema != null && schema.startsWith("pg_temp");
    }

    private static boolean isTemporary(Node object, CatalogView view) {
        return switch (object) {
            case RangeVar name -> {
                if (isTemporaryName(name)) {
                    yield true;
                }
                Relation relation = view.relation(name.schemaname(), name.relname());
                yield relation != null && relation.persistence() == Persistence.TEMPORARY;
            }
            case QualifiedName name -> {
                List<String> parts = name.names();
                String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : null;
                Relation relation = view.relation(schema, parts.getLast());
                yield isTemporarySchema(schema) || relation != null && relation.persistence() == Persistence.TEMPORARY;
            }
            case ObjectWithArgs routine -> {
                List<String> parts = routine.objname();
                String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : null;
                yield isTemporarySchema(schema)
                        || view.functions(schema, parts.getLast()).stream()
                                .anyMatch(row -> isOfTemporaryType(row, view));
            }
            case TypeName type -> {
                List<String> parts = type.names();
                yield parts.size() > 1 && isTemporarySchema(parts.get(parts.size() - 2));
            }
            default -> false;
        };
    }
}
