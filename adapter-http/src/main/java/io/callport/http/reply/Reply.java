package io.callport.http.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorReply;
import io.callport.vendor.json.FieldReader;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A vendor's response that says it is a success.
 *
 * @param json the whole body, envelope included
 * @param vendorReply makes the vendor's reply from the envelope, for failures
 */
public record Reply(ObjectNode json, Supplier<VendorReply> vendorReply) {
    /**
     * The list of that name, whose elements are objects that the reader reads.
     *
     * @throws QueryFailedException if there is no such list, or the list holds something else: then the reply is no
     *     answer
     */
    public <T> List<T> list(String name, Function<? super FieldReader, ? extends T> reader) {
        JsonNode list = json.path(name);
        if (!list.isArray()) {
            throw malformed("The answer says success, but its " + name + " is no list");
        }
        List<T> read = new FieldReader(json).objects(name, reader);
        if (read.size() < list.size()) {
            throw malformed("The answer's " + name + " holds more than objects");
        }
        return read;
    }

    /** The failure of a query whose answer lacks what it must have. */
    public QueryFailedException malformed(String detail) {
        return new QueryFailedException(
                new QueryFailure(Reason.MALFORMED_ANSWER, detail, Sent.YES, null, vendorReply.get()));
    }
}
