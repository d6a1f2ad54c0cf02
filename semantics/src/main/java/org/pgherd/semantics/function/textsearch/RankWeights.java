package org.pgherd.semantics.function.textsearch;

import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.semantics.function.floating.LibM;
import org.pgherd.semantics.value.PgArray;
import org.pgherd.semantics.value.TsVector;
import org.pgherd.semantics.value.TsVector.Lexeme;

/// What both ways to rank share: weights of words by their letters, and the length of a document (tsrank.c).
final class RankWeights {
    static final int LOG_LENGTH = 1;
    static final int LENGTH = 2;
    static final int EXTENT_DISTANCE = 4;
    static final int UNIQUE = 8;
    static final int LOG_UNIQUE = 16;
    static final int OVER_ITSELF = 32;

    private static final float[] DEFAULT = {0.1f, 0.2f, 0.4f, 1.0f};

    private RankWeights() {}

    static float[] standard() {
        return DEFAULT.clone();
    }

    /// Of D, C, B, A; less than zero takes the default.
    static float[] of(PgArray array) {
        if (array.ndims() != 1) {
            throw new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, "array of weight must be one-dimensional");
        }
        if (array.size() < DEFAULT.length) {
            throw new SqlException(SqlState.ARRAY_SUBSCRIPT_ERROR, "array of weight is too short");
        }
        if (array.hasNulls()) {
            throw new SqlException(SqlState.NULL_VALUE_NOT_ALLOWED, "array of weight must not contain nulls");
        }
        float[] weights = standard();
        for (int i = 0; i < weights.length; i++) {
            if (array.get(i) instanceof Float f && f >= 0) {
                weights[i] = f;
            }
            if (weights[i] > 1.0) {
                throw new SqlException(SqlState.INVALID_PARAMETER_VALUE, "weight out of range");
            }
        }
        return weights;
    }

    /// In places; a word without any counts once.
    static int length(TsVector document) {
        int length = 0;
        for (Lexeme lexeme : document.lexemes()) {
            length += Math.max(lexeme.positions().length, 1);
        }
        return length;
    }

    static double log2(int n) {
        return LibM.log(n) / LibM.log(2.0);
    }
}
