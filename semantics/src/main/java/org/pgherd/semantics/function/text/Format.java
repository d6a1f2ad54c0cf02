package org.pgherd.semantics.function.text;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.catalog.Identifiers;
import org.pgherd.semantics.codec.Codecs;
import org.pgherd.semantics.function.CallSite;
import org.pgherd.semantics.function.FunctionContext;
import org.pgherd.semantics.function.PgFunction;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.Text;

/// format(): `%[position][-][width]type` with s, I, L and %% (varlena.c:text_format).
public final class Format {
    private Format() {}

    @PgFunction(oid = 3540)
    public static @Nullable Text text_format_nv(@Nullable Text format) {
        return format == null ? null : new Format.Run(format, new Object[0], new int[0], null).run();
    }

    @PgFunction(oid = 3539)
    public static @Nullable Text text_format(
            FunctionContext context, CallSite site, @Nullable Text format, @Nullable Object[] rest) {
        if (format == null) {
            return null;
        }
        @Nullable Object[] values = rest;
        int[] types = new int[rest.length];
        if (site.variadic()) {
            PgArray array = (PgArray) rest[0];
            values = array == null ? new Object[0] : array.elements();
            types = new int[values.length];
            Arrays.fill(types, array == null ? TypeOids.TEXT : array.elementOid());
        } else {
            for (int i = 0; i < types.length; i++) {
                types[i] = site.argumentOid(i + 1);
            }
        }
        return new Format.Run(format, values, types, context).run();
    }

    private static final class Run {
        private final String format;
        private final @Nullable Object[] values;
        private final int[] types;
        private final @Nullable FunctionContext context;
        private final StringBuilder out = new StringBuilder();
        private int at;
        private int argument;

        Run(Text format, @Nullable Object[] values, int[] types, @Nullable FunctionContext context) {
            this.format = format.toString();
            this.values = values;
            this.types = types;
            this.context = context;
        }

        Text run() {
            while (at < format.length()) {
                char c = format.charAt(at++);
                if (c != '%') {
                    out.append(c);
                } else {
                    requireMore();
                    if (format.charAt(at) == '%') {
                        at++;
                        out.append('%');
                    } else {
                        specifier();
                    }
                }
            }
            return Text.of(out.toString());
        }

        private void requireMore() {
            if (at >= format.length()) {
                throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "unterminated format() type specifier")
                        .withHint("For a single \"%\" use \"%%\".");
            }
        }

        private void specifier() {
            int position = -1;
            int widthPosition = -1;
            boolean left = false;
            int width = 0;
            int number = digits();
            boolean hasNumber = number >= 0;
            if (hasNumber && format.charAt(at) == '$') {
                at++;
                if (number == 0) {
                    throw notZero();
                }
                position = number;
                requireMore();
                hasNumber = false;
            }
            if (hasNumber) {
                width = number;
            } else {
                while (format.charAt(at) == '-') {
                    left = true;
                    at++;
                    requireMore();
                }
                if (format.charAt(at) == '*') {
                    at++;
                    requireMore();
                    int n = digits();
                    if (n >= 0) {
                        if (format.charAt(at) != '$') {
                            throw new SqlException(
                                    SqlState.INVALID_PARAMETER_VALUE, "width argument position must be ended by \"$\"");
                        }
                        at++;
                        if (n == 0) {
                            throw notZero();
                        }
                        widthPosition = n;
                        requireMore();
                    } else {
                        widthPosition = 0;
                    }
                } else {
                    int n = digits();
                    if (n >= 0) {
                        width = n;
                    }
                }
            }
            int typeAt = at;
            int type = format.codePointAt(at);
            at += Character.charCount(type);
            if (type != 's' && type != 'I' && type != 'L') {
                throw new SqlException(
                                SqlState.INVALID_PARAMETER_VALUE,
                                "unrecognized format() type specifier \""
                                        + Character.toString(format.codePointAt(typeAt)) + "\"")
                        .withHint("For a single \"%\" use \"%%\".");
            }
            if (widthPosition >= 0) {
                width = width(next(widthPosition > 0 ? widthPosition : -1));
                if (width < 0) {
                    left = true;
                    width = -width;
                }
            }
            append(type, next(position), width, left);
        }

        private static SqlException notZero() {
            return new SqlException(
                    SqlState.INVALID_PARAMETER_VALUE, "format specifies argument 0, but arguments are numbered from 1");
        }

        /// A number and to the character behind it, or -1.
        private int digits() {
            int start = at;
            long n = 0;
            while (format.charAt(at) >= '0' && format.charAt(at) <= '9') {
                n = n * 10 + format.charAt(at) - '0';
                if (n > Integer.MAX_VALUE) {
                    throw new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "number is out of range");
                }
                at++;
                requireMore();
            }
            return at == start ? -1 : (int) n;
        }

        /// Index of the argument: the one at a position, or the one after the last.
        private int next(int position) {
            argument = position > 0 ? position : argument + 1;
            if (argument > values.length) {
                throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "too few arguments for format()");
            }
            return argument - 1;
        }

        private int width(int index) {
            Object value = values[index];
            if (value == null) {
                return 0;
            }
            if (value instanceof Integer i && (types[index] == TypeOids.INT4 || types[index] == TypeOids.INT2)) {
                if (i == Integer.MIN_VALUE) {
                    throw new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "number is out of range");
                }
                return i;
            }
            Object parsed = Codecs.input(TypeOids.INT4, -1, text(index), Objects.requireNonNull(context));
            if ((Integer) parsed == Integer.MIN_VALUE) {
                throw new SqlException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "number is out of range");
            }
            return (Integer) parsed;
        }

        private String text(int index) {
            return Codecs.output(types[index], Objects.requireNonNull(values[index]), Objects.requireNonNull(context));
        }

        private void append(int type, int index, int width, boolean left) {
            String s;
            if (values[index] == null) {
                if (type == 'I') {
                    throw new SqlException(
                            SqlState.NULL_VALUE_NOT_ALLOWED, "null values cannot be formatted as an SQL identifier");
                }
                s = type == 'L' ? "NULL" : "";
            } else {
                String text = text(index);
                s = type == 's' ? text : type == 'I' ? Identifiers.quote(text) : Quoting.literal(text);
            }
            int blanks = Math.max(0, width - s.codePointCount(0, s.length()));
            out.append(left ? s : "").repeat(' ', blanks).append(left ? "" : s);
        }
    }
}
