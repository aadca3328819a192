package io.callport.kafka.admin;

import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.RecordHeader;
import java.util.List;

/** Dead letters for tests: only the adapter makes them, of records that it read. */
public final class DeadLetterSample {
    private DeadLetterSample() {}

    /** A dead letter that a service of this group published. */
    public static DeadLetter ofGroup(String group) {
        RecordHeader header = RecordHeader.of("__dlq.errors.group", group);
        return new DeadLetter(new InboundRecord("letters", 0, 0, 0, null, new byte[1], List.of(header)));
    }
}
