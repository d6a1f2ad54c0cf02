/// PostgreSQL 18's SQL. The order of work: [org.pgherd.grammar.lexer.SqlLexer] makes the tokens, Retagger gives tokens that mean
/// several things a type per meaning, and this grammar, LL(1) nearly everywhere, builds the tree in its actions.
/// What an action needs more than a line for is in the superclass and in the drafts of package build.
parser grammar PgSql;

options { superClass = ParserActions; }

// keywords ABORT to ZONE stay together and in order: Keywords takes them from here
tokens {
    IDENT, COLNAME, SCONST, USCONST, UIDENT, ICONST, FCONST, BCONST, XCONST, PARAM, OP, ARG_NAME, TYPECAST, DOT_DOT, COLON_EQUALS,
    EQUALS_GREATER, LESS_EQUALS, GREATER_EQUALS, NOT_EQUALS, LP, LPS, LPP, LPE, RP, LB, RB, COMMA, SEMI, DOT, COLON, PLUS, MINUS,
    STAR, SLASH, PERCENT, CARET, LT, GT, EQ, NOT_LA, NULLS_LA, WITH_LA, WITHOUT_LA, FORMAT_LA, AT_LA, DOUBLE_LA, UNBOUNDED_LA,
    CURRENT_LA, CURRENT_OF, NESTED_LA, JSON_LA, COLLATION_LA, CURRENT_SCHEMA_LA, BETWEEN_LA, LABEL_OP, GROUPING_LA, WITH_UNIQUE,
    SIMILAR_SUBSTR, ESCAPE_SUBSTR, UNKNOWN_CHAR, LEX_ERROR, ABORT, ABSENT, ABSOLUTE, ACCESS, ACTION, ADD, ADMIN, AFTER, AGGREGATE,
    ALL, ALSO, ALTER, ALWAYS, ANALYSE, ANALYZE, AND, ANY, ARRAY, AS, ASC, ASENSITIVE, ASSERTION, ASSIGNMENT, ASYMMETRIC, AT,
    ATOMIC, ATTACH, ATTRIBUTE, AUTHORIZATION, BACKWARD, BEFORE, BEGIN, BETWEEN, BIGINT, BINARY, BIT, BOOLEAN, BOTH, BREADTH, BY,
    CACHE, CALL, CALLED, CASCADE, CASCADED, CASE, CAST, CATALOG, CHAIN, CHAR, CHARACTER, CHARACTERISTICS, CHECK, CHECKPOINT,
    CLASS, CLOSE, CLUSTER, COALESCE, COLLATE, COLLATION, COLUMN, COLUMNS, COMMENT, COMMENTS, COMMIT, COMMITTED, COMPRESSION,
    CONCURRENTLY, CONDITIONAL, CONFIGURATION, CONFLICT, CONNECTION, CONSTRAINT, CONSTRAINTS, CONTENT, CONTINUE, CONVERSION, COPY,
    COST, CREATE, CROSS, CSV, CUBE, CURRENT, CURRENT_CATALOG, CURRENT_DATE, CURRENT_ROLE, CURRENT_SCHEMA, CURRENT_TIME,
    CURRENT_TIMESTAMP, CURRENT_USER, CURSOR, CYCLE, DATA, DATABASE, DAY, DEALLOCATE, DEC, DECIMAL, DECLARE, DEFAULT, DEFAULTS,
    DEFERRABLE, DEFERRED, DEFINER, DELETE, DELIMITER, DELIMITERS, DEPENDS, DEPTH, DESC, DETACH, DICTIONARY, DISABLE, DISCARD,
    DISTINCT, DO, DOCUMENT, DOMAIN, DOUBLE, DROP, EACH, ELSE, EMPTY, ENABLE, ENCODING, ENCRYPTED, END, ENFORCED, ENUM, ERROR,
    ESCAPE, EVENT, EXCEPT, EXCLUDE, EXCLUDING, EXCLUSIVE, EXECUTE, EXISTS, EXPLAIN, EXPRESSION, EXTENSION, EXTERNAL, EXTRACT,
    FALSE, FAMILY, FETCH, FILTER, FINALIZE, FIRST, FLOAT, FOLLOWING, FOR, FORCE, FOREIGN, FORMAT, FORWARD, FREEZE, FROM, FULL,
    FUNCTION, FUNCTIONS, GENERATED, GLOBAL, GRANT, GRANTED, GREATEST, GROUP, GROUPING, GROUPS, HANDLER, HAVING, HEADER, HOLD,
    HOUR, IDENTITY, IF, ILIKE, IMMEDIATE, IMMUTABLE, IMPLICIT, IMPORT, IN, INCLUDE, INCLUDING, INCREMENT, INDENT, INDEX, INDEXES,
    INHERIT, INHERITS, INITIALLY, INLINE, INNER, INOUT, INPUT, INSENSITIVE, INSERT, INSTEAD, INT, INTEGER, INTERSECT, INTERVAL,
    INTO, INVOKER, IS, ISNULL, ISOLATION, JOIN, JSON, JSON_ARRAY, JSON_ARRAYAGG, JSON_EXISTS, JSON_OBJECT, JSON_OBJECTAGG,
    JSON_QUERY, JSON_SCALAR, JSON_SERIALIZE, JSON_TABLE, JSON_VALUE, KEEP, KEY, KEYS, LABEL, LANGUAGE, LARGE, LAST, LATERAL,
    LEADING, LEAKPROOF, LEAST, LEFT, LEVEL, LIKE, LIMIT, LISTEN, LOAD, LOCAL, LOCALTIME, LOCALTIMESTAMP, LOCATION, LOCK, LOCKED,
    LOGGED, MAPPING, MATCH, MATCHED, MATERIALIZED, MAXVALUE, MERGE, MERGE_ACTION, METHOD, MINUTE, MINVALUE, MODE, MONTH, MOVE,
    NAME, NAMES, NATIONAL, NATURAL, NCHAR, NESTED, NEW, NEXT, NFC, NFD, NFKC, NFKD, NO, NONE, NORMALIZE, NORMALIZED, NOT, NOTHING,
    NOTIFY, NOTNULL, NOWAIT, NULL, NULLIF, NULLS, NUMERIC, OBJECT, OBJECTS, OF, OFF, OFFSET, OIDS, OLD, OMIT, ON, ONLY, OPERATOR,
    OPTION, OPTIONS, OR, ORDER, ORDINALITY, OTHERS, OUT, OUTER, OVER, OVERLAPS, OVERLAY, OVERRIDING, OWNED, OWNER, PARALLEL,
    PARAMETER, PARSER, PARTIAL, PARTITION, PASSING, PASSWORD, PATH, PERIOD, PLACING, PLAN, PLANS, POLICY, POSITION, PRECEDING,
    PRECISION, PREPARE, PREPARED, PRESERVE, PRIMARY, PRIOR, PRIVILEGES, PROCEDURAL, PROCEDURE, PROCEDURES, PROGRAM, PUBLICATION,
    QUOTE, QUOTES, RANGE, READ, REAL, REASSIGN, RECURSIVE, REF, REFERENCES, REFERENCING, REFRESH, REINDEX, RELATIVE, RELEASE,
    RENAME, REPEATABLE, REPLACE, REPLICA, RESET, RESTART, RESTRICT, RETURN, RETURNING, RETURNS, REVOKE, RIGHT, ROLE, ROLLBACK,
    ROLLUP, ROUTINE, ROUTINES, ROW, ROWS, RULE, SAVEPOINT, SCALAR, SCHEMA, SCHEMAS, SCROLL, SEARCH, SECOND, SECURITY, SELECT,
    SEQUENCE, SEQUENCES, SERIALIZABLE, SERVER, SESSION, SESSION_USER, SET, SETOF, SETS, SHARE, SHOW, SIMILAR, SIMPLE, SKIP_KW,
    SMALLINT, SNAPSHOT, SOME, SOURCE, SQL, STABLE, STANDALONE, START, STATEMENT, STATISTICS, STDIN, STDOUT, STORAGE, STORED,
    STRICT, STRING, STRIP, SUBSCRIPTION, SUBSTRING, SUPPORT, SYMMETRIC, SYSID, SYSTEM, SYSTEM_USER, TABLE, TABLES, TABLESAMPLE,
    TABLESPACE, TARGET, TEMP, TEMPLATE, TEMPORARY, TEXT, THEN, TIES, TIME, TIMESTAMP, TO, TRAILING, TRANSACTION, TRANSFORM, TREAT,
    TRIGGER, TRIM, TRUE, TRUNCATE, TRUSTED, TYPE, TYPES, UESCAPE, UNBOUNDED, UNCOMMITTED, UNCONDITIONAL, UNENCRYPTED, UNION,
    UNIQUE, UNKNOWN, UNLISTEN, UNLOGGED, UNTIL, UPDATE, USER, USING, VACUUM, VALID, VALIDATE, VALIDATOR, VALUE, VALUES, VARCHAR,
    VARIADIC, VARYING, VERBOSE, VERSION, VIEW, VIEWS, VIRTUAL, VOLATILE, WHEN, WHERE, WHITESPACE, WINDOW, WITH, WITHIN, WITHOUT,
    WORK, WRAPPER, WRITE, XML, XMLATTRIBUTES, XMLCONCAT, XMLELEMENT, XMLEXISTS, XMLFOREST, XMLNAMESPACES, XMLPARSE, XMLPI,
    XMLROOT, XMLSERIALIZE, XMLTABLE, YEAR, YES, ZONE
}

@header {
import java.util.ArrayList;
import java.util.List;
import org.pgherd.errors.Position;
import org.pgherd.grammar.ast.*;
import org.pgherd.grammar.build.*;
import org.pgherd.grammar.lexer.SqlToken;
}

// ---------------------------------------------------------------------------------------------- entry points

script returns [List<RawStmt> v = new ArrayList<>()]
    : (a=rawStmt { $v.add($a.v); })? (SEMI (b=rawStmt { $v.add($b.v); })?)* EOF ;

rawStmt returns [RawStmt v]
    : s=stmt { $v = new RawStmt($s.v, at()); }
    | b=blockWord { $v = new RawStmt($b.v, at()); }
    ;

/// BEGIN and END, which no routine's body may have as statements.
blockWord returns [TransactionStmt v] locals [List<DefElem> modes = List.of()]
    : BEGIN workOrTransaction (m=transactionModes { $modes = $m.v; })? { $v = transaction(TransactionStmtKind.BEGIN, $modes, null, null, false, at()); }
    | END workOrTransaction ch=andChain { $v = transaction(TransactionStmtKind.COMMIT, List.of(), null, null, $ch.v, at()); }
    ;

expressionOnly returns [Expr v] : a=aExpr EOF { $v = $a.v; } ;

typeNameOnly returns [TypeName v] : t=typeName EOF { $v = $t.v; } ;

/// An expression of PL/pgSQL: a SELECT without its first word.
plExpression returns [SelectStmt v]
    : d=plQuery t=selectTail[$d.v] EOF { $v = $d.v.build(at()); } ;

plQuery returns [SelectDraft v]
    : { $v = new SelectDraft(); } (ALL | DISTINCT { $v.distinct = true; } (ON LP l=exprList RP { $v.distinctOn = $l.v; })?)?
      (tl=targetList { $v.targets = $tl.v; })? selectClauses[$v] ;

plAssignment [int names] returns [PLAssignStmt v]
    : n=(IDENT | ARG_NAME | COLNAME | PARAM | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS |
        ASENSITIVE | ASSERTION | ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL | CALLED |
        CASCADE | CASCADED | CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT |
        COMMITTED | COMPRESSION | CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST |
        CSV | CUBE | CURRENT | CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER |
        DELIMITERS | DEPENDS | DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING
        | ENCRYPTED | ENFORCED | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION |
        EXTERNAL | FAMILY | FILTER | FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED |
        GROUPS | HANDLER | HEADER | HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT
        | INDEX | INDEXES | INHERIT | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL |
        LANGUAGE | LARGE | LAST | LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED |
        MATERIALIZED | MAXVALUE | MERGE | METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC |
        NFKD | NO | NORMALIZED | NOTHING | NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPERATOR | OPTION | OPTIONS |
        ORDINALITY | OTHERS | OVER | OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH |
        PERIOD | PLAN | PLANS | POLICY | PRECEDING | PREPARE | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES |
        PROGRAM | PUBLICATION | QUOTE | QUOTES | RANGE | READ | REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE |
        RENAME | REPEATABLE | REPLACE | REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE |
        ROUTINES | ROWS | RULE | SAVEPOINT | SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE |
        SERVER | SESSION | SET | SETS | SHARE | SHOW | SIMPLE | SKIP_KW | SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT |
        STATISTICS | STDIN | STDOUT | STORAGE | STORED | STRICT | STRING | STRIP | SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE |
        TARGET | TEMP | TEMPLATE | TEMPORARY | TEXT | TIES | TRANSACTION | TRANSFORM | TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE |
        UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED | UNKNOWN | UNLISTEN | UNLOGGED | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR
        | VALUE | VARYING | VERSION | VIEW | VIEWS | VIRTUAL | VOLATILE | WHITESPACE | WITHIN | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES |
        ZONE | BETWEEN | BIGINT | BIT | BOOLEAN | CHAR | CHARACTER | COALESCE | DEC | DECIMAL | EXISTS | EXTRACT | FLOAT | GREATEST | GROUPING | INOUT
        | INT | INTEGER | INTERVAL | JSON | JSON_ARRAY | JSON_ARRAYAGG | JSON_EXISTS | JSON_OBJECT | JSON_OBJECTAGG | JSON_QUERY | JSON_SCALAR |
        JSON_SERIALIZE | JSON_TABLE | JSON_VALUE | LEAST | MERGE_ACTION | NATIONAL | NCHAR | NONE | NORMALIZE | NULLIF | NUMERIC | OUT | OVERLAY |
        POSITION | PRECISION | REAL | ROW | SETOF | SMALLINT | SUBSTRING | TIME | TIMESTAMP | TREAT | TRIM | VALUES | VARCHAR | XMLATTRIBUTES |
        XMLCONCAT | XMLELEMENT | XMLEXISTS | XMLFOREST | XMLNAMESPACES | XMLPARSE | XMLPI | XMLROOT | XMLSERIALIZE | XMLTABLE | JSON_LA) i=indirection
      (COLON_EQUALS | EQ) d=plQuery selectTail[$d.v] EOF
      { $v = new PLAssignStmt(plTarget($n), $i.v, names, $d.v.build(startAt($d.start)), at()); } ;

stmt returns [Statement v]
    : q=preparable { $v = $q.v; }
    | u=utility { $v = $u.v; }
    ;

/// What can be prepared, explained and put in WITH.
preparable returns [Query v]
    : (w=withClause)?
      ( s=selectBody[($w.ctx == null ? null : $w.v), startToken()] { $v = $s.v; }
      | i=insertStmt[($w.ctx == null ? null : $w.v), startToken()] { $v = $i.v; }
      | u=updateStmt[($w.ctx == null ? null : $w.v), startToken()] { $v = $u.v; }
      | d=deleteStmt[($w.ctx == null ? null : $w.v), startToken()] { $v = $d.v; }
      | m=mergeStmt[($w.ctx == null ? null : $w.v), startToken()] { $v = $m.v; }
      ) ;

// ---------------------------------------------------------------------------------------------- SELECT

/// A query without parentheses around it.
selectStmt returns [SelectStmt v]
    : (w=withClause)? s=selectBody[($w.ctx == null ? null : $w.v), startToken()] { $v = $s.v; } ;

selectBody [WithClause w, SqlToken first] returns [SelectStmt v]
    : s=setExpr selectTail[$s.v] { $v = $s.v.with(w).build(from(first)); } ;

selectTail [SelectDraft d]
    : (o=sortClause { d.sort($o.v, $o.start); })?
      ( forLocking[d]+ limits[d]? | limits[d] forLocking[d]* )? ;

setExpr returns [SelectDraft v]
    : l=intersectExpr { $v = $l.v; }
      ( op=(UNION | EXCEPT) q=setQuantifier r=intersectExpr
        { $v = setOperation($op.type == UNION ? SetOperation.UNION : SetOperation.EXCEPT, $q.v, $v, $r.v); } )* ;

intersectExpr returns [SelectDraft v]
    : l=selectPrimary { $v = $l.v; }
      ( INTERSECT q=setQuantifier r=selectPrimary { $v = setOperation(SetOperation.INTERSECT, $q.v, $v, $r.v); } )* ;

setQuantifier returns [boolean v] : (ALL { $v = true; } | DISTINCT)? ;

selectPrimary returns [SelectDraft v]
    : s=simpleSelect { $v = $s.v; $v.range(_localctx.start, last()); }
    | p=selectWithParens { $v = SelectDraft.of($p.v); $v.range(_localctx.start, last()); }
    ;

selectWithParens returns [SelectStmt v]
    : LPS s=selectStmt RP { $v = $s.v; }
    | (LP | LPP) p=selectWithParens RP { $v = $p.v; }
    ;

simpleSelect returns [SelectDraft v]
    : SELECT { $v = new SelectDraft(); }
      ( ALL? (t=targetList { $v.targets = $t.v; })?
      | DISTINCT { $v.distinct = true; } (ON LP l=exprList RP { $v.distinctOn = $l.v; })?
        t=targetList { $v.targets = $t.v; }
      )
      (i=intoClause { $v.into = $i.v; })?
      selectClauses[$v]
    | VALUES { $v = new SelectDraft(); } r=valuesRow { $v.row($r.v); } (COMMA r=valuesRow { $v.row($r.v); })*
    | TABLE r1=relationExpr { $v = SelectDraft.table($r1.v, at()); }
    ;

selectClauses [SelectDraft d]
    : (f=fromClause { d.from = $f.v; })?
      (w=whereClause { d.where = $w.v; })?
      (groupClause[d])?
      (HAVING h=aExpr { d.having = $h.v; })?
      (WINDOW n=windowDefinition { d.window($n.v); } (COMMA n=windowDefinition { d.window($n.v); })*)?
    ;

valuesRow returns [ExprList v] : (LP | LPP) l=exprList RP { $v = new ExprList($l.v, at()); } ;

intoClause returns [IntoClause v]
    : INTO r=tempTableName { $v = intoClause($r.v, at()); } ;

tempTableName returns [RangeVar v]
    : p=tempKind TABLE? n=qualifiedName { $v = persistence($n.v, $p.v); }
    | TABLE? n=qualifiedName { $v = $n.v; }
    ;

tempKind returns [char v]
    : (LOCAL | GLOBAL)? (TEMPORARY | TEMP) { $v = 't'; }
    | UNLOGGED { $v = 'u'; }
    ;

targetList returns [List<ResTarget> v = new ArrayList<>()]
    : t=targetEl { $v.add($t.v); } (COMMA t=targetEl { $v.add($t.v); })* ;

targetEl returns [ResTarget v] locals [String name]
    : STAR { $v = new ResTarget(null, List.of(), new ColumnRef(List.of(), true, at()), at()); }
    | a=aExpr (AS l=colLabel { $name = $l.v; } | b=bareColLabel { $name = $b.v; })?
      { $v = new ResTarget($name, List.of(), $a.v, at()); }
    ;

whereClause returns [Expr v] : WHERE a=aExpr { $v = $a.v; } ;

whereOrCurrent returns [Expr v]
    : WHERE ( a=aExpr { $v = $a.v; }
            | c=CURRENT_OF OF n=colId { $v = new CurrentOfExpr($n.v, 0, at($c, last())); } ) ;

groupClause [SelectDraft d]
    : GROUP BY (ALL | DISTINCT { d.groupDistinct = true; })? l=groupItems { d.group = $l.v; } ;

groupItems returns [List<Node> v = new ArrayList<>()]
    : g=groupItem { $v.add($g.v); } (COMMA g=groupItem { $v.add($g.v); })* ;

groupItem returns [Node v]
    : a=aExpr { $v = groupItem($a.v); }
    | LPE RP { $v = new GroupingSet(GroupingSetKind.EMPTY, List.of(), at()); }
    | GROUPING_LA SETS LP l=groupItems RP { $v = new GroupingSet(GroupingSetKind.SETS, $l.v, at()); }
    ;

sortClause returns [List<SortBy> v = new ArrayList<>()]
    : ORDER BY s=sortBy { $v.add($s.v); } (COMMA s=sortBy { $v.add($s.v); })* ;

sortBy returns [SortBy v] locals [SortByDir dir = SortByDir.DEFAULT, List<String> op = List.of()]
    : a=aExpr (ASC { $dir = SortByDir.ASC; } | DESC { $dir = SortByDir.DESC; }
              | USING o=qualAllOp { $dir = SortByDir.USING; $op = $o.v; })?
      n=nullsOrder { $v = new SortBy($a.v, $dir, $n.v, $op, at()); } ;

nullsOrder returns [SortByNulls v = SortByNulls.DEFAULT]
    : (NULLS_LA (FIRST { $v = SortByNulls.FIRST; } | LAST { $v = SortByNulls.LAST; }))? ;

limits [SelectDraft d]
    : limitClause[d] offsetClause[d]?
    | offsetClause[d] limitClause[d]?
    ;

limitClause [SelectDraft d]
    : t=LIMIT ( a=aExpr { d.limit($a.v, $t); } | ALL { d.limit(new NullConst(at(last())), $t); } )
      (c=COMMA aExpr { limitComma($t); })?
    | t=FETCH (FIRST | NEXT) (f=fetchCount)? (ROW | ROWS | w1=COLNAME { isWord($w1, "row"); })
      { d.limit($f.ctx == null ? new IntegerConst(1, Position.NONE) : $f.v, $t); }
      (ONLY | w=WITH TIES { d.limitOption = LimitOption.WITH_TIES; d.tiesAt = (SqlToken) $w; })
    ;

fetchCount returns [Expr v]
    : { notDefault(); } c=cExpr { $v = $c.v; }
    | s=(PLUS | MINUS) n=(ICONST | FCONST) { $v = signed($s, $n); }
    ;

offsetClause [SelectDraft d]
    : t=OFFSET a=aExpr (w=(ROW | ROWS | COLNAME) { countOnly($t, $w, $a.v); })? { d.offset($a.v, $t); } ;

forLocking [SelectDraft d] locals [List<RangeVar> rels = List.of(), LockClauseStrength strength, LockWaitPolicy wait = LockWaitPolicy.BLOCK]
    : FOR ( ( UPDATE { $strength = LockClauseStrength.UPDATE; }
            | NO KEY UPDATE { $strength = LockClauseStrength.NO_KEY_UPDATE; }
            | SHARE { $strength = LockClauseStrength.SHARE; }
            | KEY SHARE { $strength = LockClauseStrength.KEY_SHARE; }
            )
            (OF q=qualifiedNames { $rels = $q.v; })?
            (NOWAIT { $wait = LockWaitPolicy.ERROR; } | SKIP_KW LOCKED { $wait = LockWaitPolicy.SKIP; })?
            { d.lock(new LockingClause($rels, $strength, $wait, at())); }
          | READ ONLY
          ) ;

// ---------------------------------------------------------------------------------------------- WITH

withClause returns [WithClause v] locals [List<CommonTableExpr> l = new ArrayList<>()]
    : (WITH r=RECURSIVE? | WITH_LA) c=commonTableExpr { $l.add($c.v); } (COMMA c=commonTableExpr { $l.add($c.v); })*
      { $v = new WithClause($l, $r != null, at()); }
    ;

commonTableExpr returns [CommonTableExpr v] locals [CteMaterialize m = CteMaterialize.DEFAULT, CteSearchClause search, CteCycleClause cycle]
    : n=colId c=optColumns AS (MATERIALIZED { $m = CteMaterialize.ALWAYS; } | NOT MATERIALIZED { $m = CteMaterialize.NEVER; })?
      (LP | LPS | LPP) q=preparable RP
      (k=SEARCH (d=DEPTH | BREADTH) FIRST BY s=columnNames SET sc=colId
        { $search = new CteSearchClause($s.v, $d == null, $sc.v, from((SqlToken) $k)); })?
      (y=cycleClause { $cycle = $y.v; })?
      { $v = new CommonTableExpr($n.v, $c.v, $m, $q.v, $search, $cycle, at()); } ;

cycleClause returns [CteCycleClause v]
    : CYCLE c=columnNames SET m=colId (TO t=constant DEFAULT f=constant)? USING p=colId
      { $v = new CteCycleClause($c.v, $m.v, $t.ctx == null ? null : $t.v, $f.ctx == null ? null : $f.v, $p.v, at()); } ;

optColumns returns [List<String> v = List.of()] : (LP l=columnNames RP { $v = $l.v; })? ;

columnNames returns [List<String> v = new ArrayList<>()]
    : c=colId { $v.add($c.v); } (COMMA c=colId { $v.add($c.v); })* ;

// ---------------------------------------------------------------------------------------------- FROM

fromClause returns [List<FromItem> v] : FROM l=fromList { $v = $l.v; } ;

fromList returns [List<FromItem> v = new ArrayList<>()]
    : t=tableRef { $v.add($t.v); } (COMMA t=tableRef { $v.add($t.v); })* ;

tableRef returns [FromItem v]
    : t=tablePrimary { $v = $t.v; } (j=joinTail[$v, (SqlToken) _localctx.start] { $v = $j.v; })* ;

joinTail [FromItem l, SqlToken first] returns [FromItem v] locals [JoinType type = JoinType.INNER]
    : CROSS JOIN r1=tablePrimary
      { $v = new JoinExpr(JoinType.INNER, false, l, $r1.v, List.of(), null, null, null, from(first)); }
    | NATURAL (k=joinKind { $type = $k.v; })? JOIN r2=tablePrimary
      { $v = new JoinExpr($type, true, l, $r2.v, List.of(), null, null, null, from(first)); }
    | (k=joinKind { $type = $k.v; })? JOIN r3=tableRef
      ( ON a=aExpr { $v = new JoinExpr($type, false, l, $r3.v, List.of(), null, $a.v, null, from(first)); }
      | USING LP c=columnNames RP { Alias using = null; }
        (AS al=colId { using = new Alias($al.v, List.of(), at($al.start)); })?
        { $v = new JoinExpr($type, false, l, $r3.v, $c.v, using, null, null, from(first)); }
      )
    ;

joinKind returns [JoinType v]
    : ( FULL { $v = JoinType.FULL; } | LEFT { $v = JoinType.LEFT; } | RIGHT { $v = JoinType.RIGHT; } ) OUTER?
    | INNER { $v = JoinType.INNER; }
    ;

tablePrimary returns [FromItem v]
    : n=tableOrFunction[false, startToken()] { $v = $n.v; }
    | ONLY r=onlyRelation (a=aliasClause)? { $v = aliased($r.v, ($a.ctx == null ? null : $a.v), at()); } (ts=tableSample[$v] { $v = $ts.v; })?
    | s=selectInFrom (a=aliasClause)? { $v = new RangeSubselect(false, $s.v, ($a.ctx == null ? null : $a.v), at()); }
    | LP j=tableRef { joined($j.v); } RP (a=aliasClause)? { $v = joinAlias($j.v, ($a.ctx == null ? null : $a.v), $j.start); }
    | f=syntaxFunction x=funcAlias[functionItem($f.v, $f.v.at()), false, startToken()] { $v = $x.v; }
    | xt=xmlTable[false, startToken()] { $v = $xt.v; }
    | jt=jsonTable[false, startToken()] { $v = $jt.v; }
    | LATERAL ( ls=selectInFrom (a=aliasClause)? { $v = new RangeSubselect(true, $ls.v, ($a.ctx == null ? null : $a.v), at()); }
              | ln=tableOrFunction[true, startToken()] { $v = $ln.v; }
              | lf=syntaxFunction lx=funcAlias[functionItem($lf.v, $lf.v.at()), true, startToken()] { $v = $lx.v; }
              | lxt=xmlTable[true, startToken()] { $v = $lxt.v; }
              | ljt=jsonTable[true, startToken()] { $v = $ljt.v; }
              )
    ;

/// A function that is not called by name and arguments alone, where no window may follow.
syntaxFunction returns [Expr v]
    : f=funcExprCommon { $v = $f.v; }
    | j=jsonAggregateOnly { $v = $j.v; }
    ;

selectInFrom returns [SelectStmt v]
    : LPS s=selectStmt RP { $v = $s.v; }
    | LPP p=selectWithParens RP { $v = $p.v; }
    ;

/// A name is a relation, or a function if `(` follows; ROWS FROM begins like a name.
tableOrFunction [boolean lateral, SqlToken first] returns [FromItem v] locals [CallDraft call]
    : n=tableName (nameIndirection { $n.v.subscripted(this); })?
      ( { relationName($n.v, lateral); } STAR? (a=aliasClause)? { $v = relation($n.v, ($a.ctx == null ? null : $a.v), lateral, at()); } (s=tableSample[$v] { $v = $s.v; })?
      | LP { $call = new CallDraft(); $n.v.functionName(this, last()); } callArgs[$call] RP
        x=funcAlias[functionItem(call($n.v.parts, $call, at()), at()), lateral, first] { $v = $x.v; }
      | t=FROM { rowsFrom($n.v, $t); } LP l=rowsFromList RP x2=rowsAlias[$l.v, lateral, first] { $v = $x2.v; }
      ) ;

/// Subscripts, which the grammar allows behind any name, and what follows them.
nameIndirection
    : nameSubscript (nameSubscript | DOT (colLabel | STAR))* ;

nameSubscript : LB (aExpr (COLON aExpr?)? | COLON aExpr?) RB ;

tableName returns [NameDraft v]
    : n=(IDENT | COLNAME | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS | ASENSITIVE |
        ASSERTION | ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL | CALLED | CASCADE |
        CASCADED | CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT | COMMITTED |
        COMPRESSION | CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST | CSV | CUBE |
        CURRENT | CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER | DELIMITERS |
        DEPENDS | DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING | ENCRYPTED |
        ENFORCED | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION | EXTERNAL | FAMILY |
        FILTER | FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED | GROUPS | HANDLER |
        HEADER | HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT | INDEX | INDEXES
        | INHERIT | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL | LANGUAGE | LARGE |
        LAST | LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED | MATERIALIZED | MAXVALUE |
        MERGE | METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC | NFKD | NO | NORMALIZED |
        NOTHING | NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPERATOR | OPTION | OPTIONS | ORDINALITY | OTHERS | OVER
        | OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH | PERIOD | PLAN | PLANS |
        POLICY | PRECEDING | PREPARE | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES | PROGRAM | PUBLICATION | QUOTE
        | QUOTES | RANGE | READ | REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE | RENAME | REPEATABLE | REPLACE |
        REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE | ROUTINES | ROWS | RULE | SAVEPOINT |
        SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE | SERVER | SESSION | SET | SETS | SHARE
        | SHOW | SIMPLE | SKIP_KW | SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT | STATISTICS | STDIN | STDOUT | STORAGE | STORED
        | STRICT | STRING | STRIP | SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE | TARGET | TEMP | TEMPLATE | TEMPORARY | TEXT | TIES
        | TRANSACTION | TRANSFORM | TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE | UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED |
        UNKNOWN | UNLISTEN | UNLOGGED | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR | VALUE | VARYING | VERSION | VIEW | VIEWS | VIRTUAL |
        VOLATILE | WHITESPACE | WITHIN | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES | ZONE | BETWEEN | BIGINT | BIT | BOOLEAN | CHAR |
        CHARACTER | DEC | DECIMAL | FLOAT | INOUT | INT | INTEGER | INTERVAL | JSON | NATIONAL | NCHAR | NONE | NUMERIC | OUT | PRECISION | REAL |
        SETOF | SMALLINT | TIME | TIMESTAMP | VARCHAR | AUTHORIZATION | BINARY | COLLATION | CONCURRENTLY | CROSS | CURRENT_SCHEMA | FREEZE | FULL |
        ILIKE | INNER | IS | ISNULL | JOIN | LEFT | LIKE | NATURAL | NOTNULL | OUTER | OVERLAPS | RIGHT | SIMILAR | TABLESAMPLE | VERBOSE) { $v = new NameDraft($n); $v.beforeDot(this); }
        (DOT (l=colLabel { $v.add($l.v); } | st=STAR { $v.star(at($st)); }))* { $v.end(last()); $v.plain(this); } ;

rowsFromList returns [List<RangeFunctionItem> v = new ArrayList<>()]
    : i=rowsFromItem { $v.add($i.v); } (COMMA i=rowsFromItem { $v.add($i.v); })* ;

rowsFromItem returns [RangeFunctionItem v] locals [List<ColumnDef> cols = List.of()]
    : f=funcWindowless (AS LP c=tableFuncElements RP { $cols = $c.v; })?
      { $v = new RangeFunctionItem($f.v, $cols, at()); } ;

funcWindowless returns [Expr v] locals [CallDraft call]
    : n=tableName LP { $call = new CallDraft(); $n.v.functionName(this, last()); } callArgs[$call] RP { $v = call($n.v.parts, $call, at()); }
    | f=syntaxFunction { $v = $f.v; }
    ;

rowsAlias [List<RangeFunctionItem> items, boolean lateral, SqlToken first] returns [FromItem v]
    : o=withOrdinality a=aliasTail { $v = rangeFunction(items, true, $o.v, $a.v, lateral, from(first)); } ;

/// Behind a function in FROM: ordinality and the alias in all its forms.
funcAlias [RangeFunctionItem item, boolean lateral, SqlToken first] returns [FromItem v]
    : o=withOrdinality a=aliasTail { $v = rangeFunction(List.of(item), false, $o.v, $a.v, lateral, from(first)); } ;

withOrdinality returns [boolean v] : (WITH_LA ORDINALITY { $v = true; })? ;

aliasTail returns [AliasDraft v]
    : { $v = new AliasDraft(); }
      ( AS ( n=colId { $v.name($n.v, $n.start); } (LP tableFuncColumns[$v] RP)?
           | LP { $v.definitionsOnly(); } tableFuncColumns[$v] RP )
      | m=aliasId { $v.name($m.v, $m.start); } (LP tableFuncColumns[$v] RP)?
      )? { $v.end(last()); } ;

tableFuncColumns [AliasDraft d]
    : tableFuncColumn[d] (COMMA tableFuncColumn[d])* ;

tableFuncColumn [AliasDraft d]
    : n=colId ( t=typeName { d.typed(this, $t.start); } (c=collateClause)? { d.column($n.v, $t.v, ($c.ctx == null ? null : $c.v), at()); }
              | { d.name(this, $n.v); } ) ;

