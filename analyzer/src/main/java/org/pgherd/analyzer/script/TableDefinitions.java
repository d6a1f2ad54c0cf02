package org.pgherd.analyzer.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogBuilder;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.analyzer.catalog.Column;
import org.pgherd.analyzer.catalog.ForeignKey;
import org.pgherd.analyzer.catalog.KeyConstraint;
import org.pgherd.analyzer.catalog.Persistence;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.analyzer.catalog.Sequence;
import org.pgherd.analyzer.parse.Analyzer;
import org.pgherd.analyzer.parse.OutputColumn;
import org.pgherd.analyzer.parse.ParameterTypes;
import org.pgherd.analyzer.parse.TypeReferences;
import org.pgherd.analyzer.query.Query;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.AlterTableCmd;
import org.pgherd.grammar.ast.AlterTableStmt;
import org.pgherd.grammar.ast.AlterTableType;
import org.pgherd.grammar.ast.ColumnDef;
import org.pgherd.grammar.ast.CompositeTypeStmt;
import org.pgherd.grammar.ast.Constraint;
import org.pgherd.grammar.ast.CreateStmt;
import org.pgherd.grammar.ast.IndexStmt;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.TableElement;
import org.pgherd.grammar.ast.TypeName;
import org.pgherd.grammar.ast.ViewStmt;
import org.pgherd.grammar.deparse.Deparser;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Tables, views, sequences, indexes (tablecmds.c, parse_utilcmd.c as far as plans depend on them).
final class TableDefinitions {
    private final CatalogBuilder builder;
    private final Supplier<CatalogView> view;
    private final TypeDefinitions types;

    TableDefinitions(CatalogBuilder builder, Supplier<CatalogView> view, TypeDefinitions types) {
        this.builder = builder;
        this.view = view;
        this.types = types;
    }

    /// A relation as it is put together.
    private static final class Draft {
        final int oid;
        final RangeVar name;
        final List<Column> columns = new ArrayList<>();
        final List<KeyConstraint> keys = new ArrayList<>();
        final List<ForeignKey> foreignKeys = new ArrayList<>();
        final List<Constraint> constraints = new ArrayList<>();
        final List<Integer> parents = new ArrayList<>();
        RelationKind kind = RelationKind.TABLE;

        @Nullable
        String partitionKey;

        @Nullable
        String definition;

        Draft(int oid, RangeVar name) {
            this.oid = oid;
            this.name = name;
        }

        int attnum(String column, Position at) {
            for (Column known : columns) {
                if (known.name().equals(column)) {
                    return known.attnum();
                }
            }
            throw new SqlException(
                    SqlState.UNDEFINED_COLUMN, "column \"" + column + "\" named in key does not exist", at);
        }
    }

