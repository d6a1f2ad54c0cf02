package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import org.pgherd.grammar.ast.AlterCollationStmt;
import org.pgherd.grammar.ast.AlterDatabaseRefreshCollStmt;
import org.pgherd.grammar.ast.AlterDatabaseSetStmt;
import org.pgherd.grammar.ast.AlterDatabaseStmt;
import org.pgherd.grammar.ast.AlterDefaultPrivilegesStmt;
import org.pgherd.grammar.ast.AlterDomainStmt;
import org.pgherd.grammar.ast.AlterEnumStmt;
import org.pgherd.grammar.ast.AlterEventTrigStmt;
import org.pgherd.grammar.ast.AlterExtensionContentsStmt;
import org.pgherd.grammar.ast.AlterExtensionStmt;
import org.pgherd.grammar.ast.AlterFdwStmt;
import org.pgherd.grammar.ast.AlterForeignServerStmt;
import org.pgherd.grammar.ast.AlterFunctionStmt;
import org.pgherd.grammar.ast.AlterObjectDependsStmt;
import org.pgherd.grammar.ast.AlterObjectSchemaStmt;
import org.pgherd.grammar.ast.AlterOpFamilyStmt;
import org.pgherd.grammar.ast.AlterOperatorStmt;
import org.pgherd.grammar.ast.AlterOwnerStmt;
import org.pgherd.grammar.ast.AlterPolicyStmt;
import org.pgherd.grammar.ast.AlterPublicationStmt;
import org.pgherd.grammar.ast.AlterRoleSetStmt;
import org.pgherd.grammar.ast.AlterRoleStmt;
import org.pgherd.grammar.ast.AlterSeqStmt;
import org.pgherd.grammar.ast.AlterStatsStmt;
import org.pgherd.grammar.ast.AlterSubscriptionStmt;
import org.pgherd.grammar.ast.AlterSystemStmt;
import org.pgherd.grammar.ast.AlterTSConfigurationStmt;
import org.pgherd.grammar.ast.AlterTSDictionaryStmt;
import org.pgherd.grammar.ast.AlterTableMoveAllStmt;
import org.pgherd.grammar.ast.AlterTableSpaceOptionsStmt;
import org.pgherd.grammar.ast.AlterTableStmt;
import org.pgherd.grammar.ast.AlterTypeStmt;
import org.pgherd.grammar.ast.AlterUserMappingStmt;
import org.pgherd.grammar.ast.AtomicBlock;
import org.pgherd.grammar.ast.CallStmt;
import org.pgherd.grammar.ast.CheckPointStmt;
import org.pgherd.grammar.ast.ClosePortalStmt;
import org.pgherd.grammar.ast.ClusterStmt;
import org.pgherd.grammar.ast.CommentStmt;
import org.pgherd.grammar.ast.CompositeTypeStmt;
import org.pgherd.grammar.ast.ConstraintsSetStmt;
import org.pgherd.grammar.ast.CopyStmt;
import org.pgherd.grammar.ast.CreateAmStmt;
import org.pgherd.grammar.ast.CreateCastStmt;
import org.pgherd.grammar.ast.CreateConversionStmt;
import org.pgherd.grammar.ast.CreateDomainStmt;
import org.pgherd.grammar.ast.CreateEnumStmt;
import org.pgherd.grammar.ast.CreateEventTrigStmt;
import org.pgherd.grammar.ast.CreateExtensionStmt;
import org.pgherd.grammar.ast.CreateFdwStmt;
import org.pgherd.grammar.ast.CreateForeignServerStmt;
import org.pgherd.grammar.ast.CreateForeignTableStmt;
import org.pgherd.grammar.ast.CreateFunctionStmt;
import org.pgherd.grammar.ast.CreateOpClassStmt;
import org.pgherd.grammar.ast.CreateOpFamilyStmt;
import org.pgherd.grammar.ast.CreatePLangStmt;
import org.pgherd.grammar.ast.CreatePolicyStmt;
import org.pgherd.grammar.ast.CreatePublicationStmt;
import org.pgherd.grammar.ast.CreateRangeStmt;
import org.pgherd.grammar.ast.CreateRoleStmt;
import org.pgherd.grammar.ast.CreateSchemaStmt;
import org.pgherd.grammar.ast.CreateSeqStmt;
import org.pgherd.grammar.ast.CreateStatsStmt;
import org.pgherd.grammar.ast.CreateStmt;
import org.pgherd.grammar.ast.CreateSubscriptionStmt;
import org.pgherd.grammar.ast.CreateTableAsStmt;
import org.pgherd.grammar.ast.CreateTableSpaceStmt;
import org.pgherd.grammar.ast.CreateTransformStmt;
import org.pgherd.grammar.ast.CreateTrigStmt;
import org.pgherd.grammar.ast.CreateUserMappingStmt;
import org.pgherd.grammar.ast.CreatedbStmt;
import org.pgherd.grammar.ast.DeallocateStmt;
import org.pgherd.grammar.ast.DeclareCursorStmt;
import org.pgherd.grammar.ast.DefineStmt;
import org.pgherd.grammar.ast.DiscardStmt;
import org.pgherd.grammar.ast.DoStmt;
import org.pgherd.grammar.ast.DropOwnedStmt;
import org.pgherd.grammar.ast.DropRoleStmt;
import org.pgherd.grammar.ast.DropStmt;
import org.pgherd.grammar.ast.DropSubscriptionStmt;
import org.pgherd.grammar.ast.DropTableSpaceStmt;
import org.pgherd.grammar.ast.DropUserMappingStmt;
import org.pgherd.grammar.ast.DropdbStmt;
import org.pgherd.grammar.ast.ExecuteStmt;
import org.pgherd.grammar.ast.ExplainStmt;
import org.pgherd.grammar.ast.FetchStmt;
import org.pgherd.grammar.ast.GrantRoleStmt;
import org.pgherd.grammar.ast.GrantStmt;
import org.pgherd.grammar.ast.ImportForeignSchemaStmt;
import org.pgherd.grammar.ast.IndexStmt;
import org.pgherd.grammar.ast.ListenStmt;
import org.pgherd.grammar.ast.LoadStmt;
import org.pgherd.grammar.ast.LockStmt;
import org.pgherd.grammar.ast.NotifyStmt;
import org.pgherd.grammar.ast.PLAssignStmt;
import org.pgherd.grammar.ast.PrepareStmt;
import org.pgherd.grammar.ast.Query;
import org.pgherd.grammar.ast.ReassignOwnedStmt;
import org.pgherd.grammar.ast.RefreshMatViewStmt;
import org.pgherd.grammar.ast.ReindexStmt;
import org.pgherd.grammar.ast.RenameStmt;
import org.pgherd.grammar.ast.ReturnStmt;
import org.pgherd.grammar.ast.RuleStmt;
import org.pgherd.grammar.ast.SecLabelStmt;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.TransactionStmt;
import org.pgherd.grammar.ast.TruncateStmt;
import org.pgherd.grammar.ast.UnlistenStmt;
import org.pgherd.grammar.ast.UtilityStatement;
import org.pgherd.grammar.ast.VacuumStmt;
import org.pgherd.grammar.ast.VariableSetStmt;
import org.pgherd.grammar.ast.VariableShowStmt;
import org.pgherd.grammar.ast.ViewStmt;

