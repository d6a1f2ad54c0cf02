package org.pgherd.analyzer.effect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.Node;
import org.pgherd.grammar.ast.ResTarget;
import org.pgherd.grammar.ast.SelectStmt;
import org.pgherd.grammar.ast.StringConst;
import org.pgherd.grammar.plpgsql.PlpgsqlParser;
import org.pgherd.grammar.plpgsql.SqlFragment;

/// The SQL of a PL/pgSQL body, in the order of its text.
final class PlpgsqlBody {
    private PlpgsqlBody() {}

    static List<RoutineBody.Part> parts(String body) {
        List<RoutineBody.Part> parts = new ArrayList<>();
        for (SqlFragment fragment : PlpgsqlParser.parse(body).fragments()) {
            switch (fragment.kind()) {
                case STATEMENT ->
                    SqlParser.parse(fragment.text())
                            .forEach(raw -> parts.add(new RoutineBody.Part(raw.stmt(), fragment.line())));
                case EXPRESSION -> parts.add(new RoutineBody.Part(expression(fragment), fragment.line()));
                case DYNAMIC -> dynamic(fragment, parts);
            }
        }
        return parts;
    }

    private static SelectStmt expression(SqlFragment fragment) {
        return SqlParser.parsePlExpression(fragment.text(), 0, fragment.text().length());
    }

    private static void dynamic(SqlFragment fragment, List<RoutineBody.Part> parts) {
        SelectStmt expression = expression(fragment);
        parts.add(new RoutineBody.Part(expression, fragment.line()));
        String constant = constant(expression);
        if (constant == null) {
            parts.add(new RoutineBody.Part((@Nullable Node) null, fragment.line()));
        } else {
            SqlParser.parse(constant).forEach(raw -> parts.add(new RoutineBody.Part(raw.stmt(), fragment.line())));
        }
    }

    private static @Nullable String constant(SelectStmt expression) {
        return expression.targetList().size() == 1
                        && expression.targetList().getFirst() instanceof ResTarget target
                        && target.val() instanceof StringConst constant
                ? constant.sval()
                : null;
    }
}
