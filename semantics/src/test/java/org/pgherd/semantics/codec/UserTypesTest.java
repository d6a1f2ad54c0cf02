package org.pgherd.semantics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.compare.Orderings;
import org.pgherd.semantics.function.FixedContext;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Opaque;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.PgRecord;

/// Enums, domains, composite types and arrays of them: expected texts and errors are those of PostgreSQL 18 for
/// `mood AS ENUM ('sad', 'ok', 'happy')`, `posint AS int`, `pair AS (a int, b text, m mood)`.
class UserTypesTest {
    private static final int MOOD = 20001;
    private static final int MOODS = 20002;
    private static final int POSINT = 20003;
    private static final int PAIR = 20004;
    private static final int PAIRS = 20005;
    private static final int ALIEN = 20006;

    private static final TypeLookup TYPES = new TypeLookup() {
        @Override
        public @Nullable TypeRow type(int oid) {
            return switch (oid) {
                case MOOD -> row(MOOD, "mood", 'e', 0, 0);
                case MOODS -> row(MOODS, "_mood", 'b', MOOD, 0);
                case POSINT -> row(POSINT, "posint", 'd', 0, TypeOids.INT4);
                case PAIR -> row(PAIR, "pair", 'c', 0, 0);
                case PAIRS -> row(PAIRS, "_pair", 'b', PAIR, 0);
                case ALIEN -> row(ALIEN, "alien", 'b', 0, 0);
                default -> BuiltinCatalog.instance().type(oid);
            };
        }

        @Override
        public @Nullable TypeRow type(@Nullable String schema, String name) {
            return switch (name) {
                case "mood" -> type(MOOD);
                case "pair" -> type(PAIR);
                default -> BuiltinCatalog.instance().type(schema, name);
            };
        }

        @Override
        public List<EnumLabel> enumLabels(int typeOid) {
            return List.of(new EnumLabel(1, 1, "sad"), new EnumLabel(2, 2, "ok"), new EnumLabel(3, 3, "happy"));
        }

        @Override
        public List<Field> fields(int typeOid) {
            return List.of(
                    new Field("a", SqlType.INT4), new Field("b", SqlType.TEXT), new Field("m", SqlType.of(MOOD)));
        }

        @Override
        public @Nullable String objectName(int regTypeOid, int oid) {
            return null;
        }

        @Override
        public int objectOid(int regTypeOid, String name) {
            return -1;
        }
    };

    private static TypeRow row(int oid, String name, char kind, int element, int base) {
        return new TypeRow(
                oid,
                name,
                "public",
                -1,
                false,
                kind,
                'U',
                false,
                true,
                ',',
                0,
                element == 0 ? 0 : 6179,
                element,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                'i',
                'x',
                false,
                base,
                -1,
                0,
                0);
    }

    /// Where posint is a domain of positive numbers.
    private final FixedContext context = new FixedContext() {
        @Override
        public void checkDomain(SqlType domain, @Nullable Object value) {
            if (domain.oid() == POSINT && value instanceof Integer number && number <= 0) {
                throw new SqlException(SqlState.CHECK_VIOLATION, "value for domain posint violates its check");
            }
        }
    };

    UserTypesTest() {
        context.types = TYPES;
    }

    private Object in(int type, String text) {
        return Codecs.input(type, -1, text, context);
    }

    private String out(int type, Object value) {
        return Codecs.output(type, value, context);
    }

    @Test
    void enumsOrderByTheirDefinition() {
        assertThat(out(MOOD, in(MOOD, "happy"))).isEqualTo("happy");
        assertThat(Orderings.compare(MOOD, 0, in(MOOD, "happy"), in(MOOD, "ok"), TYPES))
                .isPositive();
        assertThat(out(MOODS, in(MOODS, "{ok,sad}"))).isEqualTo("{ok,sad}");
        assertThat(((PgArray) in(MOODS, "{ok}")).elementOid()).isEqualTo(MOOD);
    }

