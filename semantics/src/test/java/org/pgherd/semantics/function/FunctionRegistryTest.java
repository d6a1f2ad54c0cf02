package org.pgherd.semantics.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pgherd.semantics.catalog.BuiltinCatalog;
import org.pgherd.semantics.catalog.ProcRow;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.type.TypeOids;

/// Every method of the library fits its row of pg_proc.
class FunctionRegistryTest {
    @Test
    void methodsTakeAndGiveTheCarriersOfTheirRows() {
        List<String> misfits = new ArrayList<>();
        for (ScalarFunction function : FunctionRegistry.instance().all()) {
            ProcRow row = Objects.requireNonNull(BuiltinCatalog.instance().proc(function.oid()));
            if (row.argCount() != function.parameterClasses().size()) {
                misfits.add(function.method() + " takes other than " + row.argCount() + " arguments of " + row.name());
                continue;
            }
            for (int i = 0; i < row.argCount(); i++) {
                if (!fits(function.parameterClasses().get(i), row.argTypes().get(i), !row.strict())) {
                    misfits.add(function.method() + ": argument " + (i + 1) + " of " + row.oid() + " has type "
                            + row.argTypes().get(i));
                }
            }
            if (row.returnsSet() != function.returnsSet()) {
                misfits.add(function.method() + ": set or not, unlike " + row.oid());
            } else if (!row.returnsSet()
                    && row.returnType() != TypeOids.VOID
                    && !fits(function.returnClass(), row.returnType(), true)
                    && !fits(function.returnClass(), row.returnType(), false)) {
                misfits.add(function.method() + ": result of " + row.oid() + " has type " + row.returnType());
            }
        }
        assertThat(misfits).isEmpty();
    }

    private static boolean fits(Class<?> parameter, int typeOid, boolean nullable) {
        if (parameter == Object.class || parameter == Object[].class) {
            return true;
        }
        Carrier carrier = Carrier.of(typeOid);
        if (carrier == Carrier.REF) {
            return !parameter.isPrimitive();
        }
        return parameter == (nullable ? box(carrier) : carrier.javaType());
    }

    private static Class<?> box(Carrier carrier) {
        return switch (carrier) {
            case BOOLEAN -> Boolean.class;
            case INT -> Integer.class;
            case LONG -> Long.class;
            case FLOAT -> Float.class;
            case DOUBLE -> Double.class;
            case REF -> Object.class;
        };
    }
}