/// Statements of all kinds.
final class Statements {
    private Statements() {}

    static String statement(Statement s) {
        return switch (s) {
            case Query q -> Queries.query(q);
            case UtilityStatement u -> utility(u);
        };
    }

    private static String utility(UtilityStatement statement) {
        return switch (statement) {
            case ReturnStmt s -> "RETURN " + Expressions.expr(s.returnval());
            case AtomicBlock s -> Routines.atomic(s);
            case CreateStmt s -> Tables.create(s);
            case CreateForeignTableStmt s -> Tables.foreign(s);
            case CreateTableAsStmt s -> Tables.createAs(s);
            case ViewStmt s -> Tables.view(s);
            case RefreshMatViewStmt s -> Tables.refresh(s);
            case CreateSeqStmt s -> Tables.sequence(s);
            case AlterSeqStmt s -> Tables.alterSequence(s);
            case IndexStmt s -> Indexes.create(s);
            case DropStmt s -> Drops.drop(s);
            case CommentStmt s -> Drops.comment(s);
            case SecLabelStmt s -> Drops.label(s);
            case CreateFunctionStmt s -> Routines.create(s);
            case AlterFunctionStmt s -> Routines.alter(s);
            case DoStmt s -> Routines.inline(s);
            case CallStmt s -> "CALL " + Calls.call(s.funccall());
            case TransactionStmt s -> Sessions.transaction(s);
            case VariableSetStmt s -> Sessions.set(s);
            case VariableShowStmt s -> Sessions.show(s);
            case ExplainStmt s -> Sessions.explain(s);
            case CopyStmt s -> Sessions.copy(s);
            case PrepareStmt s -> Sessions.prepare(s);
            case ExecuteStmt s -> "EXECUTE " + name(s.name()) + parens("", s.params(), Expressions::expr);
            case DeallocateStmt s -> s.isall() ? "DEALLOCATE ALL" : given("DEALLOCATE", s.name(), SqlWords::name);
            case DeclareCursorStmt s -> Sessions.declare(s);
            case FetchStmt s -> Sessions.fetch(s);
            case ClosePortalStmt s ->
                s.portalname() == null ? "CLOSE ALL" : given("CLOSE", s.portalname(), SqlWords::name);
            case TruncateStmt s -> Sessions.truncate(s);
            case VacuumStmt s -> Sessions.vacuum(s);
            case LockStmt s -> Sessions.lock(s);
            case ConstraintsSetStmt s -> Sessions.constraints(s);
            case ReindexStmt s -> Sessions.reindex(s);
            case ClusterStmt s -> Sessions.cluster(s);
            case CheckPointStmt _ -> "CHECKPOINT";
            case DiscardStmt s -> "DISCARD " + s.target().name();
            case ListenStmt s -> "LISTEN " + name(s.conditionname());
            case UnlistenStmt s ->
                s.conditionname() == null ? "UNLISTEN *" : given("UNLISTEN", s.conditionname(), SqlWords::name);
            case NotifyStmt s -> "NOTIFY " + name(s.conditionname()) + given(",", s.payload(), SqlWords::string);
            case LoadStmt s -> "LOAD " + string(s.filename());
            case AlterTableStmt s -> AlterTables.alter(s);
            case RenameStmt s -> AlterTables.rename(s);
            case DropRoleStmt s -> Roles.drop(s);
            case DropOwnedStmt s -> Roles.dropOwned(s);
            case CreateRoleStmt s -> Roles.create(s);
            case GrantStmt s -> Roles.grant(s);
            case GrantRoleStmt s -> Roles.grantRole(s);
            case CreateEnumStmt s ->
                "CREATE TYPE " + dotted(s.typeName()) + " AS ENUM (" + list(s.vals(), SqlWords::string) + ")";
            case CompositeTypeStmt s ->
                "CREATE TYPE " + FromItems.qualified(s.typevar()) + " AS (" + list(s.coldeflist(), FromItems::column)
                        + ")";
            case CreateDomainStmt s ->
                spaced(
                        "CREATE DOMAIN",
                        dotted(s.domainname()),
                        "AS",
                        TypeNames.type(s.typeName()),
                        given("", s.collClause(), Expressions::collate),
                        joined(" ", s.constraints(), Constraints::column));
            case CreateSchemaStmt s ->
                spaced(
                        "CREATE SCHEMA",
                        ifNotExists(s.ifNotExists()),
                        given("", s.schemaname(), SqlWords::name),
                        given("AUTHORIZATION", s.authrole(), Roles::role),
                        joined(" ", s.schemaElts(), Statements::statement));
            case PLAssignStmt s -> Queries.assignment(s);
            case AlterTableMoveAllStmt s -> Alterations.moveAll(s);
            case AlterDefaultPrivilegesStmt s -> Roles.defaults(s);
            case AlterDomainStmt s -> Alterations.domain(s);
            case CreateRangeStmt s -> Definitions.range(s);
            case DefineStmt s -> Definitions.define(s);
            case AlterEnumStmt s -> Alterations.enumeration(s);
            case AlterTypeStmt s -> Alterations.type(s);
            case CreateCastStmt s -> Definitions.cast(s);
            case CreateConversionStmt s -> Definitions.conversion(s);
            case CreateTransformStmt s -> Definitions.transform(s);
            case CreateOpClassStmt s -> OperatorClasses.create(s);
            case CreateOpFamilyStmt s -> OperatorClasses.family(s);
            case AlterOpFamilyStmt s -> OperatorClasses.alter(s);
            case AlterOperatorStmt s -> Definitions.alterOperator(s);
            case CreateTrigStmt s -> Triggers.create(s);
            case CreateEventTrigStmt s -> Triggers.createEvent(s);
            case AlterEventTrigStmt s -> Triggers.alterEvent(s);
            case RuleStmt s -> Triggers.rule(s);
            case CreatePolicyStmt s -> Triggers.policy(s);
            case AlterPolicyStmt s -> Triggers.alterPolicy(s);
            case CreateStatsStmt s -> Definitions.statistics(s);
            case AlterStatsStmt s -> Alterations.statistics(s);
            case AlterRoleStmt s -> Roles.alter(s);
            case AlterRoleSetStmt s -> Roles.alterSet(s);
            case AlterDatabaseStmt s -> Databases.alter(s);
            case AlterDatabaseSetStmt s -> "ALTER DATABASE " + name(s.dbname()) + " " + Sessions.set(s.setstmt());
            case AlterDatabaseRefreshCollStmt s -> "ALTER DATABASE " + name(s.dbname()) + " REFRESH COLLATION VERSION";
            case CreatedbStmt s -> Databases.create(s);
            case DropdbStmt s -> Databases.drop(s);
            case CreateTableSpaceStmt s -> Databases.createSpace(s);
            case DropTableSpaceStmt s -> Databases.dropSpace(s);
            case AlterTableSpaceOptionsStmt s -> Databases.alterSpace(s);
            case AlterSystemStmt s -> "ALTER SYSTEM " + Sessions.set(s.setstmt());
            case CreateExtensionStmt s -> Foreign.createExtension(s);
            case AlterExtensionStmt s -> Foreign.alterExtension(s);
            case AlterExtensionContentsStmt s -> Foreign.alterContents(s);
            case CreateFdwStmt s -> Foreign.createWrapper(s);
            case AlterFdwStmt s -> Foreign.alterWrapper(s);
            case CreateForeignServerStmt s -> Foreign.createServer(s);
            case AlterForeignServerStmt s -> Foreign.alterServer(s);
            case CreateUserMappingStmt s -> Foreign.createMapping(s);
            case AlterUserMappingStmt s -> Foreign.alterMapping(s);
            case DropUserMappingStmt s -> Foreign.dropMapping(s);
            case ImportForeignSchemaStmt s -> Foreign.importSchema(s);
            case CreateAmStmt s -> Definitions.accessMethod(s);
            case CreatePLangStmt s -> Definitions.language(s);
            case CreatePublicationStmt s -> Replication.create(s);
            case AlterPublicationStmt s -> Replication.alter(s);
            case CreateSubscriptionStmt s -> Replication.create(s);
            case AlterSubscriptionStmt s -> Replication.alter(s);
            case DropSubscriptionStmt s -> Replication.drop(s);
            case AlterObjectDependsStmt s -> Alterations.depends(s);
            case AlterObjectSchemaStmt s -> Alterations.schema(s);
            case AlterOwnerStmt s -> Alterations.owner(s);
            case AlterTSDictionaryStmt s -> TextSearch.dictionary(s);
            case AlterTSConfigurationStmt s -> TextSearch.configuration(s);
            case AlterCollationStmt s -> "ALTER COLLATION " + dotted(s.collname()) + " REFRESH VERSION";
            case ReassignOwnedStmt s -> Roles.reassign(s);
        };
    }
}