    @Test
    void domainsReadAsTheirBase() {
        assertThat(in(POSINT, " 12 ")).isEqualTo(12);
        assertThatThrownBy(() -> in(POSINT, "0")).hasMessageContaining("violates");
        assertThat(Codecs.forType(POSINT, TYPES).decodeText("0", -1, context)).isEqualTo(0);
        assertThat(out(POSINT, 12)).isEqualTo("12");
        ByteSink sink = new ByteSink();
        Codecs.forType(POSINT, TYPES).encodeBinary(12, sink);
        assertThat(sink.toByteArray()).containsExactly(0, 0, 0, 12);
    }

    @Test
    void compositesNestInArrays() {
        PgRecord pair = (PgRecord) in(PAIR, "(5,\"a,b\",happy)");
        assertThat(pair.get(0)).isEqualTo(5);
        assertThat(out(PAIR, pair)).isEqualTo("(5,\"a,b\",happy)");
        assertThat(out(PAIR, in(PAIR, "(,\"\",)"))).isEqualTo("(,\"\",)");
        Object array = in(PAIRS, "{\"(1,\\\"a b\\\",sad)\"}");
        assertThat(out(PAIRS, array)).isEqualTo("{\"(1,\\\"a b\\\",sad)\"}");
        assertThat(Orderings.compare(PAIR, 0, in(PAIR, "(1,a,sad)"), in(PAIR, "(1,a,ok)"), TYPES))
                .isNegative();
        assertThat(Orderings.compare(PAIR, 0, in(PAIR, "(,a,sad)"), in(PAIR, "(1,a,ok)"), TYPES))
                .isPositive();
    }

    @Test
    void binaryFormsOfCompositesComeBack() {
        TypeCodec codec = Codecs.forType(PAIRS, TYPES);
        ByteSink sink = new ByteSink();
        Object array = in(PAIRS, "{\"(1,x,ok)\",NULL,\"(,,)\"}");
        codec.encodeBinary(array, sink);
        Object back = codec.decodeBinary(sink.bytes(), 0, sink.length());
        assertThat(back).isEqualTo(array);
        assertThat(out(PAIRS, back)).isEqualTo("{\"(1,x,ok)\",NULL,\"(,,)\"}");
    }

    @Test
    void typesWithoutAnImplementationPassThroughAsText() {
        TypeCodec codec = Codecs.forType(ALIEN, TYPES);
        assertThat(codec.hasBinary()).isFalse();
        assertThat(in(ALIEN, "?!")).isInstanceOf(Opaque.class);
        assertThat(out(ALIEN, in(ALIEN, "?!"))).isEqualTo("?!");
        assertThatThrownBy(() -> Orderings.of(ALIEN, 0, TYPES))
                .hasMessage("values of type public.alien cannot be compared outside of a server");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20001|angry|22P02|invalid input value for enum mood: \"angry\"|",
                "20004|(1,2)|22P02|malformed record literal: \"(1,2)\"|Too few columns.",
                "20004|(1,2,ok,4)|22P02|malformed record literal: \"(1,2,ok,4)\"|Too many columns.",
                "20004|(1,2,ok|22P02|malformed record literal: \"(1,2,ok\"|Unexpected end of input.",
                "20004|(1,2,3,4)|22P02|invalid input value for enum mood: \"3\"|",
                "20004|(x,2,ok)|22P02|invalid input syntax for type integer: \"x\"|",
                "20004|1|22P02|malformed record literal: \"1\"|Missing left parenthesis.",
                "20004|(1,2,ok) x|22P02|malformed record literal: \"(1,2,ok) x\"|Junk after right parenthesis."
            })
    void refusesWhatPostgresRefuses(int type, String text, String state, String message, @Nullable String detail) {
        assertThatThrownBy(() -> in(type, text)).isInstanceOfSatisfying(SqlException.class, e -> {
            assertThat(e.state().code()).isEqualTo(state);
            assertThat(e.message()).isEqualTo(message);
            assertThat(e.fields().detail()).isEqualTo(detail);
        });
    }
}
