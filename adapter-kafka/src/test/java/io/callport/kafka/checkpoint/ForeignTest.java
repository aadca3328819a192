package io.callport.kafka.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata of other tools is ignored, and no text whatever makes the reader throw. */
class ForeignTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "NO_METADATA",
                "bGVnYWN5",
                "{\"version\":1}",
                " callport1.AA.00000000",
                "CALLPORT1.AA.00000000",
                "AQAAAYpS1w==",
                "\u5916\u663e\u53f7"
            })
    void aTextWithoutTheMagicIsSomeoneElses(String text) {
        assertThat(CheckpointReader.read(text)).isEqualTo(new CheckpointReadResult.Foreign());
    }

    @Property
    void noTextMakesTheReaderThrow(@ForAll String text) {
        assertThat(CheckpointReader.read(text)).isNotInstanceOf(CheckpointReadResult.Valid.class);
        assertThat(CheckpointReader.read("callport" + text)).isNotInstanceOf(CheckpointReadResult.Valid.class);
        assertThat(CheckpointReader.read("callport1." + text)).isNotInstanceOf(CheckpointReadResult.Valid.class);
    }

    @Property(tries = 3_000)
    void noBytesMakeTheReaderThrowThoughTheirChecksumIsRight(
            @ForAll @Size(max = 60) byte[] content, @ForAll @IntRange(min = 1, max = 2) int version) {
        CheckpointReadResult reading = CheckpointReader.read(CheckpointText.write(version, content));

        assertThat(reading).isInstanceOfAny(CheckpointReadResult.Valid.class, CheckpointReadResult.Damaged.class);
    }

    @Property(tries = 3_000)
    void noChangedByteMakesTheReaderThrowThoughTheChecksumIsRight(
            @ForAll @IntRange(max = 2) int which, @ForAll @IntRange(max = 10_000) int at, @ForAll byte with)
            throws DamagedCheckpointException {
        String text = GoldenCheckpoints.texts().toList().get(which);
        byte[] content = CheckpointText.content(text);
        content[at % content.length] = with;

        CheckpointReadResult reading =
                CheckpointReader.read(CheckpointText.write(CheckpointText.version(text), content));

        assertThat(reading).isInstanceOfAny(CheckpointReadResult.Valid.class, CheckpointReadResult.Damaged.class);
    }
}
