package org.pgherd.conformance.fuzz;

import java.util.stream.Collectors;
import org.pgherd.conformance.fuzz.Sources.From;

/// Functions in FROM, alone and several at once: of PostgreSQL, of users in SQL and PL/pgSQL, JSON_TABLE, XMLTABLE.
final class RowFunctions {
    private final Dice dice;
    private final Selects selects;
    private final Expressions expressions;

    RowFunctions(Dice dice, Selects selects, Expressions expressions) {
        this.dice = dice;
        this.selects = selects;
        this.expressions = expressions;
    }

    /// @param visible what arguments may name, as outer columns
    From any(Scope visible, Scope outer) {
        String number = expressions.of(Kind.INT, visible, dice.between(0, 1));
        String numbers = expressions.of(Kind.INTS, visible, dice.between(0, 1));
        String text = expressions.of(Kind.TEXT, visible, dice.between(0, 1));
        String json = expressions.of(Kind.JSONB, visible, dice.between(0, 1));
        return switch (dice.below(16)) {
            case 0, 1 -> call("generate_series(1, least(" + number + ", 3))", "n:int", outer);
            case 2 -> call("up_to(" + number + ")", "n:int", outer);
            case 3 -> call("ax_rows(" + number + ")", "seq:int v:int", outer);
            case 4, 5 -> call("unnest(" + numbers + ") WITH ORDINALITY", "n:int o:bigint", outer);
            case 6 -> call("unnest(" + numbers + ", string_to_array(" + text + ", 'e'))", "n:int t:text", outer);
            case 7 -> call("b_of(" + number + ")", "id:bigint a_id:int t:text n:numeric d:date", outer);
            case 8 -> call("pairs_of(" + number + ") WITH ORDINALITY", "x:int y:text o:bigint", outer);
            case 9 ->
                call(
                        "ROWS FROM (ax_rows(" + number + "), generate_series(2, 4), unnest(" + numbers
                                + ")) WITH ORDINALITY",
                        "seq:int v:int g:int n:int o:bigint",
                        outer);
            case 10 ->
                call("ROWS FROM (up_to(" + number + "), string_to_table(" + text + ", 'e'))", "n:int t:text", outer);
            case 11 ->
                call(
                        "JSON_TABLE(" + json + ", '$' COLUMNS (k int PATH '$.k', o FOR ORDINALITY,"
                                + " NESTED PATH '$.l[*]' COLUMNS (l int PATH '$')))",
                        "k:int o:int l:int",
                        outer);
            case 12 ->
                call(
                        "XMLTABLE('/r/v' PASSING xmlelement(name r, xmlelement(name v, xmlattributes(" + number
                                + " AS i), 'x'), xmlelement(name v)) COLUMNS i int PATH '@i', t text PATH '.',"
                                + " o FOR ORDINALITY)",
                        "i:int t:text o:int",
                        outer);
            case 13 ->
                call("jsonb_to_record(CASE jsonb_typeof(" + json + ") WHEN 'object' THEN " + json + " END)", outer);
            case 14 -> call("regexp_split_to_table(" + text + ", '[ey]') WITH ORDINALITY", "t:text o:bigint", outer);
            default -> call("jsonb_path_query(" + json + ", 'lax $.l[*]')", "j:jsonb", outer);
        };
    }

    /// A record that says its own columns.
    private From call(String record, Scope outer) {
        String alias = selects.name("f");
        return Sources.aliased(
                record + " AS " + alias + "(k int, l jsonb)", alias, Relation.of(alias, false, "k:int l:jsonb"), outer);
    }

    private From call(String call, String columns, Scope outer) {
        return aliased(call, selects.name("f"), columns, outer);
    }

    static From aliased(String call, String alias, String columns, Scope outer) {
        Relation relation = Relation.of(alias, false, columns);
        String names = relation.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        return Sources.aliased(call + " AS " + alias + "(" + names + ")", alias, relation, outer);
    }
}
