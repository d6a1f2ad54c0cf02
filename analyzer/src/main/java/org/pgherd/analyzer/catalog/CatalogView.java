package org.pgherd.analyzer.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.CollationRow;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.catalog.OperatorClasses;
import org.pgherd.semantics.catalog.OperatorRow;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.catalog.RangeRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeNames;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.compare.CollationOrder;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// A catalog seen along a search path: what a name means to a session (namespace.c), and what the type system
/// asks of both (lsyscache.c).
public final class CatalogView implements TypeLookup {
    private final Catalog catalog;
    private final SearchPath path;
    private final List<String> relationSchemas;
    private final List<String> functionSchemas;
    private final Function<CollationRow, @Nullable CollationOrder> serverOrders;
    private final Map<OperatorName, List<OperatorRow>> operators = new ConcurrentHashMap<>();

    private record OperatorName(@Nullable String schema, String name, char kind) {}

    public CatalogView(Catalog catalog, SearchPath path) {
        this(catalog, path, _ -> null);
    }

    /// @param serverOrders orders of collations that only a server knows
    public CatalogView(
            Catalog catalog, SearchPath path, Function<CollationRow, @Nullable CollationOrder> serverOrders) {
        this.serverOrders = serverOrders;
        this.catalog = catalog;
        this.path = path;
        relationSchemas = path.forRelations();
        functionSchemas = path.forFunctions();
    }

    public Catalog catalog() {
        return catalog;
    }

    public SearchPath path() {
        return path;
    }

    /// A relation by name; `pg_temp` as schema means the session's. Null if there is none.
    public @Nullable Relation relation(@Nullable String schema, String name) {
        if (schema != null) {
            String temp = path.tempSchema();
            return catalog.relation(schema.equals(SearchPath.TEMP) && temp != null ? temp : schema, name);
        }
        for (String candidate : relationSchemas) {
            Relation relation = catalog.relation(candidate, name);
            if (relation != null) {
                return relation;
            }
        }
        return null;
    }

    @Override
    public @Nullable TypeRow type(int oid) {
        return catalog.type(oid);
    }

    /// A type that must be there.
    public TypeRow typeRow(int oid) {
        TypeRow row = catalog.type(oid);
        if (row == null) {
            throw new AssertionError("no type has oid " + oid);
        }
        return row;
    }

