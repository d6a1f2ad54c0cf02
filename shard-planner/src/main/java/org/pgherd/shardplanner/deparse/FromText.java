package org.pgherd.shardplanner.deparse;

import java.util.List;
import java.util.StringJoiner;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.RelationKind;
import org.pgherd.analyzer.query.CommonTableExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FromExpr;
import org.pgherd.analyzer.query.FromItem;
import org.pgherd.analyzer.query.JoinExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.RangeTblEntry;
import org.pgherd.analyzer.query.RangeTblFunction;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteCte;
import org.pgherd.analyzer.query.RteFunction;
import org.pgherd.analyzer.query.RteJoin;
import org.pgherd.analyzer.query.RteNamedTuplestore;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteResult;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.RteValues;
import org.pgherd.semantics.catalog.Identifiers;

/// The FROM clause as SQL. Joins are written with ON, their own aliases are gone.
final class FromText {
    private final Output output;
    private final Scope scope;
    private final ExprText exprs;

    FromText(Output output, Scope scope, ExprText exprs) {
        this.output = output;
        this.scope = scope;
        this.exprs = exprs;
    }

    String of(FromItem item) {
        return switch (item) {
            case RangeTblRef ref -> entry(ref.rtindex());
            case JoinExpr join -> join(join);
            case FromExpr from -> group(from);
        };
    }

    private String join(JoinExpr join) {
        String left = of(join.left());
        String right = of(join.right());
        String kind = switch (join.joinType()) {
            case INNER -> " JOIN ";
            case LEFT -> " LEFT JOIN ";
            case FULL -> " FULL JOIN ";
            case RIGHT -> " RIGHT JOIN ";
            case SEMI, ANTI -> throw new AssertionError(join.joinType() + " join has no SQL");
        };
        return "(" + left + kind + right + " ON " + (join.quals() == null ? "true" : exprs.of(join.quals())) + ")";
    }

    /// A nested group of inner joined items, with its own quals: as explicit joins.
    private String group(FromExpr from) {
        if (from.fromList().isEmpty()) {
            throw new AssertionError("empty FROM inside of a join");
        }
        String text = of(from.fromList().getFirst());
        for (int i = 1; i < from.fromList().size(); i++) {
            text = text + " CROSS JOIN " + of(from.fromList().get(i));
        }
        if (from.quals() != null) {
            text = text + " JOIN (VALUES (0)) AS " + Identifiers.quote(scope.added("one")) + " ON "
                    + exprs.of(from.quals());
        }
        return from.fromList().size() == 1 && from.quals() == null ? text : "(" + text + ")";
    }

    private String entry(int rtindex) {
        RangeTblEntry entry = scope.query.rte(rtindex);
        String alias = Identifiers.quote(scope.alias(rtindex));
        String lateral = entry.lateral() ? "LATERAL " : "";
        return switch (entry) {
            case RteRelation r -> relation(r, alias);
            case RteSubquery s ->
                lateral + "(" + new QueryText(output, s.query(), scope).text() + fence(s) + ") AS " + alias
                        + columns(rtindex);
            case RteFunction f -> lateral + functions(f, alias, rtindex);
            case RteValues v -> lateral + "(" + values(v, exprs) + ") AS " + alias + columns(rtindex);
            case RteCte c -> Identifiers.quote(c.cteName()) + " AS " + alias + columns(nameable(c, rtindex));
            case RteNamedTuplestore t -> Identifiers.quote(t.name()) + " AS " + alias + columns(rtindex);
            case RteResult _ -> "(SELECT) AS " + alias;
            case RteJoin _ -> throw new AssertionError("a join's entry stands in FROM as itself");
        };
    }

    /// Conditions around a security barrier view must not see the rows that it hides: the shard, which does not know
    /// that this is one, moves none into a query with an offset.
    private static String fence(RteSubquery s) {
        return s.securityBarrier()
                        && s.query().limitOffset() == null
                        && s.query().limitCount() == null
                ? " OFFSET 0"
                : "";
    }