    void table(CreateStmt statement, String source) {
        RangeVar name = statement.relation();
        if (view.get().catalog().relation(DefinitionScript.schema(name), name.relname()) != null) {
            if (statement.ifNotExists()) {
                return;
            }
            throw new SqlException(
                    SqlState.DUPLICATE_TABLE, "relation \"" + name.relname() + "\" already exists", name.at());
        }
        Draft draft = new Draft(builder.newOid(), name);
        for (RangeVar parent : statement.inhRelations()) {
            Relation of = required(parent);
            draft.parents.add(of.oid());
            draft.columns.addAll(of.columns());
        }
        for (TableElement element : statement.tableElts()) {
            switch (element) {
                case ColumnDef column -> column(draft, column);
                case Constraint constraint -> draft.constraints.add(constraint);
                default ->
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED, "LIKE is not understood in a schema script", element.at());
            }
        }
        if (statement.partspec() != null) {
            draft.kind = RelationKind.PARTITIONED_TABLE;
            Position at = statement.partspec().at();
            draft.partitionKey = source.substring(at.start(), at.end()).replaceFirst("(?i)^partition\\s+by\\s+", "");
        }
        draft.constraints.forEach(constraint -> constraint(draft, constraint, List.of()));
        Relation made = finish(draft, List.of(), types.row(draft.oid, name.relname(), DefinitionScript.schema(name)));
        builder.relation(made);
        for (int parent : draft.parents) {
            Relation of = view.get().catalog().relation(parent);
            if (of != null) {
                List<Integer> children = new ArrayList<>(of.children());
                children.add(draft.oid);
                builder.relation(with(of, of.keys(), of.foreignKeys(), children));
            }
        }
    }

    private Relation required(RangeVar name) {
        Relation found = view.get().catalog().relation(DefinitionScript.schema(name), name.relname());
        if (found == null) {
            throw new SqlException(
                    SqlState.UNDEFINED_TABLE, "relation \"" + name.relname() + "\" does not exist", name.at());
        }
        return found;
    }

    private void column(Draft draft, ColumnDef def) {
        TypeName written = def.typeName();
        if (written == null) {
            return;
        }
        String serial = written.names().size() == 1 ? written.names().getFirst().toLowerCase(Locale.ROOT) : "";
        SqlType type = switch (serial) {
            case "serial", "serial4" -> SqlType.INT4;
            case "bigserial", "serial8" -> SqlType.INT8;
            case "smallserial", "serial2" -> SqlType.of(TypeOids.INT2);
            default -> TypeReferences.resolve(view.get(), written);
        };
        boolean notNull = serial.contains("serial");
        String fallback = null;
        if (notNull) {
            String sequence = draft.name.relname() + "_" + def.colname() + "_seq";
            sequence(new RangeVar(
                    null, DefinitionScript.schema(draft.name), sequence, true, 'p', null, draft.name.at()));
            fallback = "nextval('" + DefinitionScript.schema(draft.name) + "." + sequence + "'::regclass)";
        }
        Column.Generated generated = Column.Generated.NO;
        Column.Identity identity = Column.Identity.NO;
        int attnum = draft.columns.size() + 1;
        List<Constraint> keys = new ArrayList<>();
        for (Constraint constraint : def.constraints()) {
            switch (constraint.contype()) {
                case NOTNULL -> notNull = true;
                case DEFAULT -> fallback = constraint.rawExpr() == null ? null : Deparser.sql(constraint.rawExpr());
                case GENERATED -> {
                    fallback = constraint.rawExpr() == null ? null : Deparser.sql(constraint.rawExpr());
                    generated = constraint.generatedKind() == 's' ? Column.Generated.STORED : Column.Generated.VIRTUAL;
                }
                case IDENTITY -> {
                    notNull = true;
                    identity = constraint.generatedWhen() == 'a' ? Column.Identity.ALWAYS : Column.Identity.BY_DEFAULT;
                }
                case PRIMARY -> {
                    notNull = true;
                    keys.add(constraint);
                }
                default -> keys.add(constraint);
            }
        }
        draft.columns.add(new Column(attnum, def.colname(), type, notNull, fallback, generated, identity, false));
        keys.forEach(constraint -> constraint(draft, constraint, List.of(def.colname())));
    }

    /// @param own the column that a column constraint stands at
    private void constraint(Draft draft, Constraint c, List<String> own) {
        switch (c.contype()) {
            case PRIMARY, UNIQUE -> {
                List<String> names = c.keys().isEmpty() ? own : c.keys();
                List<Integer> columns =
                        names.stream().map(name -> draft.attnum(name, c.at())).toList();
                boolean primary = c.contype() == org.pgherd.grammar.ast.ConstrType.PRIMARY;
                String given = c.conname();
                String name = given != null
                        ? given
                        : draft.name.relname() + (primary ? "_pkey" : "_" + String.join("_", names) + "_key");
                draft.keys.add(new KeyConstraint(
                        builder.newOid(),
                        name,
                        primary,
                        true,
                        columns,
                        builder.newOid(),
                        c.nullsNotDistinct(),
                        c.deferrable(),
                        false,
                        List.of()));
            }
            case FOREIGN -> foreignKey(draft, c, own);
            default -> {
                // checks are the shards' business
            }
        }
    }

    private void foreignKey(Draft draft, Constraint c, List<String> own) {
        RangeVar to = c.pktable();
        if (to == null) {
            throw new AssertionError("foreign key to nothing");
        }
        boolean self = to.relname().equals(draft.name.relname())
                && DefinitionScript.schema(to).equals(DefinitionScript.schema(draft.name));
        List<String> names = c.fkAttrs().isEmpty() ? own : c.fkAttrs();
        List<Integer> columns =
                names.stream().map(name -> draft.attnum(name, c.at())).toList();
        Relation other = self ? null : required(to);
        List<Integer> referenced = new ArrayList<>();
        for (String name : c.pkAttrs()) {
            Column column = other == null ? null : other.column(name);
            referenced.add(column == null ? draft.attnum(name, c.at()) : column.attnum());
        }
        if (referenced.isEmpty()) {
            KeyConstraint primary = other == null
                    ? draft.keys.stream()
                            .filter(KeyConstraint::primary)
                            .findFirst()
                            .orElse(null)
                    : other.primaryKey();
            if (primary != null) {
                referenced.addAll(primary.columns());
            }
        }
        String given = c.conname();
        draft.foreignKeys.add(new ForeignKey(
                builder.newOid(),
                given == null ? draft.name.relname() + "_" + String.join("_", names) + "_fkey" : given,
                columns,
                other == null ? draft.oid : other.oid(),
                referenced,
                c.fkUpdAction(),
                c.fkDelAction(),
                setOnDelete(c, columns, draft)));
    }

    private static List<Integer> setOnDelete(Constraint c, List<Integer> columns, Draft draft) {
        if (c.fkDelAction() != 'n' && c.fkDelAction() != 'd') {
            return List.of();
        }
        return c.fkDelSetCols().isEmpty()
                ? columns
                : c.fkDelSetCols().stream()
                        .map(name -> draft.attnum(name, c.at()))
                        .toList();
    }

    private Relation finish(Draft d, List<Integer> children, int rowType) {
        Persistence persistence = switch (d.name.relpersistence()) {
            case 't' -> Persistence.TEMPORARY;
            case 'u' -> Persistence.UNLOGGED;
            default -> Persistence.PERMANENT;
        };
        return new Relation(
                d.oid,
                DefinitionScript.schema(d.name),
                d.name.relname(),
                d.kind,
                persistence,
                10,
                rowType,
                d.columns,
                d.keys,
                d.foreignKeys,
                List.of(),
                List.of(),
                List.of(),
                d.definition,
                false,
                false,
                d.parents,
                children,
                d.partitionKey,
                false,
                false,
                null);
    }

    private static Relation with(
            Relation r, List<KeyConstraint> keys, List<ForeignKey> foreignKeys, List<Integer> children) {
        return new Relation(
                r.oid(),
                r.schema(),
                r.name(),
                r.kind(),
                r.persistence(),
                r.owner(),
                r.rowType(),
                r.columns(),
                keys,
                foreignKeys,
                r.checks(),
                r.triggers(),
                r.rules(),
                r.viewDefinition(),
                r.rowSecurity(),
                r.forceRowSecurity(),
                r.parents(),
                children,
                r.partitionKey(),
                r.securityBarrier(),
                r.securityInvoker(),
                r.checkOption());
    }

    private Draft draft(Relation of, RangeVar name) {
        Draft draft = new Draft(of.oid(), name);
        draft.columns.addAll(of.columns());
        draft.keys.addAll(of.keys());
        draft.foreignKeys.addAll(of.foreignKeys());
        return draft;
    }

    void alter(AlterTableStmt statement) {
        Relation of = required(statement.relation());
        Draft draft = draft(of, statement.relation());
        for (AlterTableCmd command : statement.cmds()) {
            if (command.subtype() == AlterTableType.ADD_CONSTRAINT && command.def() instanceof Constraint constraint) {
                constraint(draft, constraint, List.of());
            } else if (command.subtype() != AlterTableType.CHANGE_OWNER) {
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "of ALTER TABLE a schema script may have ADD CONSTRAINT and OWNER TO only",
                        statement.at());
            }
        }
        builder.relation(with(of, draft.keys, draft.foreignKeys, of.children()));
    }

    void index(IndexStmt statement) {
        Relation of = required(statement.relation());
        if (!statement.unique()) {
            return;
        }
        List<Integer> columns = new ArrayList<>();
        for (var element : statement.indexParams()) {
            Column column = element.name() == null ? null : of.column(element.name());
            columns.add(column == null ? 0 : column.attnum());
        }
        String given = statement.idxname();
        List<KeyConstraint> keys = new ArrayList<>(of.keys());
        keys.add(new KeyConstraint(
                0,
                given == null ? of.name() + "_idx" : given,
                false,
                true,
                columns,
                builder.newOid(),
                statement.nullsNotDistinct(),
                false,
                statement.whereClause() != null,
                List.of()));
        builder.relation(with(of, keys, of.foreignKeys(), of.children()));
    }

    void view(ViewStmt statement, String source, FunctionContext session, Function<Query, String> viewText) {
        Query query = Analyzer.analyze(statement.query(), source, view.get(), session, ParameterTypes.none(), null);
        Draft draft = new Draft(builder.newOid(), statement.view());
        draft.kind = RelationKind.VIEW;
        draft.definition = viewText.apply(query);
        for (OutputColumn column : OutputColumn.of(query, view.get())) {
            int attnum = draft.columns.size() + 1;
            String name =
                    attnum <= statement.aliases().size() ? statement.aliases().get(attnum - 1) : column.name();
            draft.columns.add(new Column(
                    attnum,
                    name,
                    query.outputColumns().get(attnum - 1).expr().type(),
                    false,
                    null,
                    Column.Generated.NO,
                    Column.Identity.NO,
                    false));
        }
        String schema = DefinitionScript.schema(statement.view());
        builder.relation(
                finish(draft, List.of(), types.row(draft.oid, statement.view().relname(), schema)));
    }

    void composite(CompositeTypeStmt statement) {
        Draft draft = new Draft(builder.newOid(), statement.typevar());
        draft.kind = RelationKind.COMPOSITE_TYPE;
        statement.coldeflist().forEach(column -> column(draft, column));
        String schema = DefinitionScript.schema(statement.typevar());
        builder.relation(finish(
                draft, List.of(), types.row(draft.oid, statement.typevar().relname(), schema)));
    }

    void sequence(RangeVar name) {
        Draft draft = new Draft(builder.newOid(), name);
        draft.kind = RelationKind.SEQUENCE;
        builder.relation(finish(draft, List.of(), 0));
        builder.sequence(new Sequence(draft.oid, TypeOids.INT8, 1, 1, Long.MAX_VALUE, 1, 1, false, 0, 0, false));
    }
}
