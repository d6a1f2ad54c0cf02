package org.pgherd.grammar.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.ast.Expr;
import org.pgherd.grammar.ast.JsonFormat;
import org.pgherd.grammar.ast.JsonKeyValue;
import org.pgherd.grammar.ast.JsonOutput;
import org.pgherd.grammar.ast.JsonValueExpr;
import org.pgherd.grammar.ast.SelectStmt;

/// What stands between the parentheses of JSON_OBJECT or JSON_ARRAY.
public final class JsonDraft {
    public List<JsonKeyValue> pairs = List.of();
    public List<JsonValueExpr> values = List.of();
    /// Arguments of an ordinary call of the function of that name.
    public @Nullable List<Expr> plain;
    public @Nullable SelectStmt query;
    public @Nullable JsonFormat format;
    public @Nullable JsonOutput output;
    /// ABSENT ON NULL, NULL ON NULL, or neither.
    public @Nullable Boolean absent;
    public boolean unique;
}