    private String relation(RteRelation r, String alias) {
        StringBuilder out = new StringBuilder();
        RelationKind kind = r.relation().kind();
        boolean canHaveChildren = kind == RelationKind.TABLE || kind == RelationKind.PARTITIONED_TABLE;
        if (!r.inherit() && canHaveChildren && !r.relation().children().isEmpty()) {
            out.append("ONLY ");
        }
        out.append(name(r.relation()));
        if (!alias.equals(Identifiers.quote(r.relation().name()))) {
            out.append(" AS ").append(alias);
        }
        if (r.sample() != null) {
            String method = output.facts.functionName(r.sample().handler());
            out.append(" TABLESAMPLE ")
                    .append(method)
                    .append('(')
                    .append(exprs.list(r.sample().args()))
                    .append(')');
            if (r.sample().repeatable() != null) {
                out.append(" REPEATABLE (")
                        .append(exprs.of(r.sample().repeatable()))
                        .append(')');
            }
        }
        return out.toString();
    }

    static String name(Relation relation) {
        return Identifiers.quote(relation.schema()) + "." + Identifiers.quote(relation.name());
    }

    private String functions(RteFunction f, String alias, int rtindex) {
        StringBuilder out = new StringBuilder();
        if (f.functions().size() == 1) {
            RangeTblFunction only = f.functions().getFirst();
            out.append(call(only.expr()));
            if (only.hasColumnDefinitions() && !f.ordinality()) {
                return out + " AS " + alias + "(" + definitions(only, scope.columns(rtindex)) + ")";
            }
            if (only.hasColumnDefinitions()) {
                out = new StringBuilder("ROWS FROM(" + out + " AS (" + definitions(only, only.columnNames()) + "))");
            }
        } else {
            StringJoiner items = new StringJoiner(", ", "ROWS FROM(", ")");
            for (RangeTblFunction function : f.functions()) {
                String call = call(function.expr());
                items.add(
                        function.hasColumnDefinitions()
                                ? call + " AS (" + definitions(function, function.columnNames()) + ")"
                                : call);
            }
            out.append(items);
        }
        return out + (f.ordinality() ? " WITH ORDINALITY" : "") + " AS " + alias + columns(rtindex);
    }

    /// A call that was computed is a value, which FROM takes as a cast.
    private String call(Expr expr) {
        String text = exprs.of(expr);
        return expr instanceof Const || expr instanceof Param
                ? "CAST(" + text + " AS " + output.facts.typeName(expr.type()) + ")"
                : text;
    }

    private String definitions(RangeTblFunction function, List<String> names) {
        StringJoiner list = new StringJoiner(", ");
        for (int i = 0; i < function.columnTypes().size(); i++) {
            list.add(Identifiers.quote(names.get(i)) + " "
                    + output.facts.typeName(function.columnTypes().get(i)));
        }
        return list.toString();
    }

    /// The columns that an alias may name: those of SEARCH and CYCLE keep their names.
    private List<String> nameable(RteCte reference, int rtindex) {
        List<String> names = scope.columns(rtindex);
        for (CommonTableExpr cte : scope.up(reference.levelsUp()).query.cteList()) {
            if (cte.name().equals(reference.cteName())) {
                return names.subList(
                        0, Math.min(names.size(), cte.ownColumnNames().size()));
            }
        }
        return names;
    }

    private String columns(int rtindex) {
        return columns(scope.columns(rtindex));
    }

    private static String columns(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        StringJoiner list = new StringJoiner(", ", "(", ")");
        names.forEach(name -> list.add(Identifiers.quote(name)));
        return list.toString();
    }

    static String values(RteValues values, ExprText exprs) {
        StringJoiner rows = new StringJoiner(", ", "VALUES ", "");
        for (List<Expr> row : values.lists()) {
            rows.add("(" + exprs.items(row) + ")");
        }
        return rows.toString();
    }
}
