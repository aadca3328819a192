package io.callport.kafka.changelog;

import static io.callport.kafka.changelog.ChangelogFixture.hex;
import static io.callport.kafka.changelog.ChangelogFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The records of each release can be read for ever, and are written the same until the version changes. */
class GoldenRecordsTest {
    @Test
    void theyAreRead() {
        StateContents read = ChangelogFixture.contents(GoldenRecords.all().toArray(StateRecord[]::new));

        assertThat(read.problem()).isNull();
        assertThat(read.accounts().values()).containsExactlyInAnyOrder(GoldenRecords.ACCOUNT, GoldenRecords.DAILY);
        assertThat(read.chunks())
                .hasSize(2)
                .containsEntry(GoldenRecords.CHUNK.number(), GoldenRecords.CHUNK.done())
                .containsEntry(GoldenRecords.LAST_CHUNK.number(), GoldenRecords.LAST_CHUNK.done());
        assertThat(read.identity()).isEqualTo(GoldenRecords.IDENTITY);
        assertThat(read.originKey()).isEqualTo(GoldenRecords.ORIGIN_KEY);
    }

    @Test
    void theyAreWritten() {
        assertSame(GoldenRecords.ACCOUNT.record(), GoldenRecords.account());
        assertSame(GoldenRecords.DAILY.record(), GoldenRecords.daily());
        assertSame(GoldenRecords.CHUNK.record(), GoldenRecords.chunk());
        assertSame(GoldenRecords.LAST_CHUNK.record(), GoldenRecords.lastChunk());
        assertSame(GoldenRecords.IDENTITY.record(), GoldenRecords.identity());
        assertSame(GoldenRecords.ORIGIN_KEY.record(), GoldenRecords.originKey());
    }

    @Test
    void tombstonesAreTheKeyAlone() {
        Stream.of(
                        AccountState.tombstone(GoldenRecords.ACCOUNT.account()),
                        DoneChunk.tombstone(GoldenRecords.CHUNK.number()))
                .forEach(tombstone -> assertThat(tombstone.value()).isNull());
        assertThat(AccountState.tombstone(GoldenRecords.ACCOUNT.account()).key())
                .isEqualTo(GoldenRecords.account().key());
        assertThat(DoneChunk.tombstone(GoldenRecords.CHUNK.number()).key())
                .isEqualTo(GoldenRecords.chunk().key());
    }

    @Test
    void theMarkerIsReadAndWritten() {
        assertThat(GoldenRecords.MARKER.text()).isEqualTo(GoldenRecords.MARKER_TEXT);
        assertThat(OffsetMarker.read(GoldenRecords.MARKER_TEXT))
                .isEqualTo(new MarkerReading.Marker(GoldenRecords.MARKER));
    }

    @Test
    void theDocumentShowsThem() throws IOException {
        assertThat(Files.readString(Path.of("../docs/state.md")))
                .contains("\n" + hex(value(GoldenRecords.account())) + "\n")
                .contains("\n" + GoldenRecords.MARKER_TEXT + "\n");
    }

    private static void assertSame(StateRecord written, StateRecord golden) {
        assertThat(new String(written.key(), StandardCharsets.US_ASCII))
                .isEqualTo(new String(golden.key(), StandardCharsets.US_ASCII));
        assertThat(hex(value(written))).isEqualTo(hex(value(golden)));
    }
}
