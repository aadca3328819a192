package io.callport.http.reply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorReply;

/**
 * A vendor's answer that says it is a success.
 *
 * @param json all of it, envelope included
 * @param said what its envelope says
 */
public record Reply(ObjectNode json, VendorReply said) {
    /** The failure of a query whose answer lacks what it must have. */
    public QueryFailedException malformed(String detail) {
        return new QueryFailedException(new QueryFailure(Reason.MALFORMED_ANSWER, detail, Sent.YES, null, said));
    }
}
