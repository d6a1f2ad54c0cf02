package org.pgherd.analyzer.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.TypeOids;

/// Puts a catalog together that no server has. Objects are numbered as a new database numbers its own.
public final class CatalogBuilder {
    /// The superuser of a new database, who owns all.
    private static final Role OWNER = new Role(10, "postgres", true, true, List.of());

    private final Catalog.Rows rows = new Catalog.Rows().withSchema("public");
    private int nextOid = 16384;
    private @Nullable Catalog built;

    public CatalogBuilder() {
        rows.roles.add(OWNER);
        rows.names.add(new ObjectName(TypeOids.REGROLE, OWNER.oid(), OWNER.name()));
    }

    public int newOid() {
        return nextOid++;
    }

    public CatalogBuilder schema(String name) {
        rows.schemas.add(name);
        return changed();
    }

    /// Takes the place of a relation with the same number.
    public CatalogBuilder relation(Relation relation) {
        rows.relations.removeIf(known -> known.oid() == relation.oid());
        rows.relations.add(relation);
        return changed();
    }

    public CatalogBuilder type(TypeRow type) {
        rows.types.add(type);
        return changed();
    }

    public CatalogBuilder enumLabels(int type, List<TypeLookup.EnumLabel> labels) {
        rows.enumLabels.put(type, labels);
        return changed();
    }

    public CatalogBuilder domainConstraints(int type, List<DomainConstraint> constraints) {
        rows.domainConstraints.put(type, constraints);
        return changed();
    }

    public CatalogBuilder routine(Routine routine) {
        rows.routines.add(routine);
        return changed();
    }

    public CatalogBuilder sequence(Sequence sequence) {
        rows.sequences.add(sequence);
        return changed();
    }

    private CatalogBuilder changed() {
        built = null;
        return this;
    }

    /// What was put together so far.
    public Catalog catalog() {
        Catalog known = built;
        if (known == null) {
            known = new Catalog(rows, 1);
            built = known;
        }
        return known;
    }
}