    @Override
    public @Nullable TypeRow type(@Nullable String schema, String name) {
        if (schema != null) {
            String temp = path.tempSchema();
            return catalog.type(schema.equals(SearchPath.TEMP) && temp != null ? temp : schema, name);
        }
        for (String candidate : relationSchemas) {
            TypeRow row = catalog.type(candidate, name);
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    /// Functions of a name that a call could mean, nearest schema first; a nearer one hides a farther one of the same
    /// arguments.
    public List<ProcRow> functions(@Nullable String schema, String name) {
        List<ProcRow> all = catalog.procsNamed(name);
        List<ProcRow> found = new ArrayList<>(all.size());
        if (schema != null) {
            String temp = path.tempSchema();
            String real = schema.equals(SearchPath.TEMP) && temp != null ? temp : schema;
            for (ProcRow row : all) {
                if (row.schema().equals(real)) {
                    found.add(row);
                }
            }
            return found;
        }
        for (String candidate : functionSchemas) {
            List<ProcRow> nearer = found.isEmpty() ? List.of() : List.copyOf(found);
            for (ProcRow row : all) {
                if (row.schema().equals(candidate)
                        && nearer.stream().noneMatch(other -> other.argTypes().equals(row.argTypes()))) {
                    found.add(row);
                }
            }
        }
        return found;
    }

    /// Operators of a name and kind (`b` infix, `l` prefix), as [#functions].
    public List<OperatorRow> operators(@Nullable String schema, String name, char kind) {
        return operators.computeIfAbsent(new OperatorName(schema, name, kind), this::find);
    }

    private List<OperatorRow> find(OperatorName operator) {
        String schema = operator.schema();
        String name = operator.name();
        char kind = operator.kind();
        List<OperatorRow> found = new ArrayList<>();
        List<OperatorRow> all = catalog.operatorsNamed(name);
        for (String candidate : schema != null ? List.of(schema) : functionSchemas) {
            List<OperatorRow> nearer = found.isEmpty() ? List.of() : List.copyOf(found);
            for (OperatorRow row : all) {
                if (row.schema().equals(candidate)
                        && row.kind() == kind
                        && nearer.stream()
                                .noneMatch(other -> other.left() == row.left() && other.right() == row.right())) {
                    found.add(row);
                }
            }
        }
        return List.copyOf(found);
    }

    public boolean hasSchema(String name) {
        return name.equals(SearchPath.TEMP) || catalog.hasSchema(name);
    }

    /// Whether a schema is searched at all.
    public boolean searches(String schema) {
        return relationSchemas.contains(schema);
    }

    /// A domain's base type and its modifier; any other type as it is (getBaseTypeAndTypmod).
    public SqlType baseType(SqlType type) {
        SqlType at = type;
        while (true) {
            TypeRow row = catalog.type(at.oid());
            if (row == null || row.kind() != 'd') {
                return at;
            }
            at = new SqlType(row.baseOid(), row.typmod(), row.collation());
        }
    }

    public int baseType(int oid) {
        return baseType(SqlType.of(oid)).oid();
    }

    /// pg_type.typcollation, 0 for an unknown type.
    public int typeCollation(int oid) {
        TypeRow row = catalog.type(oid);
        return row == null ? 0 : row.collation();
    }

    /// A type with its own collation and no modifier.
    public SqlType typed(int oid) {
        return new SqlType(oid, -1, typeCollation(oid));
    }

    /// The element type of a true array, else 0 (get_element_type).
    public int elementType(int oid) {
        TypeRow row = catalog.type(oid);
        return row != null && row.isTrueArray() ? row.elementOid() : 0;
    }

    /// As [#elementType], looking through domains.
    public int baseElementType(int oid) {
        return elementType(baseType(oid));
    }

    /// The array type over a type, 0 if it has none.
    public int arrayType(int oid) {
        TypeRow row = catalog.type(oid);
        return row == null ? 0 : row.arrayOid();
    }

    /// `c` base, composite, domain...: typtype; `?` if there is no such type.
    public char typeKind(int oid) {
        TypeRow row = catalog.type(oid);
        return row == null ? '?' : row.kind();
    }

    /// Whether values have named fields: a composite, a domain over one, or an anonymous record (type_is_rowtype).
    public boolean isRowType(int oid) {
        return oid == TypeOids.RECORD || typeKind(oid) == 'c' || typeKind(oid) == 'd' && typeKind(baseType(oid)) == 'c';
    }

    /// As format_type_be: `integer`, `text[]`, `myschema.mytype`.
    public String formatType(int oid) {
        return TypeNames.name(oid, this);
    }

    public String formatType(SqlType type) {
        return TypeNames.format(type.oid(), type.typmod(), this);
    }

    @Override
    public @Nullable CollationRow collation(int oid) {
        return catalog.collation(oid);
    }

    @Override
    public @Nullable CollationOrder serverOrder(CollationRow collation) {
        return serverOrders.apply(collation);
    }

    @Override
    public @Nullable RangeRow range(int typeOid) {
        return catalog.range(typeOid);
    }

    /// By a name with or without a schema, along the search path (namespace.c:get_collation_oid); null if there is
    /// none.
    public @Nullable CollationRow collation(List<String> name) {
        List<CollationRow> rows = catalog.collationsNamed(name.getLast());
        List<String> schemas = name.size() > 1 ? List.of(name.get(name.size() - 2)) : functionSchemas;
        for (String schema : schemas) {
            for (CollationRow row : rows) {
                if (row.schema().equals(schema)) {
                    return row;
                }
            }
        }
        return null;
    }

    /// pg_collation.collname, quoted if needed, for messages.
    public String collationName(int oid) {
        var row = catalog.collation(oid);
        return row == null ? "???" : row.name();
    }

    public OperatorClasses operatorClasses() {
        return BuiltinCatalog.instance().operatorClasses();
    }

    @Override
    public List<EnumLabel> enumLabels(int typeOid) {
        return catalog.enumLabels(typeOid);
    }

    @Override
    public List<Field> fields(int typeOid) {
        Relation relation = catalog.relationOfRowType(typeOid);
        if (relation == null) {
            return List.of();
        }
        List<Field> fields = new ArrayList<>(relation.columns().size());
        for (Column column : relation.columns()) {
            if (!column.dropped()) {
                fields.add(new Field(column.name(), column.type()));
            }
        }
        return fields;
    }

    @Override
    public @Nullable String objectName(int regTypeOid, int oid) {
        return switch (regTypeOid) {
            case TypeOids.REGCLASS -> {
                Relation relation = catalog.relation(oid);
                yield relation == null ? null : visibleName(relation);
            }
            case TypeOids.REGTYPE -> catalog.type(oid) == null ? null : formatType(oid);
            case TypeOids.REGPROC, TypeOids.REGPROCEDURE -> {
                Routine routine = catalog.routine(oid);
                yield routine == null
                        ? BuiltinCatalog.instance().objectName(regTypeOid, oid)
                        : routineName(routine.row(), regTypeOid == TypeOids.REGPROCEDURE);
            }
            case TypeOids.REGCONFIG, TypeOids.REGDICTIONARY, TypeOids.REGROLE, TypeOids.REGNAMESPACE -> {
                String name = catalog.nameOf(regTypeOid, oid);
                yield name == null ? BuiltinCatalog.instance().objectName(regTypeOid, oid) : Identifiers.quote(name);
            }
            default -> BuiltinCatalog.instance().objectName(regTypeOid, oid);
        };
    }

    @Override
    public int objectOid(int regTypeOid, String name) {
        if (regTypeOid == TypeOids.REGTYPE) {
            return ReadableNames.typeOid(this, name);
        }
        if (regTypeOid == TypeOids.REGPROCEDURE) {
            return ReadableNames.routineOid(this, name);
        }
        List<String> parts = Identifiers.split(name);
        if (parts == null || parts.isEmpty() || parts.size() > 2) {
            return BuiltinCatalog.instance().objectOid(regTypeOid, name);
        }
        String schema = parts.size() == 2 ? parts.getFirst() : null;
        String last = parts.getLast();
        return switch (regTypeOid) {
            case TypeOids.REGCLASS -> {
                Relation relation = relation(schema, last);
                yield relation == null ? -1 : relation.oid();
            }
            case TypeOids.REGPROC -> {
                List<ProcRow> rows = functions(schema, last);
                yield rows.size() == 1 ? rows.getFirst().oid() : -1;
            }
            case TypeOids.REGCONFIG, TypeOids.REGDICTIONARY, TypeOids.REGROLE, TypeOids.REGNAMESPACE -> {
                int oid = catalog.oidOf(regTypeOid, last);
                yield oid == -1 ? BuiltinCatalog.instance().objectOid(regTypeOid, name) : oid;
            }
            default -> BuiltinCatalog.instance().objectOid(regTypeOid, name);
        };
    }

    private String visibleName(Relation relation) {
        Relation visible = relation(null, relation.name());
        return relation.equals(visible)
                ? Identifiers.quote(relation.name())
                : Identifiers.quote(relation.schema()) + "." + Identifiers.quote(relation.name());
    }

    private String routineName(ProcRow row, boolean arguments) {
        StringBuilder out = new StringBuilder();
        if (!functions(null, row.name()).contains(row)) {
            out.append(Identifiers.quote(row.schema())).append('.');
        }
        out.append(Identifiers.quote(row.name()));
        if (arguments) {
            out.append('(');
            for (int i = 0; i < row.argTypes().size(); i++) {
                out.append(i == 0 ? "" : ",").append(formatType(row.argTypes().get(i)));
            }
            out.append(')');
        }
        return out.toString();
    }
}
