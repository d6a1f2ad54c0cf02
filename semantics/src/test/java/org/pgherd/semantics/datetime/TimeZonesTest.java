package org.pgherd.semantics.datetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeZonesTest {
    /// Names and offsets as SHOW TimeZone and a timestamptz of 2024-07-01 12:00 UTC give them.
    @ParameterizedTest
    @CsvSource({
        "europe/berlin,Europe/Berlin,7200,CEST",
        "utc,UTC,0,UTC",
        "-7,<-07>+07,-25200,-07",
        "5.5,<+05:30>-05:30,19800,+05:30",
        "EST5EDT,EST5EDT,-14400,EDT",
        "foo+3,FOO+3,-10800,FOO",
        "Asia/Kathmandu,Asia/Kathmandu,20700,+0545",
        "'NZST-12NZDT,M9.5.0,M4.1.0/3','NZST-12NZDT,M9.5.0,M4.1.0/3',43200,NZST"
    })
    void findsZonesAsSetTimeZoneDoes(String setting, String name, int offset, String abbreviation) {
        PgTimeZone zone = Objects.requireNonNull(TimeZones.forSetting(setting));
        long july = (1719835200L - Calendar.EPOCH_SECONDS) * Calendar.MICROS_PER_SECOND;
        assertThat(zone.name()).isEqualTo(name);
        assertThat(zone.offsetAt(july)).isEqualTo(offset);
        assertThat(zone.abbreviationAt(july)).isEqualTo(abbreviation);
    }

    @Test
    void knowsNoOtherZone() {
        assertThat(TimeZones.forSetting("Mars/Olympus")).isNull();
    }

    @Test
    void calendarRunsBothWaysOverItsWholeRange() {
        for (int julian = 0; julian < 2_147_483_494 - 1_000_003; julian += 1_000_003) {
            long date = Calendar.j2date(julian);
            assertThat(Calendar.date2j(Calendar.year(date), Calendar.month(date), Calendar.day(date)))
                    .isEqualTo(julian);
        }
        assertThat(Calendar.date2j(2000, 1, 1)).isEqualTo(Calendar.J2000);
        assertThat(Calendar.dayOfWeek(Calendar.J2000)).isEqualTo(6);
    }
}
