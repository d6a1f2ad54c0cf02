package org.pgherd.plpgsql.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.plpgsql.compile.Namespace;
import org.pgherd.plpgsql.value.Row;
import org.pgherd.plpgsql.value.RowShape;
import org.pgherd.semantics.spi.VariableScope;
import org.pgherd.semantics.type.SqlType;

/// The variables as SQL sees them while it is analyzed (pl_comp.c: resolve_column_ref). Remembers which it used.
final class FrameScope implements VariableScope {
    private final Namespace names;
    private final VirtualFrame frame;
    final List<Reference> references = new ArrayList<>();
    /// What to say if a name that is no field turns out to be no column either.
    @Nullable
    SqlException missing;

    FrameScope(Namespace names, VirtualFrame frame) {
        this.names = names;
        this.frame = frame;
    }

    @Override
    public @Nullable Variable resolve(List<String> name) {
        Namespace.Found found = names.find(name);
        if (found == null || name.size() > found.used() + 1) {
            return null;
        }
        var variable = found.variable();
        if (name.size() == found.used()) {
            if (variable.isRecord()) {
                Row row = (Row) frame.getObject(variable.slot());
                return reference(new Reference(variable, -1, row == null ? null : row.shape()), SqlType.RECORD);
            }
            return reference(new Reference(variable, -1, variable.shape()), variable.type());
        }
        if (!variable.isRow()) {
            return null;
        }
        RowShape shape = variable.shape();
        if (shape == null) {
            Row row = (Row) frame.getObject(variable.slot());
            if (row == null) {
                missing = notAssigned(variable.name());
                return null;
            }
            shape = row.shape();
        }
        int field = shape.names().indexOf(name.getLast());
        if (field < 0) {
            missing = noField(variable.name(), name.getLast());
            return null;
        }
        return reference(new Reference(variable, field, shape), shape.types().get(field));
    }

    static SqlException notAssigned(String record) {
        return new SqlException(
                        SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "record \"" + record + "\" is not assigned yet")
                .withDetail("The tuple structure of a not-yet-assigned record is indeterminate.");
    }

    static SqlException noField(String record, String field) {
        return new SqlException(SqlState.UNDEFINED_COLUMN, "record \"" + record + "\" has no field \"" + field + "\"");
    }

    private Variable reference(Reference reference, SqlType type) {
        int slot = references.indexOf(reference);
        if (slot < 0) {
            slot = references.size();
            references.add(reference);
        }
        return new Variable(slot, type);
    }

    @Override
    public @Nullable Variable parameter(int number) {
        return resolve(List.of("$" + number));
    }

    @Override
    public Conflict conflict() {
        return names.conflict();
    }
}
