package io.callport.kafka.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.command.MessageFixture;
import io.callport.kafka.command.RecordBuilder;
import io.callport.kafka.origin.OriginTags;
import io.callport.kafka.record.Origin;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.RecordHeader;
import org.junit.jupiter.api.Test;

class DeadLetterWriterTest {
    /** The SHA-256 of 100 kB of the letter x, by sha256sum. */
    private static final String SHA256_OF_100_000_X =
            "d69e68988157833272305aaf21f453c800346e8a3640db6578e260215542e5d4";

    private static final String TAG = RecordHeader.text(OriginTags.deadLetter(
                    new Origin("callport.7moor.commands/4/42", 0, 0), MessageFixture.key(MessageFixture.COMMANDS))
            .value());

    @Test
    void aDeadLetterIsTheRecordByteForByte() {
        byte[] key = {0, (byte) 0xff};
        byte[] value = {'{', (byte) 0xc0, 0, '}'};
        byte[] header = {(byte) 0x80, 1};
        RecordBuilder record = MessageFixture.command()
                .key(key)
                .value(value)
                .timestamp(17)
                .header("x", header)
                .header("x", "again");

        OutboundRecord letter = letter(record, MessageFixture.MAX_BYTES).record();

        assertThat(letter.topic()).isEqualTo("callport.dead-letters");
        assertThat(letter.partition()).isZero();
        assertThat(letter.timestamp()).isEqualTo(17);
        assertThat(letter.key()).isEqualTo(key);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(letter.headers().get(0).value()).isEqualTo(header);
        assertThat(letter.headers().stream().skip(1).map(h -> h.name() + "=" + RecordHeader.text(h.value())))
                .containsExactly(
                        "x=again",
                        "__dlq.errors.topic=callport.7moor.commands",
                        "__dlq.errors.partition=4",
                        "__dlq.errors.offset=42",
                        "__dlq.errors.group=callport",
                        "__dlq.errors.delivery.count=1",
                        "__dlq.errors.message=value: is 外",
                        "__dlq.errors.tag=" + TAG);
    }

    @Test
    void aDeadLetterThatCameBackAndDiesAgainIsStillTheFirst() {
        OutboundRecord first = letter(MessageFixture.command().header("x", "mine"), MessageFixture.MAX_BYTES)
                .record();
        RecordBuilder again = MessageFixture.command();
        first.headers().forEach(header -> again.header(header.name(), header.value()));

        assertThat(letter(again.at(MessageFixture.COMMANDS, 1, 7), MessageFixture.MAX_BYTES).record().headers().stream()
                        .map(h -> h.name() + "=" + RecordHeader.text(h.value())))
                .containsExactly(
                        "x=mine",
                        "__dlq.errors.topic=callport.7moor.commands",
                        "__dlq.errors.partition=4",
                        "__dlq.errors.offset=42",
                        "__dlq.errors.group=callport",
                        "__dlq.errors.delivery.count=2",
                        "__dlq.errors.message=value: is 外",
                        "__dlq.errors.tag=" + TAG);
    }

    @Test
    void nothingStaysNothing() {
        OutboundRecord letter = letter(
                        MessageFixture.command().key(null).value(null).timestamp(-1), 500)
                .record();

        assertThat(letter.key()).isNull();
        assertThat(letter.value()).isNull();
        assertThat(letter.timestamp()).isNull();
    }

    @Test
    void anEmptyValueStaysEmpty() {
        assertThat(letter(MessageFixture.value(""), MessageFixture.MAX_BYTES)
                        .record()
                        .value())
                .isEmpty();
    }

    @Test
    void oneThatDoesNotFitGoesWithoutItsValue() {
        RecordBuilder record = MessageFixture.value("x".repeat(100_000)).header("h", "kept");

        Publication publication = letter(record, 1_000);
        OutboundRecord letter = publication.record();

        assertThat(letter.size()).isLessThanOrEqualTo(1_000);
        assertThat(letter.value()).isNull();
        assertThat(letter.key()).isEqualTo("7moor:2000103".getBytes(UTF_8));
        assertThat(ResultFixture.header(letter, "h")).isEqualTo("kept");
        assertThat(ResultFixture.header(letter, "__dlq.errors.value.length")).isEqualTo("100000");
        assertThat(ResultFixture.header(letter, "__dlq.errors.value.sha256")).isEqualTo(SHA256_OF_100_000_X);
        assertThat(publication.reason()).isNull();
    }

    @Test
    void theLastVersionIsWhereItWasAndWhy() {
        RecordBuilder record =
                MessageFixture.value("x".repeat(100_000)).key(new byte[5_000]).header("h", "y".repeat(5_000));

        OutboundRecord letter = letter(record, 1_000).record();

        assertThat(letter.size()).isLessThanOrEqualTo(1_000);
        assertThat(letter.key()).isNull();
        assertThat(letter.headers()).hasSize(9);
        assertThat(ResultFixture.header(letter, "__dlq.errors.offset")).isEqualTo("42");
        assertThat(ResultFixture.header(letter, "__dlq.errors.value.sha256")).isEqualTo(SHA256_OF_100_000_X);
    }

    @Test
    void aBrokersRefusalTakesTheNextVersion() {
        Publication first = letter(MessageFixture.value("hello"), MessageFixture.MAX_BYTES);
        Publication timeless = smaller(first);
        Publication withoutValue = smaller(timeless);
        Publication last = smaller(withoutValue);

        assertThat(first.record().timestamp()).isNotNull();
        assertThat(timeless.record().timestamp())
                .as("a topic may refuse the record's own time")
                .isNull();
        assertThat(timeless.record().value()).isNotNull();
        assertThat(withoutValue.record().value()).isNull();
        assertThat(ResultFixture.header(withoutValue.record(), "__dlq.errors.value.length"))
                .isEqualTo("5");
        assertThat(last.record().key()).isNull();
        assertThat(last.smaller()).isNull();
    }

    private static Publication smaller(Publication publication) {
        Publication smaller = publication.smaller();
        assertThat(smaller).isNotNull();
        return smaller;
    }

    private static Publication letter(RecordBuilder record, int largest) {
        DeadLetterWriter writer = new DeadLetterWriter(MessageFixture.settings(), () -> MessageFixture.view(largest));
        return writer.write(record.build(), MessageFixture.noCommand(record.build(), "value: is 外"));
    }
}
