package io.callport.http.pipeline;

import io.callport.http.transport.RawResponse;
import io.callport.http.transport.ResponseMemory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Unpacks responses that say how they are packed ({@code Content-Encoding}: gzip, x-gzip, deflate), asked for or not:
 * gateways pack what nobody asked them to. The plain body is bounded like any other, so that a few bytes cannot become
 * more than the memory holds. Thread-safe.
 *
 * @param maxBytes the largest plain body that is read
 */
public record BodyUnpacker(int maxBytes) {
    private static final int STEP = 64 << 10;
    private static final String NOT_READ = "The answer is packed in a way that is not read: ";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,20}");

    /** Each packing is undone; a list is of one gateway behind another, and longer ones are an attack. */
    private static final int MAX_PACKINGS = 3;

    RawResponse unpack(RawResponse response) {
        List<String> packings = packings(response);
        if (packings.isEmpty()) {
            return response;
        }
        if (packings.size() > MAX_PACKINGS) {
            return orRefused(response, NOT_READ + "more than " + MAX_PACKINGS + " times");
        }
        try {
            byte[] plain = response.body();
            for (String packing : packings) {
                plain = plain(response, plain, packing);
            }
            return response.unpackedTo(plain);
        } catch (IOException e) {
            return orRefused(response, "The answer says that it is " + packings.get(0) + ", but does not unpack");
        } catch (UnknownPackingException e) {
            return orRefused(response, NOT_READ + e.getMessage());
        }
    }

    /** The names of the packings, the last one first, as they are to be undone. */
    private static List<String> packings(RawResponse response) {
        List<String> packings = new ArrayList<>();
        for (String header : response.headers("content-encoding")) {
            for (String name : header.split(",", -1)) {
                String packing = name.strip().toLowerCase(Locale.ROOT);
                if (!packing.isEmpty() && !packing.equals("identity")) {
                    packings.add(packing);
                }
            }
        }
        Collections.reverse(packings);
        return packings;
    }

    /** A refusal has its status, whatever its body is; an answer is nothing without it. */
    private static RawResponse orRefused(RawResponse response, String detail) {
        if (response.successful()) {
            throw response.malformed(detail);
        }
        return response;
    }

    private byte[] plain(RawResponse response, byte[] packed, String packing)
            throws IOException, UnknownPackingException {
        return switch (packing) {
            case "gzip", "x-gzip" -> {
                try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                    yield read(response, in);
                }
            }
            case "deflate" -> inflated(response, packed);
            default ->
                throw new UnknownPackingException(
                        NAME.matcher(packing).matches() ? packing : "an unusual Content-Encoding");
        };
    }

    /** Inflates zlib's format, as RFC 9110 has it, and the bare one, which some servers send under the same name. */
    private byte[] inflated(RawResponse response, byte[] packed) throws IOException {
        boolean zlib = packed.length >= 2
                && (packed[0] & 0x0f) == 8
                && ((packed[0] & 0xff) << 8 | (packed[1] & 0xff)) % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
            return read(response, in);
        } finally {
            inflater.end();
        }
    }

    private byte[] read(RawResponse response, InputStream in) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        byte[] step = new byte[Math.min(STEP, maxBytes)];
        for (int read = in.read(step); read >= 0; read = in.read(step)) {
            if (read > maxBytes - plain.size()) {
                throw response.malformed("The answer has more than " + maxBytes
                        + " bytes when unpacked, which is the largest that is read");
            }
            ResponseMemory.current()
                    .await(response.body().length + 3L * (plain.size() + read)); // a buffer that grows is copied
            plain.write(step, 0, read);
        }
        return plain.toByteArray();
    }

    /** Reports a packing that is not undone here. */
    private static final class UnknownPackingException extends Exception {
        private static final long serialVersionUID = 1L;

        UnknownPackingException(String packing) {
            super(packing);
        }
    }
}
