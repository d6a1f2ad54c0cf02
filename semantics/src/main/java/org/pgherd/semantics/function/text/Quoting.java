package org.pgherd.semantics.function.text;

import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.value.Text;

/// Writing strings as SQL would read them (quote.c, ruleutils.c).
public final class Quoting {
    private static final Text NULL = Text.of("NULL");

    private Quoting() {}

    @PgFunction(oid = 1282)
    public static Text quote_ident(Text a) {
        return Text.of(Identifiers.quote(a.toString()));
    }

    @PgFunction(oid = 1283)
    public static Text quote_literal(Text a) {
        return Text.of(literal(a.toString()));
    }

    public static String literal(String s) {
        String quoted = "'" + s.replace("'", "''").replace("\\", "\\\\") + "'";
        return s.indexOf('\\') >= 0 ? "E" + quoted : quoted;
    }

    @PgFunction(oid = 1289)
    public static Text quote_nullable(@Nullable Text a) {
        return a == null ? NULL : quote_literal(a);
    }

    @PgFunction(oid = 1285)
    public static Text quoteLiteralOfAny(FunctionContext context, CallSite site, Object a) {
        return Text.of(literal(Codecs.output(site.argumentOid(0), a, context).toString()));
    }

    @PgFunction(oid = 1290)
    public static Text quoteNullableOfAny(FunctionContext context, CallSite site, @Nullable Object a) {
        return a == null ? NULL : quoteLiteralOfAny(context, site, a);
    }
}
