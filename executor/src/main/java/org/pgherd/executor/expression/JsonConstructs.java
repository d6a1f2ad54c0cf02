package org.pgherd.executor.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.JsonConstructorExpr;
import org.pgherd.analyzer.query.JsonIsPredicate;
import org.pgherd.semantics.function.json.JsonConstruction;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Jsonb;
import org.pgherd.semantics.value.Text;

/// SQL/JSON constructors and IS JSON (ExecEvalJsonConstructor, ExecEvalJsonIsPredicate).
final class JsonConstructs {
    private JsonConstructs() {}

    static Evaluator constructor(JsonConstructorExpr e, Evaluator[] args) {
        int[] types = typeOids(e.args());
        boolean binary = e.type().oid() == TypeOids.JSONB;
        boolean absent = e.absentOnNull();
        return switch (e.kind()) {
            case OBJECT ->
                frame -> JsonConstruction.object(
                        frame.context.functions(),
                        types,
                        Calls.evaluateAll(args, frame),
                        absent,
                        e.uniqueKeys(),
                        binary);
            case ARRAY ->
                frame -> JsonConstruction.array(
                        frame.context.functions(), types, Calls.evaluateAll(args, frame), absent, binary);
            case PARSE ->
                frame -> {
                    Object text = args[0].evaluate(frame);
                    return text == null ? null : JsonConstruction.parse((Text) text, binary);
                };
        };
    }

    static int[] typeOids(List<Expr> exprs) {
        return exprs.stream().mapToInt(expr -> expr.type().oid()).toArray();
    }

    static Evaluator predicate(JsonIsPredicate e, Evaluator arg) {
        boolean isJson = e.arg().type().oid() == TypeOids.JSON;
        return frame -> {
            Object value = arg.evaluate(frame);
            if (value == null) {
                return null;
            }
            JsonConstruction.Item item = value instanceof Jsonb jsonb
                    ? JsonConstruction.item(jsonb)
                    : JsonConstruction.item((Text) value, e.uniqueKeys(), isJson);
            return is(item, e.itemType());
        };
    }

    private static boolean is(JsonConstruction.@Nullable Item item, JsonIsPredicate.ItemType wanted) {
        return switch (wanted) {
            case ANY -> item != null;
            case OBJECT -> item == JsonConstruction.Item.OBJECT;
            case ARRAY -> item == JsonConstruction.Item.ARRAY;
            case SCALAR -> item == JsonConstruction.Item.SCALAR;
        };
    }
}
