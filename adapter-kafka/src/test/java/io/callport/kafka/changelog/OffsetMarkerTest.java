package io.callport.kafka.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata of other tools is ignored, Callport's own never, and no text makes the reader throw. */
class OffsetMarkerTest {
    private static final String ID = "7sUyBQtWSQKdxVAKcYQcAw";
    private static final int VERSION_AT = "callport".length();
    private static final String OUTSIDE_ASCII = "\u0000\u00e9\u0661\u5916\ud83d\udd11\uffff";

    @Test
    void aMarkerWithoutAStateOffsetIsRead() {
        OffsetMarker marker = new OffsetMarker(ID, ID, 1, -1);

        assertThat(OffsetMarker.read(marker.text())).isEqualTo(new MarkerReading.Marker(marker));
    }

    @Test
    void theLongestMarkerHasLessThanAHundredChars() {
        assertThat(new OffsetMarker(ID, ID, Integer.MAX_VALUE, Long.MAX_VALUE).text())
                .hasSizeLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "x",
                "NO_METADATA",
                "bGVnYWN5",
                "{\"version\":1}",
                " callport3.AA.00000000",
                "CALLPORT3.AA.00000000",
                "AQAAAYpS1w==",
                "\u5916\u663e\u53f7"
            })
    void aTextWithoutTheMagicIsAnotherProgrammes(String text) {
        assertThat(OffsetMarker.read(text)).isEqualTo(new MarkerReading.Foreign(false));
    }

    @Test
    void noTextIsForeignAndSaysSo() {
        assertThat(OffsetMarker.read("")).isEqualTo(new MarkerReading.Foreign(true));
    }

    @Test
    void aTextOfBeforeTheStateTopicIsOldWhateverItHolds() {
        assertThat(OffsetMarker.read("callport1.DBGr23___ffff-vIo3gZKNIOAAAAAhSAsJ3C3wECxS8b0QHzwAHFqHJFAgDz"
                        + "wAHAhD2AgLyKydITAe-ydmoC4NQD88AB.746ebebf"))
                .isEqualTo(new MarkerReading.Old(1));
        assertThat(OffsetMarker.read("callport2.DBIB62OkFuChiils1AFMVDGFFQAAAAIUgLCdwt8BAsUvG9EB88ABxahyRQIA"
                        + "88ABwIQ9gIC8isnSEwHvsnZqAuDUA_PAAQ.4bcd7fa1"))
                .isEqualTo(new MarkerReading.Old(2));
        assertThat(OffsetMarker.read("callport1.")).isEqualTo(new MarkerReading.Old(1));
        assertThat(OffsetMarker.read("callport2.\u5916")).isEqualTo(new MarkerReading.Old(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.", "4.x", "12.{\"any\":\"layout\"}", "999999999.\u5916"})
    void aLaterVersionIsNewerWhateverItsLayout(String version) {
        assertThat(OffsetMarker.read("callport" + version))
                .isEqualTo(new MarkerReading.Newer(Integer.parseInt(version.split("\\.", 2)[0])));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c",
                "callpor",
                "callport",
                "callport.",
                "callport3",
                "callport3.",
                "callport0.AA.00000000",
                "callport03.AA.00000000",
                "callport-3.",
                "callport\u0663.",
                "callport1000000000.",
                "callport 3."
            })
    void whatIsOursAndNoMarkerIsDamage(String text) {
        assertThat(OffsetMarker.read(text)).isInstanceOf(MarkerReading.Damaged.class);
    }

    /** Another writer than ours could make a right checksum over wrong parts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "callport3",
                "callport3.A.B.1",
                "callport3.A.B.1.2.3",
                "callport3..B.1.2",
                "callport3.A.\u00e9.1.2",
                "callport3.A.B.0.2",
                "callport3.A.B.01.2",
                "callport3.A.B.1.-2",
                "callport3.A.B.1.02",
                "callport3.A.B.2147483648.2",
                "callport3.A.B.1.9223372036854775808",
                "callport3.A.B.\u0661.2"
            })
    void wrongPartsAreDamageThoughTheChecksumIsRight(String text) {
        assertThat(OffsetMarker.read(sealed(text))).isInstanceOf(MarkerReading.Damaged.class);
        assertThat(OffsetMarker.read(sealed("callport3.A.B.1.2"))).isInstanceOf(MarkerReading.Marker.class);
    }

    @Test
    void everyChangedCharIsSeen() {
        String text = GoldenRecords.MARKER_TEXT;
        for (int at = 0; at < text.length(); at++) {
            for (char with = 1; with < 0x80; with++) {
                assertSeen(text, at, with);
            }
            for (int i = 0; i < OUTSIDE_ASCII.length(); i++) {
                assertSeen(text, at, OUTSIDE_ASCII.charAt(i));
            }
        }
    }

    private static void assertSeen(String text, int at, char with) {
        if (text.charAt(at) == with) {
            return;
        }
        MarkerReading result = OffsetMarker.read(text.substring(0, at) + with + text.substring(at + 1));
        if (at == VERSION_AT && with >= '1' && with <= '9') {
            int version = with - '0';
            assertThat(result)
                    .isEqualTo(version < 3 ? new MarkerReading.Old(version) : new MarkerReading.Newer(version));
        } else {
            assertThat(result).as("char %s changed to %s", at, with).isInstanceOf(MarkerReading.Damaged.class);
        }
    }

    @Property(tries = 100, seed = "13")
    void everyCutIsSeen(@ForAll("markers") OffsetMarker marker) {
        String text = marker.text();
        for (int length = 1; length < text.length(); length++) {
            assertThat(OffsetMarker.read(text.substring(0, length)))
                    .as("cut to %s chars", length)
                    .isInstanceOf(MarkerReading.Damaged.class);
        }
    }

    @Property(tries = 500, seed = "13")
    void everythingAppendedIsSeen(@ForAll @StringLength(min = 1, max = 20) String appended) {
        assertThat(OffsetMarker.read(GoldenRecords.MARKER_TEXT + appended)).isInstanceOf(MarkerReading.Damaged.class);
    }

    @Property(tries = 1_000, seed = "13")
    void noTextMakesTheReaderThrow(@ForAll String text) {
        assertThat(OffsetMarker.read(text)).isNotInstanceOf(MarkerReading.Marker.class);
        assertThat(OffsetMarker.read("callport" + text)).isNotInstanceOf(MarkerReading.Marker.class);
        assertThat(OffsetMarker.read("callport3." + text)).isInstanceOf(MarkerReading.Damaged.class);
        assertThat(OffsetMarker.read(sealed("callport3." + text))).isInstanceOf(MarkerReading.Damaged.class);
    }

    @Test
    void eachResultIsFoldedByItsOwnFunction() {
        OffsetMarker marker = GoldenRecords.MARKER;

        assertThat(folded(GoldenRecords.MARKER_TEXT)).isEqualTo("marker " + marker);
        assertThat(folded("")).isEqualTo("foreign true");
        assertThat(folded("x")).isEqualTo("foreign false");
        assertThat(folded("callport2.")).isEqualTo("old 2");
        assertThat(folded("callport7.")).isEqualTo("newer 7");
        assertThat(folded("callport3.A.B.1.2.00000000")).isEqualTo("damaged its checksum is not right");
        assertThat(folded("callport")).isEqualTo("damaged it does not begin with callport and a version");
    }

    private static String folded(String text) {
        return OffsetMarker.read(text)
                .fold(
                        marker -> "marker " + marker,
                        foreign -> "foreign " + foreign.empty(),
                        version -> "old " + version,
                        version -> "newer " + version,
                        why -> "damaged " + why);
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        for (String id : new String[] {"", "a.b", "a b", "\u00e9"}) {
            assertThatThrownBy(() -> new OffsetMarker(id, ID, 1, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new OffsetMarker(ID, id, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new OffsetMarker(ID, ID, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OffsetMarker(ID, ID, 1, -2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PartitionIdentity("g", ID, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PartitionIdentity("g", ID, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String sealed(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return text + "." + HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    @Provide
    Arbitrary<OffsetMarker> markers() {
        return ChangelogFixture.markers();
    }
}
