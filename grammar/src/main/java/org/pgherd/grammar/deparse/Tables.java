package org.pgherd.grammar.deparse;

import static org.pgherd.grammar.deparse.SqlWords.*;

import org.pgherd.grammar.ast.AlterSeqStmt;
import org.pgherd.grammar.ast.ColumnDef;
import org.pgherd.grammar.ast.Constraint;
import org.pgherd.grammar.ast.CreateForeignTableStmt;
import org.pgherd.grammar.ast.CreateSeqStmt;
import org.pgherd.grammar.ast.CreateStmt;
import org.pgherd.grammar.ast.CreateTableAsStmt;
import org.pgherd.grammar.ast.IntoClause;
import org.pgherd.grammar.ast.ObjectType;
import org.pgherd.grammar.ast.OnCommitAction;
import org.pgherd.grammar.ast.PartitionBoundSpec;
import org.pgherd.grammar.ast.PartitionElem;
import org.pgherd.grammar.ast.PartitionSpec;
import org.pgherd.grammar.ast.RefreshMatViewStmt;
import org.pgherd.grammar.ast.TableElement;
import org.pgherd.grammar.ast.TableLikeClause;
import org.pgherd.grammar.ast.TableLikeOption;
import org.pgherd.grammar.ast.TypeName;
import org.pgherd.grammar.ast.ViewStmt;

/// CREATE TABLE, VIEW and SEQUENCE.
final class Tables {
    private Tables() {}

    static String create(CreateStmt s) {
        return spaced(
                "CREATE",
                FromItems.persistence(s.relation()).strip(),
                "TABLE",
                shape(s),
                given("", s.partspec(), Tables::partitionSpec),
                given("USING", s.accessMethod(), SqlWords::name),
                Options.with(s.options()),
                onCommit(s.oncommit()),
                given("TABLESPACE", s.tablespacename(), SqlWords::name));
    }

    static String foreign(CreateForeignTableStmt s) {
        return spaced(
                "CREATE FOREIGN TABLE", shape(s.base()), "SERVER", name(s.servername()), Options.generic(s.options()));
    }

    private static String shape(CreateStmt s) {
        PartitionBoundSpec bound = s.partbound();
        TypeName of = s.ofTypename();
        String elements = parens("", s.tableElts(), Tables::element);
        String name = spaced(ifNotExists(s.ifNotExists()), FromItems.qualified(s.relation()));
        if (bound != null) {
            return spaced(
                    name, "PARTITION OF", FromItems.qualified(s.inhRelations().get(0)), elements, bound(bound));
        }
        if (of != null) {
            return spaced(name, "OF", dotted(of.names()), elements);
        }
        return spaced(
                name, elements.isEmpty() ? "()" : elements, parens("INHERITS", s.inhRelations(), FromItems::qualified));
    }

    private static String element(TableElement e) {
        return switch (e) {
            case ColumnDef c -> column(c);
            case TableLikeClause l -> "LIKE " + FromItems.qualified(l.relation()) + like(l.options());
            case Constraint c -> Constraints.table(c);
        };
    }

    private static String like(int options) {
        if (options == TableLikeOption.ALL) {
            return " INCLUDING ALL";
        }
        // options without ALL, or ALL but a few
        boolean most = options > (TableLikeOption.STORAGE << 1);
        StringBuilder out = new StringBuilder(most ? " INCLUDING ALL" : "");
        String[] words = {
            "COMMENTS",
            "COMPRESSION",
            "CONSTRAINTS",
            "DEFAULTS",
            "GENERATED",
            "IDENTITY",
            "INDEXES",
            "STATISTICS",
            "STORAGE"
        };
        for (int i = 0; i < words.length; i++) {
            if (((options >> i) & 1) != (most ? 1 : 0)) {
                out.append(most ? " EXCLUDING " : " INCLUDING ").append(words[i]);
            }
        }
        return out.toString();
    }

