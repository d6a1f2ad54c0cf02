package org.pgherd.shardplanner.deparse;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Aggref;
import org.pgherd.analyzer.query.ArrayCoerceExpr;
import org.pgherd.analyzer.query.ArrayExpr;
import org.pgherd.analyzer.query.BoolExpr;
import org.pgherd.analyzer.query.BooleanTest;
import org.pgherd.analyzer.query.CaseExpr;
import org.pgherd.analyzer.query.CaseTestExpr;
import org.pgherd.analyzer.query.CaseWhen;
import org.pgherd.analyzer.query.CoalesceExpr;
import org.pgherd.analyzer.query.CoerceToDomain;
import org.pgherd.analyzer.query.CoerceToDomainValue;
import org.pgherd.analyzer.query.CoerceViaIO;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.CollateExpr;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.ConvertRowtypeExpr;
import org.pgherd.analyzer.query.CurrentOf;
import org.pgherd.analyzer.query.DistinctExpr;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.FieldSelect;
import org.pgherd.analyzer.query.FieldStore;
import org.pgherd.analyzer.query.FuncExpr;
import org.pgherd.analyzer.query.GroupingFunc;
import org.pgherd.analyzer.query.MergeSupportFunc;
import org.pgherd.analyzer.query.MinMaxExpr;
import org.pgherd.analyzer.query.NextValue;
import org.pgherd.analyzer.query.NullIfExpr;
import org.pgherd.analyzer.query.NullTest;
import org.pgherd.analyzer.query.OpExpr;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.PlannedExpr;
import org.pgherd.analyzer.query.RelabelType;
import org.pgherd.analyzer.query.RowCompareExpr;
import org.pgherd.analyzer.query.RowExpr;
import org.pgherd.analyzer.query.RteRelation;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.analyzer.query.ScalarArrayOpExpr;
import org.pgherd.analyzer.query.SetToDefault;
import org.pgherd.analyzer.query.SortGroupClause;
import org.pgherd.analyzer.query.SqlValueFunction;
import org.pgherd.analyzer.query.SubLink;
import org.pgherd.analyzer.query.SubscriptingRef;
import org.pgherd.analyzer.query.SyntaxExpr;
import org.pgherd.analyzer.query.TargetEntry;
import org.pgherd.analyzer.query.Var;
import org.pgherd.analyzer.query.WindowClause;
import org.pgherd.analyzer.query.WindowFrame;
import org.pgherd.analyzer.query.WindowFunc;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// Expressions as SQL. Every operator is in parentheses: no precedence to get wrong.
class ExprText {
    private final Output output;
    private final Scope scope;
    private final PlanningFacts facts;

    ExprText(Output output, Scope scope) {
        this.output = output;
        this.scope = scope;
        this.facts = output.facts;
    }

