package io.callport.kafka.publish;

import java.util.List;

/**
 * The outcome of a transaction.
 *
 * @param committed whether its records and offsets were committed; if not, none of them was
 * @param unsent the deliveries to send again, with the next version of each record that a broker refused; empty if
 *     committed
 */
record TransactionOutcome(boolean committed, List<Delivery> unsent) {
    static final TransactionOutcome COMMITTED = new TransactionOutcome(true, List.of());

    static TransactionOutcome aborted(List<Delivery> unsent) {
        return new TransactionOutcome(false, unsent);
    }
}
