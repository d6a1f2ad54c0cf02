package org.pgherd.semantics.codec;

import org.pgherd.semantics.type.Carrier;

/// A codec of objects.
abstract class RefCodec extends TypeCodec {
    RefCodec(int typeOid) {
        super(typeOid, Carrier.REF);
    }
}
