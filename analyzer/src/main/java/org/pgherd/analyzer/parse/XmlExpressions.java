package org.pgherd.analyzer.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgherd.analyzer.parse.CoercionPathway.Context;
import org.pgherd.analyzer.query.CoercionForm;
import org.pgherd.analyzer.query.Const;
import org.pgherd.analyzer.query.Expr;
import org.pgherd.analyzer.query.XmlExpr;
import org.pgherd.analyzer.query.XmlTableColumn;
import org.pgherd.analyzer.query.XmlTableExpr;
import org.pgherd.errors.Position;
import org.pgherd.errors.SqlException;
import org.pgherd.errors.SqlState;
import org.pgherd.grammar.ast.ColumnRef;
import org.pgherd.grammar.ast.RangeTableFunc;
import org.pgherd.grammar.ast.RangeTableFuncCol;
import org.pgherd.grammar.ast.ResTarget;
import org.pgherd.grammar.ast.XmlExprOp;
import org.pgherd.grammar.ast.XmlOptionType;
import org.pgherd.grammar.ast.XmlSerialize;
import org.pgherd.semantics.type.SqlType;
import org.pgherd.semantics.type.TypeOids;

/// SQL/XML (transformXmlExpr and transformXmlSerialize of parse_expr.c, transformRangeTableFunc of parse_clause.c).
final class XmlExpressions {
    private static final SqlType XML = SqlType.of(TypeOids.XML);

    private XmlExpressions() {}

