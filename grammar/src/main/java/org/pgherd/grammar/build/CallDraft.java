package org.pgherd.grammar.build;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.SortBy;
import org.pgherd.grammar.ast.WindowDef;

/// The arguments of a function call and the clauses behind it.
public final class CallDraft {
    public final List<Expr> args = new ArrayList<>(4);
    public List<SortBy> order = List.of();
    public @Nullable Expr filter;
    public @Nullable WindowDef over;
    public boolean star;
    public boolean distinct;
    public boolean all;
    public boolean variadic;
    boolean withinGroup;

    /// Whether a clause behind the parentheses makes it a call and nothing else.
    boolean hasTail() {
        return withinGroup || filter != null || over != null;
    }

    /// Nothing follows a VARIADIC argument.
    public void comma(NodeActions parser, Token comma) {
        if (variadic) {
            throw parser.syntaxError(comma);
        }
    }

    /// VARIADIC comes for the next argument.
    public void variadic(NodeActions parser) {
        if (distinct || all) {
            throw parser.syntaxError(parser.last());
        }
        variadic = true;
    }

    public void withinGroup(NodeActions parser, List<SortBy> keys, Token within) {
        var at = NodeActions.startAt(within);
        if (!order.isEmpty()) {
            throw NodeActions.error("cannot use multiple ORDER BY clauses with WITHIN GROUP", at);
        }
        if (distinct) {
            throw NodeActions.error("cannot use DISTINCT with WITHIN GROUP", at);
        }
        if (variadic) {
            throw NodeActions.error("cannot use VARIADIC with WITHIN GROUP", at);
        }
        order = keys;
        withinGroup = true;
    }
}
