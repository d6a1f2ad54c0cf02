package org.pgherd.semantics.codec;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;
import org.pgherd.semantics.value.TsQuery;
import org.pgherd.semantics.value.TsQuery.Join;
import org.pgherd.semantics.value.TsQuery.Node;
import org.pgherd.semantics.value.TsQuery.Not;
import org.pgherd.semantics.value.TsQuery.Operator;
import org.pgherd.semantics.value.TsQuery.Word;
import org.pgherd.semantics.value.TsVector;

/// tsquery (tsquery.c).
final class TsQueryCodec extends RefCodec {
    private static final int WORD = 1;
    private static final int OPERATOR = 2;

    TsQueryCodec() {
        super(TypeOids.TSQUERY);
    }

    @Override
    public Object decodeText(String text, int typmod, FunctionContext context) {
        return new TsQueryReader(text).read(context);
    }

    @Override
    public String encodeText(Object value, FunctionContext context) {
        Node root = ((TsQuery) value).root();
        StringBuilder out = new StringBuilder();
        if (root != null) {
            write(root, -1, false, out);
        }
        return out.toString();
    }

    private static void write(Node node, int outer, boolean rightOfPhrase, StringBuilder out) {
        switch (node) {
            case Word w -> write(w, out);
            case Not n -> {
                boolean parentheses = Operator.NOT.priority() < outer;
                out.append(parentheses ? "( !" : "!");
                write(n.operand(), Operator.NOT.priority(), false, out);
                out.append(parentheses ? " )" : "");
            }
            case Join j -> {
                int priority = j.operator().priority();
                boolean phrase = j.operator() == Operator.PHRASE;
                boolean parentheses = priority < outer || phrase && rightOfPhrase;
                out.append(parentheses ? "( " : "");
                write(j.left(), priority, false, out);
                switch (j.operator()) {
                    case OR -> out.append(" | ");
                    case AND -> out.append(" & ");
                    case PHRASE -> out.append(j.distance() == 1 ? " <-> " : " <" + j.distance() + "> ");
                    case NOT -> throw new AssertionError(j);
                }
                write(j.right(), priority, phrase, out);
                out.append(parentheses ? " )" : "");
            }
        }
    }

    private static void write(Word word, StringBuilder out) {
        LexemeReader.quote(word.text().toString(), out);
        if (word.weights() == 0 && !word.prefix()) {
            return;
        }
        out.append(word.prefix() ? ":*" : ":");
        for (int bit = 3; bit >= 0; bit--) {
            if ((word.weights() & 1 << bit) != 0) {
                out.append((char) ('D' - bit));
            }
        }
    }

    @Override
    public Object decodeBinary(byte[] bytes, int offset, int length) {
        WireReader in = new WireReader(bytes, offset, length);
        int count = in.readInt();
        if (count < 0 || count > 0x3FFFFFFF / 12) {
            throw malformed("invalid size of tsquery");
        }
        Form form = new Form(in, count);
        TsQuery query = count == 0 ? TsQuery.EMPTY : new TsQuery(form.read());
        if (form.seen != count) {
            throw malformed("malformed tsquery: extra nodes");
        }
        in.end();
        return query;
    }

    /// The wire's form: an operator before its right side, that before the left one.
    private static final class Form {
        private final WireReader in;
        private final int count;
        private int seen;
        private int bytes;

        Form(WireReader in, int count) {
            this.in = in;
            this.count = count;
        }

        Node read() {
            if (seen >= count) {
                throw malformed("malformed tsquery: operand not found");
            }
            seen++;
            int type = in.readByte();
            if (type == WORD) {
                return word();
            }
            if (type != OPERATOR) {
                throw malformed("unrecognized tsquery node type: " + type);
            }
            int code = in.readByte();
            if (code < 1 || code > Operator.values().length) {
                throw malformed("invalid tsquery: unrecognized operator type " + code);
            }
            if (seen == count) {
                throw malformed("invalid pointer to right operand");
            }
            Operator operator = Operator.values()[code - 1];
            int distance = operator == Operator.PHRASE ? (short) in.readShort() : 0;
            Node right = read();
            return operator == Operator.NOT ? new Not(right) : new Join(operator, distance, read(), right);
        }

        private Node word() {
            int weights = in.readByte() & 0xFF;
            boolean prefix = in.readByte() != 0;
            Text text = in.readString();
            if (weights > 15) {
                throw malformed("invalid tsquery: invalid weight bitmap");
            }
            if (text.length() > TsVector.MAX_LEXEME) {
                throw malformed("invalid tsquery: operand too long");
            }
            if (bytes > TsVector.MAX_SIZE) {
                throw malformed("invalid tsquery: total operand length exceeded");
            }
            bytes += text.length() + 1;
            return new Word(text, weights, prefix);
        }
    }

    private static SqlException malformed(String message) {
        return new SqlException(SqlState.INTERNAL_ERROR, message);
    }

    @Override
    public void encodeBinary(Object value, ByteSink out) {
        TsQuery query = (TsQuery) value;
        out.putInt(query.size());
        if (query.root() != null) {
            put(query.root(), out);
        }
    }

    private static void put(Node node, ByteSink out) {
        switch (node) {
            case Word w -> {
                out.putByte(WORD);
                out.putByte(w.weights());
                out.putByte(w.prefix() ? 1 : 0);
                out.putText(w.text());
                out.putByte(0);
            }
            case Not n -> {
                out.putByte(OPERATOR);
                out.putByte(Operator.NOT.code());
                put(n.operand(), out);
            }
            case Join j -> {
                out.putByte(OPERATOR);
                out.putByte(j.operator().code());
                if (j.operator() == Operator.PHRASE) {
                    out.putShort(j.distance());
                }
                put(j.right(), out);
                put(j.left(), out);
            }
        }
    }
}
