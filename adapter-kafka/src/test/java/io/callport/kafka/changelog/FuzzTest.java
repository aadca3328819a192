package io.callport.kafka.changelog;

import static io.callport.kafka.changelog.ChangelogFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.WithNull;
import org.jspecify.annotations.Nullable;

/** No bytes make the reader throw, and none are taken for a record by chance. */
class FuzzTest {
    @Property(tries = 3_000, seed = "13")
    void noBytesAreTakenForARecord(
            @ForAll @Size(max = 60) @WithNull byte @Nullable [] key, @ForAll @Size(max = 60) byte[] value) {
        assertThat(ChangelogFixture.contents(key, value).problem()).isNotNull();
        assertThat(ChangelogFixture.contents(key, null).problem()).isNotNull();
    }

    @Property(tries = 3_000, seed = "13")
    void noBytesUnderAKeyOfOursAreTakenForItsValue(@ForAll("keys") String key, @ForAll @Size(max = 60) byte[] value) {
        byte[] first = Arrays.copyOf(value, value.length);
        if (first.length > 0) {
            first[0] = 1;
        }
        byte[] keyBytes = StateRecord.tombstone(key).key();

        assertThat(ChangelogFixture.contents(keyBytes, value).problem()).isNotNull();
        assertThat(ChangelogFixture.contents(keyBytes, first).problem()).isNotNull();
    }

    @Property(tries = 5_000, seed = "13")
    void noContentMakesTheReaderThrowThoughItsChecksumIsRight(
            @ForAll("keys") String key, @ForAll @Size(max = 60) byte[] content) {
        assertReadOrDamaged(StateRecord.of(key, new ByteSink().putBytes(content)));
    }

    @Property(tries = 5_000, seed = "13")
    void noChangedByteMakesTheReaderThrowThoughTheChecksumIsRight(
            @ForAll @IntRange(max = 4) int which, @ForAll @IntRange(max = 10_000) int at, @ForAll byte with) {
        StateRecord record = GoldenRecords.all().toList().get(which);
        byte[] value = value(record);
        byte[] content = Arrays.copyOfRange(value, 1, value.length - 4);
        content[at % content.length] = with;

        assertReadOrDamaged(StateRecord.of(key(record), new ByteSink().putBytes(content)));
    }

    private static void assertReadOrDamaged(StateRecord record) {
        StateContents contents = ChangelogFixture.contents(record);
        boolean read = !contents.accounts().isEmpty() || !contents.chunks().isEmpty() || contents.identity() != null;

        assertThat(contents.problem() == null).isEqualTo(read);
        if (!read) {
            assertThat(contents.problem()).contains(" is damaged (");
        }
    }

    private static String key(StateRecord record) {
        return new String(record.key(), StandardCharsets.US_ASCII);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of(List.of("account/7moor:2000103", "done/0", "done/36", "partition"));
    }
}
