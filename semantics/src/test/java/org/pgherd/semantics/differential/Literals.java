package org.pgherd.semantics.differential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.pgherd.semantics.codec.TypeCodec;

/// Texts of values by type, good and bad: what the fixtures of the codecs have, and mutations of it.
final class Literals {
    private static final Map<String, String> NAMES = Map.of(
            "boolean",
            "bool",
            "integer",
            "int4",
            "bigint",
            "int8",
            "smallint",
            "int2",
            "real",
            "float4",
            "char",
            "bpchar");

    private final Map<String, List<String>> byType = new TreeMap<>();
    private final Random random;

    Literals(long seed) throws IOException {
        random = new Random(seed);
        read("text.in");
        read("values.in");
        MORE.forEach((type, texts) ->
                byType.computeIfAbsent(type, _ -> new ArrayList<>()).addAll(texts));
        // names of types are read by the grammar
        byType.remove("regtype");
        for (String element : List.of("int4", "text", "numeric", "date", "bool", "box")) {
            arrays(element);
        }
    }

    private static final Map<String, List<String>> MORE = new LinkedHashMap<>();

    static {
        MORE.put("point", List.of("(1,2)", " ( 1.5 , -2e3 ) ", "1,2", "(NaN,Infinity)", "(1,)", "(1e400,2)"));
        MORE.put("lseg", List.of("[(1,2),(3,4)]", "((1,2),(3,4))", "(1,2),(3,4)", "1,2,3,4", "[1,2,3,4]"));
        MORE.put("line", List.of("{1,2,3}", "{0,0,1}", "[(1,2),(3,4)]", "((1,2),(1,2))", "1,2,3,4", "{ 1 , 0 , -5 }"));
        MORE.put("box", List.of("(1,2),(3,4)", "((3,4),(1,2))", "1,2,3,4", "((1,4),(3,2))", "(NaN,1),(2,3)"));
        MORE.put("path", List.of("[(1,2),(3,4)]", "((1,2),(3,4))", "(1,2),(3,4)", "1,2,3,4", "[(1,2)]", "((1,2))"));
        MORE.put("polygon", List.of("((1,2),(3,4),(5,0))", "(1,2),(3,4)", "1,2,3,4", "((1,2))", "(0,0)"));
        MORE.put("circle", List.of("<(1,2),3>", "((1,2),3)", "(1,2),3", "1,2,3", "<(1,2),-1>", "<(1,2),NaN>"));
        MORE.put("tid", List.of("(0,1)", "(4294967295,65535)", "( 1 , 2 )", "(1,2", "(-1,0)", "(1,65536)"));
        MORE.put("pg_snapshot", List.of("1:1:", "10:20:10,14,15", "10:20:15,14", "10:5:", "0:1:", "12:16:14,14"));
        MORE.put(
                "tsvector",
                List.of(
                        "a b:1 c:2A",
                        "'it''s':3B,1",
                        "a\\\\ :5",
                        "x:99999,1",
                        "a:1,1A,2 a:3",
                        "' ' b",
                        "Ж:1",
                        "a:4294967297"));
        MORE.put(
                "tsquery",
                List.of(
                        "a & b | !c",
                        "a:*AB <-> 'b c'",
                        "(a <5> b) <-> c",
                        "!(a|b)&c:D",
                        "a\\\\&b",
                        "!!a <0> b",
                        "a:AAB"));
        MORE.put("txid_snapshot", List.of("1:1:", "10:20:10,14,15", "31:12:", "1:9223372036854775807:3"));
    }

    private void read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(TypeCodec.class.getResourceAsStream(file))) {
            String type = "";
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("## ")) {
                    String name = line.substring(3).replace("\"", "");
                    type = line.startsWith("## \"") ? name : NAMES.getOrDefault(name, name);
                } else if (!line.startsWith("#set ") && type.matches("\\w+")) {
                    byType.computeIfAbsent(type, _ -> new ArrayList<>()).add(unescape(line));
                }
            }
        }
    }

    private static String unescape(String line) {
        return line.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
    }

    private void arrays(String element) {
        List<String> texts = byType.get(element);
        List<String> arrays = byType.computeIfAbsent("_" + element, _ -> new ArrayList<>());
        arrays.addAll(
                List.of("{}", "{NULL}", "[2:3]={1,2}", "{{1,2},{3,4}}", "{{1},{2,3}}", "[0:0][1:2]={{1,2}}", "{\"\"}"));
        for (int i = 0; i < 20; i++) {
            StringBuilder array = new StringBuilder("{");
            for (int n = 0; n < random.nextInt(4) + 1; n++) {
                array.append(n == 0 ? "" : element.equals("box") ? ";" : ",")
                        .append('"')
                        .append(texts.get(random.nextInt(texts.size()))
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\""))
                        .append('"');
            }
            arrays.add(array.append('}').toString());
        }
    }

    /// Names in pg_type.
    Set<String> types() {
        return byType.keySet();
    }

    List<String> of(String type, int count) {
        List<String> seeds = byType.get(type).stream()
                .filter(s -> !s.toLowerCase(java.util.Locale.ROOT).matches("(?s).*(now|today|tomorrow|yesterday).*"))
                .filter(s -> s.indexOf('\0') < 0 && s.length() < 300)
                .distinct()
                .toList();
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < count / 4; i++) {
            texts.add(pick(seeds));
        }
        for (int attempt = 0; attempt < count * 3 && texts.size() < count; attempt++) {
            String mutated = pick(seeds);
            for (int n = 0; n <= random.nextInt(3); n++) {
                mutated = mutate(mutated, pick(seeds));
            }
            if (mutated.length() < 300 && wellFormed(mutated)) {
                texts.add(mutated);
            }
        }
        return new ArrayList<>(texts);
    }

    private static boolean wellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && !text.matches("(?s).*(?i:now|today|tomorr|yester|all).*");
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String mutate(String a, String b) {
        int at = random.nextInt(a.length() + 1);
        int to = at + random.nextInt(a.length() + 1 - at);
        return switch (random.nextInt(8)) {
            case 0 -> a.substring(0, at) + a.substring(Math.min(at + 1, a.length()));
            case 1 -> a.substring(0, at) + letter(b) + a.substring(at);
            case 2 -> a.substring(0, at) + "  \t,;:.-+/()[]{}\"'\\xXeE0".charAt(random.nextInt(24)) + a.substring(at);
            case 3 -> a.substring(0, at) + b.substring(random.nextInt(b.length() + 1));
            case 4 -> a.substring(0, to) + a.substring(at);
            case 5 -> a.substring(0, at) + a.substring(to);
            case 6 -> a.substring(0, at) + random.nextInt(100) + a.substring(to);
            default -> a.isEmpty() || at == a.length() ? a : a.substring(0, at) + letter(b) + a.substring(at + 1);
        };
    }

    private String letter(String from) {
        return from.isEmpty() ? "" : String.valueOf(from.charAt(random.nextInt(from.length())));
    }
}
