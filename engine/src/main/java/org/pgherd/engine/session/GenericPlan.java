package org.pgherd.engine.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.fingerprint.Literal;
import org.pgherd.grammar.fingerprint.LiteralKind;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;

/// One plan for all statements that differ in their literals only; the literals are parameters behind the statement's
/// own.
///
/// @param known the statement with `$n` for its literals
/// @param ownParameters how many parameters the client gives
/// @param codecs of the literals' types, by parameter number - ownParameters - 1
public record GenericPlan(KnownStatement known, int ownParameters, List<TypeCodec> codecs) {
    /// Longer numbers, and those with exponents, may overflow when they are made float8; their error is PostgreSQL's
    /// only
    /// if it comes when planning.
    private static final int PLAIN_NUMBER = 30;

    public GenericPlan {
        codecs = List.copyOf(codecs);
    }

    /// The statement with these values; null if one of them is none of its type's, which is for the plan of the text to
    /// report.
    @Nullable
    BoundStatement bind(String text, List<Literal> literals, FunctionContext context) {
        @Nullable Object[] values = new Object[codecs.size()];
        for (Literal literal : literals) {
            String value = literal.value();
            if (literal.kind() == LiteralKind.NUMERIC
                    && (value.length() > PLAIN_NUMBER || value.indexOf('e') >= 0 || value.indexOf('E') >= 0)) {
                return null;
            }
            int at = literal.parameter() - ownParameters - 1;
            try {
                values[at] = codecs.get(at).input(value, -1, context);
            } catch (SqlException e) {
                return null;
            }
        }
        return new BoundStatement(known, text, literals, ownParameters, values);
    }
}
