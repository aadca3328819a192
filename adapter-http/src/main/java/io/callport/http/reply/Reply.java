package io.callport.http.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.http.json.Fields;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorReply;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A vendor's answer that says it is a success.
 *
 * @param json all of it, envelope included
 * @param said what its envelope says, worked out where it is asked for
 */
public record Reply(ObjectNode json, Supplier<VendorReply> said) {
    /**
     * The list of that name, of objects that are each read by that function.
     *
     * @throws QueryFailedException if there is no such list, or it holds something else: then this is no answer
     */
    public <T> List<T> list(String name, Function<? super Fields, ? extends T> reader) {
        JsonNode list = json.path(name);
        if (!list.isArray()) {
            throw malformed("The answer says success, but its " + name + " is no list");
        }
        List<T> read = new Fields(json).objects(name, reader);
        if (read.size() < list.size()) {
            throw malformed("The answer's " + name + " holds more than objects");
        }
        return read;
    }

    /** The failure of a query whose answer lacks what it must have. */
    public QueryFailedException malformed(String detail) {
        return new QueryFailedException(new QueryFailure(Reason.MALFORMED_ANSWER, detail, Sent.YES, null, said.get()));
    }
}