    String of(Expr expr) {
        return switch (expr) {
            case Var e -> var(e);
            case Const e -> Literals.of(e, facts);
            case Param e -> param(e);
            case FuncExpr e -> function(e);
            case OpExpr e -> operator(e.opNo(), e.args());
            case DistinctExpr e ->
                "(" + single(e.args().get(0)) + " IS DISTINCT FROM "
                        + of(e.args().get(1)) + ")";
            case NullIfExpr e -> "NULLIF(" + list(e.args()) + ")";
            case ScalarArrayOpExpr e ->
                "(" + of(e.args().get(0)) + " " + facts.operatorName(e.opNo()) + (e.useOr() ? " ANY (" : " ALL (")
                        + of(e.args().get(1)) + "))";
            case BoolExpr e -> bool(e);
            case SubLink e -> subLink(e);
            case Aggref e -> aggregate(e);
            case GroupingFunc e -> "GROUPING(" + list(e.args()) + ")";
            case WindowFunc e -> window(e);
            case CaseExpr e -> caseExpr(e);
            case CaseTestExpr _ -> throw new AssertionError("CASE test value outside of its CASE");
            case CoalesceExpr e -> "COALESCE(" + list(e.args()) + ")";
            case MinMaxExpr e -> e.kind() + "(" + list(e.args()) + ")";
            case NullTest e ->
                // a composite value tested as a whole, not field by field
                !e.argIsRow() && isComposite(e.arg().type())
                        ? "(" + of(e.arg()) + (e.isNull() ? " IS NOT DISTINCT FROM NULL)" : " IS DISTINCT FROM NULL)")
                        : "(" + of(e.arg()) + (e.isNull() ? " IS NULL)" : " IS NOT NULL)");
            case BooleanTest e -> "(" + of(e.arg()) + " " + e.kind().name().replace('_', ' ') + ")";
            case RelabelType e -> relabeled(e);
            case CoerceViaIO e -> cast(e.arg(), e.type());
            case ArrayCoerceExpr e -> cast(e.arg(), e.type());
            case ConvertRowtypeExpr e -> cast(e.arg(), e.type());
            case CoerceToDomain e -> cast(e.arg(), e.type());
            case CoerceToDomainValue _ -> "VALUE";
            case FieldSelect e -> "(" + of(e.arg()) + ")." + Identifiers.quote(e.name());
            case FieldStore e -> fieldStore(e);
            case RowExpr e -> {
                if (isNamedRow(e)) {
                    yield namedRow(e);
                }
                String row = "ROW(" + items(e.args()) + ")";
                yield e.type().oid() == TypeOids.RECORD ? row : row + "::" + facts.typeName(e.type());
            }
            case RowCompareExpr e ->
                "(ROW(" + items(e.left()) + ") " + facts.operatorName(e.opNos().getFirst()) + " ROW(" + items(e.right())
                        + "))";
            case ArrayExpr e -> "ARRAY[" + list(e.elements()) + "]::" + facts.typeName(e.type());
            case SubscriptingRef e -> "(" + of(e.refExpr()) + ")" + subscripts(e);
            case SqlValueFunction e -> valueFunction(e);
            case CollateExpr e -> "(" + of(e.arg()) + " COLLATE " + facts.collationName(e.collation()) + ")";
            case SetToDefault _ -> "DEFAULT";
            case CurrentOf e -> "CURRENT OF " + Identifiers.quote(e.cursorName());
            case NextValue e -> "nextval('" + facts.relationName(e.sequence()) + "'::regclass)";
            case MergeSupportFunc _ -> "merge_action()";
            case SyntaxExpr e -> new SyntaxText(facts, this::of).of(e);
            case PlannedExpr e -> planned(e);
        };
    }

    String var(Var e) {
        return e.attno() == SystemColumns.NAMED_TABLEOID ? namedTableOid(e) : column(e);
    }

    private String column(Var e) {
        Scope at = scope.up(e.levelsUp());
        String column = at.column(e.varno(), e.attno());
        return e.attno() == 0 && isRowOfView(e, at) ? rowOfView(column, e.type()) : column;
    }

    /// A view stands there as a subquery, whose rows are anonymous.
    private static boolean isRowOfView(Var e, Scope at) {
        return e.type().oid() != TypeOids.RECORD && at.query.rte(e.varno()) instanceof RteSubquery;
    }

    /// A cast makes a row of NULLs of one that an outer join made up, which is NULL as a whole.
    private String rowOfView(String row, SqlType type) {
        return "(CASE WHEN " + row + " IS DISTINCT FROM NULL THEN " + row + "::" + facts.typeName(type) + " END)";
    }

    /// Shards number their tables differently: the clients' numbers are those of the catalog shard.
    private String namedTableOid(Var e) {
        String own = column(e);
        StringBuilder out = new StringBuilder("(CASE ").append(own);
        if (scope.up(e.levelsUp()).query.rte(e.varno()) instanceof RteRelation table) {
            for (int oid : facts.withDescendants(table.relation().oid())) {
                out.append(" WHEN ")
                        .append(Literals.quote(String.valueOf(facts.relationName(oid))))
                        .append("::regclass THEN '")
                        .append(Integer.toUnsignedString(oid))
                        .append("'::oid");
            }
        }
        return out.append(" ELSE ").append(own).append(" END)").toString();
    }

    /// Names mean the same on all shards, numbers of relations do not.
    private String relabeled(RelabelType e) {
        if (e.type().oid() == TypeOids.REGCLASS) {
            if (e.arg() instanceof Var var && var.attno() == SystemColumns.NAMED_TABLEOID) {
                return "(" + column(var) + ")::regclass";
            }
            if (e.arg() instanceof Const number && number.type().oid() == TypeOids.OID && !number.isNull()) {
                return Literals.of(new Const(e.type(), number.value(), number.at()), facts);
            }
        }
        if (e.type().oid() == TypeOids.OID
                && e.arg() instanceof RelabelType name
                && name.type().oid() == TypeOids.REGCLASS
                && name.arg() instanceof Var var
                && var.attno() == SystemColumns.NAMED_TABLEOID) {
            return namedTableOid(var);
        }
        if (e.type().oid() == TypeOids.OID
                && e.arg() instanceof Const name
                && name.type().oid() == TypeOids.REGCLASS
                && !name.isNull()) {
            return Literals.of(new Const(e.type(), name.value(), name.at()), facts);
        }
        return cast(e.arg(), e.type());
    }

