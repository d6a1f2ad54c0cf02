package org.pgherd.semantics.codec;

import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.Text;

/// xml: what a user writes is parsed by a server (xml.c:xml_in), what comes from one is xml already.
final class XmlCodec extends TextCodec {
    XmlCodec() {
        super(TypeOids.XML, Rule.NONE);
    }

    @Override
    public Object input(String text, int typmod, FunctionContext context) {
        return context.xml(Text.of(text));
    }
}