tableFuncElements returns [List<ColumnDef> v = new ArrayList<>()]
    : e=tableFuncElement { $v.add($e.v); } (COMMA e=tableFuncElement { $v.add($e.v); })* ;

tableFuncElement returns [ColumnDef v]
    : n=colId t=typeName (c=collateClause)?
      { $v = new ColumnDef($n.v, $t.v, null, null, List.of(), null, $c.ctx == null ? null : $c.v, List.of(), at()); } ;

collateClause returns [CollateClause v] : COLLATE n=anyName { $v = new CollateClause(null, $n.v, at(), at()); } ;

aliasClause returns [Alias v]
    : (AS n=colId | n1=aliasId) c=optColumns { $v = new Alias($n.ctx != null ? $n.v : $n1.v, $c.v, at()); } ;

tableSample [FromItem relation] returns [FromItem v] locals [Expr seed]
    : TABLESAMPLE n=funcName LP l=exprList RP (REPEATABLE LP r=aExpr RP { $seed = $r.v; })?
      { $v = new RangeTableSample(relation, $n.v, $l.v, $seed, new Position(relation.at().start(), last().end())); } ;

/// A relation of a command: its descendants too unless ONLY.
relationExpr returns [RangeVar v]
    : q=qualifiedName STAR? { $v = $q.v; }
    | ONLY r=onlyRelation { $v = $r.v; }
    ;

onlyRelation returns [RangeVar v]
    : q=qualifiedName { $v = only($q.v); }
    | LP q=qualifiedName RP { $v = only($q.v); }
    ;

relationExprs returns [List<RangeVar> v = new ArrayList<>()]
    : r=relationExpr { $v.add($r.v); } (COMMA r=relationExpr { $v.add($r.v); })* ;

relationExprOptAlias returns [RangeVar v]
    : r=relationExpr { $v = $r.v; } (AS n=colId { $v = aliased($v, new Alias($n.v, List.of(), at($n.start)), at()); }
                                   | m=aliasIdNoSet { $v = aliased($v, new Alias($m.v, List.of(), at($m.start)), at()); })? ;

qualifiedName returns [RangeVar v] locals [List<String> parts, boolean bad]
    : n=colId
      ( { $parts = new ArrayList<>(); $parts.add($n.v); }
        ( DOT (l=colLabel { $parts.add($l.v); } | STAR { $bad = true; }) | nameSubscript { $bad = true; } )+
      )?
      { $v = $parts == null ? rangeVar($n.v, at()) : qualified($parts, $bad, at()); } ;

qualifiedNames returns [List<RangeVar> v = new ArrayList<>()]
    : q=qualifiedName { $v.add($q.v); } (COMMA q=qualifiedName { $v.add($q.v); })* ;

xmlTable [boolean lateral, SqlToken first] returns [FromItem v] locals [List<ResTarget> ns = List.of()]
    : XMLTABLE LP (XMLNAMESPACES LP n=xmlNamespaces RP COMMA { $ns = $n.v; })? { notDefault(); } r=cExpr p=xmlExistsArgument
      COLUMNS c=xmlTableColumns RP (a=aliasClause)?
      { $v = new RangeTableFunc(lateral, $p.v, $r.v, $ns, $c.v, $a.ctx == null ? null : $a.v, from(first)); } ;

xmlNamespaces returns [List<ResTarget> v = new ArrayList<>()]
    : n=xmlNamespace { $v.add($n.v); } (COMMA n=xmlNamespace { $v.add($n.v); })* ;

xmlNamespace returns [ResTarget v]
    : DEFAULT b=bExpr { $v = new ResTarget(null, List.of(), $b.v, at()); }
    | b=bExpr AS l=colLabel { $v = new ResTarget($l.v, List.of(), $b.v, at()); }
    ;

xmlTableColumns returns [List<RangeTableFuncCol> v = new ArrayList<>()]
    : c=xmlTableColumn { $v.add($c.v); } (COMMA c=xmlTableColumn { $v.add($c.v); })* ;

xmlTableColumn returns [RangeTableFuncCol v] locals [XmlColumnDraft d]
    : n=colId ( t=typeName { $d = new XmlColumnDraft(this, $n.v, $t.v); } (xmlColumnOption[$d])* { $v = $d.build(at()); }
              | FOR ORDINALITY { $v = new RangeTableFuncCol($n.v, null, true, false, null, null, at()); } ) ;

xmlColumnOption [XmlColumnDraft d]
    : k=IDENT b=bExpr { d.option($k, $b.v); }
    | k=PATH b=bExpr { d.option($k, $b.v); }
    | k=DEFAULT b=bExpr { d.defaultValue($k, $b.v); }
    | k=NOT NULL { d.notNull($k, true); }
    | k=NULL { d.notNull($k, false); }
    ;

// ---------------------------------------------------------------------------------------------- INSERT, UPDATE, DELETE, MERGE

insertStmt [WithClause w, SqlToken first] returns [InsertStmt v] locals [RangeVar rel, OnConflictClause conflict, ReturningClause ret]
    : INSERT INTO q=qualifiedName { $rel = $q.v; } (AS a=colId { $rel = aliased($rel, new Alias($a.v, List.of(), at($a.start)), at($q.start, last())); })?
      r=insertRest
      (c=onConflict { $conflict = $c.v; })?
      (g=returningClause { $ret = $g.v; })?
      { $v = new InsertStmt($rel, $r.cols, $r.v, $conflict, $ret, w, $r.override, from(first)); } ;

insertRest returns [List<ResTarget> cols = List.of(), SelectStmt v, OverridingKind override = OverridingKind.NOT_SET]
    : DEFAULT VALUES
    | LP c=insertColumns RP { $cols = $c.v; } (o=overriding { $override = $o.v; })? s=selectStmt { $v = $s.v; }
    | (o=overriding { $override = $o.v; })? s=selectStmt { $v = $s.v; }
    ;

overriding returns [OverridingKind v]
    : OVERRIDING (USER { $v = OverridingKind.USER_VALUE; } | SYSTEM { $v = OverridingKind.SYSTEM_VALUE; }) VALUE ;

insertColumns returns [List<ResTarget> v = new ArrayList<>()]
    : c=insertColumn { $v.add($c.v); } (COMMA c=insertColumn { $v.add($c.v); })* ;

insertColumn returns [ResTarget v]
    : n=colId i=indirection { $v = new ResTarget($n.v, checked($i.v), null, at()); } ;

onConflict returns [OnConflictClause v] locals [InferClause infer]
    : ON CONFLICT (i=inferClause { $infer = $i.v; })? DO
      ( NOTHING { $v = new OnConflictClause(OnConflictAction.NOTHING, $infer, List.of(), null, at()); }
      | UPDATE SET s=setClauses (w=whereClause)?
        { $v = new OnConflictClause(OnConflictAction.UPDATE, $infer, $s.v, $w.ctx == null ? null : $w.v, at()); }
      ) ;

inferClause returns [InferClause v]
    : LP i=indexElems RP (w=whereClause)? { $v = new InferClause($i.v, $w.ctx == null ? null : $w.v, null, at()); }
    | ON CONSTRAINT n=colId { $v = new InferClause(List.of(), null, $n.v, at()); }
    ;

returningClause returns [ReturningClause v] locals [List<ReturningOption> l = new ArrayList<>()]
    : RETURNING (WITH LP o=returningOption { $l.add($o.v); } (COMMA o=returningOption { $l.add($o.v); })* RP)?
      t=targetList { $v = new ReturningClause($l, $t.v, at()); } ;

returningOption returns [ReturningOption v]
    : k=(OLD | NEW) AS n=colId
      { $v = new ReturningOption($k.type == OLD ? ReturningOptionKind.OLD : ReturningOptionKind.NEW, $n.v, at()); } ;

updateStmt [WithClause w, SqlToken first] returns [UpdateStmt v] locals [List<FromItem> items = List.of(), ReturningClause ret]
    : UPDATE r=relationExprOptAlias SET s=setClauses (f=fromClause { $items = $f.v; })? (c=whereOrCurrent)?
      (g=returningClause { $ret = $g.v; })?
      { $v = new UpdateStmt($r.v, $s.v, $c.ctx == null ? null : $c.v, $items, $ret, w, from(first)); } ;

setClauses returns [List<ResTarget> v = new ArrayList<>()]
    : setClause[$v] (COMMA setClause[$v])* ;

setClause [List<ResTarget> out]
    : t=setTarget EQ a=aExpr { out.add(assign($t.v, $a.v, at())); }
    | LP l=setTargets RP EQ a=aExpr { assignAll(out, $l.v, $a.v, at()); }
    ;

setTarget returns [ResTarget v]
    : n=colId i=indirection { $v = new ResTarget($n.v, checked($i.v), null, at()); } ;

setTargets returns [List<ResTarget> v = new ArrayList<>()]
    : t=setTarget { $v.add($t.v); } (COMMA t=setTarget { $v.add($t.v); })* ;

deleteStmt [WithClause w, SqlToken first] returns [DeleteStmt v] locals [List<FromItem> items = List.of(), ReturningClause ret]
    : DELETE FROM r=relationExprOptAlias (USING f=fromList { $items = $f.v; })? (c=whereOrCurrent)?
      (g=returningClause { $ret = $g.v; })?
      { $v = new DeleteStmt($r.v, $items, $c.ctx == null ? null : $c.v, $ret, w, from(first)); } ;

mergeStmt [WithClause w, SqlToken first] returns [MergeStmt v] locals [List<MergeWhenClause> whens = new ArrayList<>(), ReturningClause ret]
    : MERGE INTO r=relationExprOptAlias USING s=tableRef ON a=aExpr (m=mergeWhen { $whens.add($m.v); })+
      (g=returningClause { $ret = $g.v; })?
      { $v = new MergeStmt($r.v, $s.v, $a.v, $whens, $ret, w, from(first)); } ;

mergeWhen returns [MergeWhenClause v] locals [MergeMatchKind kind = MergeMatchKind.MATCHED, Expr cond, MergeAction act, OverridingKind override = OverridingKind.NOT_SET, List<ResTarget> targets = List.of(), List<Expr> vals = List.of()]
    : WHEN (NOT { $kind = MergeMatchKind.NOT_MATCHED_BY_TARGET; })? MATCHED
      (b=BY (SOURCE { $kind = bySource($kind, $b); } | TARGET { $kind = byTarget($kind, $b); }))?
      (AND c=aExpr { $cond = $c.v; })?
      THEN
      ( UPDATE { matched($kind, MergeAction.UPDATE); } SET s=setClauses { $act = MergeAction.UPDATE; $targets = $s.v; }
      | DELETE { matched($kind, MergeAction.DELETE); $act = MergeAction.DELETE; }
      | INSERT { matched($kind, MergeAction.INSERT); $act = MergeAction.INSERT; }
        ( (LP ic=insertColumns RP { $targets = $ic.v; })? (o=overriding { $override = $o.v; })?
          VALUES (LP | LPP) e=exprList RP { $vals = $e.v; }
        | DEFAULT VALUES
        )
      | DO NOTHING { $act = MergeAction.NOTHING; }
      )
      { $v = mergeWhen($kind, $act, $override, $cond, $targets, $vals, at()); } ;

// ---------------------------------------------------------------------------------------------- expressions
// An expression is read as the flat row of operands and operators that it is; [OperatorStack] groups it by
// PostgreSQL's precedences as the operators come, so no decision here needs more than one token.

aExpr returns [Expr v]
@init { int mark = ops.begin(); }
    : aOperand
      ( o=(CARET | STAR | SLASH | PERCENT | PLUS | MINUS | OP | LT | GT | EQ | LESS_EQUALS | GREATER_EQUALS | NOT_EQUALS)
        { ops.reduceFor($o); } operatorRight[$o]
      | q=qualOperator qualifiedRight[$q.start, $q.v]
      | AND { ops.infix($AND); } aOperand
      | OR { ops.infix($OR); } aOperand
      | TYPECAST { ops.reduceFor($TYPECAST); } t=typeName { ops.cast($TYPECAST, $t.v); }
      | COLLATE { ops.reduceFor($COLLATE); } n=anyName { ops.collate($COLLATE, $n.v); }
      | AT_LA ( TIME ZONE { ops.infix($AT_LA); } aOperand | LOCAL { ops.atLocal($AT_LA); } )
      | l=(LIKE | ILIKE) { ops.reduceFor($l); } likeRight[$l, false, $l]
      | s=SIMILAR { ops.reduceFor($s); } TO { ops.like($s, false, $s); } aOperand
      | NOT_LA { ops.reduceFor($NOT_LA); }
        ( l=(LIKE | ILIKE) likeRight[$NOT_LA, true, $l]
        | s=SIMILAR { ops.reduceFor($s); } TO { ops.like($NOT_LA, true, $s); } aOperand
        | BETWEEN sym=betweenKind b=bExpr AND { ops.between($NOT_LA, true, $sym.v, $b.v); } aOperand
        | IN inList[$NOT_LA, true]
        )
      | s=(BETWEEN | BETWEEN_LA) { ops.reduceFor($s); } sym=betweenKind b=bExpr AND { ops.between($s, false, $sym.v, $b.v); } aOperand
      | IN { ops.reduceFor($IN); } inList[$IN, false]
      | ESCAPE { ops.escape($ESCAPE); } aOperand
      | ISNULL { ops.nullTest($ISNULL, NullTestType.IS_NULL); }
      | NOTNULL { ops.nullTest($NOTNULL, NullTestType.IS_NOT_NULL); }
      | IS { ops.reduceFor($IS); boolean not = false; } (NOT { not = true; })?
        ( NULL { ops.nullTest($IS, not ? NullTestType.IS_NOT_NULL : NullTestType.IS_NULL); }
        | bt=(TRUE | FALSE | UNKNOWN) { ops.booleanTest($IS, $bt, not); }
        | DISTINCT FROM { ops.distinctFrom($IS, not); } aOperand
        | DOCUMENT { ops.isDocument($IS, not); }
        | (f=unicodeForm)? NORMALIZED { ops.isNormalized($IS, not, ($f.ctx == null ? null : $f.v)); }
        | JSON j=jsonValueType { boolean unique = false; } (uk=WITH_UNIQUE UNIQUE KEYS? { unique = isWith($uk); })? { ops.isJson($IS, not, $j.v, unique); }
        )
      )*
      { $v = ops.end(mark); }
    ;

aOperand
    : ( p=(PLUS | MINUS | OP | NOT | NOT_LA) { ops.prefix($p); } | q=qualOperator { ops.prefixNamed($q.start, $q.v); } )*
      c=cExpr { ops.operand($c.v, $c.start, last()); } ;

// The right sides of operators that ANY and ALL go with are rules of their own: the methods of larger rules would
// pass the 8,000 bytes of code beyond which the JVM never compiles them.
operatorRight [Token o]
    : k=(ANY | SOME | ALL) subqueryOrArray[o, opName(o), $k]
    | { ops.infix(o); }
      ( p=(PLUS | MINUS | OP | NOT) { ops.prefix($p); } | q=qualOperator { ops.prefixNamed($q.start, $q.v); } )*
      c=cExpr { ops.operand($c.v, $c.start, last()); }
    ;

qualifiedRight [Token o, List<String> name]
    : k=(ANY | SOME | ALL) subqueryOrArray[o, name, $k]
    | { ops.infixNamed(o, name); } aOperand
    ;

likeRight [Token o, boolean not, Token l]
    : k=(ANY | SOME | ALL) subqueryOrArray[o, likeName(l, not), $k]
    | { ops.like(o, not, l); } aOperand
    ;

bExpr returns [Expr v]
@init { int mark = ops.begin(); }
    : bOperand
      ( o=(CARET | STAR | SLASH | PERCENT | PLUS | MINUS | OP | LT | GT | EQ | LESS_EQUALS | GREATER_EQUALS | NOT_EQUALS)
        { ops.infix($o); } bOperand
      | q=qualOperator { ops.infixNamed($q.start, $q.v); } bOperand
      | TYPECAST { ops.reduceFor($TYPECAST); } t=typeName { ops.cast($TYPECAST, $t.v); }
      | IS { ops.reduceFor($IS); boolean not = false; } (NOT { not = true; })?
        ( DISTINCT FROM { ops.distinctFrom($IS, not); } bOperand
        | DOCUMENT { ops.isDocument($IS, not); } )
      )*
      { $v = ops.end(mark); }
    ;

bOperand
    : ( p=(PLUS | MINUS | OP) { ops.prefix($p); } | q=qualOperator { ops.prefixNamed($q.start, $q.v); } )*
      { notDefault(); } c=cExpr { ops.operand($c.v, $c.start, last()); } ;

betweenKind returns [boolean v] : (SYMMETRIC { $v = true; } | ASYMMETRIC)? ;

/// The right side of `op ANY`: a query or an array.
subqueryOrArray [Token op, List<String> name, Token kind]
    : { ops.reduceFor(op); }
      ( LPS s=selectStmt RP { ops.subLink(op, name, kind, $s.v); }
      | LP a=aExpr RP { ops.arrayCompare(op, name, kind, $a.v); } ) ;

inList [Token op, boolean not]
    : LPS s=selectStmt RP { ops.inQuery(op, not, $s.v); }
    | LP l=exprList RP { ops.inList(op, not, $l.v, at()); }
    ;

exprList returns [List<Expr> v = new ArrayList<>()]
    : a=aExpr { $v.add($a.v); } (COMMA a=aExpr { $v.add($a.v); })* ;

cExpr returns [Expr v]
    : n=ICONST { $v = integer($n); }
    | n=FCONST { $v = new FloatConst(str($n), at()); }
    | n=SCONST { $v = new StringConst(str($n), at()); }
    | n=(BCONST | XCONST) { $v = new BitStringConst(str($n), at()); }
    | TRUE { $v = new BooleanConst(true, at()); }
    | FALSE { $v = new BooleanConst(false, at()); }
    | NULL { $v = new NullConst(at()); }
    | DEFAULT { $v = new SetToDefault(at()); }
    | nm=nameExpr { $v = $nm.v; }
    | tk=typeLiteral { $v = $tk.v; }
    | p=PARAM { $v = new ParamRef(param($p), at()); } i=indirection { $v = indirect($v, $i.v, at()); }
    | LPS s=selectStmt RP { $v = subLink(SubLinkType.EXPR, $s.v, at()); } i=indirection { $v = indirect($v, $i.v, at()); }
    | pe=parenExpr { $v = $pe.v; }
    | ce=caseExpr { $v = $ce.v; }
    | ARRAY ( s2=selectWithParens { $v = subLink(SubLinkType.ARRAY, $s2.v, at()); }
            | ar=arrayExpr { $v = new AArrayExpr(((AArrayExpr) $ar.v).elements(), at()); } )
    | EXISTS s2=selectWithParens { $v = subLink(SubLinkType.EXISTS, $s2.v, at()); }
    | ROW r=rowArgs { $v = new RowExpr($r.v, CoercionForm.EXPLICIT_CALL, at()); }
      (ov=overlaps[$v] { $v = $ov.v; })?
    | GROUPING LP l=exprList RP { $v = new GroupingFunc($l.v, at()); }
    | f=funcExprCommon { $v = $f.v; }
    | ja=jsonAggregate { $v = $ja.v; }
    | UNIQUE (NULLS NOT? DISTINCT)? selectWithParens { notImplemented("UNIQUE predicate is not yet implemented"); }
    ;

rowArgs returns [List<Expr> v = List.of()]
    : (LP | LPP) (l=exprList { $v = $l.v; })? RP ;

overlaps [Expr left] returns [Expr v]
    : { onlyRow(left); } o=OVERLAPS ( ROW r=rowArgs { $v = overlaps(left, $r.v, $o); } | (LP | LPP) l=exprList RP { $v = overlaps(left, $l.v, $o); } ) ;

/// (a), (a).b, (a, b), and the query in extra parentheses.
parenExpr returns [Expr v]
    : (LP | LPP) l=exprList RP
      ( i=indirection { $v = paren($l.v, $i.v, at()); }
      | { $v = paren($l.v, List.of(), at()); } o=overlaps[$v] { $v = $o.v; } ) ;

arrayExpr returns [Expr v] locals [List<Expr> l = List.of()]
    : LB ( x=exprList { $l = $x.v; } | y=arrayList { $l = $y.v; } )? RB { $v = new AArrayExpr($l, at()); } ;

arrayList returns [List<Expr> v = new ArrayList<>()]
    : a=arrayExpr { $v.add($a.v); } (COMMA a=arrayExpr { $v.add($a.v); })* ;

caseExpr returns [Expr v] locals [Expr arg, List<CaseWhen> whens = new ArrayList<>(), Expr otherwise]
    : CASE (a=aExpr { $arg = $a.v; })? (w=caseWhen { $whens.add($w.v); })+ (ELSE e=aExpr { $otherwise = $e.v; })? END
      { $v = new CaseExpr($arg, $whens, $otherwise, at()); } ;

caseWhen returns [CaseWhen v] : WHEN a=aExpr THEN b=aExpr { $v = new CaseWhen($a.v, $b.v, at()); } ;

/// A column, a function call or `type 'literal'`: what begins with a name is one rule.
nameExpr returns [Expr v] locals [NameDraft name, CallDraft call]
    : n=(IDENT | COLNAME | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS | ASENSITIVE |
        ASSERTION | ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL | CALLED | CASCADE |
        CASCADED | CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT | COMMITTED |
        COMPRESSION | CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST | CSV | CUBE |
        CURRENT | CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER | DELIMITERS |
        DEPENDS | DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING | ENCRYPTED |
        ENFORCED | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION | EXTERNAL | FAMILY |
        FILTER | FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED | GROUPS | HANDLER |
        HEADER | HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT | INDEX | INDEXES
        | INHERIT | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL | LANGUAGE | LARGE |
        LAST | LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED | MATERIALIZED | MAXVALUE |
        MERGE | METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC | NFKD | NO | NORMALIZED |
        NOTHING | NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPTION | OPTIONS | ORDINALITY | OTHERS | OVER |
        OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH | PERIOD | PLAN | PLANS | POLICY
        | PRECEDING | PREPARE | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES | PROGRAM | PUBLICATION | QUOTE |
        QUOTES | RANGE | READ | REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE | RENAME | REPEATABLE | REPLACE |
        REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE | ROUTINES | ROWS | RULE | SAVEPOINT |
        SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE | SERVER | SESSION | SET | SETS | SHARE
        | SHOW | SIMPLE | SKIP_KW | SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT | STATISTICS | STDIN | STDOUT | STORAGE | STORED
        | STRICT | STRING | STRIP | SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE | TARGET | TEMP | TEMPLATE | TEMPORARY | TEXT | TIES
        | TRANSACTION | TRANSFORM | TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE | UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED |
        UNKNOWN | UNLISTEN | UNLOGGED | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR | VALUE | VARYING | VERSION | VIEW | VIEWS | VIRTUAL |
        VOLATILE | WHITESPACE | WITHIN | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES | ZONE | BETWEEN | INOUT | NONE | OUT | PRECISION |
        SETOF) { $name = new NameDraft($n); }
      ( DOT l=labelOrStar { if ($l.v == null) { $name.star(at($l.start)); } else { $name.add($l.v); } }
      | LB sub=subscript RB { $name.add($sub.v); }
      )*
      (LP { $call = new CallDraft(); $name.function(this, last()); } callArgs[$call] RP callTail[$call])?
      (c=SCONST { if ($call == null) { $name.function(this, last()); } })?
      { $v = $c != null ? typeLiteral($name, $call, $c)
            : $call != null ? call($name.parts, $call, at()) : columnRef($name, at()); }
    | n=(AUTHORIZATION | BINARY | COLLATION | CONCURRENTLY | CROSS | CURRENT_SCHEMA | FREEZE | FULL | ILIKE | INNER | IS | ISNULL | JOIN | LEFT | LIKE | NATURAL | NOTNULL | OUTER | OVERLAPS | RIGHT | SIMILAR | TABLESAMPLE | VERBOSE) { $name = new NameDraft($n); }
      (LP { $call = new CallDraft(); } callArgs[$call] RP callTail[$call])?
      (c=SCONST)?
      { if ($call == null && $c == null) { throw new NoViableAltException(this); }
        $v = $c != null ? typeLiteral($name, $call, $c) : call($name.parts, $call, at()); }
    ;

/// The name behind a dot, or null for `*`.
labelOrStar returns [String v]
    : n=(STAR | IDENT | COLNAME | LABEL_OP | ARG_NAME | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS
        | ASENSITIVE | ASSERTION | ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL | CALLED |
        CASCADE | CASCADED | CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT |
        COMMITTED | COMPRESSION | CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST |
        CSV | CUBE | CURRENT | CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER |
        DELIMITERS | DEPENDS | DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING
        | ENCRYPTED | ENFORCED | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION |
        EXTERNAL | FAMILY | FILTER | FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED |
        GROUPS | HANDLER | HEADER | HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT
        | INDEX | INDEXES | INHERIT | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL |
        LANGUAGE | LARGE | LAST | LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED |
        MATERIALIZED | MAXVALUE | MERGE | METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC |
        NFKD | NO | NORMALIZED | NOTHING | NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPERATOR | OPTION | OPTIONS |
        ORDINALITY | OTHERS | OVER | OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH |
        PERIOD | PLAN | PLANS | POLICY | PRECEDING | PREPARE | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES |
        PROGRAM | PUBLICATION | QUOTE | QUOTES | RANGE | READ | REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE |
        RENAME | REPEATABLE | REPLACE | REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE |
        ROUTINES | ROWS | RULE | SAVEPOINT | SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE |
        SERVER | SESSION | SET | SETS | SHARE | SHOW | SIMPLE | SKIP_KW | SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT |
        STATISTICS | STDIN | STDOUT | STORAGE | STORED | STRICT | STRING | STRIP | SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE |
        TARGET | TEMP | TEMPLATE | TEMPORARY | TEXT | TIES | TRANSACTION | TRANSFORM | TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE |
        UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED | UNKNOWN | UNLISTEN | UNLOGGED | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR
        | VALUE | VARYING | VERSION | VIEW | VIEWS | VIRTUAL | VOLATILE | WHITESPACE | WITHIN | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES |
        ZONE | BETWEEN | BIGINT | BIT | BOOLEAN | CHAR | CHARACTER | COALESCE | DEC | DECIMAL | EXISTS | EXTRACT | FLOAT | GREATEST | GROUPING | INOUT
        | INT | INTEGER | INTERVAL | JSON | JSON_ARRAY | JSON_ARRAYAGG | JSON_EXISTS | JSON_OBJECT | JSON_OBJECTAGG | JSON_QUERY | JSON_SCALAR |
        JSON_SERIALIZE | JSON_TABLE | JSON_VALUE | LEAST | MERGE_ACTION | NATIONAL | NCHAR | NONE | NORMALIZE | NULLIF | NUMERIC | OUT | OVERLAY |
        POSITION | PRECISION | REAL | ROW | SETOF | SMALLINT | SUBSTRING | TIME | TIMESTAMP | TREAT | TRIM | VALUES | VARCHAR | XMLATTRIBUTES |
        XMLCONCAT | XMLELEMENT | XMLEXISTS | XMLFOREST | XMLNAMESPACES | XMLPARSE | XMLPI | XMLROOT | XMLSERIALIZE | XMLTABLE | JSON_LA |
        AUTHORIZATION | BINARY | COLLATION | CONCURRENTLY | CROSS | CURRENT_SCHEMA | FREEZE | FULL | ILIKE | INNER | IS | ISNULL | JOIN | LEFT | LIKE
        | NATURAL | NOTNULL | OUTER | OVERLAPS | RIGHT | SIMILAR | TABLESAMPLE | VERBOSE | ALL | ANALYSE | ANALYZE | AND | ANY | ARRAY | AS | ASC |
        ASYMMETRIC | BOTH | CASE | CAST | CHECK | COLLATE | COLUMN | CONSTRAINT | CREATE | CURRENT_CATALOG | CURRENT_DATE | CURRENT_ROLE |
        CURRENT_TIME | CURRENT_TIMESTAMP | CURRENT_USER | DEFAULT | DEFERRABLE | DESC | DISTINCT | DO | ELSE | END | EXCEPT | FALSE | FETCH | FOR |
        FOREIGN | FROM | GRANT | GROUP | HAVING | IN | INITIALLY | INTERSECT | INTO | LATERAL | LEADING | LIMIT | LOCALTIME | LOCALTIMESTAMP | NOT |
        NULL | OFFSET | ON | ONLY | OR | ORDER | PLACING | PRIMARY | REFERENCES | RETURNING | SELECT | SESSION_USER | SOME | SYMMETRIC | SYSTEM_USER |
        TABLE | THEN | TO | TRAILING | TRUE | UNION | UNIQUE | USER | USING | VARIADIC | WHEN | WHERE | WINDOW | WITH | AT_LA | DOUBLE_LA |
        UNBOUNDED_LA | CURRENT_LA | CURRENT_OF | NESTED_LA | SIMILAR_SUBSTR | GROUPING_LA | ESCAPE_SUBSTR | FORMAT_LA | COLLATION_LA |
        CURRENT_SCHEMA_LA) { $v = $n.type == STAR ? null : str($n); } ;

callArgs [CallDraft c]
    : ( STAR { c.star = true; }
      | VARIADIC a=funcArg { c.args.add($a.v); c.variadic = true; } (o=sortClause { c.order = $o.v; })?
      | (ALL { c.all = true; } | DISTINCT { c.distinct = true; })? a=funcArg { c.args.add($a.v); }
        (k=COMMA { c.comma(this, $k); } (VARIADIC { c.variadic(this); })? a=funcArg { c.args.add($a.v); })*
        (o=sortClause { c.order = $o.v; })?
      )? ;

funcArg returns [Expr v]
    : n=ARG_NAME (COLON_EQUALS | EQUALS_GREATER) a=aExpr { $v = new NamedArgExpr(str($n), $a.v, at()); }
    | a=aExpr { $v = $a.v; }
    ;

callTail [CallDraft c]
    : (g=WITHIN GROUP LP s=sortClause RP { c.withinGroup(this, $s.v, $g); })?
      (f=filterClause { c.filter = $f.v; })?
      (o=overClause { c.over = $o.v; })? ;

filterClause returns [Expr v] : FILTER LP WHERE a=aExpr RP { $v = $a.v; } ;

overClause returns [WindowDef v]
    : OVER ( w=windowSpecification { $v = $w.v; }
           | n=colId { $v = new WindowDef($n.v, null, List.of(), List.of(), FrameOptions.DEFAULTS, null, null, at($n.start)); } ) ;

windowDefinition returns [WindowDef v]
    : n=colId AS w=windowSpecification { $v = named($w.v, $n.v); } ;

windowSpecification returns [WindowDef v] locals [WindowDraft d = new WindowDraft()]
    : LP (n=(IDENT | COLNAME | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS | ASENSITIVE |
        ASSERTION | ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL | CALLED | CASCADE |
        CASCADED | CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT | COMMITTED |
        COMPRESSION | CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST | CSV | CUBE |
        CURRENT | CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER | DELIMITERS |
        DEPENDS | DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING | ENCRYPTED |
        ENFORCED | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION | EXTERNAL | FAMILY |
        FILTER | FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED | HANDLER | HEADER |
        HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT | INDEX | INDEXES | INHERIT
        | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL | LANGUAGE | LARGE | LAST |
        LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED | MATERIALIZED | MAXVALUE | MERGE |
        METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC | NFKD | NO | NORMALIZED | NOTHING |
        NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPERATOR | OPTION | OPTIONS | ORDINALITY | OTHERS | OVER |
        OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PASSING | PASSWORD | PATH | PERIOD | PLAN | PLANS | POLICY | PRECEDING
        | PREPARE | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES | PROGRAM | PUBLICATION | QUOTE | QUOTES | READ |
        REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE | RENAME | REPEATABLE | REPLACE | REPLICA | RESET | RESTART
        | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE | ROUTINES | RULE | SAVEPOINT | SCALAR | SCHEMA | SCHEMAS | SCROLL
        | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE | SERVER | SESSION | SET | SETS | SHARE | SHOW | SIMPLE | SKIP_KW |
        SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT | STATISTICS | STDIN | STDOUT | STORAGE | STORED | STRICT | STRING | STRIP |
        SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE | TARGET | TEMP | TEMPLATE | TEMPORARY | TEXT | TIES | TRANSACTION | TRANSFORM |
        TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE | UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED | UNKNOWN | UNLISTEN | UNLOGGED
        | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR | VALUE | VARYING | VERSION | VIEW | VIEWS | VIRTUAL | VOLATILE | WHITESPACE | WITHIN
        | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES | ZONE | BETWEEN | BIGINT | BIT | BOOLEAN | CHAR | CHARACTER | COALESCE | DEC | DECIMAL
        | EXISTS | EXTRACT | FLOAT | GREATEST | GROUPING | INOUT | INT | INTEGER | INTERVAL | JSON | JSON_ARRAY | JSON_ARRAYAGG | JSON_EXISTS |
        JSON_OBJECT | JSON_OBJECTAGG | JSON_QUERY | JSON_SCALAR | JSON_SERIALIZE | JSON_TABLE | JSON_VALUE | LEAST | MERGE_ACTION | NATIONAL | NCHAR |
        NONE | NORMALIZE | NULLIF | NUMERIC | OUT | OVERLAY | POSITION | PRECISION | REAL | ROW | SETOF | SMALLINT | SUBSTRING | TIME | TIMESTAMP |
        TREAT | TRIM | VALUES | VARCHAR | XMLATTRIBUTES | XMLCONCAT | XMLELEMENT | XMLEXISTS | XMLFOREST | XMLNAMESPACES | XMLPARSE | XMLPI | XMLROOT
        | XMLSERIALIZE | XMLTABLE | JSON_LA) { $d.refname = str($n); })?
      (PARTITION BY p=exprList { $d.partition = $p.v; })?
      (o=sortClause { $d.order = $o.v; })?
      (f=(RANGE | ROWS | GROUPS) frameExtent[$d, $f] frameExclusion[$d])?
      RP { $v = $d.build(at()); } ;

frameExtent [WindowDraft d, Token kind]
    : a=frameBound { d.frame(this, kind, $a.v); }
    | b=BETWEEN_LA { frameStart(); } s=frameBound AND e=frameBound { d.frame(this, kind, $s.v, $e.v); }
    ;

