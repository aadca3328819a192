package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.query.QueryFailedException;

/**
 * Asks a vendor about calls. An adapter overrides what its vendor documents; the rest is refused as
 * {@code unsupported-query}. Implementations are thread-safe and block until the vendor answered or their timeout
 * passed; every failure is a {@link QueryFailedException}.
 */
public interface CallInfoPort {
    /** Looks up a customer's call info. */
    default CallInfo lookup(Account account, LookupQuery query) {
        throw QueryFailedException.unsupported(query);
    }

    /** The answer rates of display numbers. */
    default AnswerRateReport answerRates(Account account, AnswerRatesQuery query) {
        throw QueryFailedException.unsupported(query);
    }

    /** One page of outbound tasks. */
    default TaskPage tasks(Account account, TasksQuery query) {
        throw QueryFailedException.unsupported(query);
    }

    /** One page of a task's calls. */
    default CallPage calls(Account account, CallsQuery query) {
        throw QueryFailedException.unsupported(query);
    }

    /** One page of a task's orders. */
    default OrderPage orders(Account account, OrdersQuery query) {
        throw QueryFailedException.unsupported(query);
    }

    /** All calls of given orders. */
    default OrderDetailList orderDetails(Account account, OrderDetailsQuery query) {
        throw QueryFailedException.unsupported(query);
    }

    /** The numbers of a task's newest batch. */
    default CallBatch latestBatch(Account account, LatestBatchQuery query) {
        throw QueryFailedException.unsupported(query);
    }

    /** One page of records of manual calls. */
    default CallRecordPage records(Account account, RecordsQuery query) {
        throw QueryFailedException.unsupported(query);
    }

    /** The records of an order's calls. */
    default CallRecordList recordsByOrder(Account account, RecordsByOrderQuery query) {
        throw QueryFailedException.unsupported(query);
    }
}
