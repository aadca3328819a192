package io.callport.kafka.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.command.MessageFixture;
import io.callport.kafka.command.RecordBuilder;
import io.callport.kafka.origin.OriginReader.OriginReading;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import io.callport.kafka.record.RecordHeader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Only Callport's own tag states the place of a record's first publication; every other tag is ignored. */
class OriginReaderTest {
    private static final String FIRST = "callport.7moor.commands/0/7";
    private static final String OWN = "callport.7moor.commands/4/42";
    private final OriginReader reader = new OriginReader(MessageFixture.keys());

    private String position(RecordBuilder record) {
        Origin origin = reader.read(record.build()).origin();
        return origin == null ? "" : origin.position();
    }

    @Test
    void aRecordWithoutSuchHeadersIsAtItsOwnPosition() {
        assertThat(reader.read(MessageFixture.command().build()))
                .isEqualTo(new OriginReading(new Origin(OWN, 0, 0), false));
    }

    @Test
    void aRightTagCounts() {
        assertThat(reader.read(MessageFixture.command().rerouted(FIRST, 2).build()))
                .isEqualTo(new OriginReading(new Origin(FIRST, 2, 0), false));
        assertThat(position(MessageFixture.command().deadLettered(FIRST))).isEqualTo(FIRST);
    }

    @Test
    void aTagProvesNothingAboutAnotherPositionOrAnotherNumberOfHops() {
        String tag = header(MessageFixture.command().rerouted(FIRST, 2), "callport_origin_tag");
        for (String changed : List.of("callport.7moor.commands/0/8;hops=2", FIRST + ";hops=1")) {
            OriginReading reading = reader.read(tagged(changed, tag).build());
            assertThat(reading).isEqualTo(new OriginReading(new Origin(OWN, 0, 0), true));
        }
        RecordBuilder moved = MessageFixture.command().deadLettered(FIRST).header("__dlq.errors.offset", "8");
        assertThat(position(moved)).isEqualTo(OWN);
    }

    @Test
    void theTagOfAReRoutedCommandProvesNothingAboutAnotherValue() {
        String tag = header(MessageFixture.command().rerouted(FIRST, 2), "callport_origin_tag");
        assertThat(position(tagged(FIRST + ";hops=2", tag))).isEqualTo(FIRST);
        assertThat(position(tagged(FIRST + ";hops=2", tag).with("\"maxAge\":\"PT1S\"")))
                .isEqualTo(OWN);
    }

    @Test
    void theTagOfADeadLetterHoldsForItsMendedValue() {
        assertThat(position(MessageFixture.command().deadLettered(FIRST).with("\"maxAge\":\"PT1S\"")))
                .isEqualTo(FIRST);
    }

    @Test
    void oneKindOfTagIsNoneOfTheOther() {
        String tag = header(MessageFixture.command().deadLettered(FIRST), "__dlq.errors.tag");
        assertThat(position(tagged(FIRST + ";hops=1", tag))).isEqualTo(OWN);
    }

    @Test
    void theTagOfAnotherTopicCountsForNothing() {
        RecordBuilder there =
                MessageFixture.command().at("callport.nxlink.commands", 0, 1).rerouted(FIRST, 1);
        String tag = header(there, "callport_origin_tag");
        assertThat(position(there)).isEqualTo(FIRST);
        assertThat(position(tagged(FIRST + ";hops=1", tag))).isEqualTo(OWN);
    }

    @Test
    void aForgedHeaderHidesNoRightOne() {
        RecordBuilder corrected =
                MessageFixture.command().deadLettered(FIRST).header("callport_origin", "t/1/1;hops=4");
        assertThat(reader.read(corrected.build())).isEqualTo(new OriginReading(new Origin(FIRST, 0, 0), false));
    }

    @Test
    void aTagWaitsForItsKeyAndAnythingElseDoesNot() {
        OriginReader without = new OriginReader(new OriginKeys());
        InboundRecord tagged = MessageFixture.command().rerouted(FIRST, 1).build();
        InboundRecord letter = MessageFixture.command().deadLettered(FIRST).build();
        InboundRecord untagged = MessageFixture.command()
                .header("callport_origin", FIRST + ";hops=1")
                .build();

        assertThat(without.read(tagged).origin()).isNull();
        assertThat(without.read(letter).origin()).isNull();
        assertThat(without.read(untagged)).isEqualTo(new OriginReading(new Origin(OWN, 0, 0), true));
        assertThat(without.read(MessageFixture.command().build()).origin()).isEqualTo(new Origin(OWN, 0, 0));
    }

    @Test
    void afterTheStateTopicWasRecreatedOldTagsCountForNothing() {
        OriginKeys others = new OriginKeys();
        others.set(Map.of(MessageFixture.COMMANDS, MessageFixture.key("another")));
        InboundRecord letter = MessageFixture.command().deadLettered(FIRST).build();
        assertThat(new OriginReader(others).read(letter)).isEqualTo(new OriginReading(new Origin(OWN, 0, 0), true));
    }

    private static RecordBuilder tagged(String origin, String tag) {
        return MessageFixture.command().header("callport_origin", origin).header("callport_origin_tag", tag);
    }

    private static String header(RecordBuilder record, String name) {
        return RecordHeader.text(record.build().header(name));
    }
}
