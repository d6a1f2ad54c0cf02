package org.pgherd.gateway.example;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The music example's rows: invented, and the same at every run.
final class MusicData {
    static final int CREATORS = 240;
    static final int LISTENERS = 1000;
    private static final int LISTENS = 6000;
    private static final String NULL = "\\N";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static final List<String> GENRES = List.of(
            "ambient",
            "baroque",
            "blues",
            "choral",
            "dub",
            "electronic",
            "folk",
            "jazz",
            "metal",
            "opera",
            "rock",
            "samba");
    private static final List<String> COUNTRIES = List.of("AR", "BR", "CH", "DE", "FR", "JP", "NG", "SE", "US", "VN");
    private static final List<String> FIRST = List.of(
            "Amber",
            "Blue",
            "Copper",
            "Distant",
            "Électrique",
            "Frozen",
            "Golden",
            "Hollow",
            "Iron",
            "Jade",
            "Lunar",
            "Midnight",
            "Northern",
            "Ölige",
            "Paper",
            "Quiet",
            "Red",
            "Silver",
            "Velvet",
            "Wild");
    private static final List<String> SECOND = List.of(
            "Anchors",
            "Birds",
            "Circus",
            "Drums",
            "Engines",
            "Foxes",
            "Gardens",
            "Harbour",
            "Islands",
            "Juniper",
            "Kites",
            "Lanterns",
            "Mirrors",
            "Orchestra",
            "Pilots");
    private static final List<String> DEVICES = List.of("phone", "speaker", "car", "laptop");

    private final SplittableRandom random = new SplittableRandom(20260101);

    List<TableRows> tables() {
        return List.of(
                new TableRows("genres", genres()),
                new TableRows("creators", creators()),
                new TableRows("listeners", listeners()),
                new TableRows("listens", listens()),
                new TableRows("wallets", wallets()));
    }

    private static List<String> genres() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < GENRES.size(); i++) {
            lines.add((i + 1) + "\t" + GENRES.get(i));
        }
        return lines;
    }

    private List<String> creators() {
        List<String> lines = new ArrayList<>();
        for (int id = 1; id <= CREATORS; id++) {
            String name =
                    FIRST.get((id - 1) % FIRST.size()) + " " + SECOND.get((id - 1) / FIRST.size() % SECOND.size());
            int genre = random.nextInt(GENRES.size()) + 1;
            LocalDate founded = LocalDate.of(1960, 1, 1).plusDays(random.nextInt(22_000));
            String rating = random.nextInt(10) == 0 ? NULL : hundredths(random.nextInt(100, 500));
            lines.add(id + "\t" + name + "\t" + genre + "\t" + pick(COUNTRIES) + "\t" + founded + "\t" + rating);
        }
        return lines;
    }

    private List<String> listeners() {
        List<String> lines = new ArrayList<>();
        for (int id = 1; id <= LISTENERS; id++) {
            LocalDateTime joined = LocalDateTime.of(2024, 1, 1, 0, 0).plusSeconds(random.nextInt(40_000_000));
            String premium = random.nextInt(4) == 0 ? "t" : "f";
            String born = random.nextInt(8) == 0 ? NULL : Integer.toString(random.nextInt(1950, 2012));
            lines.add(id + "\tlistener" + id + "\t" + pick(COUNTRIES) + "\t" + TIME.format(joined) + "+00\t" + premium
                    + "\t" + born);
        }
        return lines;
    }

    /// Some listeners, and the last creators, have none: outer joins have something to show.
    private List<String> listens() {
        List<String> lines = new ArrayList<>();
        for (int id = 1; id <= LISTENS; id++) {
            int listener = 1 + (int) Math.floor(Math.pow(random.nextDouble(), 1.7) * (LISTENERS - 50));
            int creator = 1 + (int) Math.floor(Math.pow(random.nextDouble(), 1.3) * (CREATORS - 12));
            LocalDateTime at = LocalDateTime.of(2025, 6, 1, 0, 0).plusSeconds(random.nextInt(15_000_000));
            lines.add(listener + "\t" + id + "\t" + creator + "\t" + TIME.format(at) + "+00\t" + random.nextInt(20, 420)
                    + "\t" + pick(DEVICES));
        }
        return lines;
    }

    private static List<String> wallets() {
        List<String> lines = new ArrayList<>();
        for (int id = 1; id <= LISTENERS; id++) {
            lines.add(id + "\t" + hundredths(1000 + id * 37 % 9000));
        }
        return lines;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String hundredths(int value) {
        return value / 100 + "." + value / 10 % 10 + value % 10;
    }
}
