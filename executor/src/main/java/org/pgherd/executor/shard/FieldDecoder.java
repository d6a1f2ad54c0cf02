package org.pgherd.executor.shard;

import java.nio.charset.StandardCharsets;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.codec.TypeCodec;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.vector.VectorBuilder;

/// Decodes one column's fields into a vector, binary if the type allows. The wire buffer is reused, so codecs
/// that keep the bytes they are given get a copy of them.
final class FieldDecoder {
    private final TypeCodec codec;
    private final ValueCodecs codecs;
    private final Kind kind;

    private enum Kind {
        /// A primitive or a small object: nothing of the buffer is kept.
        IN_PLACE,
        BINARY,
        TEXT,
        /// An oid that names an object: other shards have it under another oid, so it travels by its name.
        OBJECT_NAME
    }

    private FieldDecoder(TypeCodec codec, ValueCodecs codecs, Kind kind) {
        this.codec = codec;
        this.codecs = codecs;
        this.kind = kind;
    }

    static FieldDecoder of(int typeOid, ValueCodecs codecs) {
        TypeCodec codec = codecs.codec(typeOid);
        if (namesObject(typeOid) && codecs.types() != null) {
            return new FieldDecoder(codec, codecs, Kind.OBJECT_NAME);
        }
        Kind kind = !codec.hasBinary()
                ? Kind.TEXT
                : switch (codec.carrier()) {
                    case BOOLEAN, INT, LONG, FLOAT, DOUBLE -> Kind.IN_PLACE;
                    case REF -> keepsNothing(typeOid) ? Kind.IN_PLACE : Kind.BINARY;
                };
        return new FieldDecoder(codec, codecs, kind);
    }

    private static boolean keepsNothing(int typeOid) {
        return switch (typeOid) {
            case TypeOids.NUMERIC, TypeOids.INTERVAL, TypeOids.UUID, TypeOids.TIMETZ -> true;
            default -> false;
        };
    }

    private static boolean namesObject(int typeOid) {
        return switch (typeOid) {
            case TypeOids.REGCLASS, TypeOids.REGTYPE, TypeOids.REGPROC, TypeOids.REGPROCEDURE, TypeOids.REGNAMESPACE ->
                true;
            default -> false;
        };
    }

    boolean isBinary() {
        return kind == Kind.IN_PLACE || kind == Kind.BINARY;
    }

    TypeCodec codec() {
        return codec;
    }

    void decode(byte[] buffer, int from, int length, VectorBuilder out) {
        switch (kind) {
            case IN_PLACE -> codec.decodeBinary(buffer, from, length, out);
            case BINARY -> codec.decodeBinary(copy(buffer, from, length), 0, length, out);
            case OBJECT_NAME -> objectName(copy(buffer, from, length), out);
            case TEXT -> codec.decodeText(copy(buffer, from, length), 0, length, codecs.context(), out);
        }
    }

    /// An object that only that shard knows (of another session, or dropped meanwhile) is no object here.
    private void objectName(byte[] utf8, VectorBuilder out) {
        String name = new String(utf8, StandardCharsets.UTF_8);
        TypeLookup types = codecs.types();
        int oid = 0;
        if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            oid = Integer.parseUnsignedInt(name);
        } else if (types != null && !name.equals("-")) {
            oid = Math.max(types.objectOid(codec.typeOid(), name), 0);
        }
        out.appendBoxed(oid);
    }

    private static byte[] copy(byte[] buffer, int from, int length) {
        byte[] copy = new byte[length];
        System.arraycopy(buffer, from, copy, 0, length);
        return copy;
    }
}
