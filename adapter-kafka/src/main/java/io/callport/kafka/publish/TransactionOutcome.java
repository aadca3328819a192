package io.callport.kafka.publish;

import java.util.List;

/**
 * How a transaction ended.
 *
 * @param committed whether its records and offsets were committed; if not, none was
 * @param unsent the deliveries to send again, each that a broker refused in its next version; empty if committed
 */
record TransactionOutcome(boolean committed, List<Delivery> unsent) {
    static final TransactionOutcome COMMITTED = new TransactionOutcome(true, List.of());

    static TransactionOutcome aborted(List<Delivery> unsent) {
        return new TransactionOutcome(false, unsent);
    }
}
