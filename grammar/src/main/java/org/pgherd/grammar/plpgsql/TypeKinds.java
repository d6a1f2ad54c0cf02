package org.pgherd.grammar.plpgsql;

import java.util.Set;
import org.pgherd.grammar.ast.TypeName;

/// What can be told of a type from its name alone: PostgreSQL's own base types are scalars whatever the catalog
/// says; a user's type may be anything.
final class TypeKinds {
    private static final Set<String> SCALARS = Set.of(
            "aclitem",
            "bit",
            "bool",
            "box",
            "bpchar",
            "bytea",
            "char",
            "cid",
            "cidr",
            "circle",
            "cstring",
            "date",
            "datemultirange",
            "daterange",
            "float4",
            "float8",
            "inet",
            "int2",
            "int2vector",
            "int4",
            "int4multirange",
            "int4range",
            "int8",
            "int8multirange",
            "int8range",
            "interval",
            "json",
            "jsonb",
            "jsonpath",
            "line",
            "lseg",
            "macaddr",
            "macaddr8",
            "money",
            "name",
            "numeric",
            "nummultirange",
            "numrange",
            "oid",
            "oidvector",
            "path",
            "pg_lsn",
            "pg_snapshot",
            "point",
            "polygon",
            "regclass",
            "regcollation",
            "regconfig",
            "regdictionary",
            "regnamespace",
            "regoper",
            "regoperator",
            "regproc",
            "regprocedure",
            "regrole",
            "regtype",
            "text",
            "tid",
            "time",
            "timestamp",
            "timestamptz",
            "timetz",
            "tsmultirange",
            "tsquery",
            "tsrange",
            "tstzmultirange",
            "tstzrange",
            "tsvector",
            "txid_snapshot",
            "uuid",
            "varbit",
            "varchar",
            "xid",
            "xid8",
            "xml");

    private TypeKinds() {}

    static Variable.Kind of(TypeName type) {
        if (type.pctType() || type.names().isEmpty()) {
            return Variable.Kind.UNKNOWN;
        }
        if (!type.arrayBounds().isEmpty()) {
            return Variable.Kind.SCALAR;
        }
        boolean own = type.names().size() == 1
                || (type.names().size() == 2 && type.names().getFirst().equals("pg_catalog"));
        String name = type.names().getLast();
        if (!own) {
            return Variable.Kind.UNKNOWN;
        }
        return switch (name) {
            case "record" -> Variable.Kind.RECORD;
            case "refcursor" -> Variable.Kind.CURSOR;
            default -> SCALARS.contains(name) ? Variable.Kind.SCALAR : Variable.Kind.UNKNOWN;
        };
    }
}
