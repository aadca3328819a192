package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.callinfo.order.CallBatch;
import io.callport.callinfo.order.CallPage;
import io.callport.callinfo.order.OrderDetailList;
import io.callport.callinfo.order.OrderPage;
import io.callport.callinfo.record.RecordList;
import io.callport.callinfo.record.RecordPage;
import io.callport.callinfo.task.TaskPage;
import io.callport.query.QueryFailedException;

/**
 * Asks a vendor about calls. An adapter overrides what its vendor documents; the rest is refused as
 * {@code unsupported-query}. Implementations are thread-safe and block until the vendor answered or their timeout passed;
 * every failure is a {@link QueryFailedException}.
 */
public interface CallInfoPort {
    /** Looks up a customer's call info. */
    default CallInfo lookup(Account account, Lookup query) {
        throw QueryFailedException.unsupported(query);
    }

    /** The answer rates of display numbers. */
    default AnswerRateReport answerRates(Account account, AnswerRates query) {
        throw QueryFailedException.unsupported(query);
    }

    /** One page of outbound tasks. */
    default TaskPage tasks(Account account, Tasks query) {
        throw QueryFailedException.unsupported(query);
    }

    /** One page of a task's calls. */
    default CallPage calls(Account account, Calls query) {
        throw QueryFailedException.unsupported(query);
    }

    /** One page of a task's orders. */
    default OrderPage orders(Account account, Orders query) {
        throw QueryFailedException.unsupported(query);
    }

    /** All calls of given orders. */
    default OrderDetailList orderDetails(Account account, OrderDetails query) {
        throw QueryFailedException.unsupported(query);
    }

    /** The numbers of a task's newest batch. */
    default CallBatch latestBatch(Account account, LatestBatch query) {
        throw QueryFailedException.unsupported(query);
    }

    /** One page of records of manual calls. */
    default RecordPage records(Account account, Records query) {
        throw QueryFailedException.unsupported(query);
    }

    /** The records of an order's calls. */
    default RecordList recordsByOrder(Account account, RecordsByOrder query) {
        throw QueryFailedException.unsupported(query);
    }
}
