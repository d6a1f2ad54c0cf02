package org.pgherd.conformance.language;

import java.util.ArrayList;
import java.util.List;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;

/// Our verdicts beside the server's.
final class Verdicts {
    private Verdicts() {}

    /// Each with what the server says and what we say.
    static List<String> disagreements(List<String> texts, List<RawParser.Verdict> verdicts) {
        List<String> disagreements = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            RawParser.Verdict verdict = verdicts.get(i);
            String expected =
                    verdict.accepted() ? "accepted" : verdict.state() + " " + verdict.error() + " @" + verdict.cursor();
            String ours = ours(texts.get(i));
            if (!ours.equals(expected)) {
                disagreements.add(expected + " but " + ours + ": " + texts.get(i));
            }
        }
        return disagreements;
    }

    private static String ours(String sql) {
        try {
            SqlParser.parse(sql);
            return "accepted";
        } catch (SqlException e) {
            return e.state().code() + " " + e.message() + " @" + e.at().character(sql);
        }
    }
}
