package org.pgherd.grammar.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.ast.CreateStmt;
import org.pgherd.grammar.ast.CreateTableAsStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.IntoClause;
import org.pgherd.grammar.ast.ObjectType;
import org.pgherd.grammar.ast.OnCommitAction;
import org.pgherd.grammar.ast.PartitionBoundSpec;
import org.pgherd.grammar.ast.PartitionSpec;
import org.pgherd.grammar.ast.RangeVar;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.TableElement;
import org.pgherd.grammar.ast.TypeName;

/// CREATE TABLE, of which only the end tells whether it is one AS a query.
public final class TableDraft {
    public @Nullable RangeVar relation;
    public boolean ifNotExists;
    public List<String> columns = List.of();
    public List<TableElement> elements = List.of();
    public List<RangeVar> inherits = List.of();
    public @Nullable TypeName of;
    public @Nullable PartitionBoundSpec bound;
    public @Nullable PartitionSpec partition;
    public @Nullable String accessMethod;
    public List<DefElem> options = List.of();
    public OnCommitAction onCommit = OnCommitAction.NOOP;
    public @Nullable String tableSpace;
    /// Where what stands before AS ends.
    public int intoEnd;

    private RangeVar known() {
        RangeVar r = relation;
        if (r == null) {
            throw new AssertionError("table without a name");
        }
        return r;
    }

    public CreateStmt table(Position at) {
        return new CreateStmt(
                known(),
                elements,
                inherits,
                bound,
                partition,
                of,
                options,
                onCommit,
                tableSpace,
                accessMethod,
                ifNotExists,
                at);
    }

    public CreateTableAsStmt asQuery(Statement query, boolean skipData, Position at) {
        Position range = new Position(known().at().start(), intoEnd);
        IntoClause into =
                new IntoClause(known(), columns, accessMethod, options, onCommit, tableSpace, skipData, range);
        return new CreateTableAsStmt(query, into, ObjectType.TABLE, ifNotExists, at);
    }
}