frameBound returns [FrameBound v]
    : UNBOUNDED_LA (PRECEDING { $v = bound(FrameOptions.START_UNBOUNDED_PRECEDING, null); }
                   | FOLLOWING { $v = bound(FrameOptions.START_UNBOUNDED_FOLLOWING, null); })
    | CURRENT_LA ROW { $v = bound(FrameOptions.START_CURRENT_ROW, null); }
    | a=aExpr (PRECEDING { $v = bound(FrameOptions.START_OFFSET_PRECEDING, $a.v); }
              | FOLLOWING { $v = bound(FrameOptions.START_OFFSET_FOLLOWING, $a.v); })
    ;

frameExclusion [WindowDraft d]
    : (EXCLUDE ( CURRENT_LA ROW { d.frameOptions |= FrameOptions.EXCLUDE_CURRENT_ROW; }
               | GROUP { d.frameOptions |= FrameOptions.EXCLUDE_GROUP; }
               | TIES { d.frameOptions |= FrameOptions.EXCLUDE_TIES; }
               | NO OTHERS ))? ;

indirection returns [List<Indirection> v = List.of()]
    : ( DOT ( l=colLabel { $v = and($v, new FieldName($l.v, at($l.start))); } | s=STAR { $v = and($v, new AStar(at($s))); } )
      | LB x=subscript RB { $v = and($v, $x.v); }
      )* ;

subscript returns [AIndices v]
    : a=aExpr ( { $v = new AIndices(false, null, $a.v, at()); }
              | COLON (b=aExpr)? { $v = new AIndices(true, $a.v, ($b.ctx == null ? null : $b.v), at()); } )
    | COLON (b=aExpr)? { $v = new AIndices(true, null, ($b.ctx == null ? null : $b.v), at()); }
    ;

/// A keyword of a type: `type 'literal'`, or a column of that name.
typeLiteral returns [Expr v]
    : k=(INT | INTEGER | SMALLINT | BIGINT | REAL | BOOLEAN | JSON) p=plainLiteral[$k] { $v = $p.v; }
    | k=(FLOAT | DECIMAL | DEC | NUMERIC | BIT | CHARACTER | CHAR | VARCHAR | NATIONAL | NCHAR)
      s=sizedLiteral[$k] { $v = $s.v; }
    | k=(TIMESTAMP | TIME) d=timeLiteral[$k] { $v = $d.v; }
    | k=INTERVAL i=intervalLiteral[$k] { $v = $i.v; }
    | DOUBLE_LA PRECISION c=SCONST { $v = literalCast(system("float8", at($DOUBLE_LA, $PRECISION)), $c); }
    ;

plainLiteral [Token k] returns [Expr v]
    : c=SCONST { $v = literalCast(keywordType(k), $c); } | t=columnTail[k] { $v = $t.v; } ;

sizedLiteral [Token k] returns [Expr v]
    : m=keywordTypeTail[k] c=SCONST { $v = literalCast($m.v, $c); } | t=columnTail[k] { $v = $t.v; } ;

timeLiteral [Token k] returns [Expr v]
    : d=datetimeTail[k] c=SCONST { $v = literalCast($d.v, $c); } | t=columnTail[k] { $v = $t.v; } ;

intervalLiteral [Token k] returns [Expr v]
    : c=SCONST iv=intervalFields { $v = literalCast(intervalLiteral(k, $iv.v), $c); }
    | LP p=ICONST RP { TypeName t = intervalPrecision(k, $p); } c=SCONST { $v = literalCast(t, $c); }
    | t=columnTail[k] { $v = $t.v; }
    ;

columnTail [Token first] returns [Expr v] locals [NameDraft name, CallDraft call]
@init { _localctx.name = new NameDraft(first); }
    : { $v = columnRef($name, within((SqlToken) first)); }
    | ( DOT ( l=colLabel { $name.add($l.v); } | s=STAR { $name.star(at($s)); } )
      | LB sub=subscript RB { $name.add($sub.v); }
      )+
      ( { $v = columnRef($name, within((SqlToken) first)); }
      | { $name.function(this, last()); $call = new CallDraft(); } LP callArgs[$call] RP callTail[$call]
        { $v = call($name.parts, $call, within((SqlToken) first)); }
      ) ;

/// Function syntax with keywords of its own.
funcExprCommon returns [Expr v]
    : COLLATION_LA FOR LP a=aExpr RP { $v = syntaxCall("pg_collation_for", List.of($a.v), at()); }
    | k=(CURRENT_DATE | CURRENT_ROLE | CURRENT_USER | SESSION_USER | USER | CURRENT_CATALOG) { $v = sqlValue($k, null, at()); }
    | SYSTEM_USER { $v = syntaxCall("system_user", List.of(), at()); }
    | k=(CURRENT_TIME | CURRENT_TIMESTAMP | LOCALTIME | LOCALTIMESTAMP) (LP p=ICONST RP)? { $v = sqlValue($k, $p, at()); }
    | CURRENT_SCHEMA_LA { $v = sqlValue($CURRENT_SCHEMA_LA, null, at()); }
    | CAST LP a=aExpr AS t=typeName RP { $v = new TypeCast($a.v, $t.v, at($CAST), at()); }
    | EXTRACT LP f=extractField FROM a=aExpr RP { $v = syntaxCall("extract", List.of($f.v, $a.v), at()); }
    | NORMALIZE LP a=aExpr (COMMA u=unicodeForm)? RP { $v = syntaxCall("normalize", list($a.v, ($u.ctx == null ? null : $u.v)), at()); }
    | ov=overlayFunction { $v = $ov.v; }
    | POSITION LP b=bExpr IN b2=bExpr RP { $v = syntaxCall("position", list($b2.v, $b.v), at()); }
    | SUBSTRING LP s=substringArgs RP { $v = substring($s.v, $s.syntax, at()); }
    | TREAT LP a=aExpr AS t=typeName RP { $v = treat($a.v, $t.v, at()); }
    | tf=trimFunction { $v = $tf.v; }
    | NULLIF LP a=aExpr COMMA a2=aExpr RP { $v = nullif($a.v, $a2.v, at()); }
    | COALESCE LP l=exprList RP { $v = new CoalesceExpr($l.v, at()); }
    | GREATEST LP l=exprList RP { $v = new MinMaxExpr(MinMaxOp.GREATEST, $l.v, at()); }
    | LEAST LP l=exprList RP { $v = new MinMaxExpr(MinMaxOp.LEAST, $l.v, at()); }
    | x=xmlExpr { $v = $x.v; }
    | j=jsonExpr { $v = $j.v; }
    | MERGE_ACTION LP RP { $v = new MergeSupportFunc(at()); }
    ;

overlayFunction returns [Expr v] locals [CallDraft call]
    : OVERLAY LP { $call = new CallDraft(); }
      ( a0=funcArg ( PLACING a2=aExpr FROM a3=aExpr (FOR a4=aExpr)? RP { $v = syntaxCall("overlay", list($a0.v, $a2.v, $a3.v, ($a4.ctx == null ? null : $a4.v)), at()); }
                   | { $call.args.add($a0.v); } (COMMA fa=funcArg { $call.args.add($fa.v); })* RP { $v = call(List.of("overlay"), $call, at()); } )
      | RP { $v = call(List.of("overlay"), $call, at()); } )
    ;

trimFunction returns [Expr v]
    : TRIM LP ( LEADING tr=trimList RP { $v = syntaxCall("ltrim", $tr.v, at()); }
              | TRAILING tr=trimList RP { $v = syntaxCall("rtrim", $tr.v, at()); }
              | BOTH? tr=trimList RP { $v = syntaxCall("btrim", $tr.v, at()); } )
    ;

extractField returns [Expr v]
    : k=(IDENT | YEAR | MONTH | DAY | HOUR | MINUTE | SECOND | SCONST) { $v = new StringConst(str($k), at()); } ;

unicodeForm returns [Expr v] : k=(NFC | NFD | NFKC | NFKD) { $v = new StringConst(str($k), at()); } ;

substringArgs returns [List<Expr> v = new ArrayList<>(), boolean syntax = true]
    : a=aExpr { $v.add($a.v); }
      ( FROM b=aExpr { $v.add($b.v); } (FOR c=aExpr { $v.add($c.v); })?
      | FOR c=aExpr (FROM b=aExpr)? { substringFor($v, $c.v, ($b.ctx == null ? null : $b.v)); }
      | SIMILAR_SUBSTR b=aExpr ESCAPE_SUBSTR c=aExpr { $v.add($b.v); $v.add($c.v); }
      | { $syntax = false; } (COMMA f=funcArg { $v.add($f.v); })*
      )
    | n=ARG_NAME (COLON_EQUALS | EQUALS_GREATER) a=aExpr { $syntax = false; $v.add(new NamedArgExpr(str($n), $a.v, at())); }
      (COMMA f=funcArg { $v.add($f.v); })*
    | { $syntax = false; }
    ;

trimList returns [List<Expr> v = new ArrayList<>()]
    : a=aExpr ( FROM l=exprList { $v.addAll($l.v); $v.add($a.v); }
              | { $v.add($a.v); } (COMMA b=aExpr { $v.add($b.v); })* )
    | FROM l=exprList { $v = $l.v; }
    ;

constant returns [Expr v]
    : n=ICONST { $v = integer($n); }
    | n=FCONST { $v = new FloatConst(str($n), at()); }
    | n=SCONST { $v = new StringConst(str($n), at()); }
    | n=(BCONST | XCONST) { $v = new BitStringConst(str($n), at()); }
    | TRUE { $v = new BooleanConst(true, at()); }
    | FALSE { $v = new BooleanConst(false, at()); }
    | NULL { $v = new NullConst(at()); }
    | tk=typeLiteral { $v = literalOnly($tk.v); }
    | nm=nameExpr { $v = literalOnly($nm.v); }
    ;

// ---------------------------------------------------------------------------------------------- XML

xmlExpr returns [Expr v] locals [List<Expr> a = List.of(), List<ResTarget> n = List.of(), String nm]
    : XMLCONCAT LP l=exprList RP { $v = xml(XmlExprOp.XMLCONCAT, null, List.of(), $l.v, at()); }
    | XMLELEMENT LP NAME c=colLabel
      (COMMA (XMLATTRIBUTES LP at=xmlAttributes RP { $n = $at.v; } (COMMA l=exprList { $a = $l.v; })? | l=exprList { $a = $l.v; }))? RP
      { $v = xml(XmlExprOp.XMLELEMENT, $c.v, $n, $a, at()); }
    | XMLEXISTS LP { notDefault(); } e=cExpr p=xmlExistsArgument RP { $v = syntaxCall("xmlexists", List.of($e.v, $p.v), at()); }
    | XMLFOREST LP at=xmlAttributes RP { $v = xml(XmlExprOp.XMLFOREST, null, $at.v, List.of(), at()); }
    | XMLPARSE LP o=documentOrContent x=aExpr (w=(PRESERVE | STRIP) WHITESPACE)? RP { $v = xmlParse($o.v, $x.v, $w, at()); }
    | XMLPI LP NAME c=colLabel (COMMA x=aExpr { $a = List.of($x.v); })? RP { $v = xml(XmlExprOp.XMLPI, $c.v, List.of(), $a, at()); }
    | XMLROOT LP x=aExpr COMMA VERSION ver=xmlVersion st=xmlStandalone RP { $v = xmlRoot($x.v, $ver.v, $st.v, at()); }
    | XMLSERIALIZE LP o=documentOrContent x=aExpr AS t=typeName { boolean ind = false; } (NO INDENT | INDENT { ind = true; })? RP
      { $v = new XmlSerialize($o.v, $x.v, $t.v, ind, at()); }
    ;

xmlVersion returns [Expr v]
    : a=aExpr { $v = $a.v; }
    | NO VALUE { $v = new NullConst(Position.NONE); }
    ;

xmlStandalone returns [int v = 3]
    : (COMMA STANDALONE (YES { $v = 0; } | NO { $v = 1; } (VALUE { $v = 2; })?))? ;

xmlAttributes returns [List<ResTarget> v = new ArrayList<>()]
    : a=xmlAttribute { $v.add($a.v); } (COMMA a=xmlAttribute { $v.add($a.v); })* ;

xmlAttribute returns [ResTarget v]
    : a=aExpr (AS l=colLabel)? { $v = new ResTarget(($l.ctx == null ? null : $l.v), List.of(), $a.v, at()); } ;

documentOrContent returns [XmlOptionType v]
    : DOCUMENT { $v = XmlOptionType.DOCUMENT; } | CONTENT { $v = XmlOptionType.CONTENT; } ;

xmlExistsArgument returns [Expr v]
    : PASSING (BY (REF | VALUE))? { notDefault(); } c=cExpr (BY (REF | VALUE))? { $v = $c.v; } ;

// ---------------------------------------------------------------------------------------------- JSON

jsonExpr returns [Expr v] 
    : JSON_OBJECT LP jo=jsonObjectArgs RP { $v = jsonObject($jo.v, at()); }
    | JSON_ARRAY LP ja=jsonArrayArgs RP { $v = jsonArray($ja.v, at()); }
    | JSON_LA LP x=jsonValueExpr u=uniqueKeys o=jsonReturning RP { $v = new JsonParseExpr($x.v, $o.v, $u.v, at()); }
    | JSON_SCALAR LP a=aExpr o=jsonReturning RP { $v = new JsonScalarExpr($a.v, $o.v, at()); }
    | JSON_SERIALIZE LP x=jsonValueExpr o=jsonReturning RP { $v = new JsonSerializeExpr($x.v, $o.v, at()); }
    | k=(JSON_QUERY | JSON_EXISTS | JSON_VALUE) LP x=jsonValueExpr COMMA p=aExpr ps=jsonPassing o=jsonReturning
      { wrapperAllowed($k); } w=jsonWrapper q=jsonQuotes b=jsonBehaviors RP
      { $v = jsonFunc($k, $x.v, $p.v, $ps.v, $o.v, $w.v, $w.start, $q.v, $q.start, $b.v, at()); }
    ;

jsonValueExpr returns [JsonValueExpr v]
    : a=aExpr f=jsonFormat { $v = new JsonValueExpr($a.v, $f.v, at()); } ;

jsonFormat returns [JsonFormat v] locals [JsonEncoding e = JsonEncoding.DEFAULT]
    : (FORMAT_LA JSON (ENCODING n=colId { $e = encoding($n.v, $n.start); })? { $v = new JsonFormat(JsonFormatType.JSON, $e, at()); })? ;

jsonReturning returns [JsonOutput v]
    : (RETURNING t=typeName f=jsonFormat { $v = new JsonOutput($t.v, $f.v, at()); })? ;

jsonPassing returns [List<JsonArgument> v = List.of()]
    : (PASSING a=jsonArgument { $v = new ArrayList<>(); $v.add($a.v); } (COMMA a=jsonArgument { $v.add($a.v); })*)? ;

jsonArgument returns [JsonArgument v] : x=jsonValueExpr AS l=colLabel { $v = new JsonArgument($x.v, $l.v, at()); } ;

jsonWrapper returns [JsonWrapper v = JsonWrapper.UNSPEC]
    : ( WITHOUT ARRAY? WRAPPER { $v = JsonWrapper.NONE; }
      | WITH { $v = JsonWrapper.UNCONDITIONAL; } (CONDITIONAL { $v = JsonWrapper.CONDITIONAL; } | UNCONDITIONAL)? ARRAY? WRAPPER
      )? ;

jsonQuotes returns [JsonQuotes v = JsonQuotes.UNSPEC]
    : ((KEEP { $v = JsonQuotes.KEEP; } | OMIT { $v = JsonQuotes.OMIT; }) QUOTES (ON SCALAR STRING)?)? ;

jsonBehaviors returns [JsonBehaviors v = new JsonBehaviors()]
    : (b=jsonBehavior ON (EMPTY { $v.onEmpty = $b.v; } (b=jsonBehavior ON ERROR { $v.onError = $b.v; })? | ERROR { $v.onError = $b.v; }))? ;

jsonBehavior returns [JsonBehavior v] locals [JsonBehaviorType t, Expr d]
    : ( DEFAULT a=aExpr { $t = JsonBehaviorType.DEFAULT; $d = $a.v; }
      | ERROR { $t = JsonBehaviorType.ERROR; }
      | NULL { $t = JsonBehaviorType.NULL; }
      | TRUE { $t = JsonBehaviorType.TRUE; }
      | FALSE { $t = JsonBehaviorType.FALSE; }
      | UNKNOWN { $t = JsonBehaviorType.UNKNOWN; }
      | EMPTY { $t = JsonBehaviorType.EMPTY_ARRAY; } (ARRAY | OBJECT { $t = JsonBehaviorType.EMPTY_OBJECT; })?
      )
      { $v = new JsonBehavior($t, $d, at()); } ;

jsonValueType returns [JsonValueType v = JsonValueType.ANY]
    : (VALUE | ARRAY { $v = JsonValueType.ARRAY; } | OBJECT { $v = JsonValueType.OBJECT; } | SCALAR { $v = JsonValueType.SCALAR; })? ;

uniqueKeys returns [boolean v]
    : (WITH UNIQUE KEYS? { $v = true; } | WITHOUT UNIQUE KEYS?)? ;

/// NULL ON NULL or ABSENT ON NULL.
jsonNulls returns [Boolean v]
    : (NULL ON NULL { $v = false; } | ABSENT ON NULL { $v = true; })? ;

jsonObjectArgs returns [JsonDraft v]
    : { $v = new JsonDraft(); }
      ( n=jsonKeyValues { $v.pairs = $n.v; } c=jsonNulls u=uniqueKeys { $v.absent = $c.v; $v.unique = $u.v; } o=jsonReturning { $v.output = $o.v; }
      | l=jsonPlainArgs { $v.plain = $l.v; }
      | o=jsonReturning { $v.output = $o.v; } ) ;

jsonPlainArgs returns [List<Expr> v = new ArrayList<>()]
    : a=funcArg { $v.add($a.v); } (COMMA a=funcArg { $v.add($a.v); })* ;

jsonKeyValues returns [List<JsonKeyValue> v = new ArrayList<>()]
    : a=jsonKeyValue { $v.add($a.v); } (COMMA a=jsonKeyValue { $v.add($a.v); })* ;

jsonKeyValue returns [JsonKeyValue v]
    : k=aExpr (COLON | VALUE) x=jsonValueExpr { $v = new JsonKeyValue($k.v, $x.v, at()); } ;

jsonArrayArgs returns [JsonDraft v]
    : { $v = new JsonDraft(); }
      ( s=selectStmt f=jsonFormat { $v.query = $s.v; $v.format = $f.v; } o=jsonReturning { $v.output = $o.v; }
      | l=jsonValues { $v.values = $l.v; } c=jsonNulls { $v.absent = $c.v; } o=jsonReturning { $v.output = $o.v; }
      | o=jsonReturning { $v.output = $o.v; } ) ;

jsonValues returns [List<JsonValueExpr> v = new ArrayList<>()]
    : x=jsonValueExpr { $v.add($x.v); } (COMMA x=jsonValueExpr { $v.add($x.v); })* ;

jsonAggregate returns [Expr v] locals [CallDraft tail = new CallDraft()]
    : j=jsonAggregateOnly { $v = $j.v; } (jsonAggTail[$tail] { $v = withTail($v, $tail, at()); })? ;

jsonAggregateOnly returns [Expr v] locals [List<SortBy> order = List.of()]
    : JSON_OBJECTAGG LP kv=jsonKeyValue c=jsonNulls u=uniqueKeys o=jsonReturning RP
      { $v = new JsonObjectAgg(jsonAgg($o.v, List.of(), at()), $kv.v, $c.v != null && $c.v, $u.v, at()); }
    | JSON_ARRAYAGG LP x=jsonValueExpr (s=sortClause { $order = $s.v; })? c=jsonNulls o=jsonReturning RP
      { $v = new JsonArrayAgg(jsonAgg($o.v, $order, at()), $x.v, $c.v == null || $c.v, at()); }
    ;

jsonAggTail [CallDraft c]
    : f=filterClause { c.filter = $f.v; } (o=overClause { c.over = $o.v; })?
    | o=overClause { c.over = $o.v; }
    ;

jsonTable [boolean lateral, SqlToken first] returns [FromItem v] locals [String name, JsonBehavior err]
    : JSON_TABLE LP x=jsonValueExpr COMMA p=aExpr (AS n=colId { $name = $n.v; })? ps=jsonPassing
      COLUMNS LP c=jsonTableColumns RP (b=jsonBehavior ON ERROR { $err = $b.v; })? RP
      (a=aliasClause)?
      { $v = jsonTable(lateral, $x.v, $p.v, $name, $ps.v, $c.v, $err, ($a.ctx == null ? null : $a.v), from(first)); } ;

jsonTableColumns returns [List<JsonTableColumn> v = new ArrayList<>()]
    : c=jsonTableColumn { $v.add($c.v); } (COMMA c=jsonTableColumn { $v.add($c.v); })* ;

jsonTableColumn returns [JsonTableColumn v] locals [JsonTableColumnType kind = JsonTableColumnType.REGULAR, JsonTablePathSpec path, String name]
    : n=colId
      ( FOR ORDINALITY { $v = jsonOrdinality($n.v, at()); }
      | t=typeName
        ( e=(EXISTS | COLNAME) { isWord($e, "exists"); } (p=jsonColumnPath { $path = $p.v; })? b=jsonBehaviors
          { $v = jsonExistsColumn($n.v, $t.v, $path, $b.v, at()); }
        | f=jsonFormat (p=jsonColumnPath { $path = $p.v; })? w=jsonWrapper q=jsonQuotes b=jsonBehaviors
          { $v = jsonColumn($n.v, $t.v, $f.v, $path, $w.v, $q.v, $b.v, at()); }
        )
      )
    | NESTED_LA PATH? s=SCONST (AS n=colId { $name = $n.v; })? COLUMNS LP c=jsonTableColumns RP
      { $v = jsonNested($s, $name, $c.v, at()); }
    ;

jsonColumnPath returns [JsonTablePathSpec v]
    : PATH s=SCONST { $v = new JsonTablePathSpec(new StringConst(str($s), at($s)), null, at()); } ;

// ---------------------------------------------------------------------------------------------- types

typeName returns [TypeName v]
    : SETOF s=simpleTypeName b=arrayBounds { $v = type($s.v, true, $b.v, at()); }
    | s=simpleTypeName b=arrayBounds { $v = type($s.v, false, $b.v, at()); }
    ;

arrayBounds returns [List<Integer> v = List.of()]
    : ARRAY { $v = List.of(-1); } (LB n=ICONST RB { $v = List.of(intValue($n)); })?
    | (LB (n=ICONST { $v = and($v, intValue($n)); } | { $v = and($v, -1); }) RB)*
    ;

simpleTypeName returns [TypeName v]
    : g=genericType { $v = $g.v; }
    | k=(INT | INTEGER | SMALLINT | BIGINT | REAL | BOOLEAN | JSON) { $v = keywordType($k); }
    | k=(FLOAT | DECIMAL | DEC | NUMERIC | BIT | CHARACTER | CHAR | VARCHAR | NATIONAL | NCHAR) m=keywordTypeTail[$k] { $v = defaultLength($m.v, $k); }
    | k=(TIMESTAMP | TIME) d=datetimeTail[$k] { $v = $d.v; }
    | k=INTERVAL ( iv=intervalFields { $v = interval($k, $iv.v); } | LP p=ICONST RP { $v = intervalPrecision($k, $p); } )
    | DOUBLE_LA PRECISION { $v = system("float8", at()); }
    ;

genericType returns [TypeName v] locals [NameDraft name, List<Expr> mods = List.of()]
    : n=(IDENT | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS | ASENSITIVE | ASSERTION |
        ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL | CALLED | CASCADE | CASCADED |
        CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT | COMMITTED | COMPRESSION |
        CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST | CSV | CUBE | CURRENT |
        CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER | DELIMITERS | DEPENDS |
        DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING | ENCRYPTED | ENFORCED
        | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION | EXTERNAL | FAMILY | FILTER |
        FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED | GROUPS | HANDLER | HEADER |
        HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT | INDEX | INDEXES | INHERIT
        | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL | LANGUAGE | LARGE | LAST |
        LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED | MATERIALIZED | MAXVALUE | MERGE |
        METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC | NFKD | NO | NORMALIZED | NOTHING |
        NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPERATOR | OPTION | OPTIONS | ORDINALITY | OTHERS | OVER |
        OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH | PERIOD | PLAN | PLANS | POLICY
        | PRECEDING | PREPARE | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES | PROGRAM | PUBLICATION | QUOTE |
        QUOTES | RANGE | READ | REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE | RENAME | REPEATABLE | REPLACE |
        REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE | ROUTINES | ROWS | RULE | SAVEPOINT |
        SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE | SERVER | SESSION | SET | SETS | SHARE
        | SHOW | SIMPLE | SKIP_KW | SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT | STATISTICS | STDIN | STDOUT | STORAGE | STORED
        | STRICT | STRING | STRIP | SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE | TARGET | TEMP | TEMPLATE | TEMPORARY | TEXT | TIES
        | TRANSACTION | TRANSFORM | TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE | UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED |
        UNKNOWN | UNLISTEN | UNLOGGED | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR | VALUE | VARYING | VERSION | VIEW | VIEWS | VIRTUAL |
        VOLATILE | WHITESPACE | WITHIN | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES | ZONE | AUTHORIZATION | BINARY | COLLATION |
        CONCURRENTLY | CROSS | CURRENT_SCHEMA | FREEZE | FULL | ILIKE | INNER | IS | ISNULL | JOIN | LEFT | LIKE | NATURAL | NOTNULL | OUTER |
        OVERLAPS | RIGHT | SIMILAR | TABLESAMPLE | VERBOSE | CURRENT_SCHEMA_LA) { $name = new NameDraft($n); }
      (DOT l=colLabel { $name.add($l.v); })* (LP m=exprList RP { $mods = $m.v; })?
      { $v = new TypeName($name.parts, false, false, $mods, List.of(), at()); } ;

keywordTypeTail [Token k] returns [TypeName v] locals [boolean varying, List<Expr> mods = List.of()]
    : { nationalWhole(k); } (CHARACTER { national(k, $CHARACTER); } | CHAR { national(k, $CHAR); })? (VARYING { $varying = true; varyingAllowed(k, $VARYING); })? (LP { lengthOnly(k); } m=exprList RP { $mods = $m.v; })?
      { $v = keywordType(k, $varying, $mods, within((SqlToken) k)); } ;

datetimeTail [Token k] returns [TypeName v] locals [boolean zone, List<Expr> mods = List.of()]
    : (LP p=ICONST RP { $mods = List.of(integer($p)); })? (WITH_LA TIME ZONE { $zone = true; } | WITHOUT_LA TIME ZONE)?
      { $v = datetime(k, $zone, $mods, within((SqlToken) k)); } ;

intervalFields returns [List<Expr> v = List.of()] locals [int mask]
    : ( YEAR { $mask = 4; } (TO MONTH { $mask |= 2; })? { $v = intervalMask($mask, at()); }
      | MONTH { $v = intervalMask(2, at()); }
      | DAY { $mask = 8; } (TO ( HOUR { $mask |= 1 << 10; } | MINUTE { $mask |= 3 << 10; } | SECOND { $mask |= 7 << 10; } (LP p=ICONST RP)? ))?
        { $v = intervalMask($mask, $p, at()); }
      | HOUR { $mask = 1 << 10; } (TO ( MINUTE { $mask |= 1 << 11; } | SECOND { $mask |= 3 << 11; } (LP p=ICONST RP)? ))?
        { $v = intervalMask($mask, $p, at()); }
      | MINUTE { $mask = 1 << 11; } (TO SECOND { $mask |= 1 << 12; } (LP p=ICONST RP)?)? { $v = intervalMask($mask, $p, at()); }
      | SECOND { $mask = 1 << 12; } (LP p=ICONST RP)? { $v = intervalMask($mask, $p, at()); }
      )? ;

// ---------------------------------------------------------------------------------------------- names and operators

qualOperator returns [List<String> v] : OPERATOR LP o=anyOperator RP { $v = $o.v; } ;

anyOperator returns [List<String> v = new ArrayList<>()]
    : (c=colId { $v.add($c.v); } DOT)* o=allOp { $v.add($o.v); } ;

allOp returns [String v]
    : o=(CARET | STAR | SLASH | PERCENT | PLUS | MINUS | OP | LT | GT | EQ | LESS_EQUALS | GREATER_EQUALS | NOT_EQUALS)
      { $v = opText($o); } ;

qualAllOp returns [List<String> v]
    : o=allOp { $v = List.of($o.v); }
    | q=qualOperator { $v = $q.v; }
    ;

funcName returns [List<String> v] locals [NameDraft name]
    : n=(IDENT | COLNAME | ARG_NAME | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS |
        ASENSITIVE | ASSERTION | ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL | CALLED |
        CASCADE | CASCADED | CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT |
        COMMITTED | COMPRESSION | CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST |
        CSV | CUBE | CURRENT | CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER |
        DELIMITERS | DEPENDS | DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING
        | ENCRYPTED | ENFORCED | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION |
        EXTERNAL | FAMILY | FILTER | FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED |
        GROUPS | HANDLER | HEADER | HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT
        | INDEX | INDEXES | INHERIT | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL |
        LANGUAGE | LARGE | LAST | LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED |
        MATERIALIZED | MAXVALUE | MERGE | METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC |
        NFKD | NO | NORMALIZED | NOTHING | NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPERATOR | OPTION | OPTIONS |
        ORDINALITY | OTHERS | OVER | OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH |
        PERIOD | PLAN | PLANS | POLICY | PRECEDING | PREPARE | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES |
        PROGRAM | PUBLICATION | QUOTE | QUOTES | RANGE | READ | REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE |
        RENAME | REPEATABLE | REPLACE | REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE |
        ROUTINES | ROWS | RULE | SAVEPOINT | SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE |
        SERVER | SESSION | SET | SETS | SHARE | SHOW | SIMPLE | SKIP_KW | SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT |
        STATISTICS | STDIN | STDOUT | STORAGE | STORED | STRICT | STRING | STRIP | SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE |
        TARGET | TEMP | TEMPLATE | TEMPORARY | TEXT | TIES | TRANSACTION | TRANSFORM | TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE |
        UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED | UNKNOWN | UNLISTEN | UNLOGGED | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR
        | VALUE | VARYING | VERSION | VIEW | VIEWS | VIRTUAL | VOLATILE | WHITESPACE | WITHIN | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES |
        ZONE | BETWEEN | BIGINT | BIT | BOOLEAN | CHAR | CHARACTER | COALESCE | DEC | DECIMAL | EXISTS | EXTRACT | FLOAT | GREATEST | GROUPING | INOUT
        | INT | INTEGER | INTERVAL | JSON | JSON_ARRAY | JSON_ARRAYAGG | JSON_EXISTS | JSON_OBJECT | JSON_OBJECTAGG | JSON_QUERY | JSON_SCALAR |
        JSON_SERIALIZE | JSON_TABLE | JSON_VALUE | LEAST | MERGE_ACTION | NATIONAL | NCHAR | NONE | NORMALIZE | NULLIF | NUMERIC | OUT | OVERLAY |
        POSITION | PRECISION | REAL | ROW | SETOF | SMALLINT | SUBSTRING | TIME | TIMESTAMP | TREAT | TRIM | VALUES | VARCHAR | XMLATTRIBUTES |
        XMLCONCAT | XMLELEMENT | XMLEXISTS | XMLFOREST | XMLNAMESPACES | XMLPARSE | XMLPI | XMLROOT | XMLSERIALIZE | XMLTABLE | JSON_LA |
        AUTHORIZATION | BINARY | COLLATION | CONCURRENTLY | CROSS | CURRENT_SCHEMA | FREEZE | FULL | ILIKE | INNER | IS | ISNULL | JOIN | LEFT | LIKE
        | NATURAL | NOTNULL | OUTER | OVERLAPS | RIGHT | SIMILAR | TABLESAMPLE | VERBOSE | CURRENT_SCHEMA_LA) { $name = new NameDraft($n); $name.beforeDot(this); }
      (DOT (l=colLabel { $name.add($l.v); } | st=STAR { $name.star(at($st)); }))* (nameIndirection { $name.subscripted(this); })?
      { $v = $name.functionName(this, _input.LT(1)); } ;

anyName returns [List<String> v]
    : c=colId ( { $v = List.of($c.v); }
              | { $v = new ArrayList<>(); $v.add($c.v); } (DOT l=colLabel { $v.add($l.v); })+ ) ;

anyNames returns [List<QualifiedName> v = new ArrayList<>()]
    : n=anyName { $v.add(new QualifiedName($n.v, at($n.start, last()))); } (COMMA n=anyName { $v.add(new QualifiedName($n.v, at($n.start, last()))); })* ;

colId returns [String v]
    : n=(IDENT | COLNAME | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS | ASENSITIVE |
        ASSERTION | ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL | CALLED | CASCADE |
        CASCADED | CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT | COMMITTED |
        COMPRESSION | CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST | CSV | CUBE |
        CURRENT | CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER | DELIMITERS |
        DEPENDS | DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING | ENCRYPTED |
        ENFORCED | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION | EXTERNAL | FAMILY |
        FILTER | FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED | GROUPS | HANDLER |
        HEADER | HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT | INDEX | INDEXES
        | INHERIT | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL | LANGUAGE | LARGE |
        LAST | LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED | MATERIALIZED | MAXVALUE |
        MERGE | METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC | NFKD | NO | NORMALIZED |
        NOTHING | NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPERATOR | OPTION | OPTIONS | ORDINALITY | OTHERS | OVER
        | OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH | PERIOD | PLAN | PLANS |
        POLICY | PRECEDING | PREPARE | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES | PROGRAM | PUBLICATION | QUOTE
        | QUOTES | RANGE | READ | REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE | RENAME | REPEATABLE | REPLACE |
        REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE | ROUTINES | ROWS | RULE | SAVEPOINT |
        SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE | SERVER | SESSION | SET | SETS | SHARE
        | SHOW | SIMPLE | SKIP_KW | SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT | STATISTICS | STDIN | STDOUT | STORAGE | STORED
        | STRICT | STRING | STRIP | SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE | TARGET | TEMP | TEMPLATE | TEMPORARY | TEXT | TIES
        | TRANSACTION | TRANSFORM | TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE | UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED |
        UNKNOWN | UNLISTEN | UNLOGGED | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR | VALUE | VARYING | VERSION | VIEW | VIEWS | VIRTUAL |
        VOLATILE | WHITESPACE | WITHIN | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES | ZONE | BETWEEN | BIGINT | BIT | BOOLEAN | CHAR |
        CHARACTER | COALESCE | DEC | DECIMAL | EXISTS | EXTRACT | FLOAT | GREATEST | GROUPING | INOUT | INT | INTEGER | INTERVAL | JSON | JSON_ARRAY |
        JSON_ARRAYAGG | JSON_EXISTS | JSON_OBJECT | JSON_OBJECTAGG | JSON_QUERY | JSON_SCALAR | JSON_SERIALIZE | JSON_TABLE | JSON_VALUE | LEAST |
        MERGE_ACTION | NATIONAL | NCHAR | NONE | NORMALIZE | NULLIF | NUMERIC | OUT | OVERLAY | POSITION | PRECISION | REAL | ROW | SETOF | SMALLINT |
        SUBSTRING | TIME | TIMESTAMP | TREAT | TRIM | VALUES | VARCHAR | XMLATTRIBUTES | XMLCONCAT | XMLELEMENT | XMLEXISTS | XMLFOREST |
        XMLNAMESPACES | XMLPARSE | XMLPI | XMLROOT | XMLSERIALIZE | XMLTABLE | JSON_LA) { $v = str($n); } ;