    String param(Param e) {
        String value = output.parameter(e) + "::" + facts.typeName(e.type());
        TypeRow row = facts.types().type(e.type().oid());
        int collation = e.type().collation();
        boolean usual = collation == 0 || row == null || row.collation() == 0 || row.collation() == collation;
        return usual ? value : "(" + value + " COLLATE " + facts.collationName(collation) + ")";
    }

    String fieldStore(FieldStore e) {
        throw new AssertionError("assignment to a field outside of an UPDATE's list: " + e.fieldNums());
    }

    String planned(PlannedExpr e) {
        throw new AssertionError("a planned expression cannot be deparsed: " + e.getClass());
    }

    private boolean isComposite(SqlType type) {
        TypeRow row = facts.types().type(type.oid());
        return row != null && row.kind() == 'c';
    }

    /// The row of a join: an anonymous record whose fields have names other than those that ROW() gives them.
    private static boolean isNamedRow(RowExpr e) {
        boolean mayBe = e.type().oid() == TypeOids.RECORD
                && e.form() == CoercionForm.IMPLICIT_CAST
                && e.colNames().size() == e.args().size();
        for (int i = 0; mayBe && i < e.args().size(); i++) {
            if (!e.colNames().get(i).equals("f" + (i + 1))) {
                return true;
            }
        }
        return false;
    }

    private String namedRow(RowExpr e) {
        // a column of that name would be meant
        String alias = Identifiers.quote(scope.fresh("r", e.colNames()));
        StringJoiner columns = new StringJoiner(", ");
        for (int i = 0; i < e.args().size(); i++) {
            columns.add(of(e.args().get(i)) + " AS "
                    + Identifiers.quote(e.colNames().get(i)));
        }
        return "(SELECT " + alias + " FROM (SELECT " + columns + ") AS " + alias + ")";
    }

    String list(List<Expr> exprs) {
        StringJoiner joiner = new StringJoiner(", ");
        exprs.forEach(expr -> joiner.add(of(expr)));
        return joiner.toString();
    }

    /// The items of a row: a whole row among them is one item only with a cast (get_variable of ruleutils.c).
    String items(List<Expr> exprs) {
        StringJoiner joiner = new StringJoiner(", ");
        for (Expr expr : exprs) {
            boolean whole = expr instanceof Var var && var.attno() == 0;
            joiner.add(whole ? of(expr) + "::" + facts.typeName(expr.type()) : of(expr));
        }
        return joiner.toString();
    }

    private String cast(Expr arg, SqlType type) {
        if (type.oid() == TypeOids.RECORD || type.oid() == TypeOids.UNKNOWN) {
            return of(arg);
        }
        return "(" + of(arg) + ")::" + facts.typeName(type);
    }

    /// A cast's function may be called by name, too: that keeps an implicit length cast's error for too long
    /// values.
    private String function(FuncExpr e) {
        boolean isCast = e.form() == CoercionForm.EXPLICIT_CAST
                || e.form() == CoercionForm.IMPLICIT_CAST && e.args().size() == 1;
        if (isCast && !e.args().isEmpty()) {
            return cast(e.args().getFirst(), e.type());
        }
        return facts.functionName(e.funcId()) + "(" + arguments(e.args(), e.variadic()) + ")";
    }

    private String arguments(List<Expr> args, boolean variadic) {
        if (!variadic) {
            return list(args);
        }
        String last = "VARIADIC " + of(args.getLast());
        return args.size() == 1 ? last : list(args.subList(0, args.size() - 1)) + ", " + last;
    }

    private String operator(int operator, List<Expr> args) {
        String name = facts.operatorName(operator);
        return args.size() == 1
                ? "(" + name + " " + of(args.getFirst()) + ")"
                : "(" + operand(args.get(0)) + " " + name + " " + operand(args.get(1)) + ")";
    }

    /// A row as one value: written bare, ROW(a, b) = ROW(c, d) compares field by field.
    private String operand(Expr expr) {
        return expr instanceof RowExpr row && row.type().oid() == TypeOids.RECORD && !isNamedRow(row)
                ? of(row) + "::record"
                : of(expr);
    }

    /// The same where not even a cast makes one value of a row.
    private String single(Expr expr) {
        return expr instanceof RowExpr row ? "COALESCE(" + of(row) + ")" : of(expr);
    }

