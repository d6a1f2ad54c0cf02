package org.pgherd.engine.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.catalog.CatalogView;
import org.pgherd.engine.herd.PlanCache;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.SqlParser;
import org.pgherd.grammar.ast.RawStmt;
import org.pgherd.grammar.fingerprint.Fingerprint;
import org.pgherd.grammar.fingerprint.Literal;
import org.pgherd.grammar.fingerprint.LiteralKind;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.plan.PlanNode;
import org.pgherd.shardplanner.plan.Remote;
import org.pgherd.shardplanner.plan.Routing;

/// Finds plans without parsing: by text, or by text with parameters for its literals. A plan serves all values of
/// the literals only where it has the shape that the text's own plan has, and where PostgreSQL would not compute with
/// the
/// literals while planning ([LiteralFolding]).
final class GenericPlanner {
    /// Types whose input depends on no catalog and on nothing but the settings that the plan's key holds.
    private static final Set<Integer> LITERAL_TYPES = Set.of(
            TypeOids.BOOL,
            TypeOids.INT2,
            TypeOids.INT4,
            TypeOids.INT8,
            TypeOids.FLOAT4,
            TypeOids.FLOAT8,
            TypeOids.NUMERIC,
            TypeOids.TEXT,
            TypeOids.VARCHAR,
            TypeOids.BPCHAR,
            TypeOids.NAME,
            TypeOids.BYTEA,
            TypeOids.DATE,
            TypeOids.TIMESTAMP,
            TypeOids.TIMESTAMPTZ,
            TypeOids.TIME,
            TypeOids.UUID,
            TypeOids.JSON,
            TypeOids.JSONB);

    /// Names of this length may have been truncated, which a notice has to tell every time.
    private static final int LONG_NAME = 63;

    private final SessionState session;
    private final FunctionContext functions;

    GenericPlanner(SessionState session, FunctionContext functions) {
        this.session = session;
        this.functions = functions;
    }

    /// The plan of a text with parameters, as if a client had prepared it.
    interface Make {
        @Nullable
        PlannedQuery plan(RawStmt raw, String text, int[] parameterTypes, int ownParameters);
    }

    PlanCache.Key key(Fingerprint fingerprint, String text, int[] parameterTypes) {
        return new PlanCache.Key(
                fingerprint.hash(),
                text,
                parameterTypes.length == 0 ? "" : Arrays.toString(parameterTypes),
                session.snapshot().version(),
                session.herd().statistics().generation(),
                session.settings().planKey());
    }

    private PlanCache.Key templateKey(Fingerprint fingerprint, String text, int[] parameterTypes) {
        StringBuilder normalized = new StringBuilder(fingerprint.normalized(text)).append('\n');
        for (Literal literal : fingerprint.literals()) {
            normalized.append((char) ('a' + literal.kind().ordinal()));
        }
        return key(fingerprint, normalized.toString(), parameterTypes);
    }

    /// A statement whose plan is known; null if its text has to be parsed.
    @Nullable
    BoundStatement find(String sql, int[] parameterTypes) {
        if (sql.isEmpty() || !Character.isLetter(sql.charAt(0)) && sql.charAt(0) != '(') {
            return null;
        }
        String text = statementIn(sql);
        PlanCache plans = session.herd().plans();
        Fingerprint fingerprint = Fingerprint.of(text);
        KnownStatement known = plans.find(key(fingerprint, text, parameterTypes));
        if (known != null) {
            return !known.quiet()
                    ? null
                    : new BoundStatement(known, text, List.of(), parameterTypes.length, new Object[0]);
        }
        if (fingerprint.literals().isEmpty()) {
            return null;
        }
        PlanTemplate template = plans.template(templateKey(fingerprint, text, parameterTypes));
        GenericPlan plan = template == null ? null : template.plan();
        return plan == null ? null : plan.bind(text, fingerprint.literals(), functions);
    }

    /// Without the blanks and the semicolon behind it.
    private static String statementIn(String sql) {
        int end = sql.length();
        while (end > 0 && Character.isWhitespace(sql.charAt(end - 1))) {
            end--;
        }
        if (end > 0 && sql.charAt(end - 1) == ';') {
            end--;
            while (end > 0 && Character.isWhitespace(sql.charAt(end - 1))) {
                end--;
            }
        }
        return end == sql.length() ? sql : sql.substring(0, end);
    }

    /// A statement was planned for itself; if it is not the first of its kind, tries to plan for all of them.
    void learn(Fingerprint fingerprint, String text, int[] parameterTypes, PlannedQuery own, Make make) {
        if (!isCandidate(fingerprint, text)) {
            return;
        }
        PlanTemplate template = session.herd().plans().templateFor(templateKey(fingerprint, text, parameterTypes));
        if (!template.claim()) {
            return;
        }
        try {
            GenericPlan plan = generic(fingerprint, text, own, make);
            if (plan != null) {
                template.settle(plan);
            }
        } catch (SqlException e) {
            // with parameters the statement is another one; each keeps its own plan
        }
    }