/// An alias without AS.
aliasId returns [String v]
    : n=(IDENT | COLNAME | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS | ASENSITIVE |
        ASSERTION | ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL | CALLED | CASCADE |
        CASCADED | CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT | COMMITTED |
        COMPRESSION | CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST | CSV | CUBE |
        CURRENT | CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER | DELIMITERS |
        DEPENDS | DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING | ENCRYPTED |
        ENFORCED | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION | EXTERNAL | FAMILY |
        FILTER | FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED | GROUPS | HANDLER |
        HEADER | HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT | INDEX | INDEXES
        | INHERIT | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL | LANGUAGE | LARGE |
        LAST | LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED | MATERIALIZED | MAXVALUE |
        MERGE | METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC | NFKD | NO | NORMALIZED |
        NOTHING | NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPERATOR | OPTION | OPTIONS | ORDINALITY | OTHERS | OVER
        | OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH | PERIOD | PLAN | PLANS |
        POLICY | PRECEDING | PREPARE | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES | PROGRAM | PUBLICATION | QUOTE
        | QUOTES | RANGE | READ | REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE | RENAME | REPEATABLE | REPLACE |
        REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE | ROUTINES | ROWS | RULE | SAVEPOINT |
        SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE | SERVER | SESSION | SET | SETS | SHARE
        | SHOW | SIMPLE | SKIP_KW | SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT | STATISTICS | STDIN | STDOUT | STORAGE | STORED
        | STRICT | STRING | STRIP | SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE | TARGET | TEMP | TEMPLATE | TEMPORARY | TEXT | TIES
        | TRANSACTION | TRANSFORM | TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE | UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED |
        UNKNOWN | UNLISTEN | UNLOGGED | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR | VALUE | VARYING | VERSION | VIEW | VIEWS | VIRTUAL |
        VOLATILE | WHITESPACE | WITHIN | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES | ZONE | BETWEEN | BIGINT | BIT | BOOLEAN | CHAR |
        CHARACTER | COALESCE | DEC | DECIMAL | EXISTS | EXTRACT | FLOAT | GREATEST | GROUPING | INOUT | INT | INTEGER | INTERVAL | JSON | JSON_ARRAY |
        JSON_ARRAYAGG | JSON_EXISTS | JSON_OBJECT | JSON_OBJECTAGG | JSON_QUERY | JSON_SCALAR | JSON_SERIALIZE | JSON_TABLE | JSON_VALUE | LEAST |
        MERGE_ACTION | NATIONAL | NCHAR | NONE | NORMALIZE | NULLIF | NUMERIC | OUT | OVERLAY | POSITION | PRECISION | REAL | ROW | SETOF | SMALLINT |
        SUBSTRING | TIME | TIMESTAMP | TREAT | TRIM | VALUES | VARCHAR | XMLATTRIBUTES | XMLCONCAT | XMLELEMENT | XMLEXISTS | XMLFOREST |
        XMLNAMESPACES | XMLPARSE | XMLPI | XMLROOT | XMLSERIALIZE | XMLTABLE | JSON_LA) { $v = str($n); } ;

aliasIdNoSet returns [String v]
    : n=(IDENT | COLNAME | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS | ASENSITIVE |
        ASSERTION | ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL | CALLED | CASCADE |
        CASCADED | CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT | COMMITTED |
        COMPRESSION | CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST | CSV | CUBE |
        CURRENT | CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER | DELIMITERS |
        DEPENDS | DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING | ENCRYPTED |
        ENFORCED | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION | EXTERNAL | FAMILY |
        FILTER | FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED | GROUPS | HANDLER |
        HEADER | HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT | INDEX | INDEXES
        | INHERIT | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL | LANGUAGE | LARGE |
        LAST | LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED | MATERIALIZED | MAXVALUE |
        MERGE | METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC | NFKD | NO | NORMALIZED |
        NOTHING | NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPERATOR | OPTION | OPTIONS | ORDINALITY | OTHERS | OVER
        | OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH | PERIOD | PLAN | PLANS |
        POLICY | PRECEDING | PREPARE | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES | PROGRAM | PUBLICATION | QUOTE
        | QUOTES | RANGE | READ | REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE | RENAME | REPEATABLE | REPLACE |
        REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE | ROUTINES | ROWS | RULE | SAVEPOINT |
        SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE | SERVER | SESSION | SETS | SHARE | SHOW
        | SIMPLE | SKIP_KW | SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT | STATISTICS | STDIN | STDOUT | STORAGE | STORED |
        STRICT | STRING | STRIP | SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE | TARGET | TEMP | TEMPLATE | TEMPORARY | TEXT | TIES |
        TRANSACTION | TRANSFORM | TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE | UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED |
        UNKNOWN | UNLISTEN | UNLOGGED | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR | VALUE | VARYING | VERSION | VIEW | VIEWS | VIRTUAL |
        VOLATILE | WHITESPACE | WITHIN | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES | ZONE | BETWEEN | BIGINT | BIT | BOOLEAN | CHAR |
        CHARACTER | COALESCE | DEC | DECIMAL | EXISTS | EXTRACT | FLOAT | GREATEST | GROUPING | INOUT | INT | INTEGER | INTERVAL | JSON | JSON_ARRAY |
        JSON_ARRAYAGG | JSON_EXISTS | JSON_OBJECT | JSON_OBJECTAGG | JSON_QUERY | JSON_SCALAR | JSON_SERIALIZE | JSON_TABLE | JSON_VALUE | LEAST |
        MERGE_ACTION | NATIONAL | NCHAR | NONE | NORMALIZE | NULLIF | NUMERIC | OUT | OVERLAY | POSITION | PRECISION | REAL | ROW | SETOF | SMALLINT |
        SUBSTRING | TIME | TIMESTAMP | TREAT | TRIM | VALUES | VARCHAR | XMLATTRIBUTES | XMLCONCAT | XMLELEMENT | XMLEXISTS | XMLFOREST |
        XMLNAMESPACES | XMLPARSE | XMLPI | XMLROOT | XMLSERIALIZE | XMLTABLE | JSON_LA) { $v = str($n); } ;

typeFunctionName returns [String v]
    : n=(IDENT | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS | ASENSITIVE | ASSERTION |
        ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL | CALLED | CASCADE | CASCADED |
        CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT | COMMITTED | COMPRESSION |
        CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST | CSV | CUBE | CURRENT |
        CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER | DELIMITERS | DEPENDS |
        DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING | ENCRYPTED | ENFORCED
        | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION | EXTERNAL | FAMILY | FILTER |
        FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED | GROUPS | HANDLER | HEADER |
        HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT | INDEX | INDEXES | INHERIT
        | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL | LANGUAGE | LARGE | LAST |
        LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED | MATERIALIZED | MAXVALUE | MERGE |
        METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC | NFKD | NO | NORMALIZED | NOTHING |
        NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPERATOR | OPTION | OPTIONS | ORDINALITY | OTHERS | OVER |
        OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH | PERIOD | PLAN | PLANS | POLICY
        | PRECEDING | PREPARE | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES | PROGRAM | PUBLICATION | QUOTE |
        QUOTES | RANGE | READ | REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE | RENAME | REPEATABLE | REPLACE |
        REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE | ROUTINES | ROWS | RULE | SAVEPOINT |
        SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE | SERVER | SESSION | SET | SETS | SHARE
        | SHOW | SIMPLE | SKIP_KW | SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT | STATISTICS | STDIN | STDOUT | STORAGE | STORED
        | STRICT | STRING | STRIP | SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE | TARGET | TEMP | TEMPLATE | TEMPORARY | TEXT | TIES
        | TRANSACTION | TRANSFORM | TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE | UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED |
        UNKNOWN | UNLISTEN | UNLOGGED | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR | VALUE | VARYING | VERSION | VIEW | VIEWS | VIRTUAL |
        VOLATILE | WHITESPACE | WITHIN | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES | ZONE | AUTHORIZATION | BINARY | COLLATION |
        CONCURRENTLY | CROSS | CURRENT_SCHEMA | FREEZE | FULL | ILIKE | INNER | IS | ISNULL | JOIN | LEFT | LIKE | NATURAL | NOTNULL | OUTER |
        OVERLAPS | RIGHT | SIMILAR | TABLESAMPLE | VERBOSE | CURRENT_SCHEMA_LA) { $v = str($n); } ;

colLabel returns [String v]
    : n=(IDENT | COLNAME | LABEL_OP | ARG_NAME | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS
        | ASENSITIVE | ASSERTION | ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL | CALLED |
        CASCADE | CASCADED | CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT |
        COMMITTED | COMPRESSION | CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST |
        CSV | CUBE | CURRENT | CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER |
        DELIMITERS | DEPENDS | DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING
        | ENCRYPTED | ENFORCED | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION |
        EXTERNAL | FAMILY | FILTER | FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED |
        GROUPS | HANDLER | HEADER | HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT
        | INDEX | INDEXES | INHERIT | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL |
        LANGUAGE | LARGE | LAST | LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED |
        MATERIALIZED | MAXVALUE | MERGE | METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC |
        NFKD | NO | NORMALIZED | NOTHING | NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPERATOR | OPTION | OPTIONS |
        ORDINALITY | OTHERS | OVER | OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH |
        PERIOD | PLAN | PLANS | POLICY | PRECEDING | PREPARE | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES |
        PROGRAM | PUBLICATION | QUOTE | QUOTES | RANGE | READ | REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE |
        RENAME | REPEATABLE | REPLACE | REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE |
        ROUTINES | ROWS | RULE | SAVEPOINT | SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE |
        SERVER | SESSION | SET | SETS | SHARE | SHOW | SIMPLE | SKIP_KW | SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT |
        STATISTICS | STDIN | STDOUT | STORAGE | STORED | STRICT | STRING | STRIP | SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE |
        TARGET | TEMP | TEMPLATE | TEMPORARY | TEXT | TIES | TRANSACTION | TRANSFORM | TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE |
        UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED | UNKNOWN | UNLISTEN | UNLOGGED | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR
        | VALUE | VARYING | VERSION | VIEW | VIEWS | VIRTUAL | VOLATILE | WHITESPACE | WITHIN | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES |
        ZONE | BETWEEN | BIGINT | BIT | BOOLEAN | CHAR | CHARACTER | COALESCE | DEC | DECIMAL | EXISTS | EXTRACT | FLOAT | GREATEST | GROUPING | INOUT
        | INT | INTEGER | INTERVAL | JSON | JSON_ARRAY | JSON_ARRAYAGG | JSON_EXISTS | JSON_OBJECT | JSON_OBJECTAGG | JSON_QUERY | JSON_SCALAR |
        JSON_SERIALIZE | JSON_TABLE | JSON_VALUE | LEAST | MERGE_ACTION | NATIONAL | NCHAR | NONE | NORMALIZE | NULLIF | NUMERIC | OUT | OVERLAY |
        POSITION | PRECISION | REAL | ROW | SETOF | SMALLINT | SUBSTRING | TIME | TIMESTAMP | TREAT | TRIM | VALUES | VARCHAR | XMLATTRIBUTES |
        XMLCONCAT | XMLELEMENT | XMLEXISTS | XMLFOREST | XMLNAMESPACES | XMLPARSE | XMLPI | XMLROOT | XMLSERIALIZE | XMLTABLE | JSON_LA |
        AUTHORIZATION | BINARY | COLLATION | CONCURRENTLY | CROSS | CURRENT_SCHEMA | FREEZE | FULL | ILIKE | INNER | IS | ISNULL | JOIN | LEFT | LIKE
        | NATURAL | NOTNULL | OUTER | OVERLAPS | RIGHT | SIMILAR | TABLESAMPLE | VERBOSE | ALL | ANALYSE | ANALYZE | AND | ANY | ARRAY | AS | ASC |
        ASYMMETRIC | BOTH | CASE | CAST | CHECK | COLLATE | COLUMN | CONSTRAINT | CREATE | CURRENT_CATALOG | CURRENT_DATE | CURRENT_ROLE |
        CURRENT_TIME | CURRENT_TIMESTAMP | CURRENT_USER | DEFAULT | DEFERRABLE | DESC | DISTINCT | DO | ELSE | END | EXCEPT | FALSE | FETCH | FOR |
        FOREIGN | FROM | GRANT | GROUP | HAVING | IN | INITIALLY | INTERSECT | INTO | LATERAL | LEADING | LIMIT | LOCALTIME | LOCALTIMESTAMP | NOT |
        NULL | OFFSET | ON | ONLY | OR | ORDER | PLACING | PRIMARY | REFERENCES | RETURNING | SELECT | SESSION_USER | SOME | SYMMETRIC | SYSTEM_USER |
        TABLE | THEN | TO | TRAILING | TRUE | UNION | UNIQUE | USER | USING | VARIADIC | WHEN | WHERE | WINDOW | WITH | AT_LA | DOUBLE_LA |
        UNBOUNDED_LA | CURRENT_LA | CURRENT_OF | NESTED_LA | SIMILAR_SUBSTR | GROUPING_LA | ESCAPE_SUBSTR | FORMAT_LA | COLLATION_LA |
        CURRENT_SCHEMA_LA) { $v = str($n); } ;

bareColLabel returns [String v]
    : n=(IDENT | COLNAME | LABEL_OP | JSON_LA | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALL | ALSO | ALTER |
        ALWAYS | ANALYSE | ANALYZE | ANY | ASC | ASENSITIVE | ASSERTION | ASSIGNMENT | ASYMMETRIC | AT | ATOMIC | ATTACH | ATTRIBUTE | AUTHORIZATION |
        BACKWARD | BEFORE | BEGIN | BIGINT | BINARY | BIT | BOOLEAN | BOTH | BREADTH | BY | CACHE | CALL | CALLED | CASCADE | CASCADED | CASE | CAST |
        CATALOG | CHAIN | CHARACTERISTICS | CHECK | CHECKPOINT | CLASS | CLOSE | CLUSTER | COALESCE | COLLATION | COLUMN | COLUMNS | COMMENT |
        COMMENTS | COMMIT | COMMITTED | COMPRESSION | CONCURRENTLY | CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINT | CONSTRAINTS |
        CONTENT | CONTINUE | CONVERSION | COPY | COST | CROSS | CSV | CUBE | CURRENT | CURRENT_CATALOG | CURRENT_DATE | CURRENT_ROLE | CURRENT_SCHEMA
        | CURRENT_TIME | CURRENT_TIMESTAMP | CURRENT_USER | CURSOR | CYCLE | DATA | DATABASE | DEALLOCATE | DEC | DECIMAL | DECLARE | DEFAULT |
        DEFAULTS | DEFERRABLE | DEFERRED | DEFINER | DELETE | DELIMITER | DELIMITERS | DEPENDS | DEPTH | DESC | DETACH | DICTIONARY | DISABLE |
        DISCARD | DISTINCT | DO | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | ELSE | EMPTY | ENABLE | ENCODING | ENCRYPTED | END | ENFORCED | ENUM |
        ERROR | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXISTS | EXPLAIN | EXPRESSION | EXTENSION | EXTERNAL | EXTRACT | FALSE | FAMILY |
        FINALIZE | FIRST | FLOAT | FOLLOWING | FORCE | FOREIGN | FORMAT | FORWARD | FREEZE | FULL | FUNCTION | FUNCTIONS | GENERATED | GLOBAL |
        GRANTED | GREATEST | GROUPING | GROUPS | HANDLER | HEADER | HOLD | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE |
        INCLUDING | INCREMENT | INDENT | INDEX | INDEXES | INHERIT | INHERITS | INITIALLY | INLINE | INNER | INOUT | INPUT | INSENSITIVE | INSERT |
        INSTEAD | INT | INTEGER | INTERVAL | INVOKER | ISOLATION | JOIN | JSON | JSON_ARRAY | JSON_ARRAYAGG | JSON_EXISTS | JSON_OBJECT |
        JSON_OBJECTAGG | JSON_QUERY | JSON_SCALAR | JSON_SERIALIZE | JSON_TABLE | JSON_VALUE | KEEP | KEY | KEYS | LABEL | LANGUAGE | LARGE | LAST |
        LATERAL | LEADING | LEAKPROOF | LEAST | LEFT | LEVEL | LISTEN | LOAD | LOCAL | LOCALTIME | LOCALTIMESTAMP | LOCATION | LOCK | LOCKED | LOGGED
        | MAPPING | MATCH | MATCHED | MATERIALIZED | MAXVALUE | MERGE | MERGE_ACTION | METHOD | MINVALUE | MODE | MOVE | NAME | NAMES | NATIONAL |
        NATURAL | NCHAR | NESTED | NEW | NEXT | NFC | NFD | NFKC | NFKD | NO | NONE | NORMALIZE | NORMALIZED | NOT | NOTHING | NOTIFY | NOWAIT | NULL
        | NULLIF | NULLS | NUMERIC | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | ONLY | OPTION | OPTIONS | ORDINALITY | OTHERS | OUT | OUTER |
        OVERLAY | OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH | PERIOD | PLACING |
        PLAN | PLANS | POLICY | POSITION | PRECEDING | PREPARE | PREPARED | PRESERVE | PRIMARY | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE |
        PROCEDURES | PROGRAM | PUBLICATION | QUOTE | QUOTES | RANGE | READ | REAL | REASSIGN | RECURSIVE | REF | REFERENCES | REFERENCING | REFRESH |
        REINDEX | RELATIVE | RELEASE | RENAME | REPEATABLE | REPLACE | REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | RIGHT | ROLE
        | ROLLBACK | ROLLUP | ROUTINE | ROUTINES | ROW | ROWS | RULE | SAVEPOINT | SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECURITY | SELECT |
        SEQUENCE | SEQUENCES | SERIALIZABLE | SERVER | SESSION | SESSION_USER | SET | SETOF | SETS | SHARE | SHOW | SIMPLE | SKIP_KW | SMALLINT |
        SNAPSHOT | SOME | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT | STATISTICS | STDIN | STDOUT | STORAGE | STORED | STRICT | STRING |
        STRIP | SUBSCRIPTION | SUBSTRING | SUPPORT | SYMMETRIC | SYSID | SYSTEM | SYSTEM_USER | TABLE | TABLES | TABLESAMPLE | TABLESPACE | TARGET |
        TEMP | TEMPLATE | TEMPORARY | TEXT | THEN | TIES | TIME | TIMESTAMP | TRAILING | TRANSACTION | TRANSFORM | TREAT | TRIGGER | TRIM | TRUE |
        TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE | UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED | UNIQUE | UNKNOWN | UNLISTEN | UNLOGGED |
        UNTIL | UPDATE | USER | USING | VACUUM | VALID | VALIDATE | VALIDATOR | VALUE | VALUES | VARCHAR | VARIADIC | VERBOSE | VERSION | VIEW | VIEWS
        | VIRTUAL | VOLATILE | WHEN | WHITESPACE | WORK | WRAPPER | WRITE | XML | XMLATTRIBUTES | XMLCONCAT | XMLELEMENT | XMLEXISTS | XMLFOREST |
        XMLNAMESPACES | XMLPARSE | XMLPI | XMLROOT | XMLSERIALIZE | XMLTABLE | YES | ZONE | UNBOUNDED_LA | CURRENT_LA | CURRENT_OF | NESTED_LA |
        GROUPING_LA | COLLATION_LA | CURRENT_SCHEMA_LA) { $v = str($n); } ;

nonReservedWord returns [String v]
    : n=(IDENT | COLNAME | CURRENT_SCHEMA_LA | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS |
        ASENSITIVE | ASSERTION | ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL | CALLED |
        CASCADE | CASCADED | CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT |
        COMMITTED | COMPRESSION | CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST |
        CSV | CUBE | CURRENT | CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER |
        DELIMITERS | DEPENDS | DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING
        | ENCRYPTED | ENFORCED | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION |
        EXTERNAL | FAMILY | FILTER | FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED |
        GROUPS | HANDLER | HEADER | HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT
        | INDEX | INDEXES | INHERIT | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL |
        LANGUAGE | LARGE | LAST | LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED |
        MATERIALIZED | MAXVALUE | MERGE | METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC |
        NFKD | NO | NORMALIZED | NOTHING | NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPERATOR | OPTION | OPTIONS |
        ORDINALITY | OTHERS | OVER | OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH |
        PERIOD | PLAN | PLANS | POLICY | PRECEDING | PREPARE | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES |
        PROGRAM | PUBLICATION | QUOTE | QUOTES | RANGE | READ | REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE |
        RENAME | REPEATABLE | REPLACE | REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE |
        ROUTINES | ROWS | RULE | SAVEPOINT | SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE |
        SERVER | SESSION | SET | SETS | SHARE | SHOW | SIMPLE | SKIP_KW | SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT |
        STATISTICS | STDIN | STDOUT | STORAGE | STORED | STRICT | STRING | STRIP | SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE |
        TARGET | TEMP | TEMPLATE | TEMPORARY | TEXT | TIES | TRANSACTION | TRANSFORM | TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE |
        UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED | UNKNOWN | UNLISTEN | UNLOGGED | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR
        | VALUE | VARYING | VERSION | VIEW | VIEWS | VIRTUAL | VOLATILE | WHITESPACE | WITHIN | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES |
        ZONE | BETWEEN | BIGINT | BIT | BOOLEAN | CHAR | CHARACTER | COALESCE | DEC | DECIMAL | EXISTS | EXTRACT | FLOAT | GREATEST | GROUPING | INOUT
        | INT | INTEGER | INTERVAL | JSON | JSON_ARRAY | JSON_ARRAYAGG | JSON_EXISTS | JSON_OBJECT | JSON_OBJECTAGG | JSON_QUERY | JSON_SCALAR |
        JSON_SERIALIZE | JSON_TABLE | JSON_VALUE | LEAST | MERGE_ACTION | NATIONAL | NCHAR | NONE | NORMALIZE | NULLIF | NUMERIC | OUT | OVERLAY |
        POSITION | PRECISION | REAL | ROW | SETOF | SMALLINT | SUBSTRING | TIME | TIMESTAMP | TREAT | TRIM | VALUES | VARCHAR | XMLATTRIBUTES |
        XMLCONCAT | XMLELEMENT | XMLEXISTS | XMLFOREST | XMLNAMESPACES | XMLPARSE | XMLPI | XMLROOT | XMLSERIALIZE | XMLTABLE | JSON_LA |
        AUTHORIZATION | BINARY | COLLATION | CONCURRENTLY | CROSS | CURRENT_SCHEMA | FREEZE | FULL | ILIKE | INNER | IS | ISNULL | JOIN | LEFT | LIKE
        | NATURAL | NOTNULL | OUTER | OVERLAPS | RIGHT | SIMILAR | TABLESAMPLE | VERBOSE) { $v = str($n); } ;

// ---------------------------------------------------------------------------------------------- utility statements

utility returns [Statement v]
    : t=transactionStmt { $v = $t.v; }
    | s=setStmt { $v = $s.v; }
    | rs=resetStmt { $v = $rs.v; }
    | sh=showStmt { $v = $sh.v; }
    | ex=explainStmt { $v = $ex.v; }
    | cp=copyStmt { $v = $cp.v; }
    | pr=prepareStmt { $v = $pr.v; }
    | xe=executeStmt { $v = $xe.v; }
    | de=deallocateStmt { $v = $de.v; }
    | dc=declareStmt { $v = $dc.v; }
    | fe=fetchStmt { $v = $fe.v; }
    | cl=closeStmt { $v = $cl.v; }
    | tr=truncateStmt { $v = $tr.v; }
    | va=vacuumStmt { $v = $va.v; }
    | lk=lockStmt { $v = $lk.v; }
    | dostmt=doStmt { $v = $dostmt.v; }
    | ca=callStmt { $v = $ca.v; }
    | no=notifyStmt { $v = $no.v; }
    | cr=createStmt { $v = $cr.v; }
    | al=alterStmt { $v = $al.v; }
    | dr=dropStmt { $v = $dr.v; }
    | gr=grantStmt { $v = $gr.v; }
    | mi=miscStmt { $v = $mi.v; }
    ;

transactionStmt returns [TransactionStmt v] locals [boolean c, List<DefElem> modes = List.of()]
    : ABORT workOrTransaction ch=andChain { $v = transaction(TransactionStmtKind.ROLLBACK, List.of(), null, null, $ch.v, at()); }
    | START TRANSACTION (m=transactionModes { $modes = $m.v; })? { $v = transaction(TransactionStmtKind.START, $modes, null, null, false, at()); }
    | COMMIT ( workOrTransaction ch=andChain { $v = transaction(TransactionStmtKind.COMMIT, List.of(), null, null, $ch.v, at()); }
             | PREPARED g=SCONST { $v = transaction(TransactionStmtKind.COMMIT_PREPARED, List.of(), null, str($g), false, at()); } )
    | ROLLBACK ( w=workOrTransaction ( ch=andChain { $v = transaction(TransactionStmtKind.ROLLBACK, List.of(), null, null, $ch.v, at()); }
                                     | TO SAVEPOINT? n=colId { $v = transaction(TransactionStmtKind.ROLLBACK_TO, List.of(), $n.v, null, false, at()); } )
               | PREPARED g=SCONST { $v = transaction(TransactionStmtKind.ROLLBACK_PREPARED, List.of(), null, str($g), false, at()); } )
    | SAVEPOINT n=colId { $v = transaction(TransactionStmtKind.SAVEPOINT, List.of(), $n.v, null, false, at()); }
    | RELEASE SAVEPOINT? n=colId { $v = transaction(TransactionStmtKind.RELEASE, List.of(), $n.v, null, false, at()); }
    ;

workOrTransaction : (WORK | TRANSACTION)? ;

andChain returns [boolean v] : (AND (NO CHAIN | CHAIN { $v = true; }))? ;

transactionModes returns [List<DefElem> v = new ArrayList<>()]
    : m=transactionMode { $v.add($m.v); } (COMMA? m=transactionMode { $v.add($m.v); })* ;

transactionMode returns [DefElem v]
    : ISOLATION LEVEL i=isolationLevel { $v = def("transaction_isolation", new StringConst($i.v, at($i.start)), at()); }
    | READ (ONLY { $v = def("transaction_read_only", new IntegerConst(1, at(last())), at()); }
           | WRITE { $v = def("transaction_read_only", new IntegerConst(0, at(last())), at()); })
    | DEFERRABLE { $v = def("transaction_deferrable", new IntegerConst(1, at()), at()); }
    | NOT DEFERRABLE { $v = def("transaction_deferrable", new IntegerConst(0, at()), at()); }
    ;

isolationLevel returns [String v]
    : READ (UNCOMMITTED { $v = "read uncommitted"; } | COMMITTED { $v = "read committed"; })
    | REPEATABLE READ { $v = "repeatable read"; }
    | SERIALIZABLE { $v = "serializable"; }
    ;

setStmt returns [Statement v]
    : SET ( k=(LOCAL | SESSION)? r=setRest { $v = set($r.v, $k, at()); }
          | CONSTRAINTS c=constraintNames (DEFERRED { $v = new ConstraintsSetStmt($c.v, true, at()); } | IMMEDIATE { $v = new ConstraintsSetStmt($c.v, false, at()); })
          ) ;

constraintNames returns [List<RangeVar> v = List.of()]
    : ALL | q=qualifiedNames { $v = $q.v; } ;

setRest returns [VariableSetStmt v]
    : TRANSACTION ( m=transactionModes { $v = multi("TRANSACTION", $m.v, at()); }
                  | SNAPSHOT s=SCONST { $v = multi("TRANSACTION SNAPSHOT", List.of(new StringConst(str($s), at($s))), at()); } )
    | SESSION CHARACTERISTICS AS TRANSACTION m=transactionModes { $v = multi("SESSION CHARACTERISTICS", $m.v, at()); }
    | r=setRestMore { $v = $r.v; }
    ;

setRestMore returns [VariableSetStmt v]
    : n=varName ( (TO | EQ) ( DEFAULT { $v = setDefault($n.v, at()); } | l=varValues { $v = setValue($n.v, $l.v, at()); } )
                | FROM CURRENT { $v = new VariableSetStmt(VariableSetKind.CURRENT, $n.v, List.of(), false, at()); } )
    | TIME ZONE z=zoneValue { $v = $z.v == null ? setDefault("timezone", at()) : setValue("timezone", List.of($z.v), at()); }
    | CATALOG c=SCONST { notImplemented("current database cannot be changed", $c); }
    | SCHEMA s=SCONST { $v = setValue("search_path", List.of(new StringConst(str($s), at($s))), at()); }
    | NAMES ( (s=SCONST { $v = setValue("client_encoding", List.of(new StringConst(str($s), at($s))), at()); } | DEFAULT { $v = setDefault("client_encoding", at()); })
            | { $v = setDefault("client_encoding", at()); } )
    | ROLE w=nonReservedOrString { $v = setValue("role", List.of(new StringConst($w.v, at($w.start))), at()); }
    | SESSION AUTHORIZATION ( DEFAULT { $v = setDefault("session_authorization", at()); }
                            | w=nonReservedOrString { $v = setValue("session_authorization", List.of(new StringConst($w.v, at($w.start))), at()); } )
    | XML OPTION o=documentOrContent { $v = setValue("xmloption", List.of(new StringConst($o.v == XmlOptionType.DOCUMENT ? "DOCUMENT" : "CONTENT", at($o.start))), at()); }
    ;

varName returns [String v]
    : c=colId { $v = $c.v; } (DOT c=colId { $v = $v + "." + $c.v; })* ;

varValues returns [List<Node> v = new ArrayList<>()]
    : a=varValue { $v.add($a.v); } (COMMA a=varValue { $v.add($a.v); })* ;

varValue returns [Node v]
    : b=booleanOrString { $v = new StringConst($b.v, at()); }
    | n=numericOnly { $v = $n.v; }
    ;

booleanOrString returns [String v]
    : TRUE { $v = "true"; } | FALSE { $v = "false"; } | ON { $v = "on"; } | w=nonReservedOrString { $v = $w.v; } ;

nonReservedOrString returns [String v]
    : w=nonReservedWord { $v = $w.v; } | s=SCONST { $v = str($s); } ;

zoneValue returns [Node v]
    : s=SCONST { $v = new StringConst(str($s), at()); }
    | i=IDENT { $v = new StringConst(str($i), at()); }
    | k=INTERVAL ( c=SCONST iv=intervalFields { $v = zoneInterval(literalCast(intervalLiteral($k, $iv.v), $c), $iv.start); }
                 | LP p=ICONST RP { TypeName t = intervalPrecision($k, $p); } c=SCONST { $v = literalCast(t, $c); } )
    | n=numericOnly { $v = $n.v; }
    | DEFAULT
    | LOCAL
    ;

numericOnly returns [AConst v]
    : n=FCONST { $v = new FloatConst(str($n), at()); }
    | n=ICONST { $v = integer($n); }
    | s=(PLUS | MINUS) n=(ICONST | FCONST) { $v = signed($s, $n); }
    ;

signedIconst returns [int v]
    : n=ICONST { $v = intValue($n); }
    | PLUS n=ICONST { $v = intValue($n); }
    | MINUS n=ICONST { $v = -intValue($n); }
    ;

resetStmt returns [VariableSetStmt v] : RESET r=resetRest[startToken()] { $v = $r.v; } ;

resetRest [SqlToken first] returns [VariableSetStmt v]
    : n=varName { $v = reset($n.v, from(first)); }
    | TIME ZONE { $v = reset("timezone", from(first)); }
    | TRANSACTION ISOLATION LEVEL { $v = reset("transaction_isolation", from(first)); }
    | SESSION AUTHORIZATION { $v = reset("session_authorization", from(first)); }
    | ALL { $v = new VariableSetStmt(VariableSetKind.RESET_ALL, null, List.of(), false, from(first)); }
    ;

showStmt returns [VariableShowStmt v]
    : SHOW ( n=varName { $v = new VariableShowStmt($n.v, at()); }
           | TIME ZONE { $v = new VariableShowStmt("timezone", at()); }
           | TRANSACTION ISOLATION LEVEL { $v = new VariableShowStmt("transaction_isolation", at()); }
           | SESSION AUTHORIZATION { $v = new VariableShowStmt("session_authorization", at()); }
           | ALL { $v = new VariableShowStmt("all", at()); } ) ;

explainStmt returns [ExplainStmt v] locals [List<DefElem> o = new ArrayList<>()]
    : EXPLAIN ( LP l=utilityOptions RP { $o.addAll($l.v); }
              | (a=(ANALYZE | ANALYSE) { $o.add(def("analyze", null, at($a))); })? (b=VERBOSE { $o.add(def("verbose", null, at($b))); })? )
      s=explainable { $v = new ExplainStmt($s.v, $o, at()); } ;

explainable returns [Statement v]
    : p=preparable { $v = $p.v; }
    | d=declareStmt { $v = $d.v; }
    | { explainableStart(); } c=createStmt { $v = explainableCreate($c.v); }
    | r=refreshStmt { $v = $r.v; }
    | e=executeStmt { $v = $e.v; }
    ;

