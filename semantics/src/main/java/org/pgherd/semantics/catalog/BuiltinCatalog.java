package org.pgherd.semantics.catalog;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.SqlType;

/// Everything that PostgreSQL 18's initdb puts into its catalogs, and nothing of the user's.
/// Each table is read when first asked for. Lookups by name give all rows of that name in all schemas.
public final class BuiltinCatalog implements TypeLookup {
    private static final BuiltinCatalog INSTANCE = new BuiltinCatalog();

    private final Supplier<Indexed<TypeRow>> types =
            Once.of(() -> new Indexed<>(CatalogFiles.types(), TypeRow::oid, TypeRow::name));
    private final Supplier<Indexed<ProcRow>> procs =
            Once.of(() -> new Indexed<>(CatalogFiles.procs(), ProcRow::oid, ProcRow::name));
    private final Supplier<Indexed<OperatorRow>> operators =
            Once.of(() -> new Indexed<>(CatalogFiles.operators(), OperatorRow::oid, OperatorRow::name));
    private final Supplier<Indexed<CollationRow>> collations =
            Once.of(() -> new Indexed<>(CatalogFiles.collations(), CollationRow::oid, CollationRow::name));
    private final Supplier<Indexed<SystemRelation>> relations =
            Once.of(() -> new Indexed<>(CatalogFiles.relations(), SystemRelation::oid, SystemRelation::name));
    private final Supplier<Indexed<LanguageRow>> languages =
            Once.of(() -> new Indexed<>(CatalogFiles.languages(), LanguageRow::oid, LanguageRow::name));
    private final Supplier<Int2ObjectOpenHashMap<String>> namespaces = Once.of(CatalogFiles::namespaces);
    private final Supplier<List<CastRow>> casts = Once.of(() -> List.copyOf(CatalogFiles.casts()));
    private final Supplier<Long2ObjectOpenHashMap<CastRow>> castsByTypes = Once.of(this::indexCasts);
    private final Supplier<Int2ObjectOpenHashMap<AggregateRow>> aggregates = Once.of(BuiltinCatalog::indexAggregates);
    private final Supplier<List<RangeRow>> ranges = Once.of(() -> List.copyOf(CatalogFiles.ranges()));
    private final Supplier<OperatorClasses> operatorClasses = Once.of(OperatorClasses::new);
    private final Supplier<Int2IntOpenHashMap> typesByRelation = Once.of(this::indexRelationTypes);

    private BuiltinCatalog() {}

    public static BuiltinCatalog instance() {
        return INSTANCE;
    }

    @Override
    public @Nullable TypeRow type(int oid) {
        return types.get().get(oid);
    }

    @Override
    public @Nullable TypeRow type(@Nullable String schema, String name) {
        for (TypeRow row : types.get().named(name)) {
            if (row.schema().equals(schema == null ? "pg_catalog" : schema)) {
                return row;
            }
        }
        return null;
    }

    public List<TypeRow> types() {
        return types.get().all();
    }

    public @Nullable ProcRow proc(int oid) {
        return procs.get().get(oid);
    }

    public List<ProcRow> procsNamed(String name) {
        return procs.get().named(name);
    }

    public List<ProcRow> procs() {
        return procs.get().all();
    }

    public @Nullable OperatorRow operator(int oid) {
        return operators.get().get(oid);
    }

    public List<OperatorRow> operatorsNamed(String name) {
        return operators.get().named(name);
    }

    public List<OperatorRow> operators() {
        return operators.get().all();
    }

    /// The operator of exactly these argument types (left 0 for prefix); null if there is none.
    public @Nullable OperatorRow operator(String name, int left, int right) {
        for (OperatorRow row : operatorsNamed(name)) {
            if (row.left() == left && row.right() == right) {
                return row;
            }
        }
        return null;
    }

    public @Nullable CastRow cast(int source, int target) {
        return castsByTypes.get().get(key(source, target));
    }

    public List<CastRow> casts() {
        return casts.get();
    }

    public @Nullable AggregateRow aggregate(int functionOid) {
        return aggregates.get().get(functionOid);
    }

    @Override
    public @Nullable CollationRow collation(int oid) {
        return builtinCollation(oid);
    }

    @Nullable
    CollationRow builtinCollation(int oid) {
        return collations.get().get(oid);
    }

    public List<CollationRow> collationsNamed(String name) {
        return collations.get().named(name);
    }

    public @Nullable SystemRelation relation(int oid) {
        return relations.get().get(oid);
    }

    /// Null if neither pg_catalog nor information_schema (as `schema` says) has it.
    public @Nullable SystemRelation relation(String schema, String name) {
        for (SystemRelation row : relations.get().named(name)) {
            if (row.schema().equals(schema)) {
                return row;
            }
        }
        return null;
    }

    public List<SystemRelation> relations() {
        return relations.get().all();
    }

    public @Nullable LanguageRow language(String name) {
        List<LanguageRow> rows = languages.get().named(name);
        return rows.isEmpty() ? null : rows.getFirst();
    }

    public @Nullable LanguageRow language(int oid) {
        return languages.get().get(oid);
    }

    public @Nullable String namespace(int oid) {
        return namespaces.get().get(oid);
    }

    public List<RangeRow> ranges() {
        return ranges.get();
    }

    @Override
    public @Nullable RangeRow range(int typeOid) {
        return builtinRange(typeOid);
    }

    @Nullable
    RangeRow builtinRange(int typeOid) {
        for (RangeRow row : ranges.get()) {
            if (row.rangeType() == typeOid || row.multirangeType() == typeOid) {
                return row;
            }
        }
        return null;
    }

    /// pg_opclass, pg_amop and pg_amproc.
    public OperatorClasses operatorClasses() {
        return operatorClasses.get();
    }

    @Override
    public List<EnumLabel> enumLabels(int typeOid) {
        return List.of();
    }

    @Override
    public List<Field> fields(int typeOid) {
        SystemRelation relation = relation(typesByRelation.get().get(typeOid));
        if (relation == null) {
            return List.of();
        }
        List<Field> fields = new ArrayList<>(relation.columns().size());
        for (SystemRelation.Column column : relation.columns()) {
            if (column.number() > 0) {
                fields.add(
                        new Field(column.name(), new SqlType(column.typeOid(), column.typmod(), column.collation())));
            }
        }
        return fields;
    }

    @Override
    public @Nullable String objectName(int regTypeOid, int oid) {
        return ObjectNames.name(this, regTypeOid, oid);
    }

    @Override
    public int objectOid(int regTypeOid, String name) {
        return ObjectNames.oid(this, regTypeOid, name);
    }

    private static long key(int source, int target) {
        return (long) source << 32 | target & 0xFFFFFFFFL;
    }

    private Long2ObjectOpenHashMap<CastRow> indexCasts() {
        Long2ObjectOpenHashMap<CastRow> index = new Long2ObjectOpenHashMap<>();
        for (CastRow row : casts()) {
            index.put(key(row.source(), row.target()), row);
        }
        return index;
    }

    private static Int2ObjectOpenHashMap<AggregateRow> indexAggregates() {
        Int2ObjectOpenHashMap<AggregateRow> index = new Int2ObjectOpenHashMap<>();
        for (AggregateRow row : CatalogFiles.aggregates()) {
            index.put(row.functionOid(), row);
        }
        return index;
    }

    private Int2IntOpenHashMap indexRelationTypes() {
        Int2IntOpenHashMap index = new Int2IntOpenHashMap();
        for (SystemRelation relation : relations()) {
            index.put(relation.typeOid(), relation.oid());
        }
        return index;
    }
}
