package org.pgherd.semantics.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.TsVector;
import org.pgherd.semantics.value.TsVector.Lexeme;

/// tsvector (tsvector.c).
final class TsVectorCodec extends RefCodec {
    TsVectorCodec() {
        super(TypeOids.TSVECTOR);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        LexemeReader reader = new LexemeReader(text, false);
        List<Lexeme> found = new ArrayList<>();
        int bytes = 0;
        for (int at = 0; reader.next(at); at = reader.at()) {
            Text word = Text.of(reader.word());
            if (word.length() >= TsVector.MAX_LEXEME) {
                throw new SqlException(
                        SqlState.PROGRAM_LIMIT_EXCEEDED,
                        "word is too long (" + word.length() + " bytes, max " + (TsVector.MAX_LEXEME - 1) + " bytes)");
            }
            if (bytes > TsVector.MAX_SIZE) {
                throw tooLong(bytes);
            }
            bytes += word.length();
            found.add(new Lexeme(word, reader.positions()));
        }
        TsVector vector = unique(found);
        int size = vector.dataSize();
        if (size > TsVector.MAX_SIZE) {
            throw tooLong(size);
        }
        return vector;
    }

    private static SqlException tooLong(int size) {
        return new SqlException(
                SqlState.PROGRAM_LIMIT_EXCEEDED,
                "string is too long for tsvector (" + size + " bytes, max " + TsVector.MAX_SIZE + " bytes)");
    }

    /// Sorts words, and joins the positions of equal ones.
    private static TsVector unique(List<Lexeme> lexemes) {
        List<Lexeme> sorted = new ArrayList<>(lexemes);
        sorted.sort(Comparator.comparing(Lexeme::word));
        List<Lexeme> unique = new ArrayList<>(sorted.size());
        for (int i = 0; i < sorted.size(); ) {
            Text word = sorted.get(i).word();
            char[] places = {};
            for (; i < sorted.size() && sorted.get(i).word().equals(word); i++) {
                char[] more = sorted.get(i).positions();
                int old = places.length;
                places = Arrays.copyOf(places, old + more.length);
                System.arraycopy(more, 0, places, old, more.length);
            }
            unique.add(new Lexeme(word, uniquePlaces(places)));
        }
        return new TsVector(unique.toArray(new Lexeme[0]));
    }

    /// Of equal places the highest weight counts; places end where either limit is met.
    private static char[] uniquePlaces(char[] places) {
        if (places.length <= 1) {
            return places;
        }
        char[] sorted = places.clone();
        PlaceSort.sort(sorted);
        char[] unique = new char[sorted.length];
        unique[0] = sorted[0];
        int last = 0;
        for (int i = 1; i < sorted.length; i++) {
            char place = sorted[i];
            if (TsVector.position(place) != TsVector.position(unique[last])) {
                unique[++last] = place;
                if (last >= TsVector.MAX_POSITIONS - 1 || TsVector.position(place) == TsVector.POSITION_LIMIT - 1) {
                    break;
                }
            } else if (TsVector.weight(place) > TsVector.weight(unique[last])) {
                unique[last] = place;
            }
        }
        return Arrays.copyOf(unique, last + 1);
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        StringBuilder out = new StringBuilder();
        for (Lexeme lexeme : ((TsVector) value).lexemes()) {
            if (!out.isEmpty()) {
                out.append(' ');
            }
            LexemeReader.quote(lexeme.word().toString(), out);
            char before = ':';
            for (char place : lexeme.positions()) {
                out.append(before).append(TsVector.position(place));
                if (TsVector.weight(place) > 0) {
                    out.append((char) ('D' - TsVector.weight(place)));
                }
                before = ',';
            }
        }
        return out.toString();
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        WireReader in = new WireReader(bytes, offset, length);
        int count = in.readInt();
        if (count < 0 || count > 0x3FFFFFFF / 4) {
            throw malformed("invalid size of tsvector");
        }
        List<Lexeme> lexemes = new ArrayList<>();
        int size = 0;
        boolean sorted = true;
        for (int i = 0; i < count; i++) {
            Text word = in.readString();
            int places = in.readShort();
            if (word.length() > TsVector.MAX_LEXEME) {
                throw malformed("invalid tsvector: lexeme too long");
            }
            if (size > TsVector.MAX_SIZE) {
                throw malformed("invalid tsvector: maximum total lexeme length exceeded");
            }
            if (places > TsVector.MAX_POSITIONS) {
                throw malformed("unexpected number of tsvector positions");
            }
            size += word.length();
            sorted &= i == 0 || lexemes.get(i - 1).word().compareTo(word) < 0;
            char[] positions = new char[places];
            for (int p = 0; p < places; p++) {
                positions[p] = (char) in.readShort();
                if (p > 0 && TsVector.position(positions[p]) <= TsVector.position(positions[p - 1])) {
                    throw malformed("position information is misordered");
                }
            }
            if (places > 0) {
                size = (size + 1 & ~1) + 2 + 2 * places;
            }
            lexemes.add(new Lexeme(word, positions));
        }
        in.end();
        if (!sorted) {
            lexemes.sort(Comparator.comparing(Lexeme::word));
        }
        return new TsVector(lexemes.toArray(new Lexeme[0]));
    }

    private static SqlException malformed(String message) {
        return new SqlException(SqlState.INTERNAL_ERROR, message);
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        TsVector vector = (TsVector) value;
        out.putInt(vector.lexemes().length);
        for (Lexeme lexeme : vector.lexemes()) {
            out.putText(lexeme.word());
            out.putByte(0);
            out.putShort(lexeme.positions().length);
            for (char place : lexeme.positions()) {
                out.putShort(place);
            }
        }
    }
}