utilityOptions returns [List<DefElem> v = new ArrayList<>()]
    : o=utilityOption { $v.add($o.v); } (COMMA o=utilityOption { $v.add($o.v); })* ;

utilityOption returns [DefElem v] locals [Node a]
    : n=utilityOptionName ( b=booleanOrString { $a = new StringConst($b.v, at($b.start)); } | m=numericOnly { $a = $m.v; } )?
      { $v = def($n.v, $a, at()); } ;

utilityOptionName returns [String v]
    : w=nonReservedWord { $v = $w.v; }
    | (ANALYZE | ANALYSE) { $v = "analyze"; }
    | FORMAT_LA { $v = "format"; }
    ;

copyStmt returns [CopyStmt v] locals [CopyDraft d = new CopyDraft()]
    : COPY ( (bi=BINARY { $d.binary(at($bi)); })? q=qualifiedName { $d.relation = $q.v; } (LP c=columnNames RP { $d.columns = $c.v; })?
             (FROM { $d.isFrom = true; } | TO)
           | LPS s=selectStmt RP { $d.query = $s.v; } TO
           | LP p=preparable RP { $d.query = $p.v; } TO
           )
      (PROGRAM { $d.isProgram = true; })?
      ( f=SCONST { $d.filename = str($f); } | STDIN { copyStd($d, $STDIN); } | STDOUT { copyStd($d, $STDOUT); } )
      (u=USING? DELIMITERS x=SCONST { $d.options.add(def("delimiter", new StringConst(str($x), at($x)), at($x))); })?
      optWith
      ( LP copyGenericOption[$d] (COMMA copyGenericOption[$d])* RP | (copyOldOption[$d])* )
      (w=whereClause { copyWhere($d, $w.v, $w.start); })?
      { $v = $d.build(at()); } ;

copyGenericOption [CopyDraft d] locals [Node a]
    : n=copyOptionName ( b=booleanOrString { $a = new StringConst($b.v, at($b.start)); }
                 | m=numericOnly { $a = $m.v; }
                 | DEFAULT { $a = new StringConst("default", at(last())); }
                 | s=STAR { $a = new AStar(at($s)); }
                 | LP l=booleanOrStrings RP { $a = new NodeList($l.v, at($l.start, last())); }
                 )? { d.options.add(def($n.v, $a, at())); } ;

copyOptionName returns [String v] : l=colLabel { $v = $l.v; } | FORMAT_LA { $v = "format"; } | NULLS_LA { $v = "nulls"; } ;

booleanOrStrings returns [List<Node> v = new ArrayList<>()]
    : b=booleanOrString { $v.add(new StringConst($b.v, at($b.start))); } (COMMA b=booleanOrString { $v.add(new StringConst($b.v, at($b.start))); })* ;

copyOldOption [CopyDraft d]
    : BINARY { d.option("format", new StringConst("binary", at()), at()); }
    | FREEZE { d.option("freeze", new BooleanConst(true, at()), at()); }
    | k=(DELIMITER | NULL | QUOTE | ESCAPE) AS? s=SCONST { d.option(str($k), new StringConst(str($s), at($s)), at()); }
    | CSV { d.option("format", new StringConst("csv", at()), at()); }
    | HEADER { d.option("header", new BooleanConst(true, at()), at()); }
    | FORCE ( QUOTE (c=columnNames { d.option("force_quote", names($c.v, at($c.start, last())), at()); } | st=STAR { d.option("force_quote", new AStar(at($st)), at()); })
            | NOT NULL (c=columnNames { d.option("force_not_null", names($c.v, at($c.start, last())), at()); } | st=STAR { d.option("force_not_null", new AStar(at($st)), at()); })
            | NULL (c=columnNames { d.option("force_null", names($c.v, at($c.start, last())), at()); } | st=STAR { d.option("force_null", new AStar(at($st)), at()); }) )
    | ENCODING s=SCONST { d.option("encoding", new StringConst(str($s), at($s)), at()); }
    ;

prepareStmt returns [Statement v] locals [List<TypeName> types = List.of()]
    : PREPARE TRANSACTION g=SCONST { $v = transaction(TransactionStmtKind.PREPARE, List.of(), null, str($g), false, at()); }
    | PREPARE n=colId (LP t=typeNames RP { $types = $t.v; })? AS p=preparable { $v = new PrepareStmt($n.v, $types, $p.v, at()); } ;

typeNames returns [List<TypeName> v = new ArrayList<>()]
    : t=typeName { $v.add($t.v); } (COMMA t=typeName { $v.add($t.v); })* ;

executeStmt returns [ExecuteStmt v] locals [List<Expr> p = List.of()]
    : EXECUTE n=colId (LP l=exprList RP { $p = $l.v; })? { $v = new ExecuteStmt($n.v, $p, at()); } ;

deallocateStmt returns [DeallocateStmt v]
    : DEALLOCATE ( ALL { $v = new DeallocateStmt(null, true, at()); }
                 | PREPARE ( ALL { $v = new DeallocateStmt(null, true, at()); } | n=colId { $v = new DeallocateStmt($n.v, false, at()); }
                            | { $v = new DeallocateStmt("prepare", false, at()); } )
                 | m=colIdNotPrepare { $v = new DeallocateStmt($m.v, false, at()); } ) ;

declareStmt returns [DeclareCursorStmt v] locals [int o]
    : DECLARE n=colId ( NO SCROLL { $o |= CursorOptions.NO_SCROLL; } | SCROLL { $o |= CursorOptions.SCROLL; }
                      | BINARY { $o |= CursorOptions.BINARY; } | ASENSITIVE { $o |= CursorOptions.ASENSITIVE; }
                      | INSENSITIVE { $o |= CursorOptions.INSENSITIVE; } )*
      CURSOR (WITH HOLD { $o |= CursorOptions.HOLD; } | WITHOUT HOLD)? FOR s=cursorQuery
      { $v = new DeclareCursorStmt($n.v, $o, $s.v, at()); } ;

cursorQuery returns [SelectStmt v] : s=selectStmt { $v = $s.v; } ;

fetchStmt returns [FetchStmt v]
    : k=(FETCH | MOVE) f=fetchArgs[$k.type == MOVE] { $v = $f.v.build(at()); } ;

fetchArgs [boolean move] returns [FetchDraft v]
@init { _localctx.v = new FetchDraft(move); }
    : n=colId { $v.name = $n.v; }
    | (FROM | IN) n=colId { $v.name = $n.v; }
    | d=fetchDirection[$v] (FROM | IN)? n=colId { $v.name = $n.v; }
    ;

fetchDirection [FetchDraft f]
    : (NEXT | FORWARD) { f.set(FetchDirection.FORWARD, 1); }
    | (PRIOR | BACKWARD) { f.set(FetchDirection.BACKWARD, 1); }
    | FIRST { f.set(FetchDirection.ABSOLUTE, 1); }
    | LAST { f.set(FetchDirection.ABSOLUTE, -1); }
    | ABSOLUTE n=signedIconst { f.set(FetchDirection.ABSOLUTE, $n.v); }
    | RELATIVE n=signedIconst { f.set(FetchDirection.RELATIVE, $n.v); }
    | n=signedIconst { f.set(FetchDirection.FORWARD, $n.v); }
    | ALL { f.set(FetchDirection.FORWARD, Long.MAX_VALUE); }
    | FORWARD n=signedIconst { f.set(FetchDirection.FORWARD, $n.v); }
    | FORWARD ALL { f.set(FetchDirection.FORWARD, Long.MAX_VALUE); }
    | BACKWARD n=signedIconst { f.set(FetchDirection.BACKWARD, $n.v); }
    | BACKWARD ALL { f.set(FetchDirection.BACKWARD, Long.MAX_VALUE); }
    ;

closeStmt returns [ClosePortalStmt v]
    : CLOSE ( ALL { $v = new ClosePortalStmt(null, at()); } | n=colId { $v = new ClosePortalStmt($n.v, at()); } ) ;

truncateStmt returns [TruncateStmt v] locals [boolean restart]
    : TRUNCATE TABLE? r=relationExprs (CONTINUE IDENTITY | RESTART IDENTITY { $restart = true; })? b=dropBehavior
      { $v = new TruncateStmt($r.v, $restart, $b.v, at()); } ;

dropBehavior returns [DropBehavior v = DropBehavior.RESTRICT] : (CASCADE { $v = DropBehavior.CASCADE; } | RESTRICT)? ;

vacuumStmt returns [VacuumStmt v] locals [List<DefElem> o = new ArrayList<>(), List<VacuumRelation> r = List.of()]
    : VACUUM ( LP l=utilityOptions RP { $o.addAll($l.v); }
             | (f=FULL { $o.add(def("full", null, at($f))); })? (z=FREEZE { $o.add(def("freeze", null, at($z))); })?
               (b=VERBOSE { $o.add(def("verbose", null, at($b))); })? (a=(ANALYZE | ANALYSE) { $o.add(def("analyze", null, at($a))); })? )
      (x=vacuumRelations { $r = $x.v; })? { $v = new VacuumStmt($o, $r, true, at()); }
    | (ANALYZE | ANALYSE) ( LP l=utilityOptions RP { $o.addAll($l.v); } | (b=VERBOSE { $o.add(def("verbose", null, at($b))); })? )
      (x=vacuumRelations { $r = $x.v; })? { $v = new VacuumStmt($o, $r, false, at()); }
    ;

vacuumRelations returns [List<VacuumRelation> v = new ArrayList<>()]
    : r=vacuumRelation { $v.add($r.v); } (COMMA r=vacuumRelation { $v.add($r.v); })* ;

vacuumRelation returns [VacuumRelation v] : r=relationExpr c=optColumns { $v = new VacuumRelation($r.v, $c.v, at()); } ;

lockStmt returns [LockStmt v] locals [LockMode m = LockMode.ACCESS_EXCLUSIVE, boolean nowait]
    : LOCK TABLE? r=relationExprs
      (IN ( ACCESS (SHARE { $m = LockMode.ACCESS_SHARE; } | EXCLUSIVE { $m = LockMode.ACCESS_EXCLUSIVE; })
          | ROW (SHARE { $m = LockMode.ROW_SHARE; } | EXCLUSIVE { $m = LockMode.ROW_EXCLUSIVE; })
          | COLNAME { isWord(last(), "row"); } (SHARE { $m = LockMode.ROW_SHARE; } | EXCLUSIVE { $m = LockMode.ROW_EXCLUSIVE; })
          | SHARE { $m = LockMode.SHARE; } (UPDATE EXCLUSIVE { $m = LockMode.SHARE_UPDATE_EXCLUSIVE; } | (ROW | COLNAME) { isWord(last(), "row"); } EXCLUSIVE { $m = LockMode.SHARE_ROW_EXCLUSIVE; })?
          | EXCLUSIVE { $m = LockMode.EXCLUSIVE; }
          ) MODE)?
      (NOWAIT { $nowait = true; })? { $v = new LockStmt($r.v, $m, $nowait, at()); } ;

doStmt returns [DoStmt v] locals [List<DefElem> o = new ArrayList<>()]
    : DO ( s=SCONST { $o.add(def("as", new StringConst(str($s), at($s)), at($s))); }
         | LANGUAGE w=nonReservedOrString { $o.add(def("language", new StringConst($w.v, at($w.start)), at($w.start))); } )+
      { $v = new DoStmt($o, at()); } ;

callStmt returns [CallStmt v] locals [CallDraft c = new CallDraft()]
    : CALL n=funcName { Position start = at($n.start); } LP callArgs[$c] RP { $v = new CallStmt((FuncCall) call($n.v, $c, at($n.start, last())), at()); } ;

notifyStmt returns [Statement v]
    : LISTEN n=colId { $v = new ListenStmt($n.v, at()); }
    | UNLISTEN ( STAR { $v = new UnlistenStmt(null, at()); } | n=colId { $v = new UnlistenStmt($n.v, at()); } )
    | NOTIFY n=colId (COMMA s=SCONST)? { $v = new NotifyStmt($n.v, $s == null ? null : str($s), at()); }
    | LOAD s=SCONST { $v = new LoadStmt(str($s), at()); }
    | CHECKPOINT { $v = new CheckPointStmt(at()); }
    | DISCARD ( ALL { $v = new DiscardStmt(DiscardMode.ALL, at()); } | (TEMP | TEMPORARY) { $v = new DiscardStmt(DiscardMode.TEMP, at()); }
              | PLANS { $v = new DiscardStmt(DiscardMode.PLANS, at()); } | SEQUENCES { $v = new DiscardStmt(DiscardMode.SEQUENCES, at()); } )
    ;

colIdNotPrepare returns [String v] : n=(IDENT | COLNAME | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER
        | ALWAYS | ASENSITIVE | ASSERTION | ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL |
        CALLED | CASCADE | CASCADED | CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT
        | COMMITTED | COMPRESSION | CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST
        | CSV | CUBE | CURRENT | CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER |
        DELIMITERS | DEPENDS | DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING
        | ENCRYPTED | ENFORCED | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION |
        EXTERNAL | FAMILY | FILTER | FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED |
        GROUPS | HANDLER | HEADER | HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT
        | INDEX | INDEXES | INHERIT | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL |
        LANGUAGE | LARGE | LAST | LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED |
        MATERIALIZED | MAXVALUE | MERGE | METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC |
        NFKD | NO | NORMALIZED | NOTHING | NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPERATOR | OPTION | OPTIONS |
        ORDINALITY | OTHERS | OVER | OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH |
        PERIOD | PLAN | PLANS | POLICY | PRECEDING | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES | PROGRAM |
        PUBLICATION | QUOTE | QUOTES | RANGE | READ | REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE | RENAME |
        REPEATABLE | REPLACE | REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE | ROUTINES | ROWS
        | RULE | SAVEPOINT | SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE | SERVER | SESSION
        | SET | SETS | SHARE | SHOW | SIMPLE | SKIP_KW | SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT | STATISTICS | STDIN |
        STDOUT | STORAGE | STORED | STRICT | STRING | STRIP | SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE | TARGET | TEMP | TEMPLATE
        | TEMPORARY | TEXT | TIES | TRANSACTION | TRANSFORM | TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE | UNBOUNDED | UNCOMMITTED |
        UNCONDITIONAL | UNENCRYPTED | UNKNOWN | UNLISTEN | UNLOGGED | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR | VALUE | VARYING |
        VERSION | VIEW | VIEWS | VIRTUAL | VOLATILE | WHITESPACE | WITHIN | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES | ZONE | BETWEEN |
        BIGINT | BIT | BOOLEAN | CHAR | CHARACTER | COALESCE | DEC | DECIMAL | EXISTS | EXTRACT | FLOAT | GREATEST | GROUPING | INOUT | INT | INTEGER
        | INTERVAL | JSON | JSON_ARRAY | JSON_ARRAYAGG | JSON_EXISTS | JSON_OBJECT | JSON_OBJECTAGG | JSON_QUERY | JSON_SCALAR | JSON_SERIALIZE |
        JSON_TABLE | JSON_VALUE | LEAST | MERGE_ACTION | NATIONAL | NCHAR | NONE | NORMALIZE | NULLIF | NUMERIC | OUT | OVERLAY | POSITION | PRECISION
        | REAL | ROW | SETOF | SMALLINT | SUBSTRING | TIME | TIMESTAMP | TREAT | TRIM | VALUES | VARCHAR | XMLATTRIBUTES | XMLCONCAT | XMLELEMENT |
        XMLEXISTS | XMLFOREST | XMLNAMESPACES | XMLPARSE | XMLPI | XMLROOT | XMLSERIALIZE | XMLTABLE | JSON_LA) { $v = str($n); } ;

// ---------------------------------------------------------------------------------------------- options

/// (name = value, namespace.name = value)
relOptions returns [List<DefElem> v = new ArrayList<>()]
    : LP o=relOption { $v.add($o.v); } (COMMA o=relOption { $v.add($o.v); })* RP ;

relOption returns [DefElem v] locals [String ns, Node a]
    : n=colLabel { String nm = $n.v; } (DOT m=colLabel { $ns = nm; nm = $m.v; })? (EQ d=defArg { $a = $d.v; })?
      { $v = new DefElem($ns, nm, $a, DefElemAction.UNSPEC, at()); } ;

defArg returns [Node v]
    : t=funcType { $v = notOperator($t.start, $t.v); }
    | r=(ALL | ANALYSE | ANALYZE | AND | ANY | ARRAY | AS | ASC | ASYMMETRIC | BOTH | CASE | CAST | CHECK | COLLATE | COLUMN | CONSTRAINT | CREATE |
        CURRENT_CATALOG | CURRENT_DATE | CURRENT_ROLE | CURRENT_TIME | CURRENT_TIMESTAMP | CURRENT_USER | DEFAULT | DEFERRABLE | DESC | DISTINCT | DO
        | ELSE | END | EXCEPT | FALSE | FETCH | FOR | FOREIGN | FROM | GRANT | GROUP | HAVING | IN | INITIALLY | INTERSECT | INTO | LATERAL | LEADING
        | LIMIT | LOCALTIME | LOCALTIMESTAMP | NOT | NULL | OFFSET | ON | ONLY | OR | ORDER | PLACING | PRIMARY | REFERENCES | RETURNING | SELECT |
        SESSION_USER | SOME | SYMMETRIC | SYSTEM_USER | TABLE | THEN | TO | TRAILING | TRUE | UNION | UNIQUE | USER | USING | VARIADIC | WHEN | WHERE
        | WINDOW | WITH) { $v = new StringConst(str($r), at()); }
    | q=qualAllOp { $v = new QualifiedName($q.v, at()); }
    | n=numericOnly { $v = $n.v; }
    | s=SCONST { $v = new StringConst(str($s), at()); }
    | NONE { $v = new StringConst("none", at()); }
    ;

/// (name = value) of CREATE AGGREGATE, TYPE...
definition returns [List<DefElem> v = new ArrayList<>()]
    : LP e=defElem { $v.add($e.v); } (COMMA e=defElem { $v.add($e.v); })* RP ;

defElem returns [DefElem v] locals [Node a]
    : n=colLabel (EQ d=defArg { $a = $d.v; })? { $v = def($n.v, $a, at()); } ;

funcType returns [TypeName v] locals [NameDraft name]
    : (s=SETOF)? n=(IDENT | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS | ASENSITIVE |
        ASSERTION | ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL | CALLED | CASCADE |
        CASCADED | CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT | COMMITTED |
        COMPRESSION | CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST | CSV | CUBE |
        CURRENT | CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER | DELIMITERS |
        DEPENDS | DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING | ENCRYPTED |
        ENFORCED | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION | EXTERNAL | FAMILY |
        FILTER | FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED | GROUPS | HANDLER |
        HEADER | HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT | INDEX | INDEXES
        | INHERIT | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL | LANGUAGE | LARGE |
        LAST | LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED | MATERIALIZED | MAXVALUE |
        MERGE | METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC | NFKD | NO | NORMALIZED |
        NOTHING | NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPERATOR | OPTION | OPTIONS | ORDINALITY | OTHERS | OVER
        | OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH | PERIOD | PLAN | PLANS |
        POLICY | PRECEDING | PREPARE | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES | PROGRAM | PUBLICATION | QUOTE
        | QUOTES | RANGE | READ | REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE | RENAME | REPEATABLE | REPLACE |
        REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE | ROUTINES | ROWS | RULE | SAVEPOINT |
        SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE | SERVER | SESSION | SET | SETS | SHARE
        | SHOW | SIMPLE | SKIP_KW | SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT | STATISTICS | STDIN | STDOUT | STORAGE | STORED
        | STRICT | STRING | STRIP | SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE | TARGET | TEMP | TEMPLATE | TEMPORARY | TEXT | TIES
        | TRANSACTION | TRANSFORM | TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE | UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED |
        UNKNOWN | UNLISTEN | UNLOGGED | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR | VALUE | VARYING | VERSION | VIEW | VIEWS | VIRTUAL |
        VOLATILE | WHITESPACE | WITHIN | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES | ZONE | AUTHORIZATION | BINARY | COLLATION |
        CONCURRENTLY | CROSS | CURRENT_SCHEMA | FREEZE | FULL | ILIKE | INNER | IS | ISNULL | JOIN | LEFT | LIKE | NATURAL | NOTNULL | OUTER |
        OVERLAPS | RIGHT | SIMILAR | TABLESAMPLE | VERBOSE | CURRENT_SCHEMA_LA) { $name = new NameDraft($n); } (DOT l=colLabel { $name.add($l.v); })+ PERCENT TYPE
      { $v = new TypeName($name.parts, $s != null, true, List.of(), List.of(), at()); }
    | t=typeName { $v = $t.v; }
    ;

/// Both words are the same to the parser here, so that the error is what follows.
optWith : (WITH | WITH_LA)? ;

withOptions returns [List<DefElem> v = List.of()]
    : (WITH o=relOptions { $v = $o.v; } | WITHOUT OIDS)? ;

genericOptions returns [List<DefElem> v = List.of()]
    : (OPTIONS LP { $v = new ArrayList<>(); } o=genericOption { $v.add($o.v); } (COMMA o=genericOption { $v.add($o.v); })* RP)? ;

genericOption returns [DefElem v] : n=colLabel s=SCONST { $v = def($n.v, new StringConst(str($s), at($s)), at()); } ;

alterGenericOptions returns [List<DefElem> v = new ArrayList<>()]
    : OPTIONS LP o=alterGenericOption { $v.add($o.v); } (COMMA o=alterGenericOption { $v.add($o.v); })* RP ;

alterGenericOption returns [DefElem v]
    : o=genericOption { $v = $o.v; }
    | SET o=genericOption { $v = action($o.v, DefElemAction.SET, at()); }
    | ADD o=genericOption { $v = action($o.v, DefElemAction.ADD, at()); }
    | DROP n=colLabel { $v = new DefElem(null, $n.v, null, DefElemAction.DROP, at()); }
    ;

ifNotExists returns [boolean v] : (IF NOT EXISTS { $v = true; })? ;

/// Where no name may stand, so that IF can be nothing else.
ifNotExistsOnly returns [boolean v] : (IF NOT EXISTS { $v = true; })? ;

ifExistsOnly returns [boolean v] : (IF EXISTS { $v = true; })? ;

ifExists returns [boolean v] : (IF EXISTS { $v = true; })? ;

onCommit returns [OnCommitAction v = OnCommitAction.NOOP]
    : (ON COMMIT (DROP { $v = OnCommitAction.DROP; } | DELETE ROWS { $v = OnCommitAction.DELETE_ROWS; } | PRESERVE ROWS { $v = OnCommitAction.PRESERVE_ROWS; }))? ;

tableSpace returns [String v] : (TABLESPACE n=colId { $v = $n.v; })? ;

usingMethod returns [String v] : (USING n=colId { $v = $n.v; })? ;

// ---------------------------------------------------------------------------------------------- CREATE TABLE

tableElements returns [List<TableElement> v = List.of()]
    : (e=tableElement { $v = new ArrayList<>(); $v.add($e.v); } (COMMA e=tableElement { $v.add($e.v); })*)? ;

tableElement returns [TableElement v]
    : c=columnDef { $v = $c.v; }
    | LIKE q=qualifiedName { int o = 0; } ( (INCLUDING k=likeOption { o |= $k.v; }) | (EXCLUDING k=likeOption { o &= ~$k.v; }) )*
      { $v = new TableLikeClause($q.v, o, at()); }
    | t=tableConstraint { $v = $t.v; }
    ;

likeOption returns [int v]
    : COMMENTS { $v = TableLikeOption.COMMENTS; } | COMPRESSION { $v = TableLikeOption.COMPRESSION; }
    | CONSTRAINTS { $v = TableLikeOption.CONSTRAINTS; } | DEFAULTS { $v = TableLikeOption.DEFAULTS; }
    | IDENTITY { $v = TableLikeOption.IDENTITY; } | GENERATED { $v = TableLikeOption.GENERATED; }
    | INDEXES { $v = TableLikeOption.INDEXES; } | STATISTICS { $v = TableLikeOption.STATISTICS; }
    | STORAGE { $v = TableLikeOption.STORAGE; } | ALL { $v = TableLikeOption.ALL; }
    ;

columnDef returns [ColumnDef v] locals [ColumnDraft d]
    : n=colId t=typeName { $d = new ColumnDraft($n.v, $t.v); }
      (STORAGE (s=colId { $d.storage = $s.v; } | DEFAULT { $d.storage = "default"; }))?
      (COMPRESSION (s=colId { $d.compression = $s.v; } | DEFAULT { $d.compression = "default"; }))?
      g=genericOptions { $d.fdwOptions = $g.v; } columnQuals[$d]
      { $v = $d.build(at()); } ;

columnQuals [ColumnDraft d] : columnQual[d]* ;

columnQual [ColumnDraft d]
    : CONSTRAINT n=colId c=columnConstraint { d.constraint(named($c.v, $n.v, at())); }
    | c=columnConstraint { d.constraint($c.v.build(at())); }
    | k=constraintAttr { d.constraint($k.v); }
    | cc=collateClause { d.collate(this, $cc.v); }
    ;

constraintAttr returns [Constraint v]
    : DEFERRABLE { $v = attribute(ConstrType.ATTR_DEFERRABLE, at()); }
    | NOT DEFERRABLE { $v = attribute(ConstrType.ATTR_NOT_DEFERRABLE, at()); }
    | INITIALLY DEFERRED { $v = attribute(ConstrType.ATTR_DEFERRED, at()); }
    | INITIALLY IMMEDIATE { $v = attribute(ConstrType.ATTR_IMMEDIATE, at()); }
    | ENFORCED { $v = attribute(ConstrType.ATTR_ENFORCED, at()); }
    | NOT ENFORCED { $v = attribute(ConstrType.ATTR_NOT_ENFORCED, at()); }
    ;

columnConstraint returns [ConstraintDraft v]
    : NOT NULL { $v = draft(ConstrType.NOTNULL); } (NO INHERIT { $v.noInherit = true; })?
    | NULL { $v = draft(ConstrType.NULL); }
    | UNIQUE { $v = draft(ConstrType.UNIQUE); } nullsDistinct[$v] indexTail[$v]
    | PRIMARY KEY { $v = draft(ConstrType.PRIMARY); } indexTail[$v]
    | CHECK LP a=aExpr RP { $v = draft(ConstrType.CHECK); $v.expr = $a.v; $v.validFromStart(); } (NO INHERIT { $v.noInherit = true; })?
    | DEFAULT b=bExpr { $v = draft(ConstrType.DEFAULT); $v.expr = $b.v; }
    | GENERATED w=generatedWhen AS
      ( IDENTITY { $v = draft(ConstrType.IDENTITY); $v.generatedWhen = $w.v; } (LP o=seqOptions RP { $v.options = $o.v; })?
      | LP a=aExpr RP { $v = draft(ConstrType.GENERATED); $v.generated(this, $w.v, $w.start, $a.v); } (STORED { $v.generatedKind = 's'; } | VIRTUAL)?
      )
    | REFERENCES q=qualifiedName { $v = draft(ConstrType.FOREIGN); $v.references($q.v); } (LP c=columnNames RP { $v.pkAttrs = $c.v; })? foreignTail[$v]
    ;

generatedWhen returns [char v] : ALWAYS { $v = 'a'; } | BY DEFAULT { $v = 'd'; } ;

nullsDistinct [ConstraintDraft d] : (NULLS (NOT { d.nullsNotDistinct = true; })? DISTINCT)? ;

/// WITH (...) and USING INDEX TABLESPACE behind a key.
indexTail [ConstraintDraft d]
    : (WITH o=definition { d.options = $o.v; })? (USING INDEX TABLESPACE t=colId { d.indexSpace = $t.v; })? ;

foreignTail [ConstraintDraft d]
    : (MATCH (FULL { d.match = 'f'; } | PARTIAL { notImplemented("MATCH PARTIAL not yet implemented"); } | SIMPLE { d.match = 's'; }))?
      ( o=ON ( UPDATE a=keyAction { d.onUpdate(this, $a.v, $a.cols, $o); } | DELETE a=keyAction { d.onDelete(this, $a.v, $a.cols); } ) )* ;

keyAction returns [char v, List<String> cols = List.of()]
    : NO ACTION { $v = 'a'; }
    | RESTRICT { $v = 'r'; }
    | CASCADE { $v = 'c'; }
    | SET (NULL { $v = 'n'; } | DEFAULT { $v = 'd'; }) c=optColumns { $cols = $c.v; }
    ;

tableConstraint returns [Constraint v]
    : CONSTRAINT n=colId c=constraintElem { $v = named($c.v, $n.v, at()); }
    | c=constraintElem { $v = $c.v.build(at()); }
    ;

constraintElem returns [ConstraintDraft v]
    : CHECK LP a=aExpr RP { $v = draft(ConstrType.CHECK); $v.expr = $a.v; $v.validFromStart(); } k=constraintAttrs { $v.attributes(this, $k.v, "CHECK", $k.start); }
    | NOT NULL c=colId { $v = draft(ConstrType.NOTNULL); $v.keys = List.of($c.v); $v.validFromStart(); } k=constraintAttrs { $v.attributes(this, $k.v, "NOT NULL", $k.start); }
    | UNIQUE { $v = draft(ConstrType.UNIQUE); }
      ( nullsDistinct[$v] LP l=keyColumns[$v] RP (INCLUDE LP i=columnNames RP { $v.including = $i.v; })? indexTail[$v]
      | USING INDEX x=colId { $v.indexName = $x.v; } ) k=constraintAttrs { $v.attributes(this, $k.v, "UNIQUE", $k.start); }
    | PRIMARY KEY { $v = draft(ConstrType.PRIMARY); }
      ( LP l=keyColumns[$v] RP (INCLUDE LP i=columnNames RP { $v.including = $i.v; })? indexTail[$v]
      | USING INDEX x=colId { $v.indexName = $x.v; } ) k=constraintAttrs { $v.attributes(this, $k.v, "PRIMARY KEY", $k.start); }
    | EXCLUDE { $v = draft(ConstrType.EXCLUSION); } m=usingMethod { $v.accessMethod = $m.v; } LP e=exclusionElements RP { $v.exclusions = $e.v; }
      (INCLUDE LP i=columnNames RP { $v.including = $i.v; })? indexTail[$v] (WHERE LP a=aExpr RP { $v.where = $a.v; })? k=constraintAttrs { $v.attributes(this, $k.v, "EXCLUDE", $k.start); }
    | FOREIGN KEY { $v = draft(ConstrType.FOREIGN); } LP fk=periodColumns { $v.fkAttrs = $fk.v; $v.fkPeriod = $fk.period; } RP REFERENCES q=qualifiedName { $v.references($q.v); }
      (LP pk=periodColumns RP { $v.pkAttrs = $pk.v; $v.pkPeriod = $pk.period; })? foreignTail[$v] k=constraintAttrs { $v.attributes(this, $k.v, "FOREIGN KEY", $k.start); }
    ;

keyColumns [ConstraintDraft d]
    : c=columnNames { d.keys = $c.v; } (WITHOUT OVERLAPS { d.withoutOverlaps = true; })? ;

periodColumns returns [List<String> v = new ArrayList<>(), boolean period]
    : c=colId { $v.add($c.v); } (COMMA c=colId (c2=colId { period($c.v, $c2.start); $period = true; })? { $v.add($c2.ctx == null ? $c.v : $c2.v); })* ;

constraintAttrs returns [int v]
    : ( NOT DEFERRABLE { $v = attr($v, 1, 2); }
      | DEFERRABLE { $v = attr($v, 2, 1); }
      | INITIALLY IMMEDIATE { $v = attr($v, 4, 2); }
      | INITIALLY DEFERRED { $v = attr($v, 8, 2); }
      | NOT VALID { $v = attr($v, 16, 2); }
      | NO INHERIT { $v = attr($v, 32, 2); }
      | NOT ENFORCED { $v = attr($v, 64, 2); }
      | ENFORCED { $v = attr($v, 128, 1); }
      )* ;

exclusionElements returns [List<ExclusionElement> v = new ArrayList<>()]
    : e=exclusionElement { $v.add($e.v); } (COMMA e=exclusionElement { $v.add($e.v); })* ;

exclusionElement returns [ExclusionElement v]
    : i=indexElem WITH (o=anyOperator | OPERATOR LP o=anyOperator RP) { $v = new ExclusionElement($i.v, $o.v, at()); } ;

indexElems returns [List<IndexElem> v = new ArrayList<>()]
    : i=indexElem { $v.add($i.v); } (COMMA i=indexElem { $v.add($i.v); })* ;

indexElem returns [IndexElem v] locals [String name, Expr expr]
    : ( k=indexKey { $name = $k.name; $expr = $k.v; } )
      { List<String> coll = List.of(); List<String> op = List.of(); List<DefElem> opts = List.of(); SortByDir dir = SortByDir.DEFAULT; }
      (COLLATE c=anyName { coll = $c.v; })? (oc=anyName { op = $oc.v; } (ro=relOptions { opts = $ro.v; })?)?
      (ASC { dir = SortByDir.ASC; } | DESC { dir = SortByDir.DESC; })? n=nullsOrder
      { $v = new IndexElem($name, $expr, null, coll, op, opts, dir, $n.v, at()); } ;

