package org.pgherd.grammar.build;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.ConstrType;
import org.pgherd.grammar.ast.Constraint;
import org.pgherd.grammar.ast.DefElem;
import org.pgherd.grammar.ast.ExclusionElement;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.RangeVar;

/// A [Constraint] while it is read.
public final class ConstraintDraft {
    private static final int NOT_DEFERRABLE = 1;
    private static final int DEFERRABLE = 2;
    private static final int IMMEDIATE = 4;
    private static final int DEFERRED = 8;
    private static final int NOT_VALID = 16;
    private static final int NO_INHERIT = 32;
    private static final int NOT_ENFORCED = 64;
    private static final int ENFORCED = 128;

    private final ConstrType type;
    public @Nullable Expr expr;
    public boolean noInherit;
    public char generatedWhen;
    public char generatedKind;
    public List<DefElem> options = List.of();
    public @Nullable String indexName;
    public @Nullable String indexSpace;
    public @Nullable String accessMethod;
    public @Nullable Expr where;
    public boolean nullsNotDistinct;
    public List<String> keys = List.of();
    public boolean withoutOverlaps;
    public List<String> including = List.of();
    public List<ExclusionElement> exclusions = List.of();
    public List<String> fkAttrs = List.of();
    public List<String> pkAttrs = List.of();
    public boolean fkPeriod;
    public boolean pkPeriod;
    public char match;
    private @Nullable RangeVar pkTable;
    private char onUpdate;
    private char onDelete;
    private List<String> deleteColumns = List.of();
    private boolean deferrable;
    private boolean deferred;
    private boolean enforced = true;
    private boolean skipValidation;
    private boolean valid;

    ConstraintDraft(ConstrType type) {
        this.type = type;
    }

    public void validFromStart() {
        valid = true;
    }

    public void references(RangeVar table) {
        pkTable = table;
        match = 's';
        onUpdate = 'a';
        onDelete = 'a';
        valid = true;
    }

    public void generated(NodeActions parser, char when, Token at, Expr value) {
        if (when != 'a') {
            throw NodeActions.error(
                    "for a generated column, GENERATED ALWAYS must be specified", NodeActions.startAt(at));
        }
        generatedWhen = when;
        generatedKind = 'v';
        expr = value;
    }

    public void onUpdate(NodeActions parser, char action, List<String> columns, Token at) {
        if (!columns.isEmpty()) {
            throw new SqlException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "a column list with SET NULL is only supported for ON DELETE actions"
                            .replace("SET NULL", action == 'n' ? "SET NULL" : "SET DEFAULT"),
                    NodeActions.startAt(at));
        }
        onUpdate = action;
    }

    public void onDelete(NodeActions parser, char action, List<String> columns) {
        onDelete = action;
        deleteColumns = columns;
    }

    /// processCASbits: what of the attributes this kind of constraint may have.
    public void attributes(NodeActions parser, int bits, String kind, Token at) {
        boolean foreign = type == ConstrType.FOREIGN;
        boolean check = type == ConstrType.CHECK;
        boolean notNull = type == ConstrType.NOTNULL;
        if ((bits & (DEFERRABLE | DEFERRED)) != 0) {
            if (check || notNull) {
                throw unsupported(kind + " constraints cannot be marked DEFERRABLE", at);
            }
            deferrable = true;
            deferred = (bits & DEFERRED) != 0;
        }
        if ((bits & NOT_VALID) != 0) {
            if (!foreign && !check && !notNull) {
                throw unsupported(kind + " constraints cannot be marked NOT VALID", at);
            }
            skipValidation = true;
        }
        if ((bits & NO_INHERIT) != 0) {
            if (!check && !notNull) {
                throw unsupported(kind + " constraints cannot be marked NO INHERIT", at);
            }
            noInherit = true;
        }
        if ((bits & (NOT_ENFORCED | ENFORCED)) != 0) {
            if (!foreign && !check) {
                throw unsupported(
                        kind + " constraints cannot be marked "
                                + ((bits & NOT_ENFORCED) != 0 ? "NOT ENFORCED" : "ENFORCED"),
                        at);
            }
            if ((bits & NOT_ENFORCED) != 0) {
                enforced = false;
                skipValidation = true;
            }
        }
        if (valid) {
            valid = !skipValidation;
        }
    }

    /// The attributes seen so far and one more, or the error that they clash.
    static int add(int bits, int bit, Token at) {
        int all = bits | bit;
        if (clash(all, NOT_DEFERRABLE, DEFERRED)) {
            throw NodeActions.error(
                    "constraint declared INITIALLY DEFERRED must be DEFERRABLE", NodeActions.startAt(at));
        }
        if (clash(all, NOT_DEFERRABLE, DEFERRABLE)
                || clash(all, IMMEDIATE, DEFERRED)
                || clash(all, NOT_ENFORCED, ENFORCED)) {
            throw NodeActions.error("conflicting constraint properties", NodeActions.startAt(at));
        }
        return all;
    }

    private static boolean clash(int bits, int one, int other) {
        return (bits & one) != 0 && (bits & other) != 0;
    }

    private static SqlException unsupported(String message, Token at) {
        return new SqlException(SqlState.FEATURE_NOT_SUPPORTED, message, NodeActions.startAt(at));
    }

    public Constraint build(Position at) {
        return build(null, at);
    }

    Constraint build(@Nullable String name, Position at) {
        return new Constraint(
                type,
                name,
                deferrable,
                deferred,
                enforced,
                skipValidation,
                valid,
                noInherit,
                expr,
                generatedWhen,
                generatedKind,
                nullsNotDistinct,
                keys,
                withoutOverlaps,
                including,
                exclusions,
                options,
                indexName,
                indexSpace,
                accessMethod,
                where,
                pkTable,
                fkAttrs,
                pkAttrs,
                fkPeriod,
                pkPeriod,
                match,
                onUpdate,
                onDelete,
                deleteColumns,
                at);
    }
}