    private String bool(BoolExpr e) {
        if (e.kind() == BoolExpr.Kind.NOT) {
            return "(NOT " + of(e.args().getFirst()) + ")";
        }
        StringJoiner joiner = new StringJoiner(" " + e.kind() + " ", "(", ")");
        e.args().forEach(arg -> joiner.add(of(arg)));
        return joiner.toString();
    }

    private String subLink(SubLink e) {
        String query = "(" + new QueryText(output, e.subselect(), scope).text() + ")";
        return switch (e.kind()) {
            case EXISTS -> "EXISTS " + query;
            case ARRAY -> "ARRAY" + query;
            case EXPR, CTE -> query;
            case MULTIEXPR -> query;
            case ANY -> "(" + leftOf(test(e)) + " " + operatorOf(test(e)) + " ANY " + query + ")";
            case ALL -> "(" + leftOf(test(e)) + " " + operatorOf(test(e)) + " ALL " + query + ")";
            case ROWCOMPARE -> "(" + leftOf(test(e)) + " " + operatorOf(test(e)) + " " + query + ")";
        };
    }

    private static Expr test(SubLink link) {
        Expr test = link.testExpr();
        if (test == null) {
            throw new AssertionError("sublink without a test");
        }
        return test;
    }

    /// The left side of a sublink's comparison: `x`, or `ROW(x, y)`.
    private String leftOf(Expr test) {
        return switch (test) {
            case OpExpr e -> single(e.left());
            case RowCompareExpr e -> "ROW(" + list(e.left()) + ")";
            case BoolExpr e -> {
                List<Expr> left = new ArrayList<>();
                for (Expr arg : e.args()) {
                    left.add(((OpExpr) inner(arg)).left());
                }
                yield "ROW(" + list(left) + ")";
            }
            default -> throw new AssertionError("sublink test " + test);
        };
    }

    private static Expr inner(Expr expr) {
        return expr instanceof BoolExpr not && not.kind() == BoolExpr.Kind.NOT
                ? not.args().getFirst()
                : expr;
    }

    private String operatorOf(Expr test) {
        return switch (test) {
            case OpExpr e -> facts.operatorName(e.opNo());
            case RowCompareExpr e -> facts.operatorName(e.opNos().getFirst());
            case BoolExpr e -> facts.operatorName(((OpExpr) inner(e.args().getFirst())).opNo());
            default -> throw new AssertionError("sublink test " + test);
        };
    }

    private String aggregate(Aggref e) {
        StringBuilder out = new StringBuilder(facts.functionName(e.aggFnOid())).append('(');
        List<Expr> args = new ArrayList<>();
        e.args().stream().filter(entry -> !entry.junk()).forEach(entry -> args.add(entry.expr()));
        String order = e.order().isEmpty() ? "" : "ORDER BY " + sortList(e.order(), e.args(), false);
        if (e.kind() != Aggref.Kind.NORMAL) {
            out.append(arguments(e.directArgs(), e.variadic() && args.isEmpty()))
                    .append(") WITHIN GROUP (")
                    .append(order)
                    .append(')');
        } else if (e.star()) {
            out.append("*)");
        } else {
            out.append(e.distinct().isEmpty() ? "" : "DISTINCT ").append(arguments(args, e.variadic()));
            out.append(order.isEmpty() ? "" : " " + order).append(')');
        }
        return out.append(filter(e.filter())).toString();
    }

    private String filter(@Nullable Expr filter) {
        return filter == null ? "" : " FILTER (WHERE " + of(filter) + ")";
    }

    private String window(WindowFunc e) {
        WindowClause window = scope.query.windowClause().stream()
                .filter(w -> w.winRef() == e.winRef())
                .findFirst()
                .orElseThrow(() -> new AssertionError("window " + e.winRef() + " is missing"));
        return facts.functionName(e.winFnOid()) + "(" + (e.star() ? "*" : list(e.args())) + ")" + filter(e.filter())
                + " OVER (" + windowText(window) + ")";
    }

    private String windowText(WindowClause w) {
        StringJoiner parts = new StringJoiner(" ");
        List<TargetEntry> targets = scope.query.targetList();
        if (!w.partitionClause().isEmpty()) {
            StringJoiner keys = new StringJoiner(", ");
            for (SortGroupClause key : w.partitionClause()) {
                keys.add(of(target(key, targets).expr()));
            }
            parts.add("PARTITION BY " + keys);
        }
        if (!w.orderClause().isEmpty()) {
            parts.add("ORDER BY " + sortList(w.orderClause(), targets, false));
        }
        if (!w.frame().isDefault()) {
            WindowFrame frame = w.frame();
            String bounds = bound(frame.start(), w.startOffset());
            if (frame.between()) {
                bounds = "BETWEEN " + bounds + " AND " + bound(frame.end(), w.endOffset());
            }
            parts.add(frame.mode() + " " + bounds
                    + switch (frame.exclusion()) {
                        case NO_OTHERS -> "";
                        case CURRENT_ROW -> " EXCLUDE CURRENT ROW";
                        case GROUP -> " EXCLUDE GROUP";
                        case TIES -> " EXCLUDE TIES";
                    });
        }
        return parts.toString();
    }

