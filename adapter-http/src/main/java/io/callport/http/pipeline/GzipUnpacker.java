package io.callport.http.pipeline;

import io.callport.http.transport.RawResponse;
import io.callport.http.transport.ResponseMemory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks gzip in responses to requests that asked for it with {@code Accept-Encoding: gzip}, where the vendor documents that.
 * The plain body is bounded like any other, so that a few bytes cannot become more than the memory holds. Thread-safe.
 *
 * @param maxBytes the largest plain body that is read
 */
public record GzipUnpacker(int maxBytes) {
    private static final String GZIP = "gzip";
    private static final int STEP = 64 << 10;

    RawResponse unpack(RawResponse response) {
        boolean packed =
                namesGzip(response.headers("content-encoding")) && namesGzip(response.sentHeader("accept-encoding"));
        return packed ? plain(response) : response;
    }

    private RawResponse plain(RawResponse response) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            byte[] step = new byte[Math.min(STEP, maxBytes)];
            for (int read = zip.read(step); read >= 0; read = zip.read(step)) {
                if (read > maxBytes - plain.size()) {
                    throw response.malformed("The answer has more than " + maxBytes
                            + " bytes when unpacked, which is the largest that is read");
                }
                ResponseMemory.current()
                        .await(response.body().length + 3L * (plain.size() + read)); // a buffer that grows is copied
                plain.write(step, 0, read);
            }
            return response.unpackedTo(plain.toByteArray());
        } catch (IOException e) {
            if (response.successful()) {
                throw response.malformed("The answer says that it is gzip, but does not unpack");
            }
            return response;
        }
    }

    private static boolean namesGzip(List<String> values) {
        return values.stream().anyMatch(GZIP::equalsIgnoreCase);
    }
}
