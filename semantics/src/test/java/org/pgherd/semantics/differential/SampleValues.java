package org.pgherd.semantics.differential;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgherd.semantics.type.TypeOids;

/// Texts of values per type, edges first; and of arguments that only make sense to one function.
final class SampleValues {
    private static final List<String> INTEGERS =
            List.of("0", "1", "-1", "2", "3", "5", "-3", "7", "10", "12", "100", "-77", "32767", "-32768");
    private static final List<String> DATES = List.of(
            "2000-01-01",
            "1999-12-31",
            "2024-02-29",
            "2023-03-12",
            "infinity",
            "-infinity",
            "0001-01-01",
            "0044-03-15 BC",
            "4713-01-01 BC",
            "5874897-12-31",
            "1970-01-01",
            "2020-12-31",
            "2021-01-03",
            "1582-10-15");
    private static final List<String> TIMESTAMPS = List.of(
            "2000-01-01 00:00:00",
            "1999-12-31 23:59:59.999999",
            "2024-02-29 12:34:56.789012",
            "2023-03-12 02:30:00",
            "2023-11-05 01:30:00",
            "infinity",
            "-infinity",
            "0001-01-01 00:00:00",
            "0044-03-15 10:20:30 BC",
            "4714-11-24 00:00:00 BC",
            "294276-12-31 23:59:59.999999",
            "1970-01-01 00:00:00",
            "2020-12-31 13:00:00.5",
            "1900-06-15 08:09:10.000001",
            "2001-09-09 01:46:40");
    private static final List<String> INTERVALS = List.of(
            "0",
            "1 day",
            "-1 day",
            "1 mon",
            "-1 mon",
            "1 year 2 mons 3 days 04:05:06.789",
            "-1 year -2 mons +3 days -04:05:06",
            "00:00:00.000001",
            "30 days",
            "31 days",
            "24:00:00",
            "25:00:00",
            "infinity",
            "-infinity",
            "100 years",
            "178000000 years",
            "-178000000 years",
            "15 days 12:00",
            "-2147483648 days",
            "2147483647 days 2562047788:00:54.775807",
            "7 days",
            "1 week 1 sec",
            "3 mons -1 day");

