package io.callport.http.client;

import feign.Client;
import feign.Request;
import feign.Response;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorReply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Undoes gzip in answers to requests that asked for it with {@code Accept-Encoding: gzip}, where the vendor documents that.
 * The plain answer is bounded like any other, so that a few bytes cannot become more than the memory holds. Thread-safe.
 */
public final class GzipClient implements Client {
    private static final String GZIP = "gzip";

    private final Client next;
    private final int maxAnswerBytes;

    /** Undoes gzip in what the next client answers, if the plain answer has at most that many bytes. */
    public GzipClient(Client next, int maxAnswerBytes) {
        this.next = next;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Response answer = next.execute(request, options);
        boolean zipped = says(request.headers(), "accept-encoding") && says(answer.headers(), "content-encoding");
        return zipped ? plain(answer) : answer;
    }

    private Response plain(Response answer) {
        AnswerBody body = AnswerBody.of(answer);
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(body.bytes()))) {
            byte[] plain = zip.readNBytes(maxAnswerBytes);
            if (zip.read() >= 0) {
                throw malformed(
                        answer,
                        "The answer has more than " + maxAnswerBytes
                                + " bytes when unpacked, which is the largest that is read");
            }
            return answer.toBuilder().body(body.unpackedTo(plain)).build();
        } catch (IOException e) {
            if (answer.status() / 100 == 2) {
                throw malformed(answer, "The answer says that it is gzip, but does not unpack");
            }
            return answer;
        }
    }

    private static QueryFailedException malformed(Response answer, String detail) {
        Sent sent = answer.status() >= 500 ? Sent.MAYBE : Sent.YES;
        VendorReply said = new VendorReply(answer.status(), null, null, null);
        return new QueryFailedException(new QueryFailure(Reason.MALFORMED_ANSWER, detail, sent, null, said));
    }

    private static boolean says(Map<String, Collection<String>> headers, String name) {
        for (Map.Entry<String, Collection<String>> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)
                    && header.getValue().stream().anyMatch(GZIP::equalsIgnoreCase)) {
                return true;
            }
        }
        return false;
    }
}
