package org.pgherd.shardplanner.cost;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.ArrayExpr;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Query;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.Var;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.distribution.Equalities;
import org.pgherd.shardplanner.facts.ColumnStatistics;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// Which part of the rows a qual leaves (selfuncs.c), by the statistics of the columns it reads.
public final class Selectivity {
    private static final double EQUALITY = 0.005;
    private static final double RANGE = 1 / 3.0;
    private static final double MATCH = 0.05;
    private static final double UNKNOWN = 0.5;
    private static final double DISTINCT = 200;
    private static final double MANY = 1000;

    private final Query query;
    private final PlanningFacts facts;

    public Selectivity(Query query, PlanningFacts facts) {
        this.query = query;
        this.facts = facts;
    }

    public double of(List<Expr> conjuncts) {
        double part = 1;
        for (Expr conjunct : conjuncts) {
            part *= of(conjunct);
        }
        return part;
    }

    public double of(@Nullable Expr qual) {
        return switch (qual) {
            case null -> 1;
            case BoolExpr b ->
                switch (b.kind()) {
                    case AND -> of(b.args());
                    case OR -> {
                        double part = 0;
                        for (Expr arm : b.args()) {
                            double s = of(arm);
                            part = part + s - part * s;
                        }
                        yield part;
                    }
                    case NOT -> 1 - of(b.args().getFirst());
                };
            case OpExpr op when op.args().size() == 2 -> comparison(op);
            case ScalarArrayOpExpr in -> {
                double each = equality(in.args().getFirst(), null);
                double count = in.args().get(1) instanceof ArrayExpr list
                        ? list.elements().size()
                        : 10;
                double part = Math.min(1, each * count);
                yield in.useOr() ? part : 1 - part;
            }
            case NullTest test -> {
                ColumnStatistics column = column(test.arg());
                double nulls = column == null ? EQUALITY : column.nullFraction();
                yield test.isNull() ? nulls : 1 - nulls;
            }
            case SubLink link
            when link.kind() == SubLink.Kind.ANY && link.testExpr() instanceof OpExpr test -> among(test, link);
            case Const c -> Boolean.TRUE.equals(c.value()) ? 1 : 0;
            default -> UNKNOWN;
        };
    }

    /// x IN (SELECT ..): as a semi join, as many of the values of x as the subquery has rows.
    private double among(OpExpr test, SubLink link) {
        double values = distinctIfKnown(test.args().getFirst(), 1);
        return values <= 1 ? UNKNOWN : Math.min(1, QueryRows.of(link.subselect(), facts) / values);
    }

    private double comparison(OpExpr op) {
        Expr left = Equalities.plain(op.left());
        Expr right = Equalities.plain(op.right());
        return switch (facts.operatorName(op.opNo())) {
            case "=" -> {
                boolean join = reads(left) && reads(right);
                yield join
                        ? 1 / Math.max(distinct(left, DISTINCT), distinct(right, DISTINCT))
                        : reads(left) ? equality(left, right) : equality(right, left);
            }
            case "<>" -> 1 - (reads(left) ? equality(left, right) : equality(right, left));
            case "<", "<=" -> range(left, right, true);
            case ">", ">=" -> range(left, right, false);
            case "~~", "~~*", "~", "~*", "^@", "@>", "<@", "&&" -> MATCH;
            case "!~~", "!~~*", "!~", "!~*" -> 1 - MATCH;
            default -> RANGE;
        };
    }

    private double equality(Expr column, @Nullable Expr value) {
        ColumnStatistics statistics = column(column);
        if (statistics == null) {
            return 1 / distinct(column, DISTINCT);
        }
        if (value instanceof Const c && !c.isNull()) {
            double common = common(statistics, c);
            if (common > 0) {
                return common;
            }
        }
        double common = 0;
        for (double part : statistics.commonValues().values()) {
            common += part;
        }
        double rest =
                Math.max(1, statistics.distinct() - statistics.commonValues().size());
        return Math.max(0, 1 - common - statistics.nullFraction()) / rest;
    }

