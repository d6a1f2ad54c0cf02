package org.pgherd.semantics.codec;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.RangeRow;
import org.pgherd.semantics.catalog.TypeLookup;
import org.pgherd.semantics.catalog.TypeRow;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;

/// The codec of every type. A type that Java does not know passes through as text.
public final class Codecs {
    private static final Int2ObjectOpenHashMap<TypeCodec> BUILTIN = builtin();

    private Codecs() {}

    /// Never fails: an unknown oid gets the pass-through codec.
    public static TypeCodec forType(int oid, TypeLookup lookup) {
        TypeCodec codec = BUILTIN.get(oid);
        return codec != null ? codec : userDefined(oid, lookup);
    }

    /// What the input function of a type makes of text; boxed.
    public static Object input(int oid, int typmod, String text, FunctionContext context) {
        return forType(oid, context.types()).input(text, typmod, context);
    }

    /// What its output function makes of a boxed value.
    public static String output(int oid, Object value, FunctionContext context) {
        return forType(oid, context.types()).encodeText(value, context);
    }

    private static TypeCodec userDefined(int oid, TypeLookup lookup) {
        if (oid == TypeOids.RECORD) {
            return new RecordCodec(oid, lookup);
        }
        TypeRow type = lookup.type(oid);
        if (type == null) {
            return new OpaqueCodec(oid);
        }
        return switch (type.kind()) {
            case 'e' -> new EnumCodec(type, lookup);
            case 'c' -> new RecordCodec(oid, lookup);
            case 'r' -> {
                RangeRow row = lookup.range(oid);
                yield row == null || !RangeCodec.supports(row, lookup)
                        ? new OpaqueCodec(oid)
                        : new RangeCodec(row, lookup);
            }
            case 'm' -> {
                RangeRow row = lookup.range(oid);
                yield row == null || !RangeCodec.supports(row, lookup)
                        ? new OpaqueCodec(oid)
                        : new MultirangeCodec(row, lookup);
            }
            case 'd' -> new DomainCodec(type, forType(type.baseOid(), lookup));
            default -> {
                TypeRow element = type.isTrueArray() ? lookup.type(type.elementOid()) : null;
                yield element == null
                        ? new OpaqueCodec(oid)
                        : new ArrayCodec(oid, forType(element.oid(), lookup), element.delimiter());
            }
        };
    }

    private static Int2ObjectOpenHashMap<TypeCodec> builtin() {
        Int2ObjectOpenHashMap<TypeCodec> all = new Int2ObjectOpenHashMap<>();
        put(all, new BoolCodec());
        put(all, new Int2Codec());
        put(all, new Int4Codec());
        put(all, new Int8Codec());
        put(all, new OidCodec(TypeOids.OID, "oid"));
        put(all, new OidCodec(TypeOids.XID, "xid"));
        put(all, new OidCodec(TypeOids.CID, "cid"));
        put(all, new Float4Codec());
        put(all, new Float8Codec());
        put(all, new NumericCodec());
        put(all, new MoneyCodec());
        for (int oid : new int[] {
            TypeOids.TEXT, TypeOids.UNKNOWN, TypeOids.CSTRING, TypeOids.REFCURSOR, TypeOids.VOID, TypeOids.PG_NODE_TREE
        }) {
            put(all, new TextCodec(oid, TextCodec.Rule.NONE));
        }
        put(all, new TextCodec(TypeOids.VARCHAR, (text, typmod) -> CharacterLimits.varchar(text, typmod, false)));
        put(all, new TextCodec(TypeOids.BPCHAR, (text, typmod) -> CharacterLimits.bpchar(text, typmod, false)));
        put(all, new TextCodec(TypeOids.NAME, (text, typmod) -> CharacterLimits.name(text)));
        put(all, new XmlCodec());
        put(all, new CharCodec());
        put(all, new ByteaCodec());
        put(all, new UuidCodec());
        put(all, new DateCodec());
        put(all, new TimeCodec());
        put(all, new TimeTzCodec());
        put(all, new TimestampCodec());
        put(all, new TimestampTzCodec());
        put(all, new IntervalCodec());
        put(all, new JsonCodec());
        put(all, new JsonbCodec());
        put(all, new JsonPathCodec());
        put(all, new BitStringCodec(false));
        put(all, new BitStringCodec(true));
        put(all, new InetCodec(false));
        put(all, new InetCodec(true));
        put(all, new MacAddressCodec(6));
        put(all, new MacAddressCodec(8));
        put(all, new PointCodec());
        put(all, new LsegCodec());
        put(all, new BoxCodec());
        put(all, new LineCodec());
        put(all, new PathCodec());
        put(all, new PolygonCodec());
        put(all, new CircleCodec());
        put(all, new Xid8Codec());
        put(all, new PgLsnCodec());
        put(all, new TidCodec());
        put(all, new TsVectorCodec());
        put(all, new TsQueryCodec());
        put(all, new SnapshotCodec(TypeOids.PG_SNAPSHOT));
        put(all, new SnapshotCodec(TypeOids.TXID_SNAPSHOT));
        for (int oid : new int[] {
            TypeOids.REGPROC,
            TypeOids.REGPROCEDURE,
            TypeOids.REGOPER,
            TypeOids.REGOPERATOR,
            TypeOids.REGCLASS,
            TypeOids.REGTYPE,
            TypeOids.REGCONFIG,
            TypeOids.REGDICTIONARY,
            TypeOids.REGNAMESPACE,
            TypeOids.REGROLE,
            TypeOids.REGCOLLATION
        }) {
            put(all, new RegCodec(oid));
        }
        put(all, new VectorTypeCodec(TypeOids.INT2VECTOR, new Int2Codec()));
        put(all, new VectorTypeCodec(TypeOids.OIDVECTOR, new OidCodec(TypeOids.OID, "oid")));
        for (TypeRow type : BuiltinCatalog.instance().types()) {
            if (type.oid() < TypeOids.FIRST_GENERATED && type.isTrueArray() && !all.containsKey(type.oid())) {
                TypeCodec element = all.get(type.elementOid());
                if (element != null) {
                    TypeRow elementType = row(type.elementOid());
                    put(all, new ArrayCodec(type.oid(), element, elementType == null ? ',' : elementType.delimiter()));
                }
            }
        }
        return all;
    }

    private static @Nullable TypeRow row(int oid) {
        return BuiltinCatalog.instance().type(oid);
    }

    private static void put(Int2ObjectOpenHashMap<TypeCodec> all, TypeCodec codec) {
        all.put(codec.typeOid(), codec);
    }
}