    private static final Map<Integer, List<String>> BY_TYPE = Map.ofEntries(
            Map.entry(TypeOids.BOOL, List.of("t", "f")),
            Map.entry(TypeOids.INT2, INTEGERS),
            Map.entry(TypeOids.INT4, with(INTEGERS, "2147483647", "-2147483648", "65536", "46341")),
            Map.entry(
                    TypeOids.INT8,
                    with(
                            INTEGERS,
                            "9223372036854775807",
                            "-9223372036854775808",
                            "4294967296",
                            "-4294967297",
                            "3037000500",
                            "2147483648")),
            Map.entry(TypeOids.OID, List.of("0", "1", "25", "2147483648", "4294967295", "1255")),
            Map.entry(
                    TypeOids.FLOAT4,
                    List.of(
                            "0",
                            "-0",
                            "1",
                            "-1",
                            "0.5",
                            "1.5",
                            "2.5",
                            "-2.5",
                            "3.4028235e38",
                            "-3.4028235e38",
                            "1e-45",
                            "NaN",
                            "Infinity",
                            "-Infinity",
                            "0.1",
                            "16777216",
                            "32767.5",
                            "2147483648",
                            "1.17549435e-38",
                            "123.456")),
            Map.entry(
                    TypeOids.FLOAT8,
                    List.of(
                            "0",
                            "-0",
                            "1",
                            "-1",
                            "0.5",
                            "1.5",
                            "2.5",
                            "-2.5",
                            "1.7976931348623157e308",
                            "-1.7976931348623157e308",
                            "5e-324",
                            "NaN",
                            "Infinity",
                            "-Infinity",
                            "0.1",
                            "0.7",
                            "30",
                            "45",
                            "60",
                            "90",
                            "180",
                            "-270",
                            "359.5",
                            "123456.789",
                            "32767.5",
                            "2147483647.5",
                            "9.223372036854775807e18",
                            "1e-310",
                            "-745.2",
                            "709.9",
                            "3",
                            "-7",
                            "1e15",
                            "1e16",
                            "171.5",
                            "-0.5")),
            Map.entry(
                    TypeOids.NUMERIC,
                    List.of(
                            "0",
                            "0.00",
                            "1",
                            "-1",
                            "0.5",
                            "1.5",
                            "-2.5",
                            "2.50",
                            "NaN",
                            "Infinity",
                            "-Infinity",
                            "10",
                            "100",
                            "0.1",
                            "0.0001",
                            "-0.00005",
                            "123456789012345678.123456789",
                            "99999999999999999999",
                            "1e30",
                            "-1e-30",
                            "3.14159265358979323846",
                            "32767.5",
                            "2147483647.5",
                            "-9223372036854775808.5",
                            "0.999999",
                            "1.0000001",
                            "7",
                            "-3",
                            "12345.678",
                            "1e-300",
                            "1e130",
                            "4.4000",
                            "9999",
                            "10000",
                            "0.9",
                            "1.1")),
            Map.entry(
                    TypeOids.TEXT,
                    List.of(
                            "",
                            "a",
                            "abc",
                            "ABC",
                            "Hello World",
                            "  padded  ",
                            "äöü ÄÖÜ ß",
                            "日本語",
                            "a\\b",
                            "x'y\"z",
                            "100%",
                            "a_c",
                            "aaa",
                            "abcabcabc",
                            "😀 smile",
                            "ǆ Ǆ ǅ",
                            "tab\tnewline\n",
                            "0",
                            "12",
                            "-5",
                            "NULL",
                            "select",
                            "foo.bar",
                            "İı",
                            "σς Σ",
                            "e\u0301",
                            "a,b,c",
                            "xXyY",
                            "1.50")),
            Map.entry(TypeOids.BPCHAR, List.of("", "a", "a   ", "abc", "ABC ", "b", "äö  ", " x", "日本", "a\t", "100%")),
            Map.entry(TypeOids.VARCHAR, List.of("", "a", "a   ", "abc", "äö", "日本語", "longer text than that")),
            Map.entry(TypeOids.NAME, List.of("", "a", "abc", "ABC", "select", "pg_class", "äö", "x y")),
            Map.entry(TypeOids.TID, List.of("(0,0)", "(0,1)", "(1,0)", "(4294967295,65535)", "(2147483648,1)")),
            Map.entry(TypeOids.PG_SNAPSHOT, List.of("1:1:", "10:20:10,14,15", "12:16:14", "5:9223372036854775807:6,7")),
            Map.entry(TypeOids.TXID_SNAPSHOT, List.of("1:1:", "10:20:10,14,15", "12:16:14", "5:99:6,7")),
            Map.entry(TypeOids.XML, List.of("", "<a/>", "text", "<a b='c'>d</a>", "a&amp;b")),
            Map.entry(
                    TypeOids.TSVECTOR,
                    List.of("", "a", "a:1", "a:1A b:2 c:3C", "a b c", "ab:1,2,3 abc:4", "'a b':3 c", "a:16383 b:1")),
            Map.entry(
                    TypeOids.TSQUERY,
                    List.of("a", "a & b", "a | b", "!a", "a <-> b", "a <2> b", "a:* & !b:A", "(a | b) <-> c", "'a b'")),
            Map.entry(TypeOids.FLOAT4_ARRAY, List.of("{0.1,0.2,0.4,1.0}", "{-1,0.5,0.5,1}", "{1,1,1}", "{0,0,0,2}")),
            Map.entry(TypeOids.CHAR_ARRAY, List.of("{A}", "{a,d}", "{}", "{b,NULL}", "{x}")),
            Map.entry(TypeOids.CHAR, List.of("", "a", "b", "Z", "0", "~", " ", "\\377", "\\200")),
            Map.entry(TypeOids.UNKNOWN, List.of("x")),
            Map.entry(TypeOids.OIDVECTOR, List.of("", "1", "1 2", "2 1", "4294967295", "1 2 3")),
            Map.entry(TypeOids.BOOL_ARRAY, List.of("{}", "{t,f}", "{NULL}")),
            Map.entry(
                    TypeOids.BYTEA,
                    List.of(
                            "",
                            "\\x00",
                            "\\xff",
                            "\\x0102",
                            "\\x616263",
                            "\\xdeadbeef",
                            "\\x5c",
                            "\\x7fffffff",
                            "\\x0000000000000001",
                            "\\xffffffffffffffff",
                            "\\x20206120",
                            "\\x00010203040506070809",
                            "\\xe6978560",
                            "\\x25")),
            Map.entry(TypeOids.DATE, DATES),
            Map.entry(
                    TypeOids.TIME,
                    List.of("00:00:00", "23:59:59.999999", "24:00:00", "12:34:56.789", "01:02:03", "00:00:00.000001")),
            Map.entry(
                    TypeOids.TIMETZ,
                    List.of(
                            "00:00:00+00",
                            "23:59:59.999999-05",
                            "24:00:00+14",
                            "12:34:56.789+05:30",
                            "01:02:03-08",
                            "07:34:56.789+00:30",
                            "12:00:00+01:02:03")),
            Map.entry(TypeOids.TIMESTAMP, TIMESTAMPS),
            Map.entry(
                    TypeOids.TIMESTAMPTZ,
                    List.of(
                            "2000-01-01 00:00:00+00",
                            "1999-12-31 23:59:59.999999-05",
                            "2024-02-29 12:34:56.789012+00",
                            "2023-03-12 02:30:00-05",
                            "2023-11-05 05:30:00+00",
                            "2023-11-05 06:30:00+00",
                            "infinity",
                            "-infinity",
                            "0001-01-01 00:00:00+00",
                            "0044-03-15 10:20:30+00 BC",
                            "294276-12-31 23:59:59+00",
                            "1970-01-01 00:00:00+00",
                            "2020-12-31 13:00:00.5+09",
                            "1880-06-15 08:09:10+00",
                            "2038-07-01 00:00:00+00")),
            Map.entry(TypeOids.INTERVAL, INTERVALS),
            Map.entry(
                    TypeOids.UUID,
                    List.of(
                            "00000000-0000-0000-0000-000000000000",
                            "ffffffff-ffff-ffff-ffff-ffffffffffff",
                            "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
                            "019535d9-3df7-79fb-b466-fa907fa17f9e",
                            "c232ab00-9414-11ec-b3c8-9f6bdeced846")),
            Map.entry(
                    TypeOids.JSON,
                    List.of(
                            "null",
                            "1",
                            "\"a\"",
                            "{}",
                            "[]",
                            "{\"a\":1,\"b\":[1,2,{\"c\":null}],\"a\":2}",
                            "[1, 2.50,\"x\",null,true]",
                            "{\"a\" : {\"b\" : \"c\\u00e9\\n\"}}",
                            "[[1,2],[3]]",
                            " {\"a\":null, \"b\":\"t\"} ",
                            "[{\"a\":1},{\"a\":2,\"b\":\"x\"}]",
                            "\"esc \\\" \\\\ \\t\"")),
            Map.entry(
                    TypeOids.JSONB,
                    List.of(
                            "null",
                            "1",
                            "1.10",
                            "\"a\"",
                            "\"b\"",
                            "true",
                            "{}",
                            "[]",
                            "{\"a\":1,\"b\":[1,2,{\"c\":null}],\"aa\":2}",
                            "[1, 2.50,\"x\",null,true]",
                            "{\"a\" : {\"b\" : \"c\\u00e9\\n\"}}",
                            "[[1,2],[3]]",
                            "{\"a\":null, \"b\":\"t\"}",
                            "[{\"a\":1},{\"a\":2,\"b\":\"x\"}]",
                            "[\"a\",\"b\"]",
                            "{\"a\":1}",
                            "[1,1,2]",
                            "-1e10",
                            "{\"1\":{\"2\":[0,[5]]}}")),
            Map.entry(
                    TypeOids.MONEY,
                    List.of(
                            "0",
                            "1.23",
                            "-1.23",
                            "92233720368547758.07",
                            "-92233720368547758.08",
                            "100",
                            "0.05",
                            "$1,234.50")),
            Map.entry(TypeOids.PG_LSN, List.of("0/0", "1/2A", "FFFFFFFF/FFFFFFFF", "16/B374D848", "0/10")),
            Map.entry(TypeOids.XID, List.of("0", "1", "3", "4294967295")),
            Map.entry(TypeOids.XID8, List.of("0", "1", "18446744073709551615", "4294967296")),
            Map.entry(TypeOids.CID, List.of("0", "1", "4294967295")),
            Map.entry(TypeOids.INT2_ARRAY, List.of("{}", "{1}", "{1,2,3}", "{NULL,2}", "{3,1,2}")),
            Map.entry(
                    TypeOids.INT4_ARRAY,
                    List.of(
                            "{}",
                            "{1}",
                            "{1,2,3}",
                            "{NULL,2}",
                            "{3,1,2}",
                            "{{1,2},{3,4}}",
                            "[0:1]={5,6}",
                            "{1,1,2,NULL,NULL}",
                            "{2}",
                            "{10,100}",
                            "{{{1}}}",
                            "[2:3][-1:0]={{1,2},{3,4}}",
                            "{NULL}",
                            "{5,6}")),
            Map.entry(TypeOids.INT8_ARRAY, List.of("{}", "{1}", "{1,2,3}", "{NULL,2}", "{9223372036854775807}")),
            Map.entry(
                    TypeOids.TEXT_ARRAY,
                    List.of(
                            "{}",
                            "{a}",
                            "{a,b,c}",
                            "{NULL,b}",
                            "{\"\",\"x y\"}",
                            "{{a,b},{c,NULL}}",
                            "{b,a}",
                            "{1,2}",
                            "{a,a,b}",
                            "{1,2,0}")),
            Map.entry(TypeOids.FLOAT8_ARRAY, List.of("{}", "{1.5}", "{1,2.5,NaN}", "{NULL,0}", "{0,0.25,0.5,1}")),
            Map.entry(TypeOids.NUMERIC_ARRAY, List.of("{}", "{1.50}", "{1,2.5,NaN}", "{NULL,0}")),
            Map.entry(
                    TypeOids.INT4RANGE,
                    List.of("empty", "[1,5)", "[1,5]", "(,5)", "[3,)", "(,)", "[5,10)", "(1,2)", "[10,20)", "[-3,0]")),
            Map.entry(
                    TypeOids.NUMRANGE,
                    List.of("empty", "[1.5,5)", "(1,5]", "(,5)", "[3,)", "(,)", "[5,10.25]", "(1,2)", "[1,1]")),
            Map.entry(TypeOids.INT8RANGE, List.of("empty", "[1,5)", "(,5)", "[3,)", "[5,10)")),
            Map.entry(
                    TypeOids.DATERANGE, List.of("empty", "[2000-01-01,2001-01-01)", "(,2000-01-01)", "[1999-05-05,)")),
            Map.entry(
                    TypeOids.TSRANGE,
                    List.of(
                            "empty",
                            "[2000-01-01 00:00,2001-01-01 12:00)",
                            "(,2000-01-01 00:00]",
                            "[1999-05-05 01:02:03,)")),
            Map.entry(
                    TypeOids.TSTZRANGE,
                    List.of("empty", "[2000-01-01 00:00+00,2001-01-01 12:00+00)", "(,2000-01-01 00:00+00]")),
            Map.entry(TypeOids.JSONPATH, JsonPathSamples.PATHS),
            Map.entry(
                    TypeOids.POINT,
                    List.of(
                            "(0,0)",
                            "(1,1)",
                            "(-1,2.5)",
                            "(1e-7,0)",
                            "(3,4)",
                            "(0.5,0.5)",
                            "(-3,-4)",
                            "(1e300,-1e300)",
                            "(NaN,1)",
                            "(Infinity,0)",
                            "(5.1,34.5)",
                            "(2,1)",
                            "(1e-300,1e-300)")),
            Map.entry(
                    TypeOids.LSEG,
                    List.of(
                            "[(0,0),(1,1)]",
                            "[(0,1),(1,0)]",
                            "[(1,2),(3,4)]",
                            "[(0,0),(6,6)]",
                            "[(10,-10),(-3,-4)]",
                            "[(2,2),(2,2)]",
                            "[(0,0),(0,5)]",
                            "[(-1,3),(5,3)]",
                            "[(-1e6,2e2),(3e5,-4e1)]",
                            "[(NaN,1),(3,NaN)]")),
            Map.entry(
                    TypeOids.LINE,
                    List.of(
                            "{0,-1,5}",
                            "{1,0,5}",
                            "{0,3,0}",
                            "{1,-1,0}",
                            "{-0.4,-1,-6}",
                            "{3,NaN,5}",
                            "{NaN,NaN,NaN}",
                            "{2,-2,4}",
                            "{1,1,1}",
                            "[(0,0),(6,6)]",
                            "{-0.000184615384615,-1,15.3846153846154}")),
            Map.entry(
                    TypeOids.BOX,
                    List.of(
                            "(1,1),(0,0)",
                            "(2,2),(0,0)",
                            "(3,3),(1,1)",
                            "(2.5,3.5),(2.5,2.5)",
                            "(3,3),(3,3)",
                            "(-2,2),(-8,-10)",
                            "(0,0,100,100)",
                            "(5,-3),(1,-7)",
                            "(Infinity,2),(1,1)",
                            "(1e-7,0),(0,0)")),
            Map.entry(
                    TypeOids.PATH,
                    List.of(
                            "[(1,2),(3,4)]",
                            "((1,2),(3,4))",
                            "[(0,0),(3,0),(4,5),(1,6)]",
                            "((0,0),(4,0),(4,4),(0,4))",
                            "((1,2))",
                            "[(1,2)]",
                            "[(10,20),(-5,-5),(2,2)]",
                            "((2,2),(3,3),(2,3))",
                            "[(11,12),(13,14)]")),
            Map.entry(
                    TypeOids.POLYGON,
                    List.of(
                            "((2,0),(2,4),(0,0))",
                            "((3,1),(3,3),(1,0))",
                            "((1,2),(3,4),(5,6),(7,8))",
                            "((7,8),(5,6),(3,4),(1,2))",
                            "((0,0))",
                            "((0,1),(0,1))",
                            "((0,0),(10,0),(10,10),(0,10))",
                            "((2,2),(4,2),(4,4),(2,4))",
                            "((5,5),(15,5),(15,15),(5,15))",
                            "((0,0),(10,0),(5,5),(10,10),(0,10))",
                            "((6,4),(8,4),(8,6),(6,6))")),
            Map.entry(
                    TypeOids.CIRCLE,
                    List.of(
                            "<(5,1),3>",
                            "<(1,2),100>",
                            "<(1,3),5>",
                            "<(100,200),10>",
                            "<(100,1),115>",
                            "<(3,5),0>",
                            "<(3,5),NaN>",
                            "<(0,0),1>",
                            "<(0,0),1e-8>")),
            Map.entry(
                    TypeOids.INT4MULTIRANGE,
                    List.of(
                            "{}",
                            "{[1,5)}",
                            "{[1,3),[5,8)}",
                            "{(,5)}",
                            "{(,1),[5,10),[20,)}",
                            "{(,)}",
                            "{[8,10)}",
                            "{[3,5)}",
                            "{[10,20),[30,40)}",
                            "{[-3,0],[2,2],[4,4]}")),
            Map.entry(
                    TypeOids.NUMMULTIRANGE,
                    List.of(
                            "{}",
                            "{[1.5,5)}",
                            "{[1,3],(5,8)}",
                            "{(,5]}",
                            "{(,1),[5,10],(20,)}",
                            "{(,)}",
                            "{[1,1],[2,2]}",
                            "{(3,5]}")),
            Map.entry(TypeOids.INT8MULTIRANGE, List.of("{}", "{[1,5)}", "{[1,3),[5,8)}", "{(,)}")),
            Map.entry(
                    TypeOids.DATEMULTIRANGE,
                    List.of(
                            "{}",
                            "{[2000-01-01,2001-01-01)}",
                            "{(,1999-01-01),[2000-05-05,)}",
                            "{[2000-01-01,infinity]}")),
            Map.entry(TypeOids.TSMULTIRANGE, List.of("{}", "{[2000-01-01 00:00,2001-01-01 12:00)}", "{(,infinity)}")),
            Map.entry(TypeOids.TSTZMULTIRANGE, List.of("{}", "{[2000-01-01 00:00+00,2001-01-01 12:00+00)}")),
            Map.entry(
                    TypeOids.INT4RANGE_ARRAY,
                    List.of("{}", "{\"[1,5)\",empty}", "{\"[1,5)\",\"[3,9)\"}", "{NULL}", "{{\"[1,5)\"}}")),
            Map.entry(
                    TypeOids.NUMRANGE_ARRAY,
                    List.of("{}", "{\"[1,5)\",empty}", "{\"[1,5]\",\"(5,9)\"}", "{NULL}", "{{\"[1,5)\"}}")),
            Map.entry(
                    TypeOids.DATE_ARRAY,
                    List.of("{}", "{2000-01-01}", "{2000-01-01,NULL,infinity}", "[0:0]={1999-01-01}")),
            Map.entry(
                    TypeOids.INET,
                    List.of(
                            "0.0.0.0",
                            "192.168.1.5",
                            "192.168.1.5/24",
                            "192.168.1.0/24",
                            "10.0.0.0/8",
                            "255.255.255.255",
                            "::1",
                            "::/0",
                            "2001:db8::/32",
                            "2001:db8::1",
                            "192.168.1.5/32")),
            Map.entry(
                    TypeOids.CIDR,
                    List.of("0.0.0.0/0", "192.168.1.0/24", "10.0.0.0/8", "::/0", "2001:db8::/32", "192.168.1.5/32")),
            Map.entry(TypeOids.MACADDR, List.of("00:00:00:00:00:00", "08:00:2b:01:02:03", "ff:ff:ff:ff:ff:ff")),
            Map.entry(
                    TypeOids.MACADDR8,
                    List.of("00:00:00:00:00:00:00:00", "08:00:2b:01:02:03:04:05", "ff:ff:ff:ff:ff:ff:ff:ff")),
            Map.entry(TypeOids.BIT, List.of("", "0", "1", "1010", "11110000", "00000000000000001")),
            Map.entry(TypeOids.VARBIT, List.of("", "0", "1", "1010", "11110000", "00000000000000001")));