    private static boolean isCandidate(Fingerprint fingerprint, String text) {
        return !fingerprint.literals().isEmpty()
                && fingerprint.literals().stream().noneMatch(literal -> literal.kind() == LiteralKind.BIT)
                && hasShortNames(text);
    }

    static boolean hasShortNames(String text) {
        int bytes = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            bytes = quoted || Character.isJavaIdentifierPart(c) ? bytes + (c < 0x80 ? 1 : 3) : 0;
            if (bytes > LONG_NAME) {
                return false;
            }
        }
        return true;
    }

    private @Nullable GenericPlan generic(Fingerprint fingerprint, String text, PlannedQuery own, Make make) {
        int ownParameters = own.parameterTypes().length;
        List<Literal> literals = fingerprint.literals();
        int count = literals.stream().mapToInt(Literal::parameter).max().orElse(0) - ownParameters;
        if (count <= 0 || literals.stream().anyMatch(literal -> literal.parameter() <= ownParameters)) {
            return null;
        }
        int[] types = Arrays.copyOf(own.parameterTypes(), ownParameters + count);
        for (Literal literal : literals) {
            types[literal.parameter() - 1] = typeOf(literal.kind());
        }
        String normalized = fingerprint.normalized(text);
        List<RawStmt> statements = SqlParser.parse(normalized);
        if (statements.size() != 1) {
            return null;
        }
        RawStmt raw = statements.getFirst();
        PlannedQuery plan = make.plan(raw, normalized, types, ownParameters);
        if (plan == null || !serves(plan, own, types, ownParameters)) {
            return null;
        }
        CatalogView view = session.view();
        List<TypeCodec> codecs = new ArrayList<>();
        IntStream.range(ownParameters, types.length)
                .forEach(i -> codecs.add(Codecs.forType(plan.parameterTypes()[i], view)));
        return new GenericPlan(new KnownStatement(raw, normalized, plan, true), ownParameters, codecs);
    }

    private static int typeOf(LiteralKind kind) {
        return switch (kind) {
            case INT4 -> TypeOids.INT4;
            case INT8 -> TypeOids.INT8;
            case NUMERIC -> TypeOids.NUMERIC;
            case STRING, BIT -> 0;
        };
    }

    private static boolean serves(PlannedQuery plan, PlannedQuery own, int[] types, int ownParameters) {
        int[] found = plan.parameterTypes();
        if (found.length != types.length || !plan.columns().equals(own.columns())) {
            return false;
        }
        for (int i = 0; i < found.length; i++) {
            if (types[i] != 0 && found[i] != types[i] || i >= ownParameters && !LITERAL_TYPES.contains(found[i])) {
                return false;
            }
        }
        return plan.returnsRows() == own.returnsRows()
                && plan.needsBlock() == own.needsBlock()
                && plan.settingsMayChange() == own.settingsMayChange()
                && plan.plan().rung() == own.plan().rung()
                && plan.plan().verbatim() == own.plan().verbatim()
                && plan.plan().initPlans().size() == own.plan().initPlans().size()
                && plan.plan().singleValues().size()
                        == own.plan().singleValues().size()
                && sameShape(plan.plan().root(), own.plan().root());
    }

    private static boolean sameShape(PlanNode a, PlanNode b) {
        if (a.getClass() != b.getClass() || a.children().size() != b.children().size()) {
            return false;
        }
        if (a instanceof Remote left
                && b instanceof Remote right
                && (!sameRouting(left.routing(), right.routing())
                        || left.why().rung() != right.why().rung())) {
            return false;
        }
        for (int i = 0; i < a.children().size(); i++) {
            if (!sameShape(a.children().get(i), b.children().get(i))) {
                return false;
            }
        }
        return true;
    }

    /// A key that is a literal was turned into its shard when the text was planned.
    private static boolean sameRouting(Routing general, Routing own) {
        return switch (general) {
            case Routing.Fixed fixed -> fixed.equals(own);
            case Routing.ByKeys keys ->
                own instanceof Routing.ByKeys other
                        ? keys.keys().size() == other.keys().size() && keys.colocationGroup() == other.colocationGroup()
                        : own instanceof Routing.Fixed fixed
                                && fixed.shards().size() <= keys.keys().size();
            case Routing.ByKey key ->
                own instanceof Routing.ByKey other
                        ? key.colocationGroup() == other.colocationGroup()
                        : own instanceof Routing.Fixed fixed && fixed.shards().size() == 1;
            case Routing.Owners owners ->
                own instanceof Routing.Owners other && owners.colocationGroup() == other.colocationGroup();
            case Routing.AllShards _, Routing.AnyOne _ -> general.getClass() == own.getClass();
        };
    }
}
