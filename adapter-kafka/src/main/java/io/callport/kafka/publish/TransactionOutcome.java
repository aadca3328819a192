package io.callport.kafka.publish;

import io.callport.kafka.result.Publication;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The outcome of a transaction.
 *
 * @param committed whether its records and offsets were committed; if not, none of them was
 * @param unsent the deliveries to send again, with the next version of each record that a broker refused; empty if
 *     committed
 * @param failures the destinations because of which it was not committed, each with the failure
 * @param oversized the records that a broker refused for their size and that have no smaller version
 */
record TransactionOutcome(
        boolean committed,
        List<Delivery> unsent,
        Map<TopicPartition, Exception> failures,
        List<Publication> oversized) {
    static final TransactionOutcome COMMITTED = new TransactionOutcome(true, List.of(), Map.of(), List.of());

    static TransactionOutcome aborted(
            List<Delivery> unsent, Map<TopicPartition, Exception> failures, List<Publication> oversized) {
        return new TransactionOutcome(false, unsent, failures, oversized);
    }
}
