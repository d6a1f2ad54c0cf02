package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.query.ExprWalk;
import org.pgherd.analyzer.query.Param;
import org.pgherd.analyzer.query.Query;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// Types of `$1`, `$2`... Either all are known, or they are found by how the statement uses them
/// (parse_param.c: fixed_paramref_hook and variable_paramref_hook). The variable kind changes during analysis
/// and belongs to one analysis only.
public final class ParameterTypes {
    private static final int MAX_NUMBER = Integer.MAX_VALUE / 4;

    private final List<SqlType> types;
    private final boolean variable;

    private ParameterTypes(List<SqlType> types, boolean variable) {
        this.types = new ArrayList<>(types);
        this.variable = variable;
    }

    /// No parameters at all, as in the simple protocol.
    public static ParameterTypes none() {
        return new ParameterTypes(List.of(), false);
    }

    public static ParameterTypes fixed(List<SqlType> types) {
        return new ParameterTypes(types, false);
    }

    /// To be found; where `given` has a type other than 0 (or unknown) that one holds.
    public static ParameterTypes variable(List<SqlType> given) {
        return new ParameterTypes(given, true);
    }

    /// The types, after analysis; 0 where the statement does not use a number.
    public List<SqlType> types() {
        return List.copyOf(types);
    }

    Param reference(int number, Position at, ParseState p) {
        if (variable) {
            if (number <= 0 || number > MAX_NUMBER) {
                throw noParameter(number, at);
            }
            while (types.size() < number) {
                types.add(SqlType.of(TypeOids.INVALID));
            }
            SqlType type = types.get(number - 1);
            if (type.oid() == TypeOids.INVALID) {
                type = SqlType.UNKNOWN;
                types.set(number - 1, type);
            }
            return new Param(Param.Kind.EXTERN, number, collated(type, p), at);
        }
        if (number <= 0 || number > types.size() || types.get(number - 1).oid() == TypeOids.INVALID) {
            throw noParameter(number, at);
        }
        return new Param(Param.Kind.EXTERN, number, collated(types.get(number - 1), p), at);
    }

    /// Settles the type of a parameter that is still unknown; null if it is not for this hook to do.
    @Nullable
    Param coerce(Param param, SqlType target, Position at, ParseState p) {
        if (!variable || param.kind() != Param.Kind.EXTERN || param.type().oid() != TypeOids.UNKNOWN) {
            return null;
        }
        SqlType known = types.get(param.number() - 1);
        if (known.oid() == TypeOids.UNKNOWN) {
            types.set(param.number() - 1, SqlType.of(target.oid()));
        } else if (known.oid() != target.oid()) {
            throw new SqlException(
                            SqlState.AMBIGUOUS_PARAMETER,
                            "inconsistent types deduced for parameter $" + param.number(),
                            param.at())
                    .withDetail(p.catalog().formatType(known.oid()) + " versus "
                            + p.catalog().formatType(target.oid()));
        }
        Position place =
                param.at().isKnown() && at.isKnown() && at.start() < param.at().start() ? at : param.at();
        return new Param(Param.Kind.EXTERN, param.number(), collated(SqlType.of(target.oid()), p), place);
    }

    /// After analysis: every parameter must have got a type, and the same one wherever it stands.
    void check(Query query) {
        if (!variable) {
            return;
        }
        ExprWalk.anyDeep(query, 0, (expr, _) -> {
            if (expr instanceof Param param && param.kind() == Param.Kind.EXTERN) {
                SqlType known = types.get(param.number() - 1);
                if (param.type().oid() != known.oid() || known.oid() == TypeOids.UNKNOWN) {
                    throw new SqlException(
                            SqlState.AMBIGUOUS_PARAMETER,
                            "could not determine data type of parameter $" + param.number(),
                            param.at());
                }
            }
            return false;
        });
        checkKnown();
    }

    /// Every parameter up to the last one used must have got a type (exec_parse_message).
    void checkKnown() {
        for (int i = 0; variable && i < types.size(); i++) {
            if (types.get(i).oid() == TypeOids.UNKNOWN || types.get(i).oid() == TypeOids.INVALID) {
                throw new SqlException(
                        SqlState.INDETERMINATE_DATATYPE, "could not determine data type of parameter $" + (i + 1));
            }
        }
    }

    private static SqlType collated(SqlType type, ParseState p) {
        return type.withCollation(p.catalog().typeCollation(type.oid()));
    }

    private static SqlException noParameter(int number, Position at) {
        return new SqlException(SqlState.UNDEFINED_PARAMETER, "there is no parameter $" + number, at);
    }
}
