package org.pgherd.executor.expression;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.pgherd.semantics.type.Carrier;
import org.pgherd.semantics.vector.BooleanVector;
import org.pgherd.semantics.vector.DoubleVector;
import org.pgherd.semantics.vector.FloatVector;
import org.pgherd.semantics.vector.IntVector;
import org.pgherd.semantics.vector.LongVector;
import org.pgherd.semantics.vector.RefVector;

/// How a carrier looks in bytecode.
record CarrierForm(TypeKind kind, ClassDesc type, ClassDesc box, String unboxing, ClassDesc vector) {
    private static final CarrierForm BOOLEAN = of(
            TypeKind.BOOLEAN, ConstantDescs.CD_boolean, ConstantDescs.CD_Boolean, "booleanValue", BooleanVector.class);
    private static final CarrierForm INT =
            of(TypeKind.INT, ConstantDescs.CD_int, ConstantDescs.CD_Integer, "intValue", IntVector.class);
    private static final CarrierForm LONG =
            of(TypeKind.LONG, ConstantDescs.CD_long, ConstantDescs.CD_Long, "longValue", LongVector.class);
    private static final CarrierForm FLOAT =
            of(TypeKind.FLOAT, ConstantDescs.CD_float, ConstantDescs.CD_Float, "floatValue", FloatVector.class);
    private static final CarrierForm DOUBLE =
            of(TypeKind.DOUBLE, ConstantDescs.CD_double, ConstantDescs.CD_Double, "doubleValue", DoubleVector.class);
    private static final CarrierForm REF =
            of(TypeKind.REFERENCE, ConstantDescs.CD_Object, ConstantDescs.CD_Object, "", RefVector.class);

    private static CarrierForm of(TypeKind kind, ClassDesc type, ClassDesc box, String unboxing, Class<?> vector) {
        return new CarrierForm(
                kind, type, box, unboxing, vector.describeConstable().orElseThrow());
    }

    static CarrierForm of(Carrier carrier) {
        return switch (carrier) {
            case BOOLEAN -> BOOLEAN;
            case INT -> INT;
            case LONG -> LONG;
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
            case REF -> REF;
        };
    }

    /// The carrier of a primitive class; REF of any other.
    static Carrier carrier(Class<?> javaType) {
        for (Carrier carrier : Carrier.values()) {
            if (carrier.javaType() == javaType) {
                return carrier;
            }
        }
        return Carrier.REF;
    }

    /// From the value on the stack to its box.
    void box(CodeBuilder code) {
        if (this != REF) {
            code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, type));
        }
    }

    /// From the object on the stack, which is not null, to the value.
    void unbox(CodeBuilder code) {
        if (this != REF) {
            code.checkcast(box);
            code.invokevirtual(box, unboxing, MethodTypeDesc.of(type));
        }
    }

    /// Any value, where a NULL needs one.
    void zero(CodeBuilder code) {
        switch (kind) {
            case LONG -> code.lconst_0();
            case FLOAT -> code.fconst_0();
            case DOUBLE -> code.dconst_0();
            case REFERENCE -> code.aconst_null();
            default -> code.iconst_0();
        }
    }
}
