package org.pgherd.semantics.function.floating;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/// The C library's transcendental functions, which PostgreSQL calls: Java's own differ from them in the last digit.
/// Where the C library has none of that name, StrictMath's is taken.
public final class LibM {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle EXP = unary("exp");
    private static final MethodHandle LOG = unary("log");
    private static final MethodHandle LOG10 = unary("log10");
    private static final MethodHandle CBRT = unary("cbrt");
    private static final MethodHandle SIN = unary("sin");
    private static final MethodHandle COS = unary("cos");
    private static final MethodHandle TAN = unary("tan");
    private static final MethodHandle ASIN = unary("asin");
    private static final MethodHandle ACOS = unary("acos");
    private static final MethodHandle ATAN = unary("atan");
    private static final MethodHandle SINH = unary("sinh");
    private static final MethodHandle COSH = unary("cosh");
    private static final MethodHandle TANH = unary("tanh");
    private static final MethodHandle ASINH = unary("asinh");
    private static final MethodHandle ACOSH = unary("acosh");
    private static final MethodHandle ATANH = unary("atanh");
    private static final MethodHandle ERF = unary("erf");
    private static final MethodHandle ERFC = unary("erfc");
    private static final MethodHandle TGAMMA = unary("tgamma");
    private static final MethodHandle LGAMMA = unary("lgamma");
    private static final MethodHandle POW = find("pow", 2);
    private static final MethodHandle ATAN2 = find("atan2", 2);

    private LibM() {}

    private static MethodHandle unary(String name) {
        return find(name, 1);
    }

    private static MethodHandle find(String name, int arity) {
        Optional<MemorySegment> symbol = LINKER.defaultLookup().find(name);
        if (symbol.isPresent()) {
            FunctionDescriptor type = arity == 1
                    ? FunctionDescriptor.of(JAVA_DOUBLE, JAVA_DOUBLE)
                    : FunctionDescriptor.of(JAVA_DOUBLE, JAVA_DOUBLE, JAVA_DOUBLE);
            return LINKER.downcallHandle(symbol.get(), type, Linker.Option.critical(false));
        }
        MethodType type = arity == 1
                ? MethodType.methodType(double.class, double.class)
                : MethodType.methodType(double.class, double.class, double.class);
        try {
            return MethodHandles.lookup().findStatic(StrictMath.class, name, type);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new AssertionError("the C library has no " + name, e);
        }
    }

    private static AssertionError impossible(Throwable t) {
        return new AssertionError("a C function threw", t);
    }

    public static double exp(double x) {
        try {
            return (double) EXP.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    public static double log(double x) {
        try {
            return (double) LOG.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double log10(double x) {
        try {
            return (double) LOG10.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double cbrt(double x) {
        try {
            return (double) CBRT.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double sin(double x) {
        try {
            return (double) SIN.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double cos(double x) {
        try {
            return (double) COS.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double tan(double x) {
        try {
            return (double) TAN.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double asin(double x) {
        try {
            return (double) ASIN.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double acos(double x) {
        try {
            return (double) ACOS.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double atan(double x) {
        try {
            return (double) ATAN.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double sinh(double x) {
        try {
            return (double) SINH.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double cosh(double x) {
        try {
            return (double) COSH.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double tanh(double x) {
        try {
            return (double) TANH.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double asinh(double x) {
        try {
            return (double) ASINH.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double acosh(double x) {
        try {
            return (double) ACOSH.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double atanh(double x) {
        try {
            return (double) ATANH.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double erf(double x) {
        try {
            return (double) ERF.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double erfc(double x) {
        try {
            return (double) ERFC.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double tgamma(double x) {
        try {
            return (double) TGAMMA.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double lgamma(double x) {
        try {
            return (double) LGAMMA.invokeExact(x);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double pow(double x, double y) {
        try {
            return (double) POW.invokeExact(x, y);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }

    static double atan2(double x, double y) {
        try {
            return (double) ATAN2.invokeExact(x, y);
        } catch (Throwable t) {
            throw impossible(t);
        }
    }
}
