package org.pgherd.semantics.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.TypeOids;

/// Names of built-in objects as reg* types print and read them (regproc.c), where the catalog as data has them.
final class ObjectNames {
    private ObjectNames() {}

    static @Nullable String name(BuiltinCatalog catalog, int regTypeOid, int oid) {
        return switch (regTypeOid) {
            case TypeOids.REGTYPE -> TypeNames.name(oid, catalog);
            case TypeOids.REGCLASS -> {
                SystemRelation relation = catalog.relation(oid);
                yield relation == null ? null : qualified(relation.schema(), relation.name());
            }
            case TypeOids.REGPROC -> {
                ProcRow proc = catalog.proc(oid);
                if (proc == null) {
                    yield null;
                }
                // not unique: qualified, so that it is at least not mistaken for the found one
                yield catalog.procsNamed(proc.name()).size() == 1
                        ? qualified(proc.schema(), proc.name())
                        : proc.schema() + "." + Identifiers.quote(proc.name());
            }
            case TypeOids.REGPROCEDURE -> {
                ProcRow proc = catalog.proc(oid);
                yield proc == null ? null : qualified(proc.schema(), proc.name()) + arguments(catalog, proc.argTypes());
            }
            case TypeOids.REGOPER -> {
                OperatorRow operator = catalog.operator(oid);
                if (operator == null) {
                    yield null;
                }
                yield catalog.operatorsNamed(operator.name()).size() == 1
                        ? operator.name()
                        : operator.schema() + "." + operator.name();
            }
            case TypeOids.REGOPERATOR -> {
                OperatorRow operator = catalog.operator(oid);
                yield operator == null
                        ? null
                        : operator.name() + "("
                                + (operator.left() == 0 ? "NONE" : TypeNames.name(operator.left(), catalog))
                                + "," + TypeNames.name(operator.right(), catalog) + ")";
            }
            case TypeOids.REGNAMESPACE -> {
                String schema = catalog.namespace(oid);
                yield schema == null ? null : Identifiers.quote(schema);
            }
            case TypeOids.REGCOLLATION -> {
                CollationRow collation = catalog.collation(oid);
                yield collation == null ? null : Identifiers.quote(collation.name());
            }
            default -> null;
        };
    }

    private static String arguments(BuiltinCatalog catalog, List<Integer> types) {
        StringBuilder out = new StringBuilder("(");
        for (int i = 0; i < types.size(); i++) {
            out.append(i == 0 ? "" : ",").append(TypeNames.name(types.get(i), catalog));
        }
        return out.append(')').toString();
    }

    private static String qualified(String schema, String name) {
        return schema.equals("pg_catalog")
                ? Identifiers.quote(name)
                : Identifiers.quote(schema) + "." + Identifiers.quote(name);
    }

    static int oid(BuiltinCatalog catalog, int regTypeOid, String name) {
        if (regTypeOid == TypeOids.REGTYPE) {
            TypeRow row = TypeNames.parse(name, catalog);
            return row == null ? -1 : row.oid();
        }
        List<String> parts = Identifiers.split(name);
        if (parts == null || parts.isEmpty() || parts.size() > 2) {
            return -1;
        }
        String last = parts.getLast();
        String schema = parts.size() == 2 ? parts.getFirst() : "pg_catalog";
        return switch (regTypeOid) {
            case TypeOids.REGCLASS -> {
                SystemRelation row = catalog.relation(schema, last);
                yield row == null ? -1 : row.oid();
            }
            case TypeOids.REGPROC -> {
                List<ProcRow> rows = catalog.procsNamed(last);
                yield rows.size() == 1 ? rows.getFirst().oid() : -1;
            }
            case TypeOids.REGCOLLATION -> {
                List<CollationRow> rows = catalog.collationsNamed(last);
                yield rows.isEmpty() ? -1 : rows.getFirst().oid();
            }
            default -> -1;
        };
    }
}
