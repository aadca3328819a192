package io.callport.kafka.admin.deadletters;

import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.DeadLetter;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Makes of a dead letter the record that is published again: the same identity, a timestamp of its own. */
record Mended(TopicSettings topics, Mending mending) {
    /** A dead letter cannot be published again; the message says why and what would help. */
    static final class NotPossibleException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;

        NotPossibleException(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    ProducerRecord<byte[], byte[]> record(DeadLetter letter) throws NotPossibleException {
        InboundRecord record = letter.record();
        if (letter.identity().isEmpty()) {
            throw new NotPossibleException(
                    "it is no dead letter of Callport's: its __dlq.errors.* headers name no place");
        }
        if (letter.valueIsLost() && mending.value() == null) {
            throw new NotPossibleException("its value was too large to be kept (" + letter.lostLength()
                    + " bytes, SHA-256 " + letter.lostSha256() + "); give one with --value");
        }
        return new ProducerRecord<>(
                topic(letter),
                null, // the partition of its key
                null, // now: its old timestamp would make it expire
                mending.keyInsteadOf(record.key()),
                mending.valueInsteadOf(record.value()),
                new RecordHeaders(headers(letter)));
    }

    private List<Header> headers(DeadLetter letter) {
        List<Header> headers = new ArrayList<>();
        for (RecordHeader header : letter.headersWithout(mending.withoutHeaders())) {
            headers.add(new org.apache.kafka.common.header.internals.RecordHeader(header.name(), header.value()));
        }
        return headers;
    }

    private String topic(DeadLetter letter) throws NotPossibleException {
        String topic = mending.topic() == null ? letter.firstTopic() : mending.topic();
        if (topics.vendors().values().stream().map(VendorTopics::commands).noneMatch(topic::equals)) {
            throw new NotPossibleException(
                    "topic " + topic + " is no command topic of this configuration; name one with --to");
        }
        return topic;
    }
}