    static String column(ColumnDef c) {
        return spaced(
                name(c.colname()),
                given("", c.typeName(), TypeNames::type),
                given("STORAGE", c.storageName(), Tables::nameOrDefault),
                given("COMPRESSION", c.compression(), Tables::nameOrDefault),
                Options.generic(c.fdwoptions()),
                given("", c.collClause(), Expressions::collate),
                joined(" ", c.constraints(), Constraints::column));
    }

    static String nameOrDefault(String name) {
        return name.equals("default") ? "DEFAULT" : name(name);
    }

    private static String partitionSpec(PartitionSpec p) {
        return "PARTITION BY " + p.strategy().name() + " (" + list(p.partParams(), Tables::partitionKey) + ")";
    }

    private static String partitionKey(PartitionElem e) {
        return spaced(
                Indexes.key(e.name(), e.expr()),
                e.collation().isEmpty() ? "" : "COLLATE " + dotted(e.collation()),
                dotted(e.opclass()));
    }

    static String bound(PartitionBoundSpec b) {
        if (b.isDefault()) {
            return "DEFAULT";
        }
        return switch (b.strategy()) {
            case 'h' -> "FOR VALUES WITH (MODULUS " + b.modulus() + ", REMAINDER " + b.remainder() + ")";
            case 'l' -> "FOR VALUES IN (" + Expressions.exprs(b.listdatums()) + ")";
            default ->
                "FOR VALUES FROM (" + Expressions.exprs(b.lowerdatums()) + ") TO (" + Expressions.exprs(b.upperdatums())
                        + ")";
        };
    }

    private static String onCommit(OnCommitAction action) {
        return action == OnCommitAction.NOOP ? "" : "ON COMMIT " + action.name().replace('_', ' ');
    }

    static String createAs(CreateTableAsStmt s) {
        IntoClause into = s.into();
        boolean view = s.objtype() == ObjectType.MATVIEW;
        return spaced(
                "CREATE",
                FromItems.persistence(into.rel()).strip(),
                view ? "MATERIALIZED VIEW" : "TABLE",
                ifNotExists(s.ifNotExists()),
                FromItems.qualified(into.rel()) + columns(into.colNames()),
                given("USING", into.accessMethod(), SqlWords::name),
                Options.with(into.options()),
                onCommit(into.onCommit()),
                given("TABLESPACE", into.tableSpaceName(), SqlWords::name),
                "AS",
                Statements.statement(s.query()),
                when(into.skipData(), "WITH NO DATA"));
    }

    static String view(ViewStmt s) {
        String check = switch (s.withCheckOption()) {
            case NONE -> "";
            case LOCAL -> "WITH LOCAL CHECK OPTION";
            case CASCADED -> "WITH CASCADED CHECK OPTION";
        };
        return spaced(
                "CREATE",
                when(s.replace(), "OR REPLACE"),
                FromItems.persistence(s.view()).strip(),
                "VIEW",
                FromItems.qualified(s.view()) + columns(s.aliases()),
                Options.with(s.options()),
                "AS",
                Queries.select(s.query()),
                check);
    }

    static String refresh(RefreshMatViewStmt s) {
        return spaced(
                "REFRESH MATERIALIZED VIEW",
                when(s.concurrent(), "CONCURRENTLY"),
                FromItems.qualified(s.relation()),
                when(s.skipData(), "WITH NO DATA"));
    }

    static String sequence(CreateSeqStmt s) {
        return spaced(
                "CREATE",
                FromItems.persistence(s.sequence()).strip(),
                "SEQUENCE",
                ifNotExists(s.ifNotExists()),
                FromItems.qualified(s.sequence()),
                Sequences.options(s.options()));
    }

    static String alterSequence(AlterSeqStmt s) {
        return spaced(
                "ALTER SEQUENCE",
                ifExists(s.missingOk()),
                FromItems.relation(s.sequence()),
                Sequences.options(s.options()));
    }
}
