package org.pgherd.semantics.catalog;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/// Writes PostgreSQL's own catalog rows into the resource files that [BuiltinCatalog] reads.
/// Arguments: JDBC URL of a fresh PostgreSQL 18, directory to write to.
public final class CatalogExport {
    private static final String INTS = "coalesce(array_to_string(%s, ' '), '')";

    private CatalogExport() {}

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[1]);
        Files.createDirectories(directory);
        try (Connection connection = DriverManager.getConnection(args[0])) {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            for (Map.Entry<String, String> table : tables().entrySet()) {
                try (OutputStream out = Files.newOutputStream(directory.resolve(table.getKey() + ".tsv"))) {
                    postgres.getCopyAPI().copyOut("COPY (" + table.getValue() + ") TO STDOUT", out);
                }
            }
        }
    }

    private static Map<String, String> tables() {
        Map<String, String> t = new LinkedHashMap<>();
        t.put("pg_namespace", "SELECT oid, nspname FROM pg_namespace WHERE oid < 16384 ORDER BY oid");
        t.put("pg_language", "SELECT oid, lanname, lanpltrusted FROM pg_language WHERE oid < 16384 ORDER BY oid");
        t.put("pg_collation", """
                SELECT oid, collname, collprovider, collisdeterministic, coalesce(collcollate, ''), coalesce(collctype, ''),
                       coalesce(colllocale, '')
                FROM pg_collation WHERE oid < 12000 ORDER BY oid""");
        t.put("pg_type", """
                SELECT t.oid, typname, n.nspname, typlen, typbyval, typtype, typcategory, typispreferred, typisdefined,
                       typdelim, typrelid, typsubscript::oid, typelem, typarray, typinput::oid, typoutput::oid,
                       typreceive::oid, typsend::oid, typmodin::oid, typmodout::oid, typalign, typstorage, typnotnull,
                       typbasetype, typtypmod, typndims, typcollation
                FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE t.oid < 16384 ORDER BY t.oid""");
        t.put("pg_proc", """
                SELECT p.oid, proname, n.nspname, prokind, l.lanname, proisstrict, proretset, provolatile, proparallel,
                       prosecdef, proleakproof, provariadic, pronargs, pronargdefaults, prorettype, procost, prorows,
                       prosupport::oid, array_to_string(proargtypes, ' '), %s, coalesce(array_to_string(proargmodes, ''), ''),
                       coalesce(array_to_string(proargnames, ','), ''),
                       coalesce((SELECT string_agg(pg_get_function_arg_default(p.oid, i), E'\\x1f' ORDER BY i)
                                 FROM generate_series(1, coalesce(array_length(proallargtypes, 1), pronargs)) i
                                 WHERE pronargdefaults > 0 AND pg_get_function_arg_default(p.oid, i) IS NOT NULL), ''),
                       coalesce(pg_get_function_sqlbody(p.oid), prosrc)
                FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace JOIN pg_language l ON l.oid = prolang
                WHERE p.oid < 16384 ORDER BY p.oid""".formatted(INTS.formatted("proallargtypes")));
        t.put("pg_operator", """
                SELECT o.oid, oprname, n.nspname, oprkind, oprcanmerge, oprcanhash, oprleft, oprright, oprresult, oprcom,
                       oprnegate, oprcode::oid, oprrest::oid, oprjoin::oid
                FROM pg_operator o JOIN pg_namespace n ON n.oid = oprnamespace WHERE o.oid < 16384 ORDER BY o.oid""");
        t.put(
                "pg_cast",
                "SELECT oid, castsource, casttarget, castfunc, castcontext, castmethod FROM pg_cast WHERE oid < 16384"
                        + " ORDER BY oid");
        t.put("pg_aggregate", """
                SELECT aggfnoid::oid, aggkind, aggnumdirectargs, aggtransfn::oid, aggfinalfn::oid, aggcombinefn::oid,
                       aggserialfn::oid, aggdeserialfn::oid, aggmtransfn::oid, aggminvtransfn::oid, aggsortop, aggtranstype,
                       aggfinalmodify, agginitval
                FROM pg_aggregate WHERE aggfnoid::oid < 16384 ORDER BY aggfnoid::oid""");
        t.put("pg_opclass", """
                SELECT c.oid, a.amname, opcname, opcfamily, opcintype, opcdefault, opckeytype
                FROM pg_opclass c JOIN pg_am a ON a.oid = opcmethod WHERE c.oid < 16384 ORDER BY c.oid""");
        t.put("pg_opfamily", """
                SELECT f.oid, a.amname, opfname FROM pg_opfamily f JOIN pg_am a ON a.oid = opfmethod
                WHERE f.oid < 16384 ORDER BY f.oid""");
        t.put("pg_amop", """
                SELECT amopfamily, amoplefttype, amoprighttype, amopstrategy, amoppurpose, amopopr, a.amname, amopsortfamily
                FROM pg_amop o JOIN pg_am a ON a.oid = amopmethod WHERE o.oid < 16384 ORDER BY 1, 2, 3, 4""");
        t.put("pg_amproc", """
                SELECT amprocfamily, amproclefttype, amprocrighttype, amprocnum, amproc::oid
                FROM pg_amproc WHERE oid < 16384 ORDER BY 1, 2, 3, 4""");
        t.put("pg_range", """
                SELECT rngtypid, rngsubtype, rngmultitypid, rngcollation, rngsubopc, rngcanonical::oid, rngsubdiff::oid
                FROM pg_range WHERE rngtypid < 16384 ORDER BY 1""");
        t.put("pg_class", """
                SELECT c.oid, relname, n.nspname, relkind, reltype
                FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
                WHERE c.oid < 16384 AND relkind IN ('r', 'v') AND n.nspname IN ('pg_catalog', 'information_schema')
                ORDER BY c.oid""");
        t.put("pg_attribute", """
                SELECT attrelid, attnum, attname, atttypid, atttypmod, attcollation, attnotnull, attndims
                FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
                WHERE c.oid < 16384 AND relkind IN ('r', 'v') AND n.nspname IN ('pg_catalog', 'information_schema')
                  AND NOT attisdropped
                ORDER BY attrelid, attnum""");
        return t;
    }
}
