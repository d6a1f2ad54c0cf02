package org.pgherd.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.grammar.ast.ColumnDef;
import org.pgherd.grammar.ast.CreateFunctionStmt;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.FunctionParameter;
import org.pgherd.grammar.ast.FunctionParameterMode;
import org.pgherd.grammar.ast.Statement;
import org.pgherd.grammar.ast.TypeName;

/// A [CreateFunctionStmt] while it is read.
public final class FunctionDraft {
    public boolean procedure;
    public List<String> name = List.of();
    public final List<FunctionParameter> parameters = new ArrayList<>();
    public @Nullable TypeName returns;
    public final List<DefElem> options = new ArrayList<>();
    public @Nullable Statement body;

    /// RETURNS TABLE: mergeTableFuncParameters and TableFuncTypeName.
    public void returnsTable(List<ColumnDef> columns, Position at) {
        for (FunctionParameter p : parameters) {
            if (p.mode() != FunctionParameterMode.DEFAULT
                    && p.mode() != FunctionParameterMode.IN
                    && p.mode() != FunctionParameterMode.VARIADIC) {
                throw NodeActions.error("OUT and INOUT arguments aren't allowed in TABLE functions", p.at());
            }
        }
        for (ColumnDef column : columns) {
            TypeName type = column.typeName();
            if (type == null) {
                throw new AssertionError("column without a type");
            }
            parameters.add(
                    new FunctionParameter(column.colname(), type, FunctionParameterMode.TABLE, null, column.at()));
        }
        TypeName row = columns.size() == 1 ? columns.get(0).typeName() : null;
        List<String> names = row == null ? List.of("pg_catalog", "record") : row.names();
        returns = new TypeName(
                names,
                true,
                row != null && row.pctType(),
                row == null ? List.of() : row.typmods(),
                row == null ? List.of() : row.arrayBounds(),
                at);
    }

    public CreateFunctionStmt build(boolean replace, Position at) {
        return new CreateFunctionStmt(procedure, replace, name, parameters, returns, options, body, at);
    }
}