/// A column, a function call, or an expression in parentheses.
indexKey returns [String name, Expr v] locals [NameDraft nd, CallDraft call]
    : n=(IDENT | COLNAME | ABORT | ABSENT | ABSOLUTE | ACCESS | ACTION | ADD | ADMIN | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS | ASENSITIVE |
        ASSERTION | ASSIGNMENT | AT | ATOMIC | ATTACH | ATTRIBUTE | BACKWARD | BEFORE | BEGIN | BREADTH | BY | CACHE | CALL | CALLED | CASCADE |
        CASCADED | CATALOG | CHAIN | CHARACTERISTICS | CHECKPOINT | CLASS | CLOSE | CLUSTER | COLUMNS | COMMENT | COMMENTS | COMMIT | COMMITTED |
        COMPRESSION | CONDITIONAL | CONFIGURATION | CONFLICT | CONNECTION | CONSTRAINTS | CONTENT | CONTINUE | CONVERSION | COPY | COST | CSV | CUBE |
        CURRENT | CURSOR | CYCLE | DATA | DATABASE | DAY | DEALLOCATE | DECLARE | DEFAULTS | DEFERRED | DEFINER | DELETE | DELIMITER | DELIMITERS |
        DEPENDS | DEPTH | DETACH | DICTIONARY | DISABLE | DISCARD | DOCUMENT | DOMAIN | DOUBLE | DROP | EACH | EMPTY | ENABLE | ENCODING | ENCRYPTED |
        ENFORCED | ENUM | ERROR | ESCAPE | EVENT | EXCLUDE | EXCLUDING | EXCLUSIVE | EXECUTE | EXPLAIN | EXPRESSION | EXTENSION | EXTERNAL | FAMILY |
        FILTER | FINALIZE | FIRST | FOLLOWING | FORCE | FORMAT | FORWARD | FUNCTION | FUNCTIONS | GENERATED | GLOBAL | GRANTED | GROUPS | HANDLER |
        HEADER | HOLD | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | IMPLICIT | IMPORT | INCLUDE | INCLUDING | INCREMENT | INDENT | INDEX | INDEXES
        | INHERIT | INHERITS | INLINE | INPUT | INSENSITIVE | INSERT | INSTEAD | INVOKER | ISOLATION | KEEP | KEY | KEYS | LABEL | LANGUAGE | LARGE |
        LAST | LEAKPROOF | LEVEL | LISTEN | LOAD | LOCAL | LOCATION | LOCK | LOCKED | LOGGED | MAPPING | MATCH | MATCHED | MATERIALIZED | MAXVALUE |
        MERGE | METHOD | MINUTE | MINVALUE | MODE | MONTH | MOVE | NAME | NAMES | NESTED | NEW | NEXT | NFC | NFD | NFKC | NFKD | NO | NORMALIZED |
        NOTHING | NOTIFY | NOWAIT | NULLS | OBJECT | OBJECTS | OF | OFF | OIDS | OLD | OMIT | OPERATOR | OPTION | OPTIONS | ORDINALITY | OTHERS | OVER
        | OVERRIDING | OWNED | OWNER | PARALLEL | PARAMETER | PARSER | PARTIAL | PARTITION | PASSING | PASSWORD | PATH | PERIOD | PLAN | PLANS |
        POLICY | PRECEDING | PREPARE | PREPARED | PRESERVE | PRIOR | PRIVILEGES | PROCEDURAL | PROCEDURE | PROCEDURES | PROGRAM | PUBLICATION | QUOTE
        | QUOTES | RANGE | READ | REASSIGN | RECURSIVE | REF | REFERENCING | REFRESH | REINDEX | RELATIVE | RELEASE | RENAME | REPEATABLE | REPLACE |
        REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS | REVOKE | ROLE | ROLLBACK | ROLLUP | ROUTINE | ROUTINES | ROWS | RULE | SAVEPOINT |
        SCALAR | SCHEMA | SCHEMAS | SCROLL | SEARCH | SECOND | SECURITY | SEQUENCE | SEQUENCES | SERIALIZABLE | SERVER | SESSION | SET | SETS | SHARE
        | SHOW | SIMPLE | SKIP_KW | SNAPSHOT | SOURCE | SQL | STABLE | STANDALONE | START | STATEMENT | STATISTICS | STDIN | STDOUT | STORAGE | STORED
        | STRICT | STRING | STRIP | SUBSCRIPTION | SUPPORT | SYSID | SYSTEM | TABLES | TABLESPACE | TARGET | TEMP | TEMPLATE | TEMPORARY | TEXT | TIES
        | TRANSACTION | TRANSFORM | TRIGGER | TRUNCATE | TRUSTED | TYPE | TYPES | UESCAPE | UNBOUNDED | UNCOMMITTED | UNCONDITIONAL | UNENCRYPTED |
        UNKNOWN | UNLISTEN | UNLOGGED | UNTIL | UPDATE | VACUUM | VALID | VALIDATE | VALIDATOR | VALUE | VARYING | VERSION | VIEW | VIEWS | VIRTUAL |
        VOLATILE | WHITESPACE | WITHIN | WITHOUT | WORK | WRAPPER | WRITE | XML | YEAR | YES | ZONE | BETWEEN | INOUT | NONE | OUT | PRECISION | SETOF
        | AUTHORIZATION | BINARY | COLLATION | CONCURRENTLY | CROSS | CURRENT_SCHEMA | FREEZE | FULL | ILIKE | INNER | IS | ISNULL | JOIN | LEFT |
        LIKE | NATURAL | NOTNULL | OUTER | OVERLAPS | RIGHT | SIMILAR | TABLESAMPLE | VERBOSE | INT | INTEGER | SMALLINT | BIGINT | REAL | BOOLEAN |
        JSON | FLOAT | DECIMAL | DEC | NUMERIC | BIT | CHARACTER | CHAR | VARCHAR | NATIONAL | NCHAR | TIMESTAMP | TIME | INTERVAL)
      ( { indexColumn($n); $name = str($n); }
      | { $nd = new NameDraft($n); $nd.beforeDot(this); } (DOT (l=colLabel { $nd.add($l.v); } | st=STAR { $nd.star(at($st)); }))* (nameIndirection { $nd.subscripted(this); })?
        LP { $nd.functionName(this, last()); $call = new CallDraft(); } callArgs[$call] RP { $v = call($nd.parts, $call, at()); }
      )
    | (LP | LPP) a=aExpr RP { $v = $a.v; }
    | f=syntaxFunction { $v = $f.v; }
    ;

seqOptions returns [List<DefElem> v = new ArrayList<>()]
    : (o=seqOption { $v.add($o.v); })+ ;

seqOption returns [DefElem v]
    : AS t=simpleTypeName { $v = def("as", $t.v, at()); }
    | CACHE n=numericOnly { $v = def("cache", $n.v, at()); }
    | CYCLE { $v = def("cycle", new BooleanConst(true, at()), at()); }
    | INCREMENT BY? n=numericOnly { $v = def("increment", $n.v, at()); }
    | LOGGED { $v = def("logged", null, at()); }
    | UNLOGGED { $v = def("unlogged", null, at()); }
    | MAXVALUE n=numericOnly { $v = def("maxvalue", $n.v, at()); }
    | MINVALUE n=numericOnly { $v = def("minvalue", $n.v, at()); }
    | NO ( MAXVALUE { $v = def("maxvalue", null, at()); } | MINVALUE { $v = def("minvalue", null, at()); } | CYCLE { $v = def("cycle", new BooleanConst(false, at()), at()); } )
    | OWNED BY a=anyName { $v = def("owned_by", new QualifiedName($a.v, at($a.start, last())), at()); }
    | SEQUENCE NAME a=anyName { $v = def("sequence_name", new QualifiedName($a.v, at($a.start, last())), at()); }
    | START optWith n=numericOnly { $v = def("start", $n.v, at()); }
    | RESTART ( optWith n=numericOnly { $v = def("restart", $n.v, at()); } | { $v = def("restart", null, at()); } )
    ;

partitionSpec returns [PartitionSpec v]
    : PARTITION BY s=colId LP p=partitionElems RP { $v = new PartitionSpec(strategy($s.v, $s.start), $p.v, at()); } ;

partitionElems returns [List<PartitionElem> v = new ArrayList<>()]
    : e=partitionElem { $v.add($e.v); } (COMMA e=partitionElem { $v.add($e.v); })* ;

partitionElem returns [PartitionElem v] locals [List<String> coll = List.of(), List<String> op = List.of()]
    : k=indexKey (COLLATE c=anyName { $coll = $c.v; })? (o=anyName { $op = $o.v; })? { $v = new PartitionElem($k.name, $k.v, $coll, $op, at()); } ;

partitionBound returns [PartitionBoundSpec v]
    : FOR VALUES ( WITH LP h=hashBound RP { $v = $h.v.build(this, at()); }
                 | IN LP l=exprList RP { $v = new PartitionBoundSpec('l', false, 0, 0, $l.v, List.of(), List.of(), at()); }
                 | FROM LP a=exprList RP TO LP b=exprList RP { $v = new PartitionBoundSpec('r', false, 0, 0, List.of(), $a.v, $b.v, at()); } )
    | DEFAULT { $v = new PartitionBoundSpec((char) 0, true, 0, 0, List.of(), List.of(), List.of(), at()); }
    ;

hashBound returns [HashBoundDraft v = new HashBoundDraft()]
    : w=nonReservedWord n=ICONST { $v.set(this, $w.v, $w.start, intValue($n)); } (COMMA w=nonReservedWord n=ICONST { $v.set(this, $w.v, $w.start, intValue($n)); })* ;

/// Everything behind CREATE [TEMP] TABLE.
createTable [char p, SqlToken first] returns [Statement v] locals [TableDraft d = new TableDraft(), boolean nothing]
    : TABLE e=ifNotExists { $d.ifNotExists = $e.v; } q=qualifiedName { $d.relation = persistence($q.v, p); }
      ( LP l=tableElements RP { $d.elements = $l.v; }
        createTableTail[$d] { $v = $d.table(from(first)); }
      | LP cn=columnNames { inSchema(); } RP { $d.columns = $cn.v; noDefinition(); } createTableTail[$d] { inSchema(); $d.intoEnd = last().end(); } x=asQuery { $v = $d.asQuery($x.v, $x.skip, from(first)); }
      | OF t=anyName { $d.of = new TypeName($t.v, false, false, List.of(), List.of(), at($t.start, last())); } (LP te=typedElements RP { $d.elements = $te.v; })? createTableTail[$d] { $v = $d.table(from(first)); }
      | PARTITION OF pq=qualifiedName { $d.inherits = List.of($pq.v); } (LP te=typedElements RP { $d.elements = $te.v; })? b=partitionBound { $d.bound = $b.v; } createTableTail[$d] { $v = $d.table(from(first)); }
      | { noDefinition(); } createTableTail[$d] { inSchema(); $d.intoEnd = last().end(); } x=asQuery { $v = $d.asQuery($x.v, $x.skip, from(first)); }
      ) ;

createTableTail [TableDraft d]
    : (INHERITS LP q=qualifiedNames RP { d.inherits = $q.v; })?
      (p=partitionSpec { d.partition = $p.v; })?
      u=usingMethod { d.accessMethod = $u.v; }
      w=withOptions { d.options = $w.v; }
      c=onCommit { d.onCommit = $c.v; }
      t=tableSpace { d.tableSpace = $t.v; } ;

asQuery returns [Statement v, boolean skip]
    : AS ( s=selectStmt { $v = $s.v; } | e=executeStmt { $v = $e.v; } ) d=withData { $skip = $d.v; } ;

withData returns [boolean v] : (WITH (NO { $v = true; })? DATA)? ;

typedElements returns [List<TableElement> v = new ArrayList<>()]
    : e=typedElement { $v.add($e.v); } (COMMA e=typedElement { $v.add($e.v); })* ;

typedElement returns [TableElement v] locals [ColumnDraft d]
    : n=colId { $d = new ColumnDraft($n.v, null); } (WITH OPTIONS)? columnQuals[$d] { $v = $d.build(at()); }
    | t=tableConstraint { $v = $t.v; }
    ;

// ---------------------------------------------------------------------------------------------- CREATE

createStmt returns [Statement v]
    : c=CREATE
      ( { char p = 'p'; } (k=tempKind { p = $k.v; })? ( t=createTable[p, (SqlToken) $c] { $v = $t.v; }
                                                     | s=createSequence[p, (SqlToken) $c] { $v = $s.v; }
                                                     | w=createView[p, false, (SqlToken) $c] { $v = $w.v; } )
      | i=createIndex[(SqlToken) $c] { $v = $i.v; }
      | OR REPLACE ( f=createFunction[true, (SqlToken) $c] { $v = $f.v; }
                   | { char p = 'p'; } (k=tempKind { p = $k.v; })? w=createView[p, true, (SqlToken) $c] { $v = $w.v; }
                   | o=createReplaceable[true, (SqlToken) $c] { $v = $o.v; } )
      | f=createFunction[false, (SqlToken) $c] { $v = $f.v; }
      | mv=createMatView[(SqlToken) $c] { $v = $mv.v; }
      | o=createReplaceable[false, (SqlToken) $c] { $v = $o.v; }
      | x=createOther[(SqlToken) $c] { $v = $x.v; }
      ) ;

createSequence [char p, SqlToken first] returns [Statement v] locals [List<DefElem> opts = List.of()]
    : SEQUENCE e=ifNotExists q=qualifiedName (o=seqOptions { $opts = $o.v; })?
      { $v = new CreateSeqStmt(persistence($q.v, p), $opts, $e.v, from(first)); } ;

createView [char p, boolean replace, SqlToken first] returns [Statement v]
    : r=RECURSIVE? VIEW q=qualifiedName c=optColumns w=withOptions AS s=selectStmt o=checkOption
      { $v = view(persistence($q.v, p), $c.v, $s.v, replace, $w.v, $o.v, $o.start, $r, from(first)); } ;

checkOption returns [ViewCheckOption v = ViewCheckOption.NONE]
    : (WITH { $v = ViewCheckOption.CASCADED; } (CASCADED | LOCAL { $v = ViewCheckOption.LOCAL; })? CHECK OPTION)? ;

createMatView [SqlToken first] returns [Statement v] locals [char p = 'p']
    : (UNLOGGED { $p = 'u'; })? MATERIALIZED VIEW e=ifNotExists q=qualifiedName c=optColumns u=usingMethod w=withOptions t=tableSpace
      { Position into = at($q.start, last()); } AS s=selectStmt d=withData
      { $v = new CreateTableAsStmt($s.v, new IntoClause(persistence($q.v, $p), $c.v, $u.v, $w.v, OnCommitAction.NOOP, $t.v, $d.v, into),
              ObjectType.MATVIEW, $e.v, from(first)); } ;

refreshStmt returns [Statement v] locals [boolean conc]
    : REFRESH MATERIALIZED VIEW (CONCURRENTLY { $conc = true; })? q=qualifiedName d=withData { $v = new RefreshMatViewStmt($conc, $d.v, $q.v, at()); } ;

createIndex [SqlToken first] returns [Statement v] locals [IndexDraft d = new IndexDraft()]
    : (UNIQUE { $d.unique = true; })? INDEX (CONCURRENTLY { $d.concurrent = true; })?
      (IF NOT EXISTS { $d.ifNotExists = true; } n=colId { $d.name = $n.v; } | n=colId { $d.name = $n.v; })?
      ON r=relationExpr { $d.relation = $r.v; } m=usingMethod { $d.accessMethod = $m.v; } LP i=indexElems RP { $d.params = $i.v; }
      (INCLUDE LP x=indexElems RP { $d.including = $x.v; })? (NULLS (NOT { $d.nullsNotDistinct = true; })? DISTINCT)?
      (WITH o=relOptions { $d.options = $o.v; })? t=tableSpace { $d.tableSpace = $t.v; } (w=whereClause { $d.where = $w.v; })?
      { $v = $d.build(from(first)); } ;

createFunction [boolean replace, SqlToken first] returns [Statement v] locals [FunctionDraft d = new FunctionDraft()]
    : (FUNCTION | PROCEDURE { $d.procedure = true; }) n=funcName { $d.name = $n.v; } p=funcParams { $d.parameters.addAll($p.v); }
      (RETURNS ( t=funcType { $d.returns = $t.v; }
               | TABLE LP c=tableColumns RP { $d.returnsTable($c.v, at($TABLE, last())); } ))?
      (o=createFuncOption { $d.options.add($o.v); })*
      (b=routineBody { $d.body = $b.v; })?
      { $v = $d.build(replace, from(first)); } ;

tableColumns returns [List<ColumnDef> v = new ArrayList<>()]
    : c=tableColumn { $v.add($c.v); } (COMMA c=tableColumn { $v.add($c.v); })* ;

tableColumn returns [ColumnDef v]
    : n=paramName t=funcType { $v = new ColumnDef($n.v, $t.v, null, null, List.of(), null, null, List.of(), at()); } ;

funcParams returns [List<FunctionParameter> v = List.of()]
    : LP RP
    | LP p=funcParam { $v = new ArrayList<>(); $v.add($p.v); } (COMMA p=funcParam { $v.add($p.v); })* RP
    ;

funcParam returns [FunctionParameter v] locals [Expr dflt]
    : a=funcArgDecl ((DEFAULT | EQ) e=aExpr { $dflt = $e.v; })? { $v = parameter($a.v, $dflt, at()); } ;

funcArgDecl returns [FunctionParameter v]
    : m=argMode (n=paramName)? t=funcType { $v = new FunctionParameter(($n.ctx == null ? null : $n.v), $t.v, $m.v, null, at()); }
    | n=paramName (m=argMode)? t=funcType { $v = new FunctionParameter($n.v, $t.v, $m.ctx == null ? FunctionParameterMode.DEFAULT : $m.v, null, at()); }
    | t=funcType { $v = new FunctionParameter(null, $t.v, FunctionParameterMode.DEFAULT, null, at()); }
    ;

argMode returns [FunctionParameterMode v]
    : IN { $v = FunctionParameterMode.IN; } (OUT { $v = FunctionParameterMode.INOUT; })?
    | OUT { $v = FunctionParameterMode.OUT; }
    | INOUT { $v = FunctionParameterMode.INOUT; }
    | VARIADIC { $v = FunctionParameterMode.VARIADIC; }
    ;

paramName returns [String v] : n=typeFunctionName { $v = $n.v; } ;

createFuncOption returns [DefElem v]
    : AS s=SCONST { List<Node> l = List.of(new StringConst(str($s), at($s))); } (COMMA s2=SCONST { l = List.of(l.get(0), new StringConst(str($s2), at($s2))); })?
      { $v = def("as", new NodeList(l, at($s, last())), at()); }
    | LANGUAGE w=nonReservedOrString { $v = def("language", new StringConst($w.v, at($w.start)), at()); }
    | TRANSFORM t=transformTypes { $v = def("transform", new NodeList(List.copyOf($t.v), at()), at()); }
    | WINDOW { $v = def("window", new BooleanConst(true, at()), at()); }
    | c=commonFuncOption { $v = $c.v; }
    ;

transformTypes returns [List<TypeName> v = new ArrayList<>()]
    : FOR TYPE t=typeName { $v.add($t.v); } (COMMA FOR TYPE t=typeName { $v.add($t.v); })* ;

commonFuncOption returns [DefElem v]
    : CALLED ON NULL INPUT { $v = def("strict", new BooleanConst(false, at()), at()); }
    | RETURNS NULL ON NULL INPUT { $v = def("strict", new BooleanConst(true, at()), at()); }
    | STRICT { $v = def("strict", new BooleanConst(true, at()), at()); }
    | k=(IMMUTABLE | STABLE | VOLATILE) { $v = def("volatility", new StringConst(str($k), at()), at()); }
    | EXTERNAL? SECURITY (DEFINER { $v = def("security", new BooleanConst(true, at()), at()); } | INVOKER { $v = def("security", new BooleanConst(false, at()), at()); })
    | LEAKPROOF { $v = def("leakproof", new BooleanConst(true, at()), at()); }
    | NOT LEAKPROOF { $v = def("leakproof", new BooleanConst(false, at()), at()); }
    | COST n=numericOnly { $v = def("cost", $n.v, at()); }
    | ROWS n=numericOnly { $v = def("rows", $n.v, at()); }
    | SUPPORT a=anyName { $v = def("support", new QualifiedName($a.v, at($a.start, last())), at()); }
    | f=functionSet { $v = def("set", $f.v, at()); }
    | PARALLEL c=colId { $v = def("parallel", new StringConst($c.v, at($c.start)), at()); }
    ;

functionSet returns [VariableSetStmt v]
    : SET r=setRestMore { $v = new VariableSetStmt($r.v.kind(), $r.v.name(), $r.v.args(), $r.v.isLocal(), at()); }
    | r2=resetStmt { $v = $r2.v; }
    ;

routineBody returns [Statement v]
    : RETURN a=aExpr { $v = new ReturnStmt($a.v, at()); }
    | BEGIN ATOMIC { List<Statement> l = new ArrayList<>(); } (s=routineStmt SEMI { l.add($s.v); } | SEMI)* END { $v = new AtomicBlock(l, at()); }
    ;

routineStmt returns [Statement v]
    : s=stmt { $v = $s.v; }
    | RETURN a=aExpr { $v = new ReturnStmt($a.v, at()); }
    ;

createReplaceable [boolean replace, SqlToken first] returns [Statement v] locals [List<String> inl = List.of(), List<String> val = List.of(), boolean trusted]
    : RULE n=colId AS ON e=ruleEvent TO q=qualifiedName (w=whereClause)? DO (i=INSTEAD | ALSO)? a=ruleActions
      { $v = new RuleStmt($q.v, $n.v, ($w.ctx == null ? null : $w.v), $e.v, $i != null, $a.v, replace, from(first)); }
    | t=createTrigger[replace, first] { $v = $t.v; }
    | AGGREGATE fn=funcName
      ( ag=aggrArgs d=definition { $v = new DefineStmt(ObjectType.AGGREGATE, false, $fn.v, $ag.v, $ag.direct, $d.v, false, replace, from(first)); }
      | od=oldAggrDefinition { $v = new DefineStmt(ObjectType.AGGREGATE, true, $fn.v, List.of(), -1, $od.v, false, replace, from(first)); } )
    | (TRUSTED { $trusted = true; })? PROCEDURAL? LANGUAGE n=colId
      ( { $v = extensionForLanguage(replace, $n.v, from(first)); }
      | HANDLER h=handlerName (INLINE x=handlerName { $inl = $x.v; })? (VALIDATOR y=handlerName { $val = $y.v; } | NO VALIDATOR)?
        { $v = new CreatePLangStmt(replace, $n.v, $h.v, $inl, $val, $trusted, from(first)); } )
    | TRANSFORM FOR ty=typeName LANGUAGE n=colId LP tr=transformElements RP
      { $v = new CreateTransformStmt(replace, $ty.v, $n.v, $tr.fromSql, $tr.toSql, from(first)); }
    ;

ruleEvent returns [RuleEvent v]
    : SELECT { $v = RuleEvent.SELECT; } | UPDATE { $v = RuleEvent.UPDATE; } | DELETE { $v = RuleEvent.DELETE; } | INSERT { $v = RuleEvent.INSERT; } ;

ruleActions returns [List<Statement> v = new ArrayList<>()]
    : NOTHING
    | a=ruleAction { $v.add($a.v); }
    | (LP | LPS | LPP) (a=ruleAction { $v.add($a.v); })? (SEMI (a=ruleAction { $v.add($a.v); })?)* RP
    ;

ruleAction returns [Statement v]
    : { noMerge(); } p=preparable { noMerge($p.v); $v = $p.v; }
    | NOTIFY n=colId (COMMA s=SCONST)? { $v = new NotifyStmt($n.v, $s == null ? null : str($s), at()); }
    ;

aggrArgs returns [List<FunctionParameter> v = List.of(), int direct = -1]
    : LP ( STAR
         | ORDER BY l=aggrArgList { $v = $l.v; $direct = 0; }
         | l=aggrArgList { $v = $l.v; } (ORDER BY m=aggrArgList { $direct = $l.v.size(); })?
         ) RP { if ($m.ctx != null && $direct > 0) { $v = orderedSet($l.v, $m.v); } } ;

aggrArgList returns [List<FunctionParameter> v = new ArrayList<>()]
    : a=aggrArg { $v.add($a.v); } (COMMA a=aggrArg { $v.add($a.v); })* ;

aggrArg returns [FunctionParameter v] : a=funcArgDecl { $v = $a.v; } ;

oldAggrDefinition returns [List<DefElem> v = new ArrayList<>()]
    : LP e=oldAggrElem { $v.add($e.v); } (COMMA e=oldAggrElem { $v.add($e.v); })* RP ;

oldAggrElem returns [DefElem v]
    : n=(IDENT | ARG_NAME) EQ d=defArg { $v = def(str($n), $d.v, at()); } ;

handlerName returns [List<String> v] : a=anyName { $v = $a.v; } ;

transformElements returns [ObjectWithArgs fromSql, ObjectWithArgs toSql]
    : FROM SQL WITH FUNCTION f=functionWithArgs { $fromSql = $f.v; } (COMMA TO SQL WITH FUNCTION t=functionWithArgs { $toSql = $t.v; })?
    | TO SQL WITH FUNCTION t=functionWithArgs { $toSql = $t.v; } (COMMA FROM SQL WITH FUNCTION f=functionWithArgs { $fromSql = $f.v; })?
    ;

createTrigger [boolean replace, SqlToken first] returns [Statement v] locals [TriggerDraft d = new TriggerDraft()]
    : (CONSTRAINT { $d.constraint = true; })? TRIGGER n=colId { $d.name = $n.v; }
      { $d.constraintAfter(this, AFTER); } ( BEFORE { $d.timing = TriggerBits.BEFORE; } | AFTER | INSTEAD OF { $d.timing = TriggerBits.INSTEAD; } )
      triggerEvent[$d] (OR triggerEvent[$d])* ON q=qualifiedName { $d.relation = $q.v; }
      (k=FROM { $d.mayRefer(this, $k); } f=qualifiedName { $d.from($f.v); })?
      (REFERENCING (r=triggerTransition { $d.transitions.add($r.v); })+)?
      { $d.mayHaveAttributes(this); } ca=constraintAttrs { $d.attributes(this, $ca.v, $ca.start); }
      { $d.constraintAfter(this, FOR); } (FOR { $d.constraintAfter(this, EACH); } EACH? { $d.constraintAfter(this, ROW); } (ROW { $d.row = true; } | COLNAME { isWord(last(), "row"); $d.row = true; } | STATEMENT))?
      (WHEN LP a=aExpr RP { $d.when = $a.v; })?
      EXECUTE (FUNCTION | PROCEDURE) fn=funcName { $d.function = $fn.v; } LP triggerArg[$d]? (COMMA triggerArg[$d])* RP
      { $v = $d.build(this, replace, from(first)); } ;

triggerEvent [TriggerDraft d]
    : INSERT { d.event(this, TriggerBits.INSERT); }
    | DELETE { d.event(this, TriggerBits.DELETE); }
    | UPDATE (OF c=columnNames { d.columns.addAll($c.v); })? { d.event(this, TriggerBits.UPDATE); }
    | TRUNCATE { d.event(this, TriggerBits.TRUNCATE); }
    ;

triggerTransition returns [TriggerTransition v]
    : k=(NEW | OLD) (TABLE { $v = null; } | ROW | COLNAME) AS? n=colId
      { $v = new TriggerTransition($n.v, $k.type == NEW, $TABLE != null, at()); } ;

triggerArg [TriggerDraft d]
    : n=ICONST { d.args.add(Integer.toString(intValue($n))); }
    | n=(FCONST | SCONST) { d.args.add(str($n)); }
    | l=colLabel { d.args.add($l.v); }
    ;

createOther [SqlToken first] returns [Statement v] locals [List<DefElem> o = List.of(), RoleSpec role, Expr e1, Expr e2, String s1, String s2, boolean flag, List<String> names = List.of()]
    : SCHEMA ife=ifNotExists ( n=colId (AUTHORIZATION r=roleSpec { $role = $r.v; })? { $s1 = $n.v; } | AUTHORIZATION r=roleSpec { $role = $r.v; } ) se=schemaElements[$ife.v]
      { $v = new CreateSchemaStmt($s1, $role, $se.v, $ife.v, from(first)); }
    | DOMAIN an=anyName AS? t=typeName { ColumnDraft d = new ColumnDraft("", $t.v); } dq=domainQuals[d]
      { ColumnDef c = d.build(from(first)); $v = new CreateDomainStmt($an.v, $t.v, c.collClause(), c.constraints(), from(first)); }
    | TYPE an=anyName
      ( { $v = new DefineStmt(ObjectType.TYPE, false, $an.v, List.of(), -1, List.of(), false, false, from(first)); }
      | df=definition { $v = new DefineStmt(ObjectType.TYPE, false, $an.v, List.of(), -1, $df.v, false, false, from(first)); }
      | AS ( LP RP { $v = new CompositeTypeStmt(rangeVar($an.v, at($an.start, $an.stop)), List.of(), from(first)); }
           | LP te=tableFuncElements RP { $v = new CompositeTypeStmt(rangeVar($an.v, at($an.start, $an.stop)), $te.v, from(first)); }
           | ENUM LP (ss=strings { $names = $ss.v; })? RP { $v = new CreateEnumStmt($an.v, $names, from(first)); }
           | RANGE df=definition { $v = new CreateRangeStmt($an.v, $df.v, from(first)); } ) )
    | OPERATOR ( op=anyOperator df=definition { $v = new DefineStmt(ObjectType.OPERATOR, false, $op.v, List.of(), -1, $df.v, false, false, from(first)); }
               | CLASS an=anyName (DEFAULT { $flag = true; })? FOR TYPE t=typeName USING n=colId (FAMILY fam=anyName { $names = $fam.v; })? AS oi=opClassItems
                 { $v = new CreateOpClassStmt($an.v, $names, $n.v, $t.v, $oi.v, $flag, from(first)); }
               | FAMILY an=anyName USING n=colId { $v = new CreateOpFamilyStmt($an.v, $n.v, from(first)); } )
    | TEXT SEARCH k=textSearchKind an=anyName df=definition { $v = new DefineStmt($k.v, false, $an.v, List.of(), -1, $df.v, false, false, from(first)); }
    | COLLATION ife=ifNotExists an=anyName
      ( df=definition { $v = new DefineStmt(ObjectType.COLLATION, false, $an.v, List.of(), -1, $df.v, $ife.v, false, from(first)); }
      | FROM fam=anyName { $v = new DefineStmt(ObjectType.COLLATION, false, $an.v, List.of(), -1,
              List.of(def("from", new QualifiedName($fam.v, at($fam.start, last())), at($fam.start, last()))), $ife.v, false, from(first)); } )
    | (DEFAULT { $flag = true; })? CONVERSION an=anyName FOR x=SCONST TO y=SCONST FROM fam=anyName
      { $v = new CreateConversionStmt($an.v, str($x), str($y), $fam.v, $flag, from(first)); }
    | CAST LP t=typeName AS t2=typeName RP
      ( WITH FUNCTION fa=functionWithArgs cx=castContext { $v = new CreateCastStmt($t.v, $t2.v, $fa.v, $cx.v, false, from(first)); }
      | WITHOUT FUNCTION cx=castContext { $v = new CreateCastStmt($t.v, $t2.v, null, $cx.v, false, from(first)); }
      | WITH INOUT cx=castContext { $v = new CreateCastStmt($t.v, $t2.v, null, $cx.v, true, from(first)); } )
    | k2=(ROLE | USER | GROUP) rn=roleId optWith { $o = new ArrayList<>(); } (ro=createRoleOption { $o.add($ro.v); })*
      { $v = new CreateRoleStmt(roleKind($k2), $rn.v, $o, from(first)); }
    | USER MAPPING ine=ifNotExistsOnly FOR au=authIdent SERVER n=colId go=genericOptions { $v = new CreateUserMappingStmt($au.v, $n.v, $ine.v, $go.v, from(first)); }
    | DATABASE n=colId optWith { $o = new ArrayList<>(); } (dbo=databaseOption { $o.add($dbo.v); })* { $v = new CreatedbStmt($n.v, $o, from(first)); }
    | TABLESPACE n=colId (OWNER r=roleSpec { $role = $r.v; })? LOCATION x=SCONST (WITH rl=relOptions { $o = $rl.v; })?
      { $v = new CreateTableSpaceStmt($n.v, $role, str($x), $o, from(first)); }
    | EXTENSION ife=ifNotExists n=colId optWith { $o = new ArrayList<>(); } (eo=extensionOption { $o.add($eo.v); })*
      { $v = new CreateExtensionStmt($n.v, $ife.v, $o, from(first)); }
    | FOREIGN DATA WRAPPER n=colId fo=fdwOptions go=genericOptions { $v = new CreateFdwStmt($n.v, $fo.v, $go.v, from(first)); }
    | FOREIGN TABLE ife=ifNotExists q=qualifiedName { TableDraft td = new TableDraft(); td.relation = $q.v; td.ifNotExists = $ife.v; }
      ( LP el=tableElements RP { td.elements = $el.v; } (INHERITS LP qs=qualifiedNames RP { td.inherits = $qs.v; })?
      | PARTITION OF q2=qualifiedName { td.inherits = List.of($q2.v); } (LP ty=typedElements RP { td.elements = $ty.v; })? pb=partitionBound { td.bound = $pb.v; } )
      SERVER n=colId go=genericOptions { $v = new CreateForeignTableStmt(td.table(from(first)), $n.v, $go.v, from(first)); }
    | SERVER ife=ifNotExists n=colId (TYPE x=SCONST { $s1 = str($x); })? (VERSION (x=SCONST { $s2 = str($x); } | NULL))? FOREIGN DATA WRAPPER w=colId go=genericOptions
      { $v = new CreateForeignServerStmt($n.v, $s1, $s2, $w.v, $ife.v, $go.v, from(first)); }
    | ACCESS METHOD n=colId TYPE k2=(INDEX | TABLE) HANDLER h=handlerName { $v = new CreateAmStmt($n.v, $h.v, $k2.type == INDEX ? 'i' : 't', from(first)); }
    | EVENT TRIGGER n=colId ON l=colLabel { List<DefElem> when = new ArrayList<>(); }
      (WHEN ev=eventWhen { when.add($ev.v); } (AND ev=eventWhen { when.add($ev.v); })*)? EXECUTE (FUNCTION | PROCEDURE) fn=funcName LP RP
      { $v = new CreateEventTrigStmt($n.v, $l.v, when, $fn.v, from(first)); }
    | POLICY n=colId ON q=qualifiedName { boolean permissive = true; String cmd = "all"; List<RoleSpec> roles = List.of(new RoleSpec(RoleSpecType.PUBLIC, null, Position.NONE)); }
      (AS i=IDENT { permissive = permissive($i); })? (FOR pc=policyCommand { cmd = $pc.v; })? (TO rs=roleSpecs { roles = $rs.v; })?
      (USING LP a=aExpr RP { $e1 = $a.v; })? (WITH CHECK LP a=aExpr RP { $e2 = $a.v; })?
      { $v = new CreatePolicyStmt($n.v, $q.v, cmd, permissive, roles, $e1, $e2, from(first)); }
    | PUBLICATION n=colId { PublicationDraft objs = new PublicationDraft(); } (FOR (ALL TABLES { $flag = true; } | po=publicationObjects { objs = $po.v; }))? (WITH df=definition { $o = $df.v; })?
      { $v = new CreatePublicationStmt($n.v, $o, objs.build(), $flag, from(first)); }
    | SUBSCRIPTION n=colId CONNECTION x=SCONST PUBLICATION c=columnNames (WITH df=definition { $o = $df.v; })?
      { $v = new CreateSubscriptionStmt($n.v, str($x), $c.v, $o, from(first)); }
    | STATISTICS { List<String> kinds = List.of(); } (ife=ifNotExists an=anyName { $names = $an.v; $flag = $ife.v; })? (LP c=columnNames RP { kinds = $c.v; })? ON st=statsElems FROM fl=fromList
      { $v = new CreateStatsStmt($names, kinds, $st.v, $fl.v, $flag, from(first)); }
    | ASSERTION an=anyName CHECK LP aExpr RP constraintAttrs { notImplemented("CREATE ASSERTION is not yet implemented"); }
    ;

