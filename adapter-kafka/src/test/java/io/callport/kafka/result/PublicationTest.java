package io.callport.kafka.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.command.MessageFixture;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.Publication.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.internal.AbstractRecords;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.junit.jupiter.api.Test;

class PublicationTest {
    private final List<Integer> made = new ArrayList<>();

    @Test
    void theFirstVersionThatFitsIsTakenAndNoOtherIsMade() {
        Publication publication = Publication.fitting(List.of(of(3_000, 1_000), of(500, 1_000), of(100, 1_000)));

        assertThat(publication.record().value()).hasSize(500);
        assertThat(made).containsExactly(3_000, 500);
    }

    @Test
    void theLastIsTakenIfNoneFits() {
        Publication publication = Publication.fitting(List.of(of(3_000, 100), of(500, 100)));

        assertThat(publication.record().value()).hasSize(500);
        assertThat(publication.smaller()).isNull();
    }

    @Test
    void noRecordIsLargerOnTheWireThanItsSize() {
        List<RecordHeader> headers = List.of(RecordHeader.of("号", "x".repeat(300)), RecordHeader.of("", ""));
        OutboundRecord record =
                new OutboundRecord(MessageFixture.RESULTS, 0, 1L, new byte[200], new byte[70_000], headers);
        Header[] kafka = headers.stream()
                .map(h -> new org.apache.kafka.common.header.internals.RecordHeader(h.name(), h.value()))
                .toArray(Header[]::new);

        assertThat(AbstractRecords.estimateSizeInBytesUpperBound(
                        RecordBatch.CURRENT_MAGIC_VALUE, CompressionType.NONE, record.key(), record.value(), kafka))
                .isLessThanOrEqualTo(record.size());
    }

    private Supplier<Version> of(int size, int largest) {
        return () -> {
            made.add(size);
            return new Version(
                    new OutboundRecord(MessageFixture.RESULTS, 0, null, null, new byte[size], List.of()),
                    null,
                    largest);
        };
    }
}