    static Expr transform(ParseState p, org.pgherd.grammar.ast.XmlExpr raw) {
        List<String> names = new ArrayList<>();
        List<Expr> named = new ArrayList<>();
        boolean element = raw.op() == XmlExprOp.XMLELEMENT;
        for (ResTarget target : raw.namedArgs()) {
            org.pgherd.grammar.ast.Expr value = ExpressionAnalysis.nonNull(target.val());
            Expr expr = ExpressionAnalysis.recurse(p, value);
            String name = target.name();
            if (name == null) {
                if (!(value instanceof ColumnRef)) {
                    throw new SqlException(
                            SqlState.SYNTAX_ERROR,
                            "unnamed XML " + (element ? "attribute" : "element") + " value must be a column reference",
                            target.location());
                }
                name = ColumnNames.figure(value, expr);
            }
            if (element && names.contains(name)) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR,
                        "XML attribute name \"" + name + "\" appears more than once",
                        target.location());
            }
            names.add(name);
            named.add(literalAsText(p, expr));
        }
        List<Expr> args = new ArrayList<>();
        for (int i = 0; i < raw.args().size(); i++) {
            args.add(argument(
                    p, raw.op(), i, ExpressionAnalysis.recurse(p, raw.args().get(i))));
        }
        return new XmlExpr(
                XmlExpr.Op.valueOf(raw.op().name()),
                raw.name(),
                names,
                named,
                args,
                raw.xmloption() == XmlOptionType.DOCUMENT,
                false,
                raw.op() == XmlExprOp.DOCUMENT ? SqlType.BOOL : XML,
                raw.location());
    }

    private static Expr argument(ParseState p, XmlExprOp op, int index, Expr arg) {
        return switch (op) {
            case XMLCONCAT, XMLFOREST -> Coercion.toSpecific(p, arg, TypeOids.XML, op.name());
            case XMLELEMENT -> literalAsText(p, arg);
            case XMLPARSE -> index == 0 ? text(p, arg, op.name()) : Coercion.toBoolean(p, arg, op.name());
            case XMLPI -> text(p, arg, op.name());
            case XMLROOT ->
                Coercion.toSpecific(
                        p,
                        arg,
                        switch (index) {
                            case 0 -> TypeOids.XML;
                            case 1 -> TypeOids.TEXT;
                            default -> TypeOids.INT4;
                        },
                        op.name());
            case DOCUMENT -> Coercion.toSpecific(p, arg, TypeOids.XML, "IS DOCUMENT");
        };
    }

    /// PostgreSQL leaves a literal unknown, whose output is the same text.
    static Expr literalAsText(ParseState p, Expr arg) {
        return arg instanceof Const && arg.type().oid() == TypeOids.UNKNOWN
                ? Coercion.toSpecific(p, arg, TypeOids.TEXT, "XMLELEMENT")
                : arg;
    }

    private static Expr text(ParseState p, Expr expr, String construct) {
        return Coercion.toSpecific(p, expr, TypeOids.TEXT, construct);
    }

    static Expr serialize(ParseState p, XmlSerialize raw) {
        Expr arg = Coercion.toSpecific(p, ExpressionAnalysis.recurse(p, raw.expr()), TypeOids.XML, "XMLSERIALIZE");
        SqlType target = TypeReferences.resolve(p.catalog(), raw.typeName());
        XmlExpr expr = new XmlExpr(
                XmlExpr.Op.XMLSERIALIZE,
                null,
                List.of(),
                List.of(),
                List.of(arg),
                raw.xmloption() == XmlOptionType.DOCUMENT,
                raw.indent(),
                p.catalog().typed(TypeOids.TEXT),
                raw.location());
        Expr cast = Coercion.toTarget(p, expr, target, Context.IMPLICIT, CoercionForm.IMPLICIT_CAST, Position.NONE);
        if (cast == null) {
            throw new SqlException(
                    SqlState.CANNOT_COERCE,
                    "cannot cast XMLSERIALIZE result to " + p.catalog().formatType(target.oid()),
                    raw.location());
        }
        return cast;
    }

    /// XMLTABLE.
    static XmlTableExpr table(ParseState p, RangeTableFunc raw) {
        Expr row = specific(p, raw.rowexpr(), TypeOids.TEXT);
        Expr document = specific(p, raw.docexpr(), TypeOids.XML);
        List<XmlTableColumn> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean ordinality = false;
        for (RangeTableFuncCol column : raw.columns()) {
            SqlType type = SqlType.INT4;
            if (column.forOrdinality()) {
                if (ordinality) {
                    throw new SqlException(
                            SqlState.SYNTAX_ERROR, "only one FOR ORDINALITY column is allowed", column.location());
                }
                ordinality = true;
            } else {
                var typeName = ExpressionAnalysis.nonNull(column.typeName());
                if (typeName.setof()) {
                    throw new SqlException(
                            SqlState.INVALID_TABLE_DEFINITION,
                            "column \"" + column.colname() + "\" cannot be declared SETOF",
                            column.location());
                }
                type = TypeReferences.resolve(p.catalog(), typeName);
            }
            Expr path = column.colexpr() == null ? null : specific(p, column.colexpr(), TypeOids.TEXT);
            Expr value = column.coldefexpr() == null ? null : defaultValue(p, column.coldefexpr(), type);
            if (!seen.add(column.colname())) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR,
                        "column name \"" + column.colname() + "\" is not unique",
                        column.location());
            }
            columns.add(new XmlTableColumn(
                    column.colname(), type, column.forOrdinality(), column.isNotNull(), path, value));
        }
        List<@Nullable String> names = new ArrayList<>();
        List<Expr> uris = new ArrayList<>();
        for (ResTarget namespace : raw.namespaces()) {
            uris.add(specific(p, ExpressionAnalysis.nonNull(namespace.val()), TypeOids.TEXT));
            if (names.contains(namespace.name())) {
                throw new SqlException(
                        SqlState.SYNTAX_ERROR,
                        namespace.name() == null
                                ? "only one default namespace is allowed"
                                : "namespace name \"" + namespace.name() + "\" is not unique",
                        namespace.location());
            }
            names.add(namespace.name());
        }
        return new XmlTableExpr(names, uris, row, document, columns, raw.location());
    }

    private static Expr specific(ParseState p, org.pgherd.grammar.ast.Expr raw, int type) {
        Expr expr = ExpressionAnalysis.transform(p, raw, ExprKind.FROM_FUNCTION);
        return CollationAssignment.expression(p, Coercion.toSpecific(p, expr, type, "XMLTABLE"));
    }

    /// coerce_to_specific_type_typmod.
    private static Expr defaultValue(ParseState p, org.pgherd.grammar.ast.Expr raw, SqlType type) {
        Expr expr = ExpressionAnalysis.transform(p, raw, ExprKind.FROM_FUNCTION);
        Expr cast = expr.type().oid() == type.oid()
                ? expr
                : Coercion.toTarget(p, expr, type, Context.ASSIGNMENT, CoercionForm.IMPLICIT_CAST, Position.NONE);
        if (cast == null) {
            throw new SqlException(
                    SqlState.DATATYPE_MISMATCH,
                    "argument of XMLTABLE must be type " + p.catalog().formatType(type.oid()) + ", not type "
                            + p.catalog().formatType(expr.type().oid()),
                    ExprLocation.of(expr));
        }
        return CollationAssignment.expression(p, cast);
    }
}