domainQuals [ColumnDraft d] : columnQual[d]* ;

schemaElements [boolean guarded] returns [List<Statement> v = new ArrayList<>()]
    : (e=schemaElement { if (guarded) { noSchemaElements($e.start); } $v.add($e.v); })* ;

schemaElement returns [Statement v]
    : c=createStmt { $v = schemaElement($c.v, $c.start); }
    | g=grantOnly { $v = $g.v; }
    ;

strings returns [List<String> v = new ArrayList<>()]
    : s=SCONST { $v.add(str($s)); } (COMMA s=SCONST { $v.add(str($s)); })* ;

textSearchKind returns [ObjectType v]
    : PARSER { $v = ObjectType.TSPARSER; } | DICTIONARY { $v = ObjectType.TSDICTIONARY; }
    | TEMPLATE { $v = ObjectType.TSTEMPLATE; } | CONFIGURATION { $v = ObjectType.TSCONFIGURATION; } ;

castContext returns [CoercionContext v = CoercionContext.EXPLICIT]
    : (AS (IMPLICIT { $v = CoercionContext.IMPLICIT; } | ASSIGNMENT { $v = CoercionContext.ASSIGNMENT; }))? ;

opClassItems returns [List<CreateOpClassItem> v = new ArrayList<>()]
    : i=opClassItem { $v.add($i.v); } (COMMA i=opClassItem { $v.add($i.v); })* ;

opClassItem returns [CreateOpClassItem v] locals [ObjectWithArgs op, List<String> fam = List.of(), List<TypeName> types = List.of()]
    : OPERATOR n=ICONST ( o=anyOperator { $op = new ObjectWithArgs($o.v, List.of(), List.of(), false, at($o.start, last())); } (a=operArgTypes { $op = new ObjectWithArgs($o.v, $a.v, List.of(), false, at($o.start, last())); })? )
      (FOR (SEARCH | ORDER BY f=anyName { $fam = $f.v; }))?
      { $v = new CreateOpClassItem(OpClassItemType.OPERATOR, $op, intValue($n), $fam, List.of(), null, at()); }
    | FUNCTION n=ICONST (LP t=typeNames RP { $types = $t.v; })? fa=functionWithArgs
      { $v = new CreateOpClassItem(OpClassItemType.FUNCTION, $fa.v, intValue($n), List.of(), $types, null, at()); }
    | STORAGE ty=typeName { $v = new CreateOpClassItem(OpClassItemType.STORAGETYPE, null, 0, List.of(), List.of(), $ty.v, at()); }
    ;

opClassDrops returns [List<CreateOpClassItem> v = new ArrayList<>()]
    : i=opClassDrop { $v.add($i.v); } (COMMA i=opClassDrop { $v.add($i.v); })* ;

opClassDrop returns [CreateOpClassItem v]
    : k=(OPERATOR | FUNCTION) n=ICONST LP t=typeNames RP
      { $v = new CreateOpClassItem($k.type == OPERATOR ? OpClassItemType.OPERATOR : OpClassItemType.FUNCTION, null, intValue($n), List.of(), $t.v, null, at()); } ;

operArgTypes returns [List<TypeName> v]
    : LP ( t=typeName (r=RP { missingArgument($r); })? COMMA ( t2=typeName { $v = List.of($t.v, $t2.v); } | n2=NONE { $v = List.of($t.v, noType(at($n2))); } )
         | n=NONE COMMA t=typeName { $v = List.of(noType(at($n)), $t.v); }
         ) RP ;

operatorWithArgs returns [ObjectWithArgs v]
    : o=anyOperator a=operArgTypes { $v = new ObjectWithArgs($o.v, $a.v, List.of(), false, at()); } ;

operatorsWithArgs returns [List<Node> v = new ArrayList<>()]
    : o=operatorWithArgs { $v.add($o.v); } (COMMA o=operatorWithArgs { $v.add($o.v); })* ;

functionWithArgs returns [ObjectWithArgs v]
    : n=routineName ( a=funcDeclArgs { $v = withArgs($n.v.parts, $a.v, at()); } | { $v = new ObjectWithArgs($n.v.parts, List.of(), List.of(), true, at()); } ) ;

/// The name of a routine: without arguments any word but a reserved one.
routineName returns [NameDraft v]
    : n=routineWord { $v = new NameDraft($n.start); $v.beforeDot(this); } (DOT (l=colLabel { $v.add($l.v); } | st=STAR { $v.star(at($st)); }))* (nameIndirection { $v.subscripted(this); })?
      { $v.called(this); } ;

routineWord : colId | typeFuncNameWord ;

typeFuncNameWord
    : AUTHORIZATION | BINARY | COLLATION | CONCURRENTLY | CROSS | CURRENT_SCHEMA | CURRENT_SCHEMA_LA | FREEZE | FULL | ILIKE | INNER | IS | ISNULL | JOIN |
      LEFT | LIKE | NATURAL | NOTNULL | OUTER | OVERLAPS | RIGHT | SIMILAR | TABLESAMPLE | VERBOSE | ARG_NAME ;

/// Argument lists of references to routines: as declared, without defaults.
funcDeclArgs returns [List<FunctionParameter> v = List.of()]
    : LP RP
    | LP p=funcArgDecl { $v = new ArrayList<>(); $v.add($p.v); } (COMMA p=funcArgDecl { $v.add($p.v); })* RP
    ;

functionsWithArgs returns [List<Node> v = new ArrayList<>()]
    : f=functionWithArgs { $v.add($f.v); } (COMMA f=functionWithArgs { $v.add($f.v); })* ;

aggregateWithArgs returns [ObjectWithArgs v]
    : n=funcName a=aggrArgs { $v = withArgs($n.v, $a.v, at()); } ;

aggregatesWithArgs returns [List<Node> v = new ArrayList<>()]
    : f=aggregateWithArgs { $v.add($f.v); } (COMMA f=aggregateWithArgs { $v.add($f.v); })* ;

// ---------------------------------------------------------------------------------------------- roles

roleSpec returns [RoleSpec v]
    : w=nonReservedWord { $v = role($w.v, $w.start, at()); }
    | CURRENT_ROLE { $v = new RoleSpec(RoleSpecType.CURRENT_ROLE, null, at()); }
    | CURRENT_USER { $v = new RoleSpec(RoleSpecType.CURRENT_USER, null, at()); }
    | SESSION_USER { $v = new RoleSpec(RoleSpecType.SESSION_USER, null, at()); }
    ;

roleSpecs returns [List<RoleSpec> v = new ArrayList<>()]
    : r=roleSpec { $v.add($r.v); } (COMMA r=roleSpec { $v.add($r.v); })* ;

roleId returns [String v] : r=roleSpec { $v = roleId($r.v); } ;

authIdent returns [RoleSpec v]
    : r=roleSpec { $v = $r.v; }
    | USER { $v = new RoleSpec(RoleSpecType.CURRENT_USER, null, at()); }
    ;

createRoleOption returns [DefElem v]
    : o=alterRoleOption { $v = $o.v; }
    | SYSID n=ICONST { $v = def("sysid", integer($n), at()); }
    | ADMIN r=roleSpecs { $v = def("adminmembers", new NodeList(List.copyOf($r.v), at()), at()); }
    | ROLE r=roleSpecs { $v = def("rolemembers", new NodeList(List.copyOf($r.v), at()), at()); }
    | IN (ROLE | GROUP) r=roleSpecs { $v = def("addroleto", new NodeList(List.copyOf($r.v), at()), at()); }
    ;

alterRoleOption returns [DefElem v]
    : PASSWORD ( s=SCONST { $v = def("password", new StringConst(str($s), at($s)), at()); } | NULL { $v = def("password", null, at()); } )
    | ENCRYPTED PASSWORD s=SCONST { $v = def("password", new StringConst(str($s), at($s)), at()); }
    | u=UNENCRYPTED PASSWORD SCONST { unencrypted($u); }
    | INHERIT { $v = def("inherit", new BooleanConst(true, at()), at()); }
    | CONNECTION LIMIT n=signedIconst { $v = def("connectionlimit", new IntegerConst($n.v, at($n.start, last())), at()); }
    | VALID UNTIL s=SCONST { $v = def("validUntil", new StringConst(str($s), at($s)), at()); }
    | USER r=roleSpecs { $v = def("rolemembers", new NodeList(List.copyOf($r.v), at()), at()); }
    | i=IDENT { $v = roleOption($i); }
    ;

// ---------------------------------------------------------------------------------------------- databases, extensions, servers...

databaseOption returns [DefElem v] locals [Node a]
    : n=databaseOptionName EQ? ( m=numericOnly { $a = $m.v; } | b=booleanOrString { $a = new StringConst($b.v, at($b.start)); } | DEFAULT )
      { $v = def($n.v, $a, at()); } ;

databaseOptionName returns [String v]
    : i=IDENT { $v = str($i); }
    | CONNECTION LIMIT { $v = "connection_limit"; }
    | k=(ENCODING | LOCATION | OWNER | TABLESPACE | TEMPLATE) { $v = str($k); }
    ;

extensionOption returns [DefElem v]
    : SCHEMA n=colId { $v = def("schema", new StringConst($n.v, at($n.start)), at()); }
    | VERSION w=nonReservedOrString { $v = def("new_version", new StringConst($w.v, at($w.start)), at()); }
    | FROM w=nonReservedOrString { notImplemented("CREATE EXTENSION ... FROM is no longer supported"); }
    | CASCADE { $v = def("cascade", new BooleanConst(true, at()), at()); }
    ;

fdwOptions returns [List<DefElem> v = new ArrayList<>()]
    : ( HANDLER h=handlerName { $v.add(def("handler", new QualifiedName($h.v, at($h.start, last())), at($h.start, last()))); }
      | VALIDATOR h=handlerName { $v.add(def("validator", new QualifiedName($h.v, at($h.start, last())), at($h.start, last()))); }
      | NO HANDLER { $v.add(def("handler", null, at(last()))); }
      | NO VALIDATOR { $v.add(def("validator", null, at(last()))); }
      )* ;

eventWhen returns [DefElem v] locals [List<Node> l = new ArrayList<>()]
    : n=colId IN LP s=SCONST { $l.add(new StringConst(str($s), at($s))); } (COMMA s=SCONST { $l.add(new StringConst(str($s), at($s))); })* RP
      { $v = def($n.v, new NodeList($l, at()), at()); } ;

policyCommand returns [String v] : k=(ALL | SELECT | INSERT | UPDATE | DELETE) { $v = str($k); } ;

/// What stands in the list is judged when its statement ends; only WITH may follow it.
publicationObjects returns [PublicationDraft v]
    : { $v = new PublicationDraft(); } publicationObject[$v] (COMMA publicationObject[$v])* { if (_input.LA(1) != WITH) { $v.build(); } } ;

publicationObject [PublicationDraft d]
    : { d.tablesAlone(this); } publicationItem[d] ;

publicationItem [PublicationDraft d]
    : TABLE r=relationExpr c=optColumns w=optPublicationWhere { d.table($r.v, $c.v, $w.v, at()); }
    | TABLES IN SCHEMA ( n=colId { d.schema($n.v, at()); } | (CURRENT_SCHEMA | CURRENT_SCHEMA_LA) { d.currentSchema(at()); } )
    | q=relationExpr c=optColumns w=optPublicationWhere { d.more($q.v, $c.v, $w.v, at(), $q.start.getType() == ONLY || $q.stop.getType() == STAR); }
    | (CURRENT_SCHEMA | CURRENT_SCHEMA_LA) { d.moreCurrentSchema(at()); }
    ;

optPublicationWhere returns [Expr v] : (WHERE LP a=aExpr RP { $v = $a.v; })? ;

statsElems returns [List<StatsElem> v = new ArrayList<>()]
    : k=indexKey { $v.add(new StatsElem($k.name, $k.v, at($k.start, last()))); } (COMMA k=indexKey { $v.add(new StatsElem($k.name, $k.v, at($k.start, last()))); })* ;

// ---------------------------------------------------------------------------------------------- DROP

dropStmt returns [Statement v] locals [boolean m, boolean conc, List<DefElem> o = List.of()]
    : DROP
      ( k=dropAnyKind e=ifExists l=anyNames b=dropBehavior { $v = new DropStmt(List.copyOf($l.v), $k.v, $b.v, $e.v, false, at()); }
      | INDEX (CONCURRENTLY { $conc = true; })? e=ifExists l=anyNames b=dropBehavior { $v = new DropStmt(List.copyOf($l.v), ObjectType.INDEX, $b.v, $e.v, $conc, at()); }
      | kn=dropNameKind e=ifExists n=nameObjects b=dropBehavior { $v = new DropStmt($n.v, $kn.v, $b.v, $e.v, false, at()); }
      | ko=(POLICY | RULE | TRIGGER) e=ifExists c=colId ON an=anyName b=dropBehavior
        { $v = new DropStmt(List.of(nameOn($an.v, $c.v, at($c.start, last()))), onTableKind($ko), $b.v, $e.v, false, at()); }
      | kt=(TYPE | DOMAIN) e=ifExists t=typeNames b=dropBehavior { $v = new DropStmt(List.copyOf($t.v), $kt.type == TYPE ? ObjectType.TYPE : ObjectType.DOMAIN, $b.v, $e.v, false, at()); }
      | kf=(FUNCTION | PROCEDURE | ROUTINE) e=ifExists f=functionsWithArgs b=dropBehavior { $v = new DropStmt($f.v, routineKind($kf), $b.v, $e.v, false, at()); }
      | AGGREGATE e=ifExists f2=aggregatesWithArgs b=dropBehavior { $v = new DropStmt($f2.v, ObjectType.AGGREGATE, $b.v, $e.v, false, at()); }
      | OPERATOR ( e=ifExists op=operatorsWithArgs b=dropBehavior { $v = new DropStmt($op.v, ObjectType.OPERATOR, $b.v, $e.v, false, at()); }
                 | kc=(CLASS | FAMILY) e=ifExists an=anyName USING c=colId b=dropBehavior
                   { $v = new DropStmt(List.of(methodFirst($c.v, $an.v, at($an.start, last()))), $kc.type == CLASS ? ObjectType.OPCLASS : ObjectType.OPFAMILY, $b.v, $e.v, false, at()); } )
      | CAST eo=ifExistsOnly LP t1=typeName AS t2=typeName RP b=dropBehavior { $v = new DropStmt(List.of(new NodeList(List.of($t1.v, $t2.v), at())), ObjectType.CAST, $b.v, $eo.v, false, at()); }
      | TRANSFORM eo=ifExistsOnly FOR t1=typeName LANGUAGE c=colId b=dropBehavior
        { $v = new DropStmt(List.of(new NodeList(List.of($t1.v, new QualifiedName(List.of($c.v), at($c.start))), at())), ObjectType.TRANSFORM, $b.v, $eo.v, false, at()); }
      | OWNED BY r=roleSpecs b=dropBehavior { $v = new DropOwnedStmt($r.v, $b.v, at()); }
      | (ROLE | USER | GROUP) e=ifExists r=roleSpecs { $v = new DropRoleStmt($r.v, $e.v, at()); }
      | USER MAPPING eo=ifExistsOnly FOR au=authIdent SERVER c=colId { $v = new DropUserMappingStmt($au.v, $c.v, $eo.v, at()); }
      | TABLESPACE e=ifExists c=colId { $v = new DropTableSpaceStmt($c.v, $e.v, at()); }
      | SUBSCRIPTION e=ifExists c=colId b=dropBehavior { $v = new DropSubscriptionStmt($c.v, $e.v, $b.v, at()); }
      | DATABASE e=ifExists c=colId (optWith LP FORCE { $o = new ArrayList<>(List.of(def("force", null, at(last())))); } (COMMA FORCE { $o.add(def("force", null, at(last()))); })* RP)?
        { $v = new DropdbStmt($c.v, $e.v, $o, at()); }
      ) ;

dropAnyKind returns [ObjectType v]
    : TABLE { $v = ObjectType.TABLE; } | SEQUENCE { $v = ObjectType.SEQUENCE; } | VIEW { $v = ObjectType.VIEW; }
    | MATERIALIZED VIEW { $v = ObjectType.MATVIEW; } | FOREIGN TABLE { $v = ObjectType.FOREIGN_TABLE; }
    | COLLATION { $v = ObjectType.COLLATION; } | CONVERSION { $v = ObjectType.CONVERSION; } | STATISTICS { $v = ObjectType.STATISTIC_EXT; }
    | TEXT SEARCH k=textSearchKind { $v = $k.v; }
    ;

dropNameKind returns [ObjectType v]
    : ACCESS METHOD { $v = ObjectType.ACCESS_METHOD; } | EVENT TRIGGER { $v = ObjectType.EVENT_TRIGGER; } | EXTENSION { $v = ObjectType.EXTENSION; }
    | FOREIGN DATA WRAPPER { $v = ObjectType.FDW; } | PROCEDURAL? LANGUAGE { $v = ObjectType.LANGUAGE; } | PUBLICATION { $v = ObjectType.PUBLICATION; }
    | SCHEMA { $v = ObjectType.SCHEMA; } | SERVER { $v = ObjectType.FOREIGN_SERVER; }
    ;

nameObjects returns [List<Node> v = new ArrayList<>()]
    : n=colId { $v.add(new QualifiedName(List.of($n.v), at($n.start))); } (COMMA n=colId { $v.add(new QualifiedName(List.of($n.v), at($n.start))); })* ;

// ---------------------------------------------------------------------------------------------- GRANT

grantStmt returns [Statement v]
    : g=grantOnly { $v = $g.v; }
    | r=revokeStmt { $v = $r.v; }
    ;

grantOnly returns [Statement v] locals [boolean opt, RoleSpec by, List<DefElem> o = List.of()]
    : GRANT p=privileges { onObject($p.start, $p.v); }
      ( ON t=privilegeTarget TO g=grantees (WITH GRANT OPTION { $opt = true; })? (GRANTED BY r=roleSpec { $by = $r.v; })?
        { $v = grant(true, $p.v, $t.v, $g.v, $opt, $by, DropBehavior.RESTRICT, at()); }
      | TO rs=roleSpecs (WITH go=grantRoleOptions { $o = $go.v; })? (GRANTED BY r=roleSpec { $by = $r.v; })?
        { $v = new GrantRoleStmt($p.v, $rs.v, true, $o, $by, DropBehavior.RESTRICT, at()); } )
    ;

revokeStmt returns [Statement v] locals [boolean opt, RoleSpec by, List<DefElem> o = List.of()]
    : REVOKE (GRANT OPTION FOR { $opt = true; } | ro=colId OPTION FOR { notAll(); $o = List.of(def($ro.v, new BooleanConst(false, at($ro.start)), at($ro.start))); })? p=privileges
      { onObject($p.start, $p.v); } ( ON { objectsToo($o); } t=privilegeTarget FROM g=grantees (GRANTED BY r=roleSpec { $by = $r.v; })? b=dropBehavior
        { $v = grant(false, $p.v, $t.v, $g.v, $opt, $by, $b.v, at()); }
      | FROM { rolesOnly($opt); } rs=roleSpecs (GRANTED BY r=roleSpec { $by = $r.v; })? b=dropBehavior
        { $v = new GrantRoleStmt($p.v, $rs.v, false, $o, $by, $b.v, at()); } )
    ;

grantRoleOptions returns [List<DefElem> v = new ArrayList<>()]
    : o=grantRoleOption { $v.add($o.v); } (COMMA o=grantRoleOption { $v.add($o.v); })* ;

grantRoleOption returns [DefElem v]
    : l=colLabel (OPTION { $v = def($l.v, new BooleanConst(true, at(last())), at()); }
                 | TRUE { $v = def($l.v, new BooleanConst(true, at(last())), at()); }
                 | FALSE { $v = def($l.v, new BooleanConst(false, at(last())), at()); }) ;

privileges returns [List<AccessPriv> v = new ArrayList<>()]
    : ALL PRIVILEGES? (LP c=columnNames RP { $v.add(new AccessPriv(null, $c.v, at())); })?
    | p=privilege { $v.add($p.v); } (COMMA p=privilege { $v.add($p.v); })*
    ;

privilege returns [AccessPriv v]
    : ( k=(SELECT | REFERENCES | CREATE) { String n = str($k); } | i=colId { String n = $i.v; } | a=ALTER SYSTEM { String n = "alter system"; } )
      c=optColumns { $v = new AccessPriv($k != null ? str($k) : $a != null ? "alter system" : $i.v, $c.v, at()); } ;

privilegeTarget returns [PrivTarget v]
    : q=qualifiedNames { $v = new PrivTarget(GrantTargetType.OBJECT, ObjectType.TABLE, List.copyOf($q.v)); }
    | k=privilegeRelationKind q=qualifiedNames { $v = new PrivTarget(GrantTargetType.OBJECT, $k.v, List.copyOf($q.v)); }
    | kn=privilegeNameKind n=nameObjects { $v = new PrivTarget(GrantTargetType.OBJECT, $kn.v, $n.v); }
    | kf=(FUNCTION | PROCEDURE | ROUTINE) f=functionsWithArgs { $v = new PrivTarget(GrantTargetType.OBJECT, routineKind($kf), $f.v); }
    | kt=(DOMAIN | TYPE) a=anyNames { $v = new PrivTarget(GrantTargetType.OBJECT, $kt.type == TYPE ? ObjectType.TYPE : ObjectType.DOMAIN, List.copyOf($a.v)); }
    | LARGE OBJECT lo=numericOnlys { $v = new PrivTarget(GrantTargetType.OBJECT, ObjectType.LARGEOBJECT, $lo.v); }
    | PARAMETER pn=parameterNames { $v = new PrivTarget(GrantTargetType.OBJECT, ObjectType.PARAMETER_ACL, $pn.v); }
    | ALL ks=(TABLES | SEQUENCES | FUNCTIONS | PROCEDURES | ROUTINES) IN SCHEMA n=nameObjects { $v = new PrivTarget(GrantTargetType.ALL_IN_SCHEMA, pluralKind($ks), $n.v); }
    ;

privilegeRelationKind returns [ObjectType v] : TABLE { $v = ObjectType.TABLE; } | SEQUENCE { $v = ObjectType.SEQUENCE; } ;

privilegeNameKind returns [ObjectType v]
    : FOREIGN (DATA WRAPPER { $v = ObjectType.FDW; } | SERVER { $v = ObjectType.FOREIGN_SERVER; })
    | DATABASE { $v = ObjectType.DATABASE; } | LANGUAGE { $v = ObjectType.LANGUAGE; } | SCHEMA { $v = ObjectType.SCHEMA; } | TABLESPACE { $v = ObjectType.TABLESPACE; }
    ;

numericOnlys returns [List<Node> v = new ArrayList<>()]
    : n=numericOnly { $v.add($n.v); } (COMMA n=numericOnly { $v.add($n.v); })* ;

parameterNames returns [List<Node> v = new ArrayList<>()]
    : n=varName { $v.add(new StringConst($n.v, at($n.start, last()))); } (COMMA n=varName { $v.add(new StringConst($n.v, at($n.start, last()))); })* ;

grantees returns [List<RoleSpec> v = new ArrayList<>()]
    : g=grantee { $v.add($g.v); } (COMMA g=grantee { $v.add($g.v); })* ;

grantee returns [RoleSpec v] : GROUP? r=roleSpec { $v = $r.v; } ;

// ---------------------------------------------------------------------------------------------- ALTER

alterStmt returns [Statement v] locals [List<DefElem> o = List.of(), RoleSpec role, Expr e1, Expr e2]
    : a=ALTER
      ( t=alterTable[(SqlToken) $a] { $v = $t.v; }
      | x=alterObject[(SqlToken) $a] { $v = $x.v; }
      | DEFAULT PRIVILEGES { List<DefElem> opts = new ArrayList<>(); } (dp=defaultPrivilegesOption { opts.add($dp.v); })* da=defaultPrivilegesAction
        { $v = new AlterDefaultPrivilegesStmt(opts, $da.v, at()); }
      | SYSTEM s=functionSet { $v = new AlterSystemStmt($s.v, at()); }
      ) ;

alterTable [SqlToken first] returns [Statement v] locals [ObjectType kind, List<RoleSpec> owners = List.of(), boolean nowait]
    : k=alterTableKind { $kind = $k.v; }
      ( { notMoved($kind); } ALL IN TABLESPACE n=colId (OWNED BY r=roleSpecs { $owners = $r.v; })? SET TABLESPACE n2=colId (NOWAIT { $nowait = true; })?
        { $v = new AlterTableMoveAllStmt($n.v, $kind, $owners, $n2.v, $nowait, from(first)); }
      | e=ifExists rel=relationExpr { plainName($kind, $rel.start, last()); } t=alterTableTail[$kind, $rel.v, $e.v, first] { $v = $t.v; }
      ) ;

alterTableKind returns [ObjectType v]
    : TABLE { $v = ObjectType.TABLE; } | INDEX { $v = ObjectType.INDEX; } | SEQUENCE { $v = ObjectType.SEQUENCE; } | VIEW { $v = ObjectType.VIEW; }
    | MATERIALIZED VIEW { $v = ObjectType.MATVIEW; } | FOREIGN TABLE { $v = ObjectType.FOREIGN_TABLE; }
    ;

alterTableTail [ObjectType kind, RangeVar rel, boolean missing, SqlToken first] returns [Statement v] locals [boolean no]
    : RENAME ( TO n=colId { $v = new RenameStmt(kind, kind, rel, null, null, $n.v, DropBehavior.RESTRICT, missing, from(first)); }
             | CONSTRAINT { tableOnly(kind, ObjectType.TABLE); } c=colId TO n=colId { $v = new RenameStmt(ObjectType.TABCONSTRAINT, kind, rel, null, $c.v, $n.v, DropBehavior.RESTRICT, missing, from(first)); }
             | { columnsOnly(kind); } COLUMN? c=colId TO n=colId { $v = new RenameStmt(ObjectType.COLUMN, kind, rel, null, $c.v, $n.v, DropBehavior.RESTRICT, missing, from(first)); } )
    | SET SCHEMA { notFor(kind, ObjectType.INDEX); } n=colId { $v = new AlterObjectSchemaStmt(kind, rel, null, $n.v, missing, from(first)); }
    | (NO { $no = true; })? DEPENDS { changes(kind, DEPENDS); } ON EXTENSION n=colId { $v = new AlterObjectDependsStmt(kind, rel, new QualifiedName(List.of(rel.relname()), rel.at()), $n.v, $no, from(first)); }
    | { partitions(kind); } pc=partitionCmd[kind] { $v = new AlterTableStmt(rel, List.of($pc.v), kind, missing, from(first)); }
    | { onlyNext(kind, ObjectType.SEQUENCE); } so=seqOptions { $v = new AlterSeqStmt(rel, $so.v, missing, from(first)); }
    | cs=alterTableCmds { $v = new AlterTableStmt(rel, $cs.v, kind, missing, from(first)); }
    ;

partitionCmd [ObjectType kind] returns [AlterTableCmd v] locals [PartitionBoundSpec bound]
    : ATTACH PARTITION q=qualifiedName { bounded(kind); } (b=partitionBound { $bound = $b.v; })? { $v = cmd(AlterTableType.ATTACH_PARTITION, null, new PartitionCmd($q.v, $bound, false, at()), at()); }
    | DETACH PARTITION q=qualifiedName
      ( { $v = cmd(AlterTableType.DETACH_PARTITION, null, new PartitionCmd($q.v, null, false, at()), at()); }
      | CONCURRENTLY { $v = cmd(AlterTableType.DETACH_PARTITION, null, new PartitionCmd($q.v, null, true, at()), at()); }
      | FINALIZE { $v = cmd(AlterTableType.DETACH_PARTITION_FINALIZE, null, new PartitionCmd($q.v, null, false, at()), at()); } )
    ;

alterTableCmds returns [List<AlterTableCmd> v = new ArrayList<>()]
    : c=alterTableCmd { $v.add($c.v); } (COMMA c=alterTableCmd { $v.add($c.v); })* ;

alterTableCmd returns [AlterTableCmd v] locals [boolean m]
    : ADD ( (COLUMN (IF NOT EXISTS { $m = true; })? | IF NOT EXISTS { $m = true; })? cd=columnDef { $v = cmd(AlterTableType.ADD_COLUMN, null, $cd.v, DropBehavior.RESTRICT, $m, at()); }
          | tc=tableConstraint { $v = cmd(AlterTableType.ADD_CONSTRAINT, null, $tc.v, at()); } )
    | ALTER COLUMN? ac=alterColumn { $v = at($ac.v, at()); }
    | ALTER CONSTRAINT n=colId ( k=constraintAttrs { $v = cmd(AlterTableType.ALTER_CONSTRAINT, null, alterConstraint($n.v, $k.v, $k.start, at()), at()); }
                               | INHERIT { $v = cmd(AlterTableType.ALTER_CONSTRAINT, null, new AlterConstraintStmt($n.v, false, true, false, false, false, true, false, at()), at()); } )
    | VALIDATE CONSTRAINT n=colId { $v = cmd(AlterTableType.VALIDATE_CONSTRAINT, $n.v, null, at()); }
    | DROP CONSTRAINT e=ifExists n=colId b=dropBehavior { $v = cmd(AlterTableType.DROP_CONSTRAINT, $n.v, null, $b.v, $e.v, at()); }
    | DROP COLUMN? e=ifExists n=colId b=dropBehavior { $v = cmd(AlterTableType.DROP_COLUMN, $n.v, null, $b.v, $e.v, at()); }
    | SET ( WITHOUT ( OIDS { $v = cmd(AlterTableType.DROP_OIDS, null, null, at()); } | CLUSTER { $v = cmd(AlterTableType.DROP_CLUSTER, null, null, at()); } )
          | LOGGED { $v = cmd(AlterTableType.SET_LOGGED, null, null, at()); }
          | UNLOGGED { $v = cmd(AlterTableType.SET_UNLOGGED, null, null, at()); }
          | ACCESS METHOD (n=colId { $v = cmd(AlterTableType.SET_ACCESS_METHOD, $n.v, null, at()); } | DEFAULT { $v = cmd(AlterTableType.SET_ACCESS_METHOD, null, null, at()); })
          | TABLESPACE n=colId { $v = cmd(AlterTableType.SET_TABLE_SPACE, $n.v, null, at()); }
          | ro=relOptions { $v = cmd(AlterTableType.SET_REL_OPTIONS, null, new NodeList(List.copyOf($ro.v), at($ro.start, last())), at()); } )
    | RESET ro=relOptions { $v = cmd(AlterTableType.RESET_REL_OPTIONS, null, new NodeList(List.copyOf($ro.v), at($ro.start, last())), at()); }
    | CLUSTER ON n=colId { $v = cmd(AlterTableType.CLUSTER_ON, $n.v, null, at()); }
    | ENABLE ( TRIGGER ( n=colId { $v = cmd(AlterTableType.ENABLE_TRIG, $n.v, null, at()); } | ALL { $v = cmd(AlterTableType.ENABLE_TRIG_ALL, null, null, at()); } | USER { $v = cmd(AlterTableType.ENABLE_TRIG_USER, null, null, at()); } )
             | ALWAYS ( TRIGGER n=colId { $v = cmd(AlterTableType.ENABLE_ALWAYS_TRIG, $n.v, null, at()); } | RULE n=colId { $v = cmd(AlterTableType.ENABLE_ALWAYS_RULE, $n.v, null, at()); } )
             | REPLICA ( TRIGGER n=colId { $v = cmd(AlterTableType.ENABLE_REPLICA_TRIG, $n.v, null, at()); } | RULE n=colId { $v = cmd(AlterTableType.ENABLE_REPLICA_RULE, $n.v, null, at()); } )
             | RULE n=colId { $v = cmd(AlterTableType.ENABLE_RULE, $n.v, null, at()); }
             | rowWord LEVEL SECURITY { $v = cmd(AlterTableType.ENABLE_ROW_SECURITY, null, null, at()); } )
    | DISABLE ( TRIGGER ( n=colId { $v = cmd(AlterTableType.DISABLE_TRIG, $n.v, null, at()); } | ALL { $v = cmd(AlterTableType.DISABLE_TRIG_ALL, null, null, at()); } | USER { $v = cmd(AlterTableType.DISABLE_TRIG_USER, null, null, at()); } )
              | RULE n=colId { $v = cmd(AlterTableType.DISABLE_RULE, $n.v, null, at()); }
              | rowWord LEVEL SECURITY { $v = cmd(AlterTableType.DISABLE_ROW_SECURITY, null, null, at()); } )
    | INHERIT q=qualifiedName { $v = cmd(AlterTableType.ADD_INHERIT, null, $q.v, at()); }
    | NO INHERIT q=qualifiedName { $v = cmd(AlterTableType.DROP_INHERIT, null, $q.v, at()); }
    | NO FORCE rowWord LEVEL SECURITY { $v = cmd(AlterTableType.NO_FORCE_ROW_SECURITY, null, null, at()); }
    | FORCE rowWord LEVEL SECURITY { $v = cmd(AlterTableType.FORCE_ROW_SECURITY, null, null, at()); }
    | OF an=anyName { $v = cmd(AlterTableType.ADD_OF, null, new TypeName($an.v, false, false, List.of(), List.of(), at($an.start, last())), at()); }
    | NOT OF { $v = cmd(AlterTableType.DROP_OF, null, null, at()); }
    | OWNER TO r=roleSpec { $v = owner($r.v, at()); }
    | REPLICA IDENTITY ri=replicaIdentity { $v = cmd(AlterTableType.REPLICA_IDENTITY, null, $ri.v, at()); }
    | go=alterGenericOptions { $v = cmd(AlterTableType.GENERIC_OPTIONS, null, new NodeList(List.copyOf($go.v), at()), at()); }
    ;

