package org.pgherd.shardplanner.deparse;

import org.pgherd.analyzer.query.Const;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;
import org.pgherd.shardplanner.facts.PlanningFacts;

/// Constants as SQL, always of exactly their type.
final class Literals {
    private Literals() {}

    static String of(Const constant, PlanningFacts facts) {
        SqlType type = constant.type();
        Object value = constant.value();
        if (value == null) {
            return type.oid() == TypeOids.UNKNOWN ? "NULL" : "NULL::" + facts.typeName(type);
        }
        switch (type.oid()) {
            case TypeOids.BOOL -> {
                return (Boolean) value ? "true" : "false";
            }
            case TypeOids.INT4 -> {
                int number = (Integer) value;
                return number < 0 ? "(" + number + ")" : Integer.toString(number);
            }
            case TypeOids.UNKNOWN -> {
                return quote(facts.text(constant));
            }
            case TypeOids.REGCLASS -> {
                String name = facts.relationName((Integer) value);
                return quote(name == null ? facts.text(constant) : name) + "::regclass";
            }
            default -> {
                return quote(facts.text(constant)) + "::" + facts.typeName(type.withTypmod(-1));
            }
        }
    }

    /// A string literal; E'' when there are backslashes, so that standard_conforming_strings does not matter.
    static String quote(String text) {
        String doubled = text.replace("'", "''");
        return doubled.indexOf('\\') >= 0 ? "E'" + doubled.replace("\\", "\\\\") + "'" : "'" + doubled + "'";
    }
}