    private static final List<String> FIELDS = List.of(
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second",
            "milliseconds",
            "microseconds",
            "dow",
            "isodow",
            "doy",
            "week",
            "quarter",
            "decade",
            "century",
            "millennium",
            "epoch",
            "julian",
            "isoyear",
            "timezone",
            "timezone_hour",
            "timezone_minute",
            "YEARS",
            "Mons",
            "foo",
            "",
            "us",
            "h",
            "delim");
    private static final List<String> ZONES = List.of(
            "UTC",
            "America/New_York",
            "Europe/Berlin",
            "EST",
            "PST8PDT",
            "+05",
            "-03:30",
            "Asia/Kolkata",
            "nowhere",
            "edt",
            "Australia/Lord_Howe",
            "z");
    private static final List<String> REGEXES = List.of(
            "a",
            "b+",
            "^abc",
            "c$",
            "[a-c]+",
            "(a)(b)?",
            "a|b|abc",
            "\\d+",
            "\\w+",
            "(?i)hello",
            "[[:alpha:]]+",
            ".",
            "x*",
            "(.)\\1",
            "^$",
            "a{2,3}",
            "a{2}",
            "(a*)+",
            "[^a-z]",
            "\\s",
            "\\m\\w",
            "foo|fo|f",
            "(?:ab)+c",
            "a+?",
            "a.*?c",
            "(",
            "[",
            "a{",
            "*a",
            "a**",
            "\\",
            "[b-a]",
            "[[:foo:]]",
            "(?=a)b",
            "b(?!c)",
            "\\y\\w+\\y",
            "ä",
            "[äöü]",
            "\\u00e4",
            "(a|ab)(c|bcd)?",
            "***=a.b",
            "(?q)a",
            "a{3,1}",
            "\\Aab",
            "bc\\Z",
            "(?<=a)b",
            "l+",
            "o",
            "[^[:space:]]+",
            "(,)",
            ",",
            "\\.",
            "([^,]*),(.*)",
            "(?b)\\(a\\)\\1",
            "(?b)*a",
            "(?b)a\\{2,3\\}",
            "(?b)^a*$",
            "(?b)a|b",
            "(?b)x\\{1",
            "(?b)\\(",
            "(?b)\\<H[a-z]*\\>",
            "(?e)a{2}|(b)",
            "(?x)a # comment",
            "***:(?i)ABC",
            "(?n)^.$",
            "[(.)\\1",
            "");
    private static final List<String> FLAGS = List.of("", "g", "i", "n", "gi", "x", "q", "z", "c", "s", "ip");
    private static final List<String> LIKES = List.of(
            "", "%", "_", "a%", "%c", "%b%", "a_c", "ABC", "abc", "\\%", "100\\%", "%\\", "a\\", "%_%", "___", "%a%a%",
            "日%", "_本_", "%ll% W%", "x'y%", "%\\\\%");
    private static final List<String> NUMBER_FORMATS = List.of(
            "9",
            "999",
            "0000",
            "9999.99",
            "FM9999.99",
            "S999",
            "999S",
            "MI999",
            "999MI",
            "999PR",
            "L999",
            "9,999,999.00",
            "FM9,999.0",
            "RN",
            "FMRN",
            "th",
            "999th",
            "999TH",
            "9.9EEEE",
            "99.99EEEE",
            "V99",
            "99V99",
            "\"text\"999",
            "D99",
            "G999",
            "0999.9",
            "",
            "SG999",
            "PL999",
            "99999999999999999999.9999",
            "B999",
            "FM000",
            ".99",
            "FM.99",
            "9G999D99",
            "999.",
            "xyz",
            "FM999.009",
            "S0.0",
            "9 9 9",
            "0.9EEEE",
            "99.99MI");
    private static final List<String> DATE_FORMATS = List.of(
            "YYYY-MM-DD",
            "YYYY-MM-DD HH24:MI:SS",
            "YY",
            "Y,YYY",
            "YYY",
            "Y",
            "IYYY-IW-ID",
            "IYY",
            "IY",
            "I",
            "Month",
            "FMMonth",
            "MONTH",
            "month",
            "Mon",
            "mon",
            "MON",
            "Day",
            "FMDay",
            "DAY",
            "day",
            "Dy",
            "dy",
            "DY",
            "DDD",
            "IDDD",
            "DD",
            "D",
            "ID",
            "W",
            "WW",
            "IW",
            "CC",
            "J",
            "Q",
            "RM",
            "rm",
            "FMRM",
            "HH",
            "HH12",
            "HH24",
            "MI",
            "SS",
            "MS",
            "US",
            "SSSS",
            "SSSSS",
            "AM",
            "pm",
            "A.M.",
            "p.m.",
            "BC",
            "ad",
            "B.C.",
            "TZ",
            "tz",
            "TZH",
            "TZM",
            "OF",
            "FF1",
            "FF3",
            "FF6",
            "DDth",
            "DDTH",
            "FMDDth",
            "\"quoted YYYY\"",
            "YYYYth",
            "TMMonth",
            "TMDay",
            "FX YYYY",
            "YYYY YYYY",
            "YYYYMMDDHH24MISS",
            "\\Y",
            "",
            "Day, DD  HH12:MI:SS",
            "FMDay, FMDD  FMHH12:FMMI:FMSS",
            "DSDD",
            "SSAM");
    private static final List<String> ENCODINGS = List.of("hex", "base64", "escape", "HEX", "nope");
    private static final List<String> PATHS =
            List.of("{}", "{a}", "{b,0}", "{b,-1}", "{a,b}", "{0}", "{1,0}", "{b,2,c}", "{NULL}", "{-1}", "{x}");
    private static final List<String> STRIDES =
            List.of("15 minutes", "1 day", "00:00:01", "-1 hour", "0", "1 mon", "infinity", "7 days 01:00");

