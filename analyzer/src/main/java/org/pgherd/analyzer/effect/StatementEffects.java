package org.pgherd.analyzer.effect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.Relation;
import org.pgherd.analyzer.catalog.Routine;
import org.pgherd.grammar.ast.AstWalk;
import org.pgherd.grammar.ast.CallStmt;
import org.pgherd.grammar.ast.CommonTableExpr;
import org.pgherd.grammar.ast.CopyStmt;
import org.pgherd.grammar.ast.DeleteStmt;
import org.pgherd.grammar.ast.FuncCall;
import org.pgherd.grammar.ast.InsertStmt;
import org.pgherd.grammar.ast.ListenStmt;
import org.pgherd.grammar.ast.LockStmt;
import org.pgherd.grammar.ast.LockingClause;
import org.pgherd.grammar.ast.MergeStmt;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.NotifyStmt;
import org.pgherd.grammar.ast.Query;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.SqlValueFunction;
import org.pgherd.grammar.ast.TransactionStmt;
import org.pgherd.grammar.ast.TruncateStmt;
import org.pgherd.grammar.ast.UnlistenStmt;
import org.pgherd.grammar.ast.UpdateStmt;
import org.pgherd.grammar.ast.UtilityStatement;
import org.pgherd.grammar.ast.VariableSetStmt;
import org.pgherd.grammar.ast.VariableShowStmt;
import org.pgherd.semantics.catalog.ProcRow;

/// Walks one statement or expression and adds what it touches.
final class StatementEffects {
    private final EffectAnalysis analysis;
    private final EffectAnalysis.Collected into;
    private final String path;
    private final int line;
    private final Set<String> commonTables = new HashSet<>();
    private final Set<RangeVar> targets = new HashSet<>();

    /// @param path the calls that lead here, each followed by ` -> `
    /// @param line in the routine's body, 0 if that says nothing
    StatementEffects(EffectAnalysis analysis, EffectAnalysis.Collected into, String path, int line) {
        this.analysis = analysis;
        this.into = into;
        this.path = path;
        this.line = line;
    }

    void add(Node root) {
        AstWalk.all(root, CommonTableExpr.class).forEach(table -> commonTables.add(table.ctename()));
        AstWalk.forEach(root, this::visit);
    }

    private void visit(Node node) {
        switch (node) {
            case InsertStmt insert -> write(insert.relation(), "INSERT INTO ");
            case UpdateStmt update -> write(update.relation(), "UPDATE ");
            case DeleteStmt delete -> write(delete.relation(), "DELETE FROM ");
            case MergeStmt merge -> write(merge.relation(), "MERGE INTO ");
            case TruncateStmt truncate -> truncate.relations().forEach(name -> write(name, "TRUNCATE "));
            case CopyStmt copy when copy.isFrom() && copy.relation() != null -> write(copy.relation(), "COPY ");
            case LockingClause _ -> reason(new Effect(Effect.Kind.LOCKS, 0, "rows"), "FOR UPDATE or SHARE");
            case LockStmt _ -> reason(new Effect(Effect.Kind.LOCKS, 0, "tables"), "LOCK");
            case NotifyStmt _ -> reason(new Effect(Effect.Kind.NOTIFIES, 0, ""), "NOTIFY");
            case ListenStmt _, UnlistenStmt _, VariableSetStmt _ ->
                reason(new Effect(Effect.Kind.SESSION_STATE, 0, ""), "SET or LISTEN");
            case RangeVar name -> read(name);
            case FuncCall call -> call(call);
            case SqlValueFunction function ->
                reason(
                        new Effect(Effect.Kind.STABLE_VALUE, 0, function.op().name()),
                        function.op().name());
            case CallStmt _, VariableShowStmt _, TransactionStmt _, Query _, CopyStmt _ -> {}
            case UtilityStatement statement ->
                reason(
                        new Effect(Effect.Kind.DDL, 0, ""),
                        statement.getClass().getSimpleName().replace("Stmt", ""));
            default -> {}
        }
    }

    private void reason(Effect effect, String what) {
        into.add(effect, path + what + (line > 0 ? ", line " + line : ""));
    }

    private @Nullable Relation relation(RangeVar name) {
        return analysis.view().relation(name.schemaname(), name.relname());
    }

    private void write(RangeVar name, String verb) {
        targets.add(name);
        Relation table = relation(name);
        if (table == null) {
            reason(new Effect(Effect.Kind.UNKNOWN, 0, name.relname()), verb + name.relname() + ", which is not there");
            return;
        }
        reason(new Effect(Effect.Kind.WRITES, table.oid(), table.name()), verb + table.name());
        into.addAll(analysis.consequences(table), path + verb + table.name() + " -> ");
    }

    private void read(RangeVar name) {
        if (targets.contains(name)) {
            return;
        }
        Relation table = relation(name);
        if (table == null && name.schemaname() == null && commonTables.contains(name.relname())) {
            return;
        }
        if (table == null) {
            reason(new Effect(Effect.Kind.UNKNOWN, 0, name.relname()), name.relname() + ", which is not there");
            return;
        }
        reason(new Effect(Effect.Kind.READS, table.oid(), table.name()), "SELECT FROM " + table.name());
        into.addAll(analysis.policies(table), path);
        if (table.isView()) {
            into.addAll(analysis.viewBody(table), path);
        }
    }

    private void call(FuncCall call) {
        List<String> name = call.funcname();
        String schema = name.size() > 1 ? name.get(name.size() - 2) : null;
        int given = call.args().size();
        for (ProcRow row : analysis.view().functions(schema, name.getLast())) {
            Routine routine = analysis.view().catalog().routine(row.oid());
            boolean fits = row.variadicOid() != 0
                    || given <= row.argTypes().size() && given >= row.argTypes().size() - row.defaultCount();
            if (!fits) {
                continue;
            }
            Effects effects = analysis.routine(row.oid());
            into.addAll(
                    effects,
                    path + (routine == null ? "" : name.getLast() + (line > 0 ? ", line " + line : "") + " => "));
        }
    }
}
