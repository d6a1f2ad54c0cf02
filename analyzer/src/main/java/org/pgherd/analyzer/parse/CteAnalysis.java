package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pgherd.analyzer.query.*;
import org.pgherd.analyzer.query.RangeTblRef;
import org.pgherd.analyzer.query.RteCte;
import org.pgherd.analyzer.query.RteSubquery;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.CteCycleClause;
import org.pgherd.grammar.ast.CteSearchClause;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.SetOperation;
import org.pgherd.grammar.ast.WithClause;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// WITH (parse_cte.c).
final class CteAnalysis {
    private CteAnalysis() {}

    static void transform(ParseState p, WithClause with) {
        Set<String> names = new HashSet<>();
        for (var cte : with.ctes()) {
            if (!names.add(cte.ctename())) {
                throw new SqlException(
                        SqlState.DUPLICATE_ALIAS,
                        "WITH query name \"" + cte.ctename() + "\" specified more than once",
                        cte.location());
            }
            if (!(cte.ctequery() instanceof SelectStmt)) {
                if (p.parent != null) {
                    throw new SqlException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "WITH clause containing a data-modifying statement must be at the top level",
                            cte.location());
                }
                p.hasModifyingCTE = true;
            }
        }
        if (with.recursive()) {
            recursive(p, with);
        } else {
            p.futureCtes = new ArrayList<>(with.ctes());
            for (var raw : with.ctes()) {
                CteState cte = new CteState(raw);
                analyze(p, cte);
                p.ctes.add(cte);
                p.futureCtes.removeFirst();
            }
        }
    }

    /// Analyzes in an order in which each query comes after those it refers to; a query may refer to itself.
    private static void recursive(ParseState p, WithClause with) {
        List<CteState> all = new ArrayList<>();
        with.ctes().forEach(raw -> all.add(new CteState(raw)));
        List<String> names = all.stream().map(CteState::name).toList();
        List<Set<Integer>> depends = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Set<Integer> uses = new LinkedHashSet<>();
            references(all.get(i).raw.ctequery(), names, new HashSet<>(), uses);
            if (uses.remove(i)) {
                all.get(i).recursive = true;
            }
            depends.add(uses);
        }
        List<CteState> ordered = new ArrayList<>();
        Set<Integer> done = new LinkedHashSet<>();
        while (done.size() < all.size()) {
            int next = -1;
            for (int i = 0; i < all.size() && next < 0; i++) {
                if (!done.contains(i) && done.containsAll(depends.get(i))) {
                    next = i;
                }
            }
            if (next < 0) {
                int first = 0;
                while (done.contains(first)) {
                    first++;
                }
                throw new SqlException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "mutual recursion between WITH items is not implemented",
                        all.get(first).at());
            }
            done.add(next);
            ordered.add(all.get(next));
        }
        for (CteState cte : ordered) {
            if (cte.recursive) {
                RecursionCheck.check(cte.raw);
            }
        }
        p.ctes.addAll(all);
        for (CteState cte : ordered) {
            analyze(p, cte);
        }
    }

    /// Which of the names a query refers to; names of inner WITH queries hide them.
    private static void references(Node node, List<String> names, Set<String> hidden, Set<Integer> found) {
        if (node instanceof RangeVar v) {
            if (v.schemaname() == null && !hidden.contains(v.relname()) && names.contains(v.relname())) {
                found.add(names.indexOf(v.relname()));
            }
        }
        Set<String> inner = hidden;
        WithClause with = RecursionCheck.withOf(node);
        if (with != null) {
            inner = new HashSet<>(hidden);
            if (with.recursive()) {
                for (var cte : with.ctes()) {
                    inner.add(cte.ctename());
                }
            }
            for (var cte : with.ctes()) {
                references(cte, names, inner, found);
                inner.add(cte.ctename());
            }
        }
        for (Node child : AstWalk.children(node)) {
            if (child != with) {
                references(child, names, inner, found);
            }
        }
    }

    private static void analyze(ParseState p, CteState cte) {
        var raw = cte.raw;
        if (raw.searchClause() != null || raw.cycleClause() != null) {
            prepareSearchAndCycle(raw, cte);
        }
        CycleClause marks = raw.cycleClause() == null ? null : marks(p, raw.cycleClause());
        cte.markType = marks == null ? null : marks.markType();
        Query query = SelectAnalysis.sub(p, raw.ctequery(), cte, null, true);
        if (query.commandType() == CommandType.UTILITY) {
            throw new AssertionError("utility statement in WITH");
        }
        if (!cte.recursive) {
            columns(cte, query.outputColumns());
        } else {
            List<TargetEntry> columns = query.outputColumns();
            for (int i = 0; i < columns.size() && i < cte.columnTypes.size(); i++) {
                SqlType actual = columns.get(i).expr().type();
                SqlType expected = cte.columnTypes.get(i);
                if (actual.oid() != expected.oid() || actual.typmod() != expected.typmod()) {
                    throw new SqlException(
                                    SqlState.DATATYPE_MISMATCH,
                                    "recursive query \"" + cte.name() + "\" column " + (i + 1) + " has type "
                                            + p.catalog().formatType(expected) + " in non-recursive term but type "
                                            + p.catalog().formatType(actual) + " overall",
                                    ExprLocation.of(columns.get(i).expr()))
                            .withHint("Cast the output of the non-recursive term to the correct type.");
                }
                if (actual.collation() != expected.collation()) {
                    throw new SqlException(
                                    SqlState.COLLATION_MISMATCH,
                                    "recursive query \"" + cte.name() + "\" column " + (i + 1) + " has collation \""
                                            + p.catalog().collationName(expected.collation())
                                            + "\" in non-recursive term but collation \""
                                            + p.catalog().collationName(actual.collation()) + "\" overall",
                                    ExprLocation.of(columns.get(i).expr()))
                            .withHint("Use the COLLATE clause to set the collation of the non-recursive term.");
                }
            }
        }
        cte.query = query;
        if (raw.searchClause() != null || raw.cycleClause() != null) {
            requireReferenceAtTop(cte, query);
        }
        CteSearchClause search = raw.searchClause();
        if (search != null) {
            checkSearch(cte, search);
        }
        if (marks != null) {
            checkCycle(cte, marks);
        }
        if (search != null && marks != null) {
            checkDifferent(search, marks.markColumn(), "cycle mark");
            checkDifferent(search, marks.pathColumn(), "cycle path");
        }
        if (search != null) {
            search(cte, search);
        }
        cte.cycle = marks;
        cte.addClauseColumns(cte.columnNames, cte.columnTypes);
    }

    /// SEARCH and CYCLE add columns to the recursive term where it reads the query itself (rewriteSearchCycle.c).
    private static void requireReferenceAtTop(CteState cte, Query query) {
        boolean atTop = query.setOperations() != null
                && query.setOperations().right() instanceof RangeTblRef right
                && query.rte(right.rtindex()) instanceof RteSubquery term
                && term.query().rtable().stream()
                        .anyMatch(entry -> entry instanceof RteCte ref
                                && ref.selfReference()
                                && ref.cteName().equals(cte.name()));
        if (!atTop) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "with a SEARCH or CYCLE clause, the recursive reference to WITH query \"" + cte.name()
                            + "\" must be at the top level of its right-hand SELECT");
        }
    }

    private static void checkDifferent(CteSearchClause search, String column, String what) {
        if (search.searchSeqColumn().equals(column)) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "search sequence column name and " + what + " column name are the same",
                    search.location());
        }
    }

    /// Names and types of a WITH query's result (analyzeCTETargetList).
    private static void columns(CteState cte, List<TargetEntry> targets) {
        List<String> aliases = cte.raw.aliascolnames();
        if (aliases.size() > targets.size()) {
            throw new SqlException(
                    SqlState.INVALID_COLUMN_REFERENCE,
                    "WITH query \"" + cte.name() + "\" has " + targets.size() + " columns available but "
                            + aliases.size() + " columns specified",
                    cte.at());
        }
        cte.columnNames = new ArrayList<>(aliases);
        cte.columnTypes = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            if (i >= aliases.size()) {
                String name = targets.get(i).name();
                cte.columnNames.add(name == null ? ColumnNames.NONE : name);
            }
            SqlType type = targets.get(i).expr().type();
            // a recursive term is analyzed before unknown literals are settled
            cte.columnTypes.add(type.oid() == TypeOids.UNKNOWN ? SqlType.TEXT : type);
        }
    }

    /// The non-recursive term decides the columns before the recursive one is analyzed (determineRecursiveColTypes).
    static void recursiveColumns(CteState cte, List<TargetEntry> left) {
        columns(cte, left);
    }

    private static void prepareSearchAndCycle(org.pgherd.grammar.ast.CommonTableExpr raw, CteState cte) {
        if (!cte.recursive) {
            throw new SqlException(SqlState.SYNTAX_ERROR, "WITH query is not recursive", raw.location());
        }
        SelectStmt body = (SelectStmt) raw.ctequery();
        SelectStmt right = body.rarg();
        SelectStmt left = body.larg();
        if (left == null || right == null || left.op() != SetOperation.NONE) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "with a SEARCH or CYCLE clause, the left side of the UNION must be a SELECT");
        }
        if (right.op() != SetOperation.NONE) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "with a SEARCH or CYCLE clause, the right side of the UNION must be a SELECT");
        }
    }

    private static void checkSearch(CteState cte, CteSearchClause raw) {
        checkColumns(cte, raw.searchColList(), "search", raw.location());
        if (cte.columnNames.contains(raw.searchSeqColumn())) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "search sequence column name \"" + raw.searchSeqColumn()
                            + "\" already used in WITH query column list",
                    raw.location());
        }
    }

    private static void search(CteState cte, CteSearchClause raw) {
        cte.search =
                new SearchClause(raw.searchColList(), raw.searchBreadthFirst(), raw.searchSeqColumn(), raw.location());
    }

    private static CycleClause marks(ParseState p, CteCycleClause raw) {
        Expr value = raw.cycleMarkValue() == null
                ? Const.ofBoolean(true, Position.NONE)
                : ExpressionAnalysis.transform(p, raw.cycleMarkValue(), ExprKind.CYCLE_MARK);
        Expr orElse = raw.cycleMarkDefault() == null
                ? Const.ofBoolean(false, Position.NONE)
                : ExpressionAnalysis.transform(p, raw.cycleMarkDefault(), ExprKind.CYCLE_MARK);
        int type = CommonType.select(p, List.of(value, orElse), "CYCLE");
        List<Expr> both = CommonType.coerceAll(p, List.of(value, orElse), type, "CYCLE/CYCLE");
        int equal = SortGroups.equality(p.catalog(), type);
        if (equal == 0) {
            throw new SqlException(
                    SqlState.UNDEFINED_FUNCTION,
                    "could not identify an equality operator for type "
                            + p.catalog().formatType(type));
        }
        SqlType markType = new SqlType(type, CommonType.typmod(both, type), CollationAssignment.common(p, both, true));
        List<Expr> marks = CollationAssignment.each(p, both);
        return new CycleClause(
                raw.cycleColList(),
                raw.cycleMarkColumn(),
                marks.get(0),
                marks.get(1),
                raw.cyclePathColumn(),
                markType,
                equal,
                raw.location());
    }

    private static void checkCycle(CteState cte, CycleClause cycle) {
        checkColumns(cte, cycle.columns(), "cycle", cycle.at());
        if (cte.columnNames.contains(cycle.markColumn())) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "cycle mark column name \"" + cycle.markColumn() + "\" already used in WITH query column list",
                    cycle.at());
        }
        if (cte.columnNames.contains(cycle.pathColumn())) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "cycle path column name \"" + cycle.pathColumn() + "\" already used in WITH query column list",
                    cycle.at());
        }
        if (cycle.markColumn().equals(cycle.pathColumn())) {
            throw new SqlException(
                    SqlState.SYNTAX_ERROR,
                    "cycle mark column name and cycle path column name are the same",
                    cycle.at());
        }
    }

    private static void checkColumns(CteState cte, List<String> columns, String what, Position at) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!cte.columnNames.contains(column)) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR, what + " column \"" + column + "\" not in WITH query column list", at);
            }
            if (!seen.add(column)) {
                throw new SqlException(
                        SqlState.DUPLICATE_COLUMN, what + " column \"" + column + "\" specified more than once", at);
            }
        }
    }
}
