package org.pgherd.executor.shard;

import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.vector.VectorBuilder;

/// Decodes one column's fields into a vector, binary if the type allows. The wire buffer is reused, so codecs
/// that keep the bytes they are given get a copy of them.
final class FieldDecoder {
    private final TypeCodec codec;
    private final ValueCodecs codecs;
    private final Kind kind;

    private enum Kind {
        /// A primitive: nothing of the buffer is kept.
        PRIMITIVE,
        BINARY,
        TEXT
    }

    private FieldDecoder(TypeCodec codec, ValueCodecs codecs, Kind kind) {
        this.codec = codec;
        this.codecs = codecs;
        this.kind = kind;
    }

    static FieldDecoder of(int typeOid, ValueCodecs codecs) {
        TypeCodec codec = codecs.codec(typeOid);
        Kind kind = !codec.hasBinary()
                ? Kind.TEXT
                : switch (codec.carrier()) {
                    case BOOLEAN, INT, LONG, FLOAT, DOUBLE -> Kind.PRIMITIVE;
                    case REF -> Kind.BINARY;
                };
        return new FieldDecoder(codec, codecs, kind);
    }

    boolean isBinary() {
        return kind != Kind.TEXT;
    }

    TypeCodec codec() {
        return codec;
    }

    void decode(byte[] buffer, int from, int length, VectorBuilder out) {
        switch (kind) {
            case PRIMITIVE -> codec.decodeBinary(buffer, from, length, out);
            case BINARY -> codec.decodeBinary(copy(buffer, from, length), 0, length, out);
            case TEXT -> codec.decodeText(copy(buffer, from, length), 0, length, codecs.context(), out);
        }
    }

    private static byte[] copy(byte[] buffer, int from, int length) {
        byte[] copy = new byte[length];
        System.arraycopy(buffer, from, copy, 0, length);
        return copy;
    }
}