rowWord : ROW | w=COLNAME { isWord($w, "row"); } ;

alterTypeCmds returns [List<AlterTableCmd> v = new ArrayList<>()]
    : c=alterTypeCmd { $v.add($c.v); } (COMMA c=alterTypeCmd { $v.add($c.v); })* ;

alterTypeCmd returns [AlterTableCmd v]
    : DROP ATTRIBUTE e=ifExists n=colId b=dropBehavior { $v = cmd(AlterTableType.DROP_COLUMN, $n.v, null, $b.v, $e.v, at()); }
    | ADD ATTRIBUTE te=tableFuncElement b=dropBehavior { $v = cmd(AlterTableType.ADD_COLUMN, null, $te.v, $b.v, false, at()); }
    | ALTER ATTRIBUTE n=colId (SET DATA)? TYPE t=typeName { List<CollateClause> cc = new ArrayList<>(); } (col=collateClause { cc.add($col.v); })? b=dropBehavior
      { $v = cmd(AlterTableType.ALTER_COLUMN_TYPE, $n.v, columnType($t.v, cc, null, at()), $b.v, false, at()); }
    ;

replicaIdentity returns [ReplicaIdentityStmt v]
    : NOTHING { $v = new ReplicaIdentityStmt('n', null, at()); } | FULL { $v = new ReplicaIdentityStmt('f', null, at()); }
    | DEFAULT { $v = new ReplicaIdentityStmt('d', null, at()); } | USING INDEX n=colId { $v = new ReplicaIdentityStmt('i', $n.v, at()); } ;

alterColumn returns [AlterTableCmd v] locals [boolean m, Expr using]
    : n=ICONST SET STATISTICS sv=statisticsValue { $v = columnNumber($n, $sv.v, at()); }
    | c=colId
      ( SET ( DEFAULT a=aExpr { $v = cmd(AlterTableType.COLUMN_DEFAULT, $c.v, $a.v, at()); }
            | NOT NULL { $v = cmd(AlterTableType.SET_NOT_NULL, $c.v, null, at()); }
            | EXPRESSION AS LP a=aExpr RP { $v = cmd(AlterTableType.SET_EXPRESSION, $c.v, $a.v, at()); }
            | STATISTICS sv=statisticsValue { $v = cmd(AlterTableType.SET_STATISTICS, $c.v, $sv.v, at()); }
            | STORAGE (s=colId { $v = cmd(AlterTableType.SET_STORAGE, $c.v, new StringConst($s.v, at($s.start)), at()); } | DEFAULT { $v = cmd(AlterTableType.SET_STORAGE, $c.v, new StringConst("default", at(last())), at()); })
            | COMPRESSION (s=colId { $v = cmd(AlterTableType.SET_COMPRESSION, $c.v, new StringConst($s.v, at($s.start)), at()); } | DEFAULT { $v = cmd(AlterTableType.SET_COMPRESSION, $c.v, new StringConst("default", at(last())), at()); })
            | ro=relOptions { $v = cmd(AlterTableType.SET_OPTIONS, $c.v, new NodeList(List.copyOf($ro.v), at($ro.start, last())), at()); }
            | DATA TYPE ty=columnTypeChange { $v = cmd(AlterTableType.ALTER_COLUMN_TYPE, $c.v, $ty.v, at()); }
            | is=identityOption { List<Node> l = new ArrayList<>(); l.add($is.v); } (is2=moreIdentityOption { l.add($is2.v); })* { $v = cmd(AlterTableType.SET_IDENTITY, $c.v, new NodeList(l, at()), at()); }
            )
      | RESTART { List<Node> l = new ArrayList<>(); DefElem r = def("restart", null, at(last())); } (optWith nu=numericOnly { r = def("restart", $nu.v, at($nu.start, last())); })? { l.add(r); }
        (is2=moreIdentityOption { l.add($is2.v); })* { $v = cmd(AlterTableType.SET_IDENTITY, $c.v, new NodeList(l, at()), at()); }
      | RESET ro=relOptions { $v = cmd(AlterTableType.RESET_OPTIONS, $c.v, new NodeList(List.copyOf($ro.v), at($ro.start, last())), at()); }
      | DROP ( DEFAULT { $v = cmd(AlterTableType.COLUMN_DEFAULT, $c.v, null, at()); }
             | NOT NULL { $v = cmd(AlterTableType.DROP_NOT_NULL, $c.v, null, at()); }
             | EXPRESSION eo=ifExistsOnly { $v = cmd(AlterTableType.DROP_EXPRESSION, $c.v, null, DropBehavior.RESTRICT, $eo.v, at()); }
             | IDENTITY eo=ifExistsOnly { $v = cmd(AlterTableType.DROP_IDENTITY, $c.v, null, DropBehavior.RESTRICT, $eo.v, at()); } )
      | ADD GENERATED w=generatedWhen AS IDENTITY { ConstraintDraft d = draft(ConstrType.IDENTITY); d.generatedWhen = $w.v; } (LP so=seqOptions RP { d.options = $so.v; })?
        { $v = cmd(AlterTableType.ADD_IDENTITY, $c.v, d.build(at($w.start, last())), at()); }
      | TYPE ty=columnTypeChange { $v = cmd(AlterTableType.ALTER_COLUMN_TYPE, $c.v, $ty.v, at()); }
      | go=alterGenericOptions { $v = cmd(AlterTableType.ALTER_COLUMN_GENERIC_OPTIONS, $c.v, new NodeList(List.copyOf($go.v), at($go.start, last())), at()); }
      ) ;

columnTypeChange returns [ColumnDef v] locals [List<CollateClause> cc = new ArrayList<>(), Expr using]
    : t=typeName (c=collateClause { $cc.add($c.v); })? (USING a=aExpr { $using = $a.v; })? { $v = columnType($t.v, $cc, $using, at()); } ;

moreIdentityOption returns [DefElem v]
    : RESTART ( optWith n=numericOnly { $v = def("restart", $n.v, at()); } | { $v = def("restart", null, at()); } )
    | SET i=identityOption { $v = $i.v; }
    ;

identityOption returns [DefElem v]
    : s=seqOption { $v = identityOption($s.v, $s.start); }
    | GENERATED w=generatedWhen { $v = def("generated", new IntegerConst($w.v, at($w.start, last())), at()); }
    ;

statisticsValue returns [Node v]
    : n=signedIconst { $v = new IntegerConst($n.v, at()); } | DEFAULT ;

defaultPrivilegesOption returns [DefElem v]
    : IN SCHEMA n=nameObjects { $v = def("schemas", new NodeList($n.v, at()), at()); }
    | FOR (ROLE | USER) r=roleSpecs { $v = def("roles", new NodeList(List.copyOf($r.v), at()), at()); }
    ;

defaultPrivilegesAction returns [GrantStmt v] locals [boolean opt]
    : GRANT p=privileges ON k=defaultPrivilegesKind TO g=grantees (WITH GRANT OPTION { $opt = true; })?
      { $v = new GrantStmt(true, GrantTargetType.DEFAULTS, $k.v, List.of(), allOrNamed($p.v), $g.v, $opt, null, DropBehavior.RESTRICT, at()); }
    | REVOKE (GRANT OPTION FOR { $opt = true; })? p=privileges ON k=defaultPrivilegesKind FROM g=grantees b=dropBehavior
      { $v = new GrantStmt(false, GrantTargetType.DEFAULTS, $k.v, List.of(), allOrNamed($p.v), $g.v, $opt, null, $b.v, at()); }
    ;

defaultPrivilegesKind returns [ObjectType v]
    : TABLES { $v = ObjectType.TABLE; } | (FUNCTIONS | ROUTINES) { $v = ObjectType.FUNCTION; } | SEQUENCES { $v = ObjectType.SEQUENCE; }
    | TYPES { $v = ObjectType.TYPE; } | SCHEMAS { $v = ObjectType.SCHEMA; } | LARGE OBJECTS { $v = ObjectType.LARGEOBJECT; } ;

/// ALTER of what is not like a table.
alterObject [SqlToken first] returns [Statement v] locals [List<DefElem> o = List.of(), Expr e1, Expr e2, List<RoleSpec> roles = List.of(), String s1]
    : kf=(FUNCTION | PROCEDURE | ROUTINE) f=functionWithArgs
      ( fo=alterFunctionOptions RESTRICT? { $v = new AlterFunctionStmt(routineKind($kf), $f.v, $fo.v, from(first)); }
      | oc=objectChange[routineKind($kf), $f.v, true, first] { $v = $oc.v; } )
    | AGGREGATE ag=aggregateWithArgs oc=objectChange[ObjectType.AGGREGATE, $ag.v, false, first] { $v = $oc.v; }
    | OPERATOR ( op=operatorWithArgs ( oc=objectChange[ObjectType.OPERATOR, $op.v, false, first] { $v = $oc.v; }
                                     | SET LP od=operatorDefs RP { $v = new AlterOperatorStmt($op.v, $od.v, from(first)); } )
               | kc=(CLASS | FAMILY) an=anyName USING c=colId { QualifiedName on = methodFirst($c.v, $an.v, at($an.start, last())); ObjectType ok = $kc.type == CLASS ? ObjectType.OPCLASS : ObjectType.OPFAMILY; }
                 ( oc=objectChange[ok, on, false, first] { $v = $oc.v; }
                 | ADD oi=opClassItems { $v = new AlterOpFamilyStmt($an.v, $c.v, false, $oi.v, from(first)); }
                 | DROP di=opClassDrops { $v = new AlterOpFamilyStmt($an.v, $c.v, true, $di.v, from(first)); } ) )
    | kd=alterNamedKind an=anyName { QualifiedName on = new QualifiedName($an.v, at($an.start, last())); }
      ( oc=objectChange[$kd.v, on, true, first] { $v = $oc.v; }
      | REFRESH VERSION { $v = new AlterCollationStmt($an.v, from(first)); }
      )
    | TEXT SEARCH tk=textSearchKind an=anyName { QualifiedName on = new QualifiedName($an.v, at($an.start, last())); }
      ( oc=objectChange[$tk.v, on, true, first] { $v = $oc.v; }
      | { onlyNext($tk.v, ObjectType.TSDICTIONARY); } df=definition { $v = new AlterTSDictionaryStmt($an.v, $df.v, from(first)); }
      | { onlyNext($tk.v, ObjectType.TSCONFIGURATION); } tc=textSearchMapping[$an.v, first] { $v = $tc.v; } )
    | STATISTICS e=ifExists an=anyName { QualifiedName on = new QualifiedName($an.v, at($an.start, last())); }
      ( SET STATISTICS sv=statisticsValue { $v = new AlterStatsStmt($an.v, $sv.v == null ? null : ((IntegerConst) $sv.v).ival(), $e.v, from(first)); }
      | oc=objectChange[ObjectType.STATISTIC_EXT, on, true, first] { $v = $oc.v; } )
    | TYPE an=anyName { QualifiedName on = new QualifiedName($an.v, at($an.start, last())); }
      ( oc=objectChange[ObjectType.TYPE, on, true, first] { $v = $oc.v; }
      | RENAME ATTRIBUTE c=colId TO c2=colId b=dropBehavior { $v = new RenameStmt(ObjectType.ATTRIBUTE, ObjectType.TYPE, rangeVar($an.v, on.at()), null, $c.v, $c2.v, $b.v, false, from(first)); }
      | RENAME VALUE x=SCONST TO y=SCONST { $v = new AlterEnumStmt($an.v, str($x), str($y), null, false, false, from(first)); }
      | ADD VALUE ine=ifNotExistsOnly x=SCONST ( { $v = new AlterEnumStmt($an.v, null, str($x), null, true, $ine.v, from(first)); }
                                           | p=(BEFORE | AFTER) y=SCONST { $v = new AlterEnumStmt($an.v, null, str($x), str($y), $p.type == AFTER, $ine.v, from(first)); } )
      | DROP VALUE SCONST { notImplemented("dropping an enum value is not implemented"); }
      | SET LP od=operatorDefs RP { $v = new AlterTypeStmt($an.v, $od.v, from(first)); }
      | cs=alterTypeCmds { $v = new AlterTableStmt(rangeVar($an.v, on.at()), $cs.v, ObjectType.TYPE, false, from(first)); } )
    | DOMAIN an=anyName { QualifiedName on = new QualifiedName($an.v, at($an.start, last())); }
      ( oc=objectChange[ObjectType.DOMAIN, on, true, first] { $v = $oc.v; }
      | RENAME CONSTRAINT c=colId TO c2=colId { $v = new RenameStmt(ObjectType.DOMCONSTRAINT, ObjectType.DOMAIN, null, on, $c.v, $c2.v, DropBehavior.RESTRICT, false, from(first)); }
      | SET DEFAULT a=aExpr { $v = new AlterDomainStmt(AlterDomainType.SET_DEFAULT, $an.v, null, $a.v, DropBehavior.RESTRICT, false, from(first)); }
      | DROP DEFAULT { $v = new AlterDomainStmt(AlterDomainType.SET_DEFAULT, $an.v, null, null, DropBehavior.RESTRICT, false, from(first)); }
      | DROP NOT NULL { $v = new AlterDomainStmt(AlterDomainType.DROP_NOT_NULL, $an.v, null, null, DropBehavior.RESTRICT, false, from(first)); }
      | SET NOT NULL { $v = new AlterDomainStmt(AlterDomainType.SET_NOT_NULL, $an.v, null, null, DropBehavior.RESTRICT, false, from(first)); }
      | ADD dc=domainConstraint { $v = new AlterDomainStmt(AlterDomainType.ADD_CONSTRAINT, $an.v, null, $dc.v, DropBehavior.RESTRICT, false, from(first)); }
      | DROP CONSTRAINT e=ifExists c=colId b=dropBehavior { $v = new AlterDomainStmt(AlterDomainType.DROP_CONSTRAINT, $an.v, $c.v, null, $b.v, $e.v, from(first)); }
      | VALIDATE CONSTRAINT c=colId { $v = new AlterDomainStmt(AlterDomainType.VALIDATE_CONSTRAINT, $an.v, $c.v, null, DropBehavior.RESTRICT, false, from(first)); } )
    | SCHEMA c=colId oc=objectChange[ObjectType.SCHEMA, named($c.v, $c.start), false, first] { $v = $oc.v; }
    | PROCEDURAL? LANGUAGE c=colId oc=objectChange[ObjectType.LANGUAGE, named($c.v, $c.start), false, first] { $v = $oc.v; }
    | FOREIGN DATA WRAPPER c=colId
      ( fo2=fdwOptions { List<DefElem> gl = List.of(); } (go=alterGenericOptions { gl = $go.v; })? { notEmpty($fo2.v, gl); $v = new AlterFdwStmt($c.v, $fo2.v, gl, from(first)); }
      | oc=objectChange[ObjectType.FDW, named($c.v, $c.start), false, first] { $v = $oc.v; } )
    | SERVER c=colId
      ( oc=objectChange[ObjectType.FOREIGN_SERVER, named($c.v, $c.start), false, first] { $v = $oc.v; }
      | VERSION (x=SCONST { $s1 = str($x); } | NULL) (go=alterGenericOptions { $o = $go.v; })? { $v = new AlterForeignServerStmt($c.v, $s1, $o, true, from(first)); }
      | go=alterGenericOptions { $v = new AlterForeignServerStmt($c.v, null, $go.v, false, from(first)); } )
    | USER MAPPING FOR au=authIdent SERVER c=colId go=alterGenericOptions { $v = new AlterUserMappingStmt($au.v, $c.v, $go.v, from(first)); }
    | EVENT TRIGGER c=colId
      ( oc=objectChange[ObjectType.EVENT_TRIGGER, named($c.v, $c.start), false, first] { $v = $oc.v; }
      | en=enableTrigger { $v = new AlterEventTrigStmt($c.v, $en.v, from(first)); } )
    | PUBLICATION c=colId
      ( oc=objectChange[ObjectType.PUBLICATION, named($c.v, $c.start), false, first] { $v = $oc.v; }
      | SET df=definition { $v = new AlterPublicationStmt($c.v, $df.v, List.of(), false, PublicationAction.SET_OPTIONS, from(first)); }
      | ADD po=publicationObjects { $v = new AlterPublicationStmt($c.v, List.of(), $po.v.build(), false, PublicationAction.ADD_OBJECTS, from(first)); }
      | SET po=publicationObjects { $v = new AlterPublicationStmt($c.v, List.of(), $po.v.build(), false, PublicationAction.SET_OBJECTS, from(first)); }
      | DROP po=publicationObjects { $v = new AlterPublicationStmt($c.v, List.of(), $po.v.build(), false, PublicationAction.DROP_OBJECTS, from(first)); } )
    | SUBSCRIPTION c=colId
      ( oc=objectChange[ObjectType.SUBSCRIPTION, named($c.v, $c.start), false, first] { $v = $oc.v; }
      | sa=alterSubscription[$c.v, first] { $v = $sa.v; } )
    | EXTENSION c=colId
      ( UPDATE { List<DefElem> eo = new ArrayList<>(); } (TO w=nonReservedOrString { eo.add(def("new_version", new StringConst($w.v, at($w.start)), at($w.start, last()))); })* { $v = new AlterExtensionStmt($c.v, eo, from(first)); }
      | k=(ADD | DROP) { extensionMember(); } ob=objectRef { $v = new AlterExtensionContentsStmt($c.v, $k.type == ADD ? 1 : -1, $ob.kind, $ob.v, from(first)); }
      | SET SCHEMA c2=colId { $v = new AlterObjectSchemaStmt(ObjectType.EXTENSION, null, named($c.v, $c.start), $c2.v, false, from(first)); } )
    | (ROLE | USER) rs=roleSpec ar=alterRole[$rs.v, first] { $v = $ar.v; }
    | (ROLE | USER) ALL { String dbn = null; } (IN DATABASE c=colId { dbn = $c.v; })? fs=functionSet { $v = new AlterRoleSetStmt(null, dbn, $fs.v, from(first)); }
    | GROUP rs=roleSpec ( k=(ADD | DROP) USER rl=roleSpecs { $v = new AlterRoleStmt($rs.v, List.of(def("rolemembers", new NodeList(List.copyOf($rl.v), at($rl.start, last())), at($rl.start, last()))), $k.type == ADD ? 1 : -1, from(first)); }
                        | RENAME TO rn=roleId { $v = renameRole($rs.v, $rn.v, from(first)); } )
    | DATABASE c=colId
      ( oc=objectChange[ObjectType.DATABASE, named($c.v, $c.start), false, first] { $v = $oc.v; }
      | SET TABLESPACE c2=colId { $v = new AlterDatabaseStmt($c.v, List.of(def("tablespace", new StringConst($c2.v, at($c2.start)), at($c2.start))), from(first)); }
      | fs=functionSet { $v = new AlterDatabaseSetStmt($c.v, $fs.v, from(first)); }
      | REFRESH COLLATION VERSION { $v = new AlterDatabaseRefreshCollStmt($c.v, from(first)); }
      | optWith { List<DefElem> dl = new ArrayList<>(); } (dbo=databaseOption { dl.add($dbo.v); })* { $v = new AlterDatabaseStmt($c.v, dl, from(first)); } )
    | TABLESPACE c=colId
      ( oc=objectChange[ObjectType.TABLESPACE, named($c.v, $c.start), false, first] { $v = $oc.v; }
      | SET ro=relOptions { $v = new AlterTableSpaceOptionsStmt($c.v, $ro.v, false, from(first)); }
      | RESET ro=relOptions { $v = new AlterTableSpaceOptionsStmt($c.v, $ro.v, true, from(first)); } )
    | POLICY e=ifExists c=colId ON q=qualifiedName
      { renameOnly($e.v); } ( RENAME TO c2=colId { $v = new RenameStmt(ObjectType.POLICY, ObjectType.TABLE, $q.v, null, $c.v, $c2.v, DropBehavior.RESTRICT, $e.v, from(first)); }
      | (TO rl=roleSpecs { $roles = $rl.v; })? (USING LP a=aExpr RP { $e1 = $a.v; })? (WITH CHECK LP a=aExpr RP { $e2 = $a.v; })?
        { $v = new AlterPolicyStmt($c.v, $q.v, $roles, $e1, $e2, from(first)); } )
    | k=(RULE | TRIGGER) c=colId ON q=qualifiedName
      ( RENAME TO c2=colId { $v = new RenameStmt(onTableKind($k), ObjectType.TABLE, $q.v, null, $c.v, $c2.v, DropBehavior.RESTRICT, false, from(first)); }
      | { boolean no = false; } (NO { no = true; })? DEPENDS ON EXTENSION c2=colId { $v = new AlterObjectDependsStmt(ObjectType.TRIGGER, $q.v, named($c.v, $c.start), $c2.v, no, from(first)); } )
    | LARGE OBJECT nu=numericOnly OWNER TO rs=roleSpec { $v = new AlterOwnerStmt(ObjectType.LARGEOBJECT, null, $nu.v, $rs.v, from(first)); }
    ;

alterNamedKind returns [ObjectType v]
    : COLLATION { $v = ObjectType.COLLATION; } | CONVERSION { $v = ObjectType.CONVERSION; } ;

/// RENAME TO, OWNER TO, SET SCHEMA and DEPENDS ON EXTENSION of an object.
objectChange [ObjectType kind, Node object, boolean schema, SqlToken first] returns [Statement v] locals [boolean no]
    : RENAME { changes(kind, RENAME); } TO n=colId { $v = new RenameStmt(kind, kind, null, object, null, $n.v, DropBehavior.RESTRICT, false, from(first)); }
    | OWNER { changes(kind, OWNER); } TO r=roleSpec { $v = new AlterOwnerStmt(kind, null, object, $r.v, from(first)); }
    | SET { changes(kind, SCHEMA); } SCHEMA n=colId { $v = new AlterObjectSchemaStmt(kind, null, object, $n.v, false, from(first)); }
    | (NO { $no = true; changes(kind, DEPENDS); })? DEPENDS { changes(kind, DEPENDS); } ON EXTENSION n=colId { $v = new AlterObjectDependsStmt(kind, null, object, $n.v, $no, from(first)); }
    ;

alterFunctionOptions returns [List<DefElem> v = new ArrayList<>()] : (o=commonFuncOption { $v.add($o.v); })+ ;

operatorDefs returns [List<DefElem> v = new ArrayList<>()]
    : o=operatorDef { $v.add($o.v); } (COMMA o=operatorDef { $v.add($o.v); })* ;

operatorDef returns [DefElem v] locals [Node a]
    : n=colLabel (EQ (NONE | d=operatorDefArg { $a = $d.v; }))? { $v = def($n.v, $a, at()); } ;

operatorDefArg returns [Node v]
    : t=funcType { $v = $t.v; }
    | r=(ALL | ANALYSE | ANALYZE | AND | ANY | ARRAY | AS | ASC | ASYMMETRIC | BOTH | CASE | CAST | CHECK | COLLATE | COLUMN | CONSTRAINT | CREATE |
        CURRENT_CATALOG | CURRENT_DATE | CURRENT_ROLE | CURRENT_TIME | CURRENT_TIMESTAMP | CURRENT_USER | DEFAULT | DEFERRABLE | DESC | DISTINCT | DO
        | ELSE | END | EXCEPT | FALSE | FETCH | FOR | FOREIGN | FROM | GRANT | GROUP | HAVING | IN | INITIALLY | INTERSECT | INTO | LATERAL | LEADING
        | LIMIT | LOCALTIME | LOCALTIMESTAMP | NOT | NULL | OFFSET | ON | ONLY | OR | ORDER | PLACING | PRIMARY | REFERENCES | RETURNING | SELECT |
        SESSION_USER | SOME | SYMMETRIC | SYSTEM_USER | TABLE | THEN | TO | TRAILING | TRUE | UNION | UNIQUE | USER | USING | VARIADIC | WHEN | WHERE
        | WINDOW | WITH) { $v = new StringConst(str($r), at()); }
    | q=qualAllOp { $v = new QualifiedName($q.v, at()); }
    | n=numericOnly { $v = $n.v; }
    | s=SCONST { $v = new StringConst(str($s), at()); }
    ;

domainConstraint returns [Constraint v]
    : CONSTRAINT n=colId c=domainConstraintElem { $v = named($c.v, $n.v, at()); }
    | c=domainConstraintElem { $v = $c.v.build(at()); }
    ;

domainConstraintElem returns [ConstraintDraft v]
    : CHECK LP a=aExpr RP { $v = draft(ConstrType.CHECK); $v.expr = $a.v; $v.validFromStart(); } k=constraintAttrs { $v.attributes(this, $k.v, "CHECK", $k.start); }
    | NOT NULL { $v = draft(ConstrType.NOTNULL); $v.keys = List.of("value"); $v.validFromStart(); } k=constraintAttrs { $v.attributes(this, $k.v, "NOT NULL", $k.start); }
    ;

textSearchMapping [List<String> name, SqlToken first] returns [Statement v]
    : ADD MAPPING FOR c=columnNames dictWith d=anyNames { $v = new AlterTSConfigurationStmt(AlterTSConfigType.ADD_MAPPING, name, $c.v, $d.v, false, false, false, from(first)); }
    | ALTER MAPPING ( FOR c=columnNames ( dictWith d=anyNames { $v = new AlterTSConfigurationStmt(AlterTSConfigType.ALTER_MAPPING_FOR_TOKEN, name, $c.v, $d.v, true, false, false, from(first)); }
                                        | REPLACE a=anyName dictWith b=anyName { $v = new AlterTSConfigurationStmt(AlterTSConfigType.REPLACE_DICT_FOR_TOKEN, name, $c.v, List.of(new QualifiedName($a.v, at($a.start)), new QualifiedName($b.v, at($b.start))), false, true, false, from(first)); } )
                    | REPLACE a=anyName dictWith b=anyName { $v = new AlterTSConfigurationStmt(AlterTSConfigType.REPLACE_DICT, name, List.of(), List.of(new QualifiedName($a.v, at($a.start)), new QualifiedName($b.v, at($b.start))), false, true, false, from(first)); } )
    | DROP MAPPING eo=ifExistsOnly FOR c=columnNames { $v = new AlterTSConfigurationStmt(AlterTSConfigType.DROP_MAPPING, name, $c.v, List.of(), false, false, $eo.v, from(first)); }
    ;

dictWith : WITH | WITH_LA ;

enableTrigger returns [char v]
    : ENABLE { $v = 'O'; } (REPLICA { $v = 'R'; } | ALWAYS { $v = 'A'; })?
    | DISABLE { $v = 'D'; } ;

alterSubscription [String name, SqlToken first] returns [Statement v] locals [List<DefElem> o = List.of()]
    : SET df=definition { $v = new AlterSubscriptionStmt(AlterSubscriptionType.OPTIONS, name, null, List.of(), $df.v, from(first)); }
    | CONNECTION s=SCONST { $v = new AlterSubscriptionStmt(AlterSubscriptionType.CONNECTION, name, str($s), List.of(), List.of(), from(first)); }
    | REFRESH PUBLICATION (WITH df=definition { $o = $df.v; })? { $v = new AlterSubscriptionStmt(AlterSubscriptionType.REFRESH, name, null, List.of(), $o, from(first)); }
    | k=(ADD | DROP | SET) PUBLICATION c=columnNames (WITH df=definition { $o = $df.v; })?
      { $v = new AlterSubscriptionStmt($k.type == ADD ? AlterSubscriptionType.ADD_PUBLICATION : $k.type == DROP ? AlterSubscriptionType.DROP_PUBLICATION : AlterSubscriptionType.SET_PUBLICATION,
              name, null, $c.v, $o, from(first)); }
    | k=(ENABLE | DISABLE) { $v = new AlterSubscriptionStmt(AlterSubscriptionType.ENABLED, name, null, List.of(), List.of(def("enabled", new BooleanConst($k.type == ENABLE, at()), at())), from(first)); }
    | SKIP_KW df=definition { $v = new AlterSubscriptionStmt(AlterSubscriptionType.SKIP, name, null, List.of(), $df.v, from(first)); }
    ;

alterRole [RoleSpec role, SqlToken first] returns [Statement v] locals [List<DefElem> o = new ArrayList<>(), String db]
    : optWith (a=alterRoleOption { $o.add($a.v); })* { $v = new AlterRoleStmt(role, $o, 1, from(first)); }
    | RENAME TO n=roleId { $v = renameRole(role, $n.v, from(first)); }
    | (IN DATABASE c=colId { $db = $c.v; })? f=functionSet { $v = new AlterRoleSetStmt(role, $db, $f.v, from(first)); }
    ;

/// An object of any kind, as COMMENT ON, SECURITY LABEL ON and ALTER EXTENSION name it.
objectRef returns [ObjectType kind, Node v]
    : k=objectAnyKind a=anyName { $kind = $k.v; $v = new QualifiedName($a.v, at($a.start, last())); }
    | kn=objectNameKind n=colId { $kind = $kn.v; $v = named($n.v, $n.start); }
    | kt=(TYPE | DOMAIN) t=typeName { $kind = $kt.type == TYPE ? ObjectType.TYPE : ObjectType.DOMAIN; $v = $t.v; }
    | COLUMN a=anyName { $kind = ObjectType.COLUMN; $v = new QualifiedName($a.v, at($a.start, last())); }
    | AGGREGATE ag=aggregateWithArgs { $kind = ObjectType.AGGREGATE; $v = $ag.v; }
    | kf=(FUNCTION | PROCEDURE | ROUTINE) f=functionWithArgs { $kind = routineKind($kf); $v = $f.v; }
    | OPERATOR ( op=operatorWithArgs { $kind = ObjectType.OPERATOR; $v = $op.v; }
               | kc=(CLASS | FAMILY) a=anyName USING n=colId { $kind = $kc.type == CLASS ? ObjectType.OPCLASS : ObjectType.OPFAMILY; $v = methodFirst($n.v, $a.v, at($a.start, last())); } )
    | CONSTRAINT n=colId ON ( DOMAIN a=anyName { $kind = ObjectType.DOMCONSTRAINT; $v = new NodeList(List.of(new TypeName($a.v, false, false, List.of(), List.of(), at($a.start, last())), new StringConst($n.v, at($n.start))), at()); }
                            | a=anyName { $kind = ObjectType.TABCONSTRAINT; $v = nameOn($a.v, $n.v, at($n.start, last())); } )
    | ko=(POLICY | RULE | TRIGGER) n=colId ON a=anyName { $kind = onTableKind($ko); $v = nameOn($a.v, $n.v, at($n.start, last())); }
    | TRANSFORM FOR t=typeName LANGUAGE n=colId { $kind = ObjectType.TRANSFORM; $v = new NodeList(List.of($t.v, named($n.v, $n.start)), at()); }
    | CAST LP t=typeName AS t2=typeName RP { $kind = ObjectType.CAST; $v = new NodeList(List.of($t.v, $t2.v), at()); }
    | LARGE OBJECT nu=numericOnly { $kind = ObjectType.LARGEOBJECT; $v = $nu.v; }
    ;

objectAnyKind returns [ObjectType v]
    : d=dropAnyKind { $v = $d.v; } | INDEX { $v = ObjectType.INDEX; } ;

objectNameKind returns [ObjectType v]
    : d=dropNameKind { $v = $d.v; } | DATABASE { $v = ObjectType.DATABASE; } | ROLE { $v = ObjectType.ROLE; }
    | SUBSCRIPTION { $v = ObjectType.SUBSCRIPTION; } | TABLESPACE { $v = ObjectType.TABLESPACE; } ;

// ---------------------------------------------------------------------------------------------- the rest

miscStmt returns [Statement v] locals [List<DefElem> o = new ArrayList<>(), String s1, String text]
    : r=refreshStmt { $v = $r.v; }
    | COMMENT ON ob=objectRef IS (s=SCONST { $text = str($s); } | NULL) { $v = new CommentStmt($ob.kind, $ob.v, $text, at()); }
    | SECURITY LABEL (FOR w=nonReservedOrString { $s1 = $w.v; })? ON { labelled(); } ob=objectRef IS (s=SCONST { $text = str($s); } | NULL) { $v = new SecLabelStmt($ob.kind, $ob.v, $s1, $text, at()); }
    | REINDEX (LP uo=utilityOptions RP { $o.addAll($uo.v); })?
      ( k=(INDEX | TABLE) (c=CONCURRENTLY { $o.add(def("concurrently", null, at($c))); })? q=qualifiedName { $v = new ReindexStmt($k.type == INDEX ? ReindexObjectType.INDEX : ReindexObjectType.TABLE, $q.v, null, $o, at()); }
      | SCHEMA (c=CONCURRENTLY { $o.add(def("concurrently", null, at($c))); })? n=colId { $v = new ReindexStmt(ReindexObjectType.SCHEMA, null, $n.v, $o, at()); }
      | k=(SYSTEM | DATABASE) (c=CONCURRENTLY { $o.add(def("concurrently", null, at($c))); })? (n=colId { $s1 = $n.v; })? { $v = new ReindexStmt($k.type == SYSTEM ? ReindexObjectType.SYSTEM : ReindexObjectType.DATABASE, null, $s1, $o, at()); } )
    | CLUSTER (LP uo=utilityOptions RP { $o.addAll($uo.v); })? (vb=VERBOSE { $o.add(def("verbose", null, at($vb))); })?
      ( { $v = new ClusterStmt(null, null, $o, at()); }
      | q=qualifiedName (USING n=colId { $s1 = $n.v; })? { $v = new ClusterStmt($q.v, $s1, $o, at()); }
      | n=colId ON q=qualifiedName { $v = new ClusterStmt($q.v, $n.v, $o, at()); } )
    | REASSIGN OWNED BY rs=roleSpecs TO ro=roleSpec { $v = new ReassignOwnedStmt($rs.v, $ro.v, at()); }
    | IMPORT FOREIGN SCHEMA c1=colId { ImportForeignSchemaType kind = ImportForeignSchemaType.ALL; List<RangeVar> tables = List.of(); }
      ((LIMIT TO { kind = ImportForeignSchemaType.LIMIT_TO; } | EXCEPT { kind = ImportForeignSchemaType.EXCEPT; }) LP rl=relationExprs RP { tables = $rl.v; })?
      FROM SERVER c2=colId INTO c3=colId go=genericOptions { $v = new ImportForeignSchemaStmt($c2.v, $c1.v, $c3.v, kind, tables, $go.v, at()); }
    ;