    private String bound(WindowFrame.Bound bound, @Nullable Expr offset) {
        return switch (bound) {
            case UNBOUNDED_PRECEDING -> "UNBOUNDED PRECEDING";
            case OFFSET_PRECEDING -> of(required(offset)) + " PRECEDING";
            case CURRENT_ROW -> "CURRENT ROW";
            case OFFSET_FOLLOWING -> of(required(offset)) + " FOLLOWING";
            case UNBOUNDED_FOLLOWING -> "UNBOUNDED FOLLOWING";
        };
    }

    private static Expr required(@Nullable Expr expr) {
        if (expr == null) {
            throw new AssertionError("missing expression");
        }
        return expr;
    }

    static TargetEntry target(SortGroupClause clause, List<TargetEntry> targets) {
        for (TargetEntry entry : targets) {
            if (entry.sortGroupRef() == clause.tleSortGroupRef()) {
                return entry;
            }
        }
        throw new AssertionError("sort or group reference " + clause.tleSortGroupRef() + " is missing");
    }

    /// Items of ORDER BY. With `byPosition` shown columns are named by their number.
    String sortList(List<SortGroupClause> clauses, List<TargetEntry> targets, boolean byPosition) {
        StringJoiner items = new StringJoiner(", ");
        for (SortGroupClause clause : clauses) {
            TargetEntry entry = target(clause, targets);
            items.add(item(entry, targets, byPosition)
                    + direction(clause, entry.expr().type()));
        }
        return items.toString();
    }

    /// A group or sort item; a bare integer would be taken for a position, so constants are always cast.
    String item(TargetEntry entry, List<TargetEntry> targets, boolean byPosition) {
        if (byPosition && !entry.junk()) {
            int position = 1;
            for (TargetEntry other : targets) {
                if (other == entry) {
                    return Integer.toString(position);
                }
                position += other.junk() ? 0 : 1;
            }
        }
        String text = of(entry.expr());
        return entry.expr() instanceof Const
                ? "(" + text + ")::" + facts.typeName(entry.expr().type())
                : text;
    }

    private String direction(SortGroupClause clause, SqlType type) {
        boolean descending = clause.reverseSort();
        int standard = facts.orderingOperator(type.oid(), descending);
        String text = standard == clause.sortOp() || standard == 0
                ? (descending ? " DESC" : "")
                : " USING " + facts.operatorName(clause.sortOp());
        return clause.nullsFirst() == descending ? text : text + (clause.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
    }

    private String caseExpr(CaseExpr e) {
        StringBuilder out = new StringBuilder("CASE");
        if (e.arg() != null) {
            out.append(' ').append(of(e.arg()));
        }
        for (CaseWhen when : e.whens()) {
            Expr condition = when.condition();
            if (e.arg() != null) {
                // `CASE x WHEN y` was analyzed as `x = y`
                if (!(condition instanceof OpExpr equality)) {
                    throw new AssertionError("CASE comparison " + condition);
                }
                condition = equality.right();
            }
            out.append(" WHEN ").append(of(condition)).append(" THEN ").append(of(when.result()));
        }
        return out.append(" ELSE ").append(of(e.orElse())).append(" END").toString();
    }

    String subscripts(SubscriptingRef e) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < e.upper().size(); i++) {
            out.append('[');
            if (e.isSlice()) {
                Expr lower = e.lower().get(i);
                out.append(lower == null ? "" : of(lower)).append(':');
            }
            Expr upper = e.upper().get(i);
            out.append(upper == null ? "" : of(upper)).append(']');
        }
        return out.toString();
    }

    private static String valueFunction(SqlValueFunction e) {
        String precision = e.type().typmod() >= 0 ? "(" + e.type().typmod() + ")" : "";
        return switch (e.op()) {
            case CURRENT_TIME, CURRENT_TIMESTAMP, LOCALTIME, LOCALTIMESTAMP -> e.op() + precision;
            case CURRENT_DATE, CURRENT_ROLE, CURRENT_USER, USER, SESSION_USER, CURRENT_CATALOG, CURRENT_SCHEMA ->
                e.op().name();
        };
    }
}