    private SampleValues() {}

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new java.util.ArrayList<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    /// Whether two of them in a row make another.
    static boolean isComposable(List<String> samples) {
        return samples == REGEXES || samples == LIKES || samples == NUMBER_FORMATS || samples == DATE_FORMATS;
    }

    /// Null if there are none: then nothing with such an argument is tested.
    static @Nullable List<String> of(int typeOid) {
        return BY_TYPE.get(typeOid);
    }

    /// Of a function's argument.
    static @Nullable List<String> of(String function, String source, int index, int typeOid) {
        List<String> special = special(function, source, index, typeOid);
        return special != null ? special : of(typeOid);
    }

    private static @Nullable List<String> special(String function, String source, int index, int type) {
        if (type == TypeOids.TEXT) {
            if (index == 0 && List.of("date_part", "extract", "date_trunc").contains(function)) {
                return FIELDS;
            }
            if (function.equals("timezone") && index == 0
                    || function.equals("date_trunc") && index == 2
                    || function.equals("generate_series")
                    || function.equals("make_timestamptz")
                    || function.equals("date_add")
                    || function.equals("date_subtract")) {
                return ZONES;
            }
            if (index == 1 && (source.contains("regex") && !source.contains("escape"))) {
                return REGEXES;
            }
            if (source.startsWith("regexp_") && type == TypeOids.TEXT && index >= 2
                    || source.equals("textregexreplace") && index == 3
                    || source.equals("textregexreplace_extended") && index == 5) {
                return FLAGS;
            }
            if (source.startsWith("textregexreplace") && index == 2) {
                return List.of("", "X", "[\\1]", "\\&\\&", "\\\\", "\\2-\\1", "\\9", "$1");
            }
            if (index == 1 && (source.endsWith("like") && !source.startsWith("bytea"))) {
                return LIKES;
            }
            if (index == 1 && function.equals("like_escape")) {
                return List.of("", "\\", "#", "%", "ab", "ä");
            }
            if (index == 0 && function.equals("like_escape")) {
                return LIKES;
            }
            if (index == 1 && (function.equals("encode") || function.equals("decode"))) {
                return ENCODINGS;
            }
            if (index == 0 && function.equals("decode")) {
                return List.of(
                        "",
                        "abc=",
                        "YWJj",
                        "YQ==",
                        "616263",
                        "6",
                        "zz",
                        "\\101\\\\",
                        "\\9",
                        "YW Jj",
                        "YQ=",
                        "=",
                        "6162 63",
                        "a\\000b",
                        "é");
            }
            if (index == 1 && function.equals("to_char") || function.equals("to_number") && index == 1) {
                return source.contains("timestamp") || source.contains("interval") ? DATE_FORMATS : NUMBER_FORMATS;
            }
            if (index == 1 && (function.equals("to_date") || function.equals("to_timestamp"))) {
                return DATE_FORMATS;
            }
            if (index == 0 && (function.equals("to_date") || function.equals("to_timestamp"))) {
                return List.of(
                        "2024-02-29",
                        "2024-02-29 12:34:56",
                        "99",
                        "1,999",
                        "2024-09-05",
                        "March",
                        "Mar",
                        "Thu",
                        "12",
                        "5",
                        "20240229123456",
                        "366",
                        "J",
                        "2460000",
                        "IV",
                        "3 PM",
                        "",
                        "abc",
                        "2024-02-30",
                        "44 BC",
                        "12.345",
                        "-5",
                        "21",
                        "Monday, 05  06:07:08",
                        "+05:30");
            }
            if (index == 0 && function.equals("to_number")) {
                return List.of(
                        "1",
                        "-1",
                        "1,234.50",
                        "<12>",
                        "12-",
                        "+7.5",
                        "$99",
                        "abc",
                        "",
                        "XIV",
                        "1e5",
                        "00012.3400",
                        " 42",
                        "1.2.3",
                        "IIX");
            }
            if (function.equals("format") && index == 0) {
                return List.of(
                        "",
                        "x",
                        "%s",
                        "%I %L",
                        "%%",
                        "%1$s %1$s",
                        "%2$s",
                        "%10s|",
                        "%-10s|",
                        "%*s|",
                        "%z",
                        "%",
                        "%1$",
                        "%0$s",
                        "%-5L|",
                        "%3$I",
                        "%1$*2$s",
                        "%99999999999s");
            }
            if (function.equals("unistr")) {
                return List.of(
                        "",
                        "a\\0061",
                        "\\u0061",
                        "\\+000061",
                        "\\U00000061",
                        "\\\\",
                        "\\",
                        "\\zz",
                        "\\D83D\\DE00",
                        "\\D83D",
                        "\\+1F600",
                        "x\\0");
            }
            if (function.equals("parse_ident") && index == 0) {
                return List.of(
                        "a",
                        "a.b",
                        "\"A\".b",
                        " a . b ",
                        "",
                        "a.",
                        ".a",
                        "1a",
                        "a b",
                        "\"a",
                        "\"\"",
                        "a..b",
                        "A.B",
                        "a.\"b c\"",
                        "ä.ö");
            }
            if ((function.equals("normalize") || function.equals("is_normalized")) && index == 1) {
                return List.of("NFC", "NFD", "NFKC", "nfkd", "x");
            }
            if (source.startsWith("json") && index >= 1) {
                return List.of("a", "b", "", "aa", "c", "1", "0", "x", "null");
            }
        }
        if (index == 2 && type == TypeOids.INT4 && source.endsWith("in")) {
            return List.of("-1");
        }
        if (source.startsWith("jsonb_path_")) {
            return switch (index) {
                case 0 -> JsonPathSamples.VALUES;
                case 1 -> null;
                case 2 -> JsonPathSamples.VARIABLES;
                default -> null;
            };
        }
        if (type == TypeOids.TEXT_ARRAY && source.startsWith("json")) {
            return PATHS;
        }
        if (type == TypeOids.INTERVAL && function.equals("date_bin")) {
            return STRIDES;
        }
        if (type == TypeOids.INTERVAL && function.equals("timezone")) {
            return List.of("0", "05:30", "-08:00", "1 day", "1 mon", "infinity", "-infinity", "00:00:30");
        }
        if (type == TypeOids.INT8 && function.equals("factorial")) {
            return List.of("0", "1", "2", "5", "20", "30", "100", "-1", "32178", "9223372036854775807");
        }
        if (type == TypeOids.INT4 && function.equals("repeat")) {
            return List.of("-1", "0", "1", "2", "3", "10", "50", "1073741824");
        }
        if (function.equals("pg_size_bytes")) {
            return List.of(
                    "1",
                    "1kB",
                    " 1.5 MB ",
                    "-1 gb",
                    "1e3",
                    "1 tb",
                    "1 PB",
                    "",
                    "x",
                    "1 xB",
                    "1.",
                    ".5 kB",
                    ".",
                    "1e",
                    "-.5MB",
                    "1e4 MB",
                    "99999999999999999999",
                    "1 bytes",
                    "12b",
                    "1e+2 kB",
                    "1 2",
                    "+3");
        }
        if (type == TypeOids.INT8 && function.equals("txid_visible_in_snapshot")) {
            return List.of("1", "9", "10", "11", "14", "15", "19", "20", "100");
        }
        if (type == TypeOids.XID8 && function.equals("pg_visible_in_snapshot")) {
            return List.of("1", "9", "10", "11", "14", "15", "19", "20", "100");
        }
        if (type == TypeOids.CHAR && function.equals("setweight")) {
            return List.of("A", "b", "C", "d", "D", "x");
        }
        if (type == TypeOids.INT4 && function.startsWith("ts_rank")) {
            return List.of("0", "1", "2", "4", "8", "16", "32", "63", "5", "40");
        }
        if (type == TypeOids.INT4 && function.equals("tsquery_phrase")) {
            return List.of("0", "1", "2", "16384", "16385", "-1");
        }
        if (type == TypeOids.INT4 && (function.equals("bpchar") || function.equals("varchar"))) {
            return List.of("-1", "0", "3", "4", "5", "6", "7", "9", "14");
        }
        if (type == TypeOids.INT4 && function.equals("numeric")) {
            return List.of("-1", "65540", "327686", "655366", "1310724", "327681", "196612", "393215", "327684");
        }
        if (type == TypeOids.INT4 && function.equals("interval")) {
            return List.of(
                    "-1", "2147418115", "2147418112", "2147418118", "327679", "458751", "268500991", "470351871");
        }
        if (type == TypeOids.INT4
                && (source.equals("timestamp_scale")
                        || source.equals("timestamptz_scale")
                        || source.equals("time_scale")
                        || source.equals("timetz_scale"))) {
            return List.of("-1", "0", "1", "2", "3", "4", "5", "6");
        }
        if (type == TypeOids.INT4 && (source.equals("bit") || source.equals("varbit"))) {
            return List.of("-1", "1", "4", "8", "17", "40");
        }
        if (type == TypeOids.INT4 && source.startsWith("array_fill")) {
            return List.of("0", "1", "2", "3");
        }
        return null;
    }
}
