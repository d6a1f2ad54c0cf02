package org.pgherd.grammar.build;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.Notice;
import org.pgherd.errors.SqlException;
import org.pgherd.grammar.antlr.PgSql;
import org.pgherd.grammar.lexer.LexicalSettings;
import org.pgherd.grammar.lexer.Retagger;
import org.pgherd.grammar.lexer.SqlLexer;
import org.pgherd.grammar.lexer.SqlToken;
import org.pgherd.grammar.lexer.TokenBuffer;

/// Parsers with their token buffers, kept for the next text, and the prediction cache that they share. The cache is
/// thrown away when it has grown too large, so a server that sees ever new statements does not grow with them.
public final class ParserPool {
    /// Deeper nesting is parsed by a thread with more stack than the caller may have.
    private static final int SHALLOW = 100;

    /// The stack of that thread; what is not used of it takes no memory.
    private static final long DEEP_STACK = 1L << 29;

    /// DFA states after which the prediction cache is replaced; about 10 MB.
    private static final int MAX_STATES = 20_000;

    /// How many things one token may be taken for before the error is where it stands.
    private static final int MAX_MEANINGS = 4;

    private static final int POOLED = 64;

    private static final ConcurrentLinkedQueue<ParserPool> IDLE = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger IDLE_COUNT = new AtomicInteger();
    private static final LongAdder SECOND_PASSES = new LongAdder();
    private static volatile Predictions shared = new Predictions();

    /// What ANTLR learns about the grammar's decisions while it parses.
    private static final class Predictions {
        final DFA[] decisions = new DFA[PgSql._ATN.getNumberOfDecisions()];
        final PredictionContextCache contexts = new PredictionContextCache();

        Predictions() {
            for (int i = 0; i < decisions.length; i++) {
                decisions[i] = new DFA(PgSql._ATN.getDecisionState(i), i);
            }
        }

        int states() {
            int states = 0;
            for (DFA decision : decisions) {
                states += decision.states.size();
            }
            return states;
        }
    }

    private final TokenBuffer buffer = new TokenBuffer();
    private final Retagger retagger = new Retagger();
    private final PgSql parser = new PgSql(buffer);
    private @Nullable Predictions predictions;
    private int uses;
    private int takenAt;
    private int taken;

    private ParserPool() {
        parser.removeErrorListeners();
        parser.setBuildParseTree(false);
        parser.setErrorHandler(new BailErrorStrategy());
    }

    /// Runs one start rule over `text[start, end)`.
    public static <T> T parse(String text, int start, int end, Function<PgSql, T> rule) {
        return parse(text, start, end, rule, LexicalSettings.STANDARD, _ -> {});
    }

    /// Runs one start rule, and tells of names that were too long and of strings with backslashes, even if it fails.
    public static <T> T parse(
            String text,
            int start,
            int end,
            Function<PgSql, T> rule,
            LexicalSettings settings,
            Consumer<? super Notice> notices) {
        ParserPool pooled = IDLE.poll();
        if (pooled == null) {
            pooled = new ParserPool();
        } else {
            IDLE_COUNT.decrementAndGet();
        }
        try {
            T result = pooled.run(text, start, end, rule, settings);
            pooled.buffer.tell(notices, end);
            return result;
        } catch (SqlException e) {
            pooled.buffer.tell(notices, e.at().isKnown() ? e.at().start() : end);
            throw e;
        } finally {
            pooled.buffer.release();
            if (IDLE_COUNT.get() < POOLED) {
                IDLE_COUNT.incrementAndGet();
                IDLE.add(pooled);
            }
        }
    }

    /// DFA states in the shared cache.
    public static int cachedStates() {
        return shared.states();
    }

    /// Parses begun again because a token's tag had to be taken back. None uses more than SLL prediction.
    public static long secondPasses() {
        return SECOND_PASSES.sum();
    }

    private <T> T run(String text, int start, int end, Function<PgSql, T> rule, LexicalSettings settings) {
        SqlLexer.lex(buffer, text, start, end, settings);
        int depth = retagger.retag(buffer);
        adopt();
        if (depth > SHALLOW) {
            return DeepStack.call(DEEP_STACK, () -> run(rule, true));
        }
        T result = run(rule, false);
        return result != null ? result : DeepStack.call(DEEP_STACK, () -> run(rule, true));
    }

    /// What the rule gives; null if the stack was too small and `last` is not set.
    private <T> @Nullable T run(Function<PgSql, T> rule, boolean last) {
        takenAt = -1;
        while (true) {
            try {
                parser.begin();
                parser.reset();
                return rule.apply(parser);
            } catch (ParseCancellationException e) {
                SqlException error = explain(e);
                if (error != null) {
                    throw error;
                }
                SECOND_PASSES.increment();
            } catch (StackOverflowError e) {
                // an update of the cache may have been cut short
                shared = new Predictions();
                predictions = null;
                adopt();
                if (last) {
                    throw Retagger.tooDeep();
                }
                return null;
            }
        }
    }

    private void adopt() {
        if ((++uses & 1023) == 0 && shared.states() > MAX_STATES) {
            shared = new Predictions();
        }
        Predictions current = shared;
        if (predictions != current) {
            ParserATNSimulator simulator =
                    new ParserATNSimulator(parser, PgSql._ATN, current.decisions, current.contexts);
            simulator.setPredictionMode(PredictionMode.SLL);
            parser.setInterpreter(simulator);
            predictions = current;
        }
    }

    /// The error of a failed parse, or null if it failed only because of a tag that has been taken back.
    private @Nullable SqlException explain(ParseCancellationException failure) {
        if (!(failure.getCause() instanceof RecognitionException cause)) {
            throw failure;
        }
        Token offending = cause.getOffendingToken();
        if (offending == null) {
            offending = parser.getCurrentToken();
        }
        SqlException lexical = buffer.failure();
        if (offending.getType() == PgSql.LEX_ERROR && lexical != null) {
            return lexical;
        }
        int tagged = Retagger.tagged(offending.getType());
        if (tagged != 0
                && cause.getOffendingState() >= 0
                && cause.getExpectedTokens().contains(tagged)) {
            SqlToken following = buffer.token(offending.getTokenIndex() + 1);
            return following.getType() == PgSql.LEX_ERROR && lexical != null ? lexical : parser.syntaxError(following);
        }
        // the same token is not taken for other things without end
        int at = offending.getTokenIndex();
        taken = at == takenAt ? taken + 1 : 1;
        takenAt = at;
        if (taken <= MAX_MEANINGS && Retagger.untag((SqlToken) offending)) {
            return null;
        }
        return parser.syntaxError(offending);
    }
}