    /// The part of the rows that have a value, 0 if it is none of the common ones. Trailing blanks of char(n) do not
    /// count.
    private double common(ColumnStatistics statistics, Const value) {
        String text = facts.text(value);
        if (value.type().oid() != TypeOids.BPCHAR) {
            return statistics.commonValues().getOrDefault(text, 0.0);
        }
        String bare = text.stripTrailing();
        for (var known : statistics.commonValues().entrySet()) {
            if (known.getKey().stripTrailing().equals(bare)) {
                return known.getValue();
            }
        }
        return 0;
    }

    private double range(Expr left, Expr right, boolean less) {
        Expr column = reads(left) ? left : right;
        boolean below = reads(left) == less;
        ColumnStatistics statistics = column(column);
        double value = number(reads(left) ? right : left);
        if (statistics == null || statistics.bounds().length < 2 || Double.isNaN(value)) {
            return RANGE;
        }
        double[] bounds = statistics.bounds();
        int at = Arrays.binarySearch(bounds, value);
        double position = at >= 0 ? at : -at - 1;
        double part = Math.clamp(position / bounds.length, 0.0005, 0.9995);
        return (below ? part : 1 - part) * (1 - statistics.nullFraction());
    }

    /// Of a constant of a type that PostgreSQL keeps as a number; NaN for others.
    private static double number(Expr expr) {
        return expr instanceof Const c && c.value() instanceof Number n ? n.doubleValue() : Double.NaN;
    }

    /// How many values an expression has.
    ///
    /// @param rows of what it is computed over
    public double distinct(Expr expr, double rows) {
        Expr plain = Equalities.plain(expr);
        ColumnStatistics statistics = column(plain);
        if (statistics != null) {
            return Math.max(1, statistics.distinct());
        }
        double all = tableRows(plain);
        if (isKey(plain)) {
            return all > 0 ? all : MANY;
        }
        return Math.max(1, Math.min(all > 0 ? Math.min(all, rows) : rows, DISTINCT));
    }

    /// Rows of the table of which it is a column; not positive if they are not known, or it is none.
    private double tableRows(Expr expr) {
        return expr instanceof Var var
                        && var.levelsUp() == 0
                        && var.varno() > 0
                        && var.varno() <= query.rtable().size()
                        && query.rte(var.varno()) instanceof RteRelation r
                ? facts.rows(r.relation().oid())
                : 0;
    }

    /// As [#distinct], where of `rows` rows each has a value of its own if nothing is known of them.
    public double distinctIfKnown(Expr expr, double rows) {
        Expr plain = Equalities.plain(expr);
        return column(plain) != null || isKey(plain) ? distinct(plain, rows) : Math.max(1, rows);
    }

    private static boolean reads(Expr expr) {
        return org.pgherd.analyzer.query.ExprWalk.any(expr, e -> e instanceof Var var && var.levelsUp() == 0);
    }

    /// Whether no two rows have the same value.
    public boolean isKey(Expr expr) {
        if (!(expr instanceof Var var)
                || var.levelsUp() > 0
                || var.varno() <= 0
                || var.varno() > query.rtable().size()
                || !(query.rte(var.varno()) instanceof RteRelation r)) {
            return false;
        }
        return r.relation().keys().stream()
                .anyMatch(key -> key.unique() && !key.partial() && key.columns().equals(List.of(var.attno())));
    }

    private @Nullable ColumnStatistics column(Expr expr) {
        return Equalities.plain(expr) instanceof Var var
                        && var.levelsUp() == 0
                        && var.varno() > 0
                        && var.varno() <= query.rtable().size()
                        && var.attno() > 0
                        && query.rte(var.varno()) instanceof RteRelation r
                ? facts.column(r.relation().oid(), var.attno())
                : null;
    }
}
