package io.callport.kafka.changelog;

import static io.callport.kafka.changelog.ChangelogFixture.bits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** The chunk and the place in it that belong to an offset. */
class DoneChunkTest {
    @Test
    void everyOffsetHasAChunk() {
        assertThat(DoneChunk.numberOf(0)).isZero();
        assertThat(DoneChunk.numberOf(8_191)).isZero();
        assertThat(DoneChunk.numberOf(8_192)).isEqualTo(1);
        assertThat(DoneChunk.numberOf(Long.MAX_VALUE)).isEqualTo(1_125_899_906_842_623L);
    }

    @Test
    void theKeyIsTheNumber() {
        assertThat(new String(new DoneChunk(36, bits(1)).record().key(), StandardCharsets.US_ASCII))
                .isEqualTo("done/36");
        assertThat(new String(DoneChunk.tombstone(36).key(), StandardCharsets.US_ASCII))
                .isEqualTo("done/36");
    }

    @Test
    void aChunkIsAValueWhateverBecomesOfItsSet() {
        BitSet done = bits(1, 5);
        DoneChunk chunk = new DoneChunk(1, done);

        done.set(7);
        chunk.done().set(9);

        assertThat(chunk.done()).isEqualTo(bits(1, 5));
    }

    @Test
    void noBitIsBeyondTheChunkAndNoChunkBeyondTheOffsets() {
        assertThat(new DoneChunk(0, bits(8_191)).done()).isEqualTo(bits(8_191));
        assertThatThrownBy(() -> new DoneChunk(0, bits(8_192))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DoneChunk(-1, bits(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DoneChunk(1_125_899_906_842_624L, bits(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
